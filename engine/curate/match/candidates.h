/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/match/weigh.h"

/*
 * Events that may be one, without holding every event against every other: those that share something that few others
 * have. Rows are found by keys: an id, a symbol, a title, a day with its forum, a year with a rare word or with a
 * vote.
 */
typedef struct {
  const ChnWeighing *weighing;
  GArray *entries; /* a key and a row of the first table, by key */
  guint32 *start;  /* where the entries begin whose keys begin with so many bits */
  guint32 *seen;   /* by row: 1 + the row for which it was found last */
  GArray *keys;    /* of the row at hand */
  GArray *found;   /* guint */
} ChnCandidates;

void chn_candidates_init (ChnCandidates *candidates, const ChnWeighing *weighing);
void chn_candidates_clear (ChnCandidates *candidates);

/* Rows of the first table that may be a row of the second, each once; borrowed until the next call. */
const guint *chn_candidates_find (ChnCandidates *candidates, guint row_b, guint *n);
