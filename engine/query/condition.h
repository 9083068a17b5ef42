/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/tree.h"
#include "timeline/columns.h"
#include "zone/zones.h"

/* A term whose values have been resolved against one timeline. */
struct _ChnCondition {
  const ChnNode *term;
  gboolean strict;
  gconstpointer data;                /* what the field's bind function made of the values, in the arena */
  const char *names;                 /* what they resolved to, for people; NULL where that is plain */
  const struct _ChnActorSet *actors; /* among the data: groups whose members change; or NULL */
  const char *unknown; /* what is not known where its answer is unknown, for people; NULL where it never is */
};

/*
 * Title, label and summary of each row, folded, for queries of so many bare words that folding them again
 * for each would cost more. `folded` is NULL while there are few.
 */
typedef struct {
  guint n_terms;
  const char **folded;
} ChnProse;

/* What binding needs. All that it makes lives in the arena, dates in `dates`. */
struct _ChnBinder {
  ChnTimeline *timeline;
  const ChnColumns *columns;
  ChnRegistry *registry;
  ChnDateBounds today;
  ChnArena *arena;
  GPtrArray *dates;
  const char **names[CHN_N_DICTIONARIES];    /* match/bare.c: folded names by code, made on first need */
  ChnProse *prose;                           /* made with the first bare word */
  const struct _ChnElectorates *electorates; /* electors.c: made on first need */
  guint64 n_steps;                           /* relations followed so far */
  guint64 recurrence_budget;                 /* what following recurring events may still cost */
  ChnZones *zones;                           /* those of places, looked up when times are compared */
  gboolean asks_day;                         /* what was bound so far depends on which day it is */
};

/* Rows that may match: those of the lists, or when there are no lists those from first to end - 1. */
struct _ChnCandidates {
  guint32 first, end;
  GArray *lists;     /* of ChnPosting; NULL where only first and end are known */
  gboolean is_exact; /* all rows of the lists match */
};

/* Rows; borrowed. */
typedef struct {
  const guint32 *rows;
  guint n;
  const ChnColumns *columns; /* that the rows are of, to be touched before they are read; NULL when they are others */
  gboolean is_unordered;     /* else ascending */
} ChnPosting;

void chn_candidates_add (ChnCandidates *candidates, ChnPosting posting);
