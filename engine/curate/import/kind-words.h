/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

/* The kind that a cell names: by its name, its label, or a word of another language; -1 for none. The vocabulary,
 * which may be NULL, has declared ones. */
int chn_kind_words_find (const ChnVocabulary *vocabulary, const char *cell);
