/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/tree.h"

/* Told of each value that both sides changed otherwise; a side is NULL where it has the value no more, or not yet. */
typedef void (*ChnConflictFunc) (const char *path, const ChnTree *base, const ChnTree *ours, const ChnTree *theirs,
                                 gpointer data);

typedef struct {
  ChnArena *arena;
  ChnConflictFunc conflict;
  gpointer data;
} ChnThreeWay;

/*
 * What comes of a value that two people changed: what one of them changed is changed; mappings are merged by their
 * keys, lists by their items; where both changed one value otherwise, ours stands, and it is told. NULL is nothing.
 */
const ChnTree *chn_three_way (const ChnThreeWay *merge, const char *path, const ChnTree *base, const ChnTree *ours,
                              const ChnTree *theirs);

/* A value in one line, "nothing" for NULL; to be freed. */
char *chn_three_way_dup_text (const ChnTree *value);
