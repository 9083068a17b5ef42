/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/roll-rest.h"

/* How somebody may have voted whom a roll does not name: by a ballot of a kind, or not at all, since not a member. */
enum { CHN_FIT_OUT = CHN_N_BALLOT_KINDS, CHN_N_FITS };

/*
 * Some of those whom a roll does not name, who are asked about, beside the ballots that lack a name. Whoever is in
 * one of them is the same to the roll, so that only numbers matter.
 */
typedef struct {
  ChnRest rest;
  gint64 n_sure;     /* of those asked about, who certainly voted */
  gint64 n_maybe;    /* who perhaps did */
  gint64 n_others;   /* not asked about, who certainly did */
  gboolean is_whole; /* nobody else did */
} ChnRollFit;

/* Between how many of those asked about did so; and how many at most cast neither yes nor no nor abstained. */
typedef struct {
  gint64 low[CHN_N_FITS], high[CHN_N_FITS];
  gint64 most_idle;
} ChnFitBounds;

/* Everything goes. */
ChnFitBounds chn_fit_bounds_new (void);

/* Of a roll. Strictly, a term that is only recalled makes nobody a voter. The numbers of those asked about are 0. */
ChnRollFit chn_roll_fit_new (const ChnRoll *roll, gboolean strict);

/* Whether the holes of the roll can be filled so. */
gboolean chn_roll_fits (const ChnRollFit *fit, const ChnFitBounds *bounds);
