/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* What stands for what in the cells of a column: codes of a list, words of a table, marks of a page. */
typedef struct {
  char *name;
  GHashTable *words;   /* text -> text */
  GPtrArray *prefixes; /* those of its texts that end in "*" stand for all that begin so */
  const char *rest;    /* what stands for all others; NULL: they stay as they are */
  int code;            /* a ChnCode that the registry knows, -1 for none */
  gboolean is_markup;  /* tags and entities are taken out */
} ChnTranslation;

ChnTranslation *chn_translation_new (const char *name);
void chn_translation_free (ChnTranslation *translation);

/* One that needs no table: "cow" and "iso-numeric" are codes, "markup" takes out tags; NULL for any other name. */
ChnTranslation *chn_translation_new_known (const char *name);

/* What stands for a text. "-" stands for nothing. */
void chn_translation_add (ChnTranslation *translation, const char *text, const char *meaning);

/*
 * Appends what a cell means, each of the parts between semicolons by itself. FALSE where one of them means nothing:
 * then what was appended is what the others mean.
 */
gboolean chn_translation_append (ChnTranslation *translation, const ChnRegistry *registry, const char *cell,
                                 GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnTranslation, chn_translation_free)
