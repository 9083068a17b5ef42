/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/lines.h"
#include "curate/edit/spell.h"
#include "curate/edit/splices.h"

/* A file that is changed. */
typedef struct {
  ChnLines lines;
  ChnSplices *splices;
  ChnArena *arena;
  gboolean is_ordered;  /* the order of pairs says something: who comes first */
  const ChnTree *fixed; /* what could not be changed, since others repeat it by its anchor */
} ChnMerge;

/*
 * Makes a value of a block mapping say what another says, in the lines that must change: what stays keeps its
 * spelling, and comments stay.
 */
void chn_merge_value (ChnMerge *merge, const ChnTree *key, const ChnTree *value);

/* Puts a pair into a block mapping, behind another of its pairs. */
void chn_merge_insert (ChnMerge *merge, const ChnTree *behind, const ChnTree *key);

/* The same of lines as the canonical writer spells them, where they stand at the right column. */
void chn_merge_insert_lines (ChnMerge *merge, const ChnTree *behind, const char *lines);

/* Takes a pair out of a block mapping. */
void chn_merge_remove (ChnMerge *merge, const ChnTree *key);

/* The byte behind the dash of an item of a block list. */
gsize chn_merge_find_dash (const ChnMerge *merge, const ChnTree *item);
