/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

#include "base/arena.h"

/* The inside of a vocabulary, for what declares terms and writes them. */

typedef struct {
  ChnTerm term;  /* a note that is not given is empty */
  guint nearest; /* of the known ones */
} ChnOwnTerm;

struct _ChnVocabulary {
  gatomicrefcount references;
  ChnArena *arena;
  GPtrArray *own[CHN_N_VOCABULARIES]; /* ChnOwnTerm, in the arena, in the order of their values; NULL for none */
};

/* NULL for a known one. */
const ChnOwnTerm *chn_vocabulary_get_own (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value);

/* Adds a copy of a term. Its value, or -1 where there is no room. */
int chn_vocabulary_add_own (ChnVocabulary *vocabulary, ChnVocabularyId id, const ChnOwnTerm *term);
