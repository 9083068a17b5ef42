/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/tree.h"

/* One item, or one pair: a list has items without keys. */
typedef struct {
  const ChnTree *key;
  const ChnTree *value;
} ChnUnit;

/* What becomes of the units of an old collection: each stays or goes, and new ones come in between. */
typedef struct {
  int old; /* -1: comes in */
  int new; /* -1: goes */
} ChnStep;

/* The items or pairs of a collection: an array of ChnUnit. */
GArray *chn_align_dup_units (const ChnTree *collection);

/* Where a unit begins and ends. */
gsize chn_unit_get_start (const ChnUnit *unit);

/* Array of ChnStep, in the order of what comes of it. Items of lists keep their order, pairs of mappings the old one.
 */
GArray *chn_align (const GArray *old, const GArray *new);
