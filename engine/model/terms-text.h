/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

/* All declared terms as text, which gives them again: for files. NULL where it is no such text. */
char *chn_vocabulary_dup_text (const ChnVocabulary *vocabulary);
ChnVocabulary *chn_vocabulary_new_from_text (const char *text, gsize length);
