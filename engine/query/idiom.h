/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/wording.h"

/* What a text in the words of other programs comes to. */
typedef struct {
  gsize offset, length; /* of the first of them, in the text */
  char *written;        /* the query, or the command line, that says it here */
} ChnIdiomFound;

void chn_idiom_found_clear (ChnIdiomFound *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnIdiomFound, chn_idiom_found_clear)

/* Puts what is written here in the place of all that other programs say. FALSE where the text has nothing of theirs.
 * A word that the vocabulary, which may be NULL, makes a field is none of theirs. */
gboolean chn_idiom_translate (const char *text, const ChnVocabulary *vocabulary, ChnIdiomFound *found);
