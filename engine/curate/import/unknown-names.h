/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "curate/import/event-id.h"

typedef enum { CHN_UNKNOWN_ACTOR, CHN_UNKNOWN_FORUM, CHN_UNKNOWN_KIND, CHN_N_UNKNOWN } ChnUnknownKind;

/* A name that tables have and nothing bears. */
typedef struct {
  char *name;
  char *id;      /* by which it would be declared */
  char *nearest; /* the hint of a name that may be meant; NULL for none */
  guint n;       /* times it was come upon */
} ChnUnknownName;

/* Names that were not known, each once, in the order of coming upon them. */
typedef struct {
  GPtrArray *names[CHN_N_UNKNOWN];  /* ChnUnknownName */
  GHashTable *index[CHN_N_UNKNOWN]; /* folded -> ChnUnknownName */
  ChnEventIds ids[CHN_N_UNKNOWN];   /* those that they have */
  gboolean is_declaring;            /* events may name them: they will be declared */
} ChnUnknownNames;

void chn_unknown_names_init (ChnUnknownNames *unknown);
void chn_unknown_names_clear (ChnUnknownNames *unknown);

/* Notes a name; `hint` says what may be meant. The id is one that no other name has, nor the registry. */
const ChnUnknownName *chn_unknown_names_add (ChnUnknownNames *unknown, ChnUnknownKind kind, const char *name,
                                             const char *hint, const ChnRegistry *registry);

/* A file of names that declares them, with the nearest known ones beside: for review. Behind what `old` has, if
 * anything. */
char *chn_unknown_names_dup_declarations (const ChnUnknownNames *unknown, const char *old);
