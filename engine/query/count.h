/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/count-keys.h"

/* A sum or an average of the ballots of one kind. */
typedef struct {
  char *name;
  ChnBallotKind ballot;
  gboolean is_average;
} ChnMeasure;

/* What a measure has come to: of n votes that state the number. */
typedef struct {
  gint64 sum;
  guint n;
} ChnTally;

struct _ChnCount {
  guint n_keys;
  const ChnCountKey *key[CHN_COUNT_KEYS_MAX];
  const ChnCountRule *rule[CHN_COUNT_KEYS_MAX];
  ChnCountValues *values[CHN_COUNT_KEYS_MAX];
  guint n_events, n_unknown;
  GArray *measures; /* of ChnMeasure */
  GArray *buckets;  /* of ChnBucket, in order */
  GArray *tallies;  /* of ChnTally: of each bucket, one a measure; last those of all events */
};

/* count-spec.c: reads the keys and measures that are asked for into the count. */
gboolean chn_count_parse_keys (ChnCount *count, const char *by, GError **error);
gboolean chn_count_parse_measures (ChnCount *count, const char *names, gboolean is_average, GError **error);
