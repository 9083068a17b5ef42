/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

/* The name of the kind that a cell names, a declared one too: by its name, its label, or a word of another language;
 * NULL for none. */
const char *chn_kind_words_find (const ChnVocabulary *vocabulary, const char *cell);
