/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/recur.h"
#include "query/tree.h"
#include "timeline/columns.h"

/* A term whose values have been resolved against one timeline. */
typedef struct {
  const ChnNode *term;
  gboolean strict;
  gconstpointer data;                /* what the field's bind function made of the values, in the arena */
  const char *names;                 /* what they resolved to, for people; NULL where that is plain */
  const struct _ChnActorSet *actors; /* among the data: groups whose members change; or NULL */
} ChnCondition;

/*
 * Title and summary of each row, folded, for queries of so many bare words that folding them again
 * for each would cost more. `folded` is NULL while there are few.
 */
typedef struct {
  guint n_terms;
  const char **folded;
} ChnProse;

/* What binding needs. All that it makes lives in the arena, dates in `dates`. */
typedef struct {
  ChnTimeline *timeline;
  const ChnColumns *columns;
  ChnRegistry *registry;
  ChnDateBounds today;
  ChnArena *arena;
  GPtrArray *dates;
  const char **names[CHN_N_DICTIONARIES]; /* match-bare.c: folded names by code, made on first need */
  ChnProse *prose;                        /* made with the first bare word */
  guint64 n_steps;                        /* relations followed so far */
  ChnRecurCost recurrence;                /* what following recurring events has cost so far */
} ChnBinder;

/* Rows that may match: those of the lists, or when there are no lists those from first to end - 1. */
typedef struct {
  guint32 first, end;
  GArray *lists;     /* of ChnPosting; NULL where only first and end are known */
  gboolean is_exact; /* all rows of the lists match */
} ChnCandidates;

/* Rows; borrowed. */
typedef struct {
  const guint32 *rows;
  guint n;
  const ChnColumns *columns; /* that the rows are of, to be touched before they are read; NULL when they are others */
  gboolean is_unordered;     /* else ascending */
} ChnPosting;

typedef gboolean (*ChnBindFunc) (ChnBinder *binder, ChnCondition *condition, GError **error);
typedef gboolean (*ChnMatchFunc) (const ChnCondition *condition, const ChnColumns *columns, guint row);
/* Narrows the candidates, which begin as all rows, to a superset of the matches, or to just these. */
typedef void (*ChnNarrowFunc) (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);

struct _ChnQueryRule {
  guint takes;    /* ChnTakes */
  guint argument; /* a role, a kind of ballot, a vocabulary: what tells apart fields that share functions */
  ChnBindFunc bind;
  ChnMatchFunc match;
  ChnNarrowFunc narrow; /* NULL where nothing is known without asking each row */
};

void chn_candidates_add (ChnCandidates *candidates, ChnPosting posting);
