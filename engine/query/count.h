/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/count-keys.h"

/* What keys are sorted by. */
typedef enum {
  CHN_COUNT_SORT_OWN,    /* each as it is */
  CHN_COUNT_SORT_EVENTS, /* the first by its events, the most first */
  CHN_COUNT_SORT_KEY,    /* one by its own order, or its names */
  CHN_COUNT_SORT_MEASURE /* the first by a sum or average, the highest first */
} ChnCountSort;

/* A sum or an average of the ballots of one kind. */
typedef struct {
  char *name;
  ChnBallotKind ballot;
  gboolean is_average;
} ChnMeasure;

struct _ChnCount {
  ChnArena *arena; /* of the keys that the timeline declares */
  guint n_keys;
  const ChnCountKey *key[CHN_COUNT_KEYS_MAX];
  const ChnCountRule *rule[CHN_COUNT_KEYS_MAX];
  ChnCountValues *values[CHN_COUNT_KEYS_MAX];
  const struct _ChnKeyActors *actors[CHN_COUNT_KEYS_MAX]; /* that keys name */
  gboolean is_agreement; /* the last key has pairs of actors: those of the first two keys, or of the last */
  guint n_events, n_unknown;
  ChnCountSort sort;
  guint sorted_by; /* the key or measure */
  gboolean reverse;
  gboolean has_shares;
  GArray *totals[CHN_COUNT_KEYS_MAX]; /* of ChnCountTotal, in order */
  GArray *measures;                   /* of ChnMeasure */
  GArray *buckets;                    /* of ChnBucket, in order */
  GArray *tallies;                    /* of ChnTally: of each bucket, one a measure; last those of all events */
};

/* count-spec.c: reads the keys and measures that are asked for into the count. */
gboolean chn_count_parse_keys (ChnCount *count, const char *by, const ChnTimeline *timeline, GError **error);
gboolean chn_count_parse_measures (ChnCount *count, const char *names, gboolean is_average, GError **error);
gboolean chn_count_parse_sort (ChnCount *count, const char *name, GError **error);

/* count-order.c: how two values of a key stand to each other. */
int chn_count_compare_values (const ChnCount *count, guint key, guint left, guint right);
int chn_count_compare_measures (const ChnCount *count, guint key, guint left, guint right);
/* Puts the values of each key into order, and gives the places of values in it, to be freed. */
guint *chn_count_order (ChnCount *count, guint key);

/* count-top.c: has all but the n values with the most events counted as others; FALSE where there are no more. */
gboolean chn_count_keep_top (ChnCount *count, guint n);

/*
 * count-agreement.c: counts by agreement: of each two of the actors that its key names, or of all who voted, in how
 * many votes both cast a ballot of yes, no or abstain, and in how many the same. Beside another key the pairs are
 * counted under each of its values.
 */
gboolean chn_count_agreements (ChnCount *count, const ChnRows *rows, const ChnCountSpec *spec, ChnCounting *counting,
                               GError **error);
