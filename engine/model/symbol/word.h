/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What the letters of a symbol's part do. */
typedef enum {
  CHN_WORD_SERIES,   /* documents numbered in a row of their own: RES, L., PV. */
  CHN_WORD_MODIFIER, /* changes a document: Add., Corr., Rev., Amend. */
  CHN_WORD_BODY,     /* a body below an organ: C., AC., WG. */
} ChnWordRole;

typedef struct {
  const char *name; /* as it is printed */
  ChnWordRole role;
  gboolean dotted;  /* stands before a dot and a number only */
  const char *kind; /* of a document in the series */
} ChnWord;

/* The word of these letters in any case, or NULL. */
const ChnWord *chn_word_find (const char *letters, gsize length);

/* The nearest word, or NULL. */
const char *chn_word_suggest (const char *letters);
