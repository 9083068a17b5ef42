/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

/* How to declare a word that no term has, as the hint of an error. */
void chn_vocabulary_add_declaration_hint (GError *error, ChnVocabularyId id, const char *word);
