/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/match/pools.h"

/* Appends the numbers of the words of a text, without endings that grammar asks for. */
void chn_trait_words (const char *text, GString *folded, GArray *numbers);

/* Puts numbers from `start` on in their order, each once. */
void chn_trait_sort (GArray *numbers, guint start);

/* How much it says that two events share a word: less, the more events have it. */
double chn_trait_weight (const ChnTraitNames *names, guint32 word, guint n_events);
