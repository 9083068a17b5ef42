/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/match/traits.h"

/* Events of a small chronology are compared as if there were as many. */
enum { CHN_FEWEST_WEIGHED = 100 };

/* Two tables whose rows are held against each other; of one timeline by itself, both are one. */
typedef struct {
  ChnTraitNames *names;
  const ChnTraitTable *a, *b;
  float *word; /* by its number: how much it says that two events share it */
} ChnWeighing;

void chn_weighing_init (ChnWeighing *weighing, ChnTraitNames *names, const ChnTraitTable *a, const ChnTraitTable *b);
void chn_weighing_clear (ChnWeighing *weighing);
