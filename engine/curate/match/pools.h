/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/intern.h"

/* Names and words of both timelines. */
/* Words are numbered by their hashes: where two get one number, both count as one. */
enum { CHN_N_TRAIT_WORDS = 1 << 20 };

typedef struct {
  ChnPool *names;
  GArray *series_of; /* number of a symbol's name -> that of its series, 0 for none */
  guint32 *n_events; /* number of a word -> events that have it */
} ChnTraitNames;

void chn_trait_names_init (ChnTraitNames *names);
void chn_trait_names_clear (ChnTraitNames *names);

/* The number of a name of a kind that a letter says; 0 for an empty one. */
guint32 chn_trait_name (ChnTraitNames *names, char kind, const char *text);
