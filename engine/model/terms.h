/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

/*
 * Terms of one's own, behind the known ones of their vocabulary. While a file is read, words that no term has yet are
 * kept in the same form: what declares them may come later.
 */

ChnVocabulary *chn_vocabulary_new (void);
/* One with the same terms, to which others may be added. */
ChnVocabulary *chn_vocabulary_copy (const ChnVocabulary *vocabulary);

/* Whether terms of it may be declared; most of them have a fixed number of terms. */
gboolean chn_vocabulary_is_open (ChnVocabularyId id);
/* How many terms of one's own it takes. */
guint chn_vocabulary_get_most_declared (ChnVocabularyId id);
/* The one of a key such as "kinds"; -1 for none. */
int chn_vocabulary_find_plural (const char *plural);
const char *chn_vocabulary_get_plural (ChnVocabularyId id);

/*
 * The value of a term, or else of a word that stands for one which is not known yet; the word is in lower case.
 * -1 where there are more words than there can be terms.
 */
int chn_vocabulary_take_word (ChnVocabulary *vocabulary, ChnVocabularyId id, const char *word, gssize length);
