/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

G_BEGIN_DECLS

/**
 * ChnCount:
 *
 * Events counted by one or two keys, such as year and forum. Immutable.
 */
typedef struct _ChnCount ChnCount;

/**
 * ChnCountKey:
 * @name: the key
 * @note: one line of explanation
 *
 * What events can be counted by.
 */
typedef struct {
  const char *name;
  const char *note;
} ChnCountKey;

/** chn_count_get_keys: (array length=n): the key table, for help, man page and completion. */
CHN_API const ChnCountKey *chn_count_get_keys (guint *n);

/**
 * ChnCountSpec:
 * @by: one key or two, joined by a comma; "vote-of:ACTOR" and "agreement:ACTOR+ACTOR" name actors of the registry
 * @sum: (nullable): kinds of ballots (yes, no, abstain, not-voting), joined by commas, of which the
 *   counts are added up
 * @average: (nullable): likewise, of which the average is taken
 * @depth: levels of the tree of forums that are told apart: with 2 the committees of the General
 *   Assembly count as un.ga; 0 for all
 * @sort: (nullable): "events", a key or a sum ("yes", "average-yes") that the first key is sorted by: numbers with
 * the highest first, a key by its own order, names by the alphabet; %NULL for the keys' own orders
 * @reverse: turns the order of the first key round, or of the one that is sorted by
 * @top: of each key that counts names, or else of the first, only so many values are told apart, those with the most
 *   events or the highest of the sum that is sorted by; the rest is counted as "others". 0 for all
 * @share: CSV and JSON have a column with the share of all events in percent
 * @query: (nullable): what found the events: units of time that lie outside the dates that it asks for are left out
 * @unknown: (nullable): events of which it is not known whether they belong to those counted, such as
 *   chn_bound_query_divide() finds; they are counted apart
 *
 * What is counted, and how.
 */
typedef struct {
  const char *by;
  const char *sum;
  const char *average;
  guint depth;
  const char *sort;
  gboolean reverse;
  guint top;
  gboolean share;
  const ChnBoundQuery *query;
  const ChnRows *unknown;
} ChnCountSpec;

enum { CHN_COUNT_KEYS_MAX = 2, CHN_COUNT_BUCKETS_MAX = 100000, CHN_COUNT_UNITS_MAX = 1200 };

/**
 * chn_count_new:
 * @timeline: a timeline
 * @rows: the events to count
 * @spec: how
 * @error: return location
 *
 * An event with several values of a key (two forums, five actors) counts once in each of their
 * buckets, an event without any in the bucket named "none". An event whose date possibly falls in
 * several units of time counts in each of them and is marked there as possibly belonging; one
 * that is open or unknown on a side, or would possibly fall in more than CHN_COUNT_UNITS_MAX, counts
 * once, in the bucket "imprecise".
 *
 * Buckets come in the order of their keys: units of time, numbers and scales by their own order,
 * names by the number of events, most first.
 *
 * Errors: %CHN_ERROR_UNKNOWN for keys and ballots, %CHN_ERROR_SYNTAX for none or too many of
 * them, %CHN_ERROR_LIMIT for more than CHN_COUNT_BUCKETS_MAX buckets.
 *
 * Returns: (transfer full): the counts, or %NULL on error
 */
CHN_API ChnCount *chn_count_new (const ChnTimeline *timeline, const ChnRows *rows, const ChnCountSpec *spec,
                                 GError **error);
CHN_API void chn_count_free (ChnCount *count);

/**
 * ChnBucket:
 * @name: of each key the value as data has it ("un.ga.c3", "2014-11", "none")
 * @label: of each key the value for people ("Third Committee")
 * @n: events
 * @n_possibly: those of them that only possibly belong here
 * @n_derived: those of them that do not state the result of their vote, which follows from the counts and the body's
 *   rules
 * @n_unknown: events beside them that may belong here too, of which it is not known
 * @n_same: of an agreement, the votes in which both cast the same ballot; @n are those in which both cast one
 * @total: of each key where its value stands among the key's totals
 */
typedef struct {
  const char *name[CHN_COUNT_KEYS_MAX];
  const char *label[CHN_COUNT_KEYS_MAX];
  guint n;
  guint n_possibly;
  guint n_derived;
  guint n_unknown;
  guint n_same;
  guint total[CHN_COUNT_KEYS_MAX];
} ChnBucket;

/**
 * ChnCountTotal:
 *
 * A value of a key with its numbers, as buckets have them, of all events that have it: each event once.
 */
typedef struct {
  const char *name;
  const char *label;
  guint n;
  guint n_possibly;
  guint n_derived;
  guint n_unknown;
} ChnCountTotal;

/** chn_count_get_totals: (array length=n): the values of a key, in the order of the buckets. */
CHN_API const ChnCountTotal *chn_count_get_totals (const ChnCount *count, guint key, guint *n);

/** chn_count_get_buckets: (array length=n): the buckets, none of them empty. */
CHN_API const ChnBucket *chn_count_get_buckets (const ChnCount *count, guint *n);

/** chn_count_get_n_keys: 1 or 2. */
CHN_API guint chn_count_get_n_keys (const ChnCount *count);
/** chn_count_get_key: the name of a key. */
CHN_API const char *chn_count_get_key (const ChnCount *count, guint index);

/** chn_count_get_n_events: events counted, each once. */
CHN_API guint chn_count_get_n_events (const ChnCount *count);

/** chn_count_get_n_unknown: events counted apart, each once. */
CHN_API guint chn_count_get_n_unknown (const ChnCount *count);

/** chn_count_get_n_measures: sums and averages, in the order in which they were asked for. */
CHN_API guint chn_count_get_n_measures (const ChnCount *count);
/** chn_count_get_measure: its name: "yes", or "average yes". */
CHN_API const char *chn_count_get_measure (const ChnCount *count, guint index);

/**
 * chn_count_dup_value:
 * @bucket: index of a bucket, or %G_MAXUINT for all events counted
 * @measure: index of a sum or average
 *
 * Only votes whose number of such ballots is known are taken into account.
 *
 * Returns: (transfer full) (nullable): a decimal number, averages with one digit behind the point;
 *   %NULL where there is no such vote
 */
CHN_API char *chn_count_dup_value (const ChnCount *count, guint bucket, guint measure);

/**
 * chn_count_is_agreement:
 *
 * Whether the buckets are of two actors each: by the keys "actor" and "with", or by the first key as it is and by the
 * second, whose names are two ids with a plus sign between them.
 */
CHN_API gboolean chn_count_is_agreement (const ChnCount *count);

/** chn_count_has_shares: whether shares were asked for. */
CHN_API gboolean chn_count_has_shares (const ChnCount *count);

/**
 * chn_count_dup_share:
 * @n: a number of events
 *
 * Returns: (transfer full) (nullable): which share of all events counted that is, in percent with one digit behind
 * the point; %NULL where there are none
 */
CHN_API char *chn_count_dup_share (const ChnCount *count, guint n);

/**
 * chn_count_dup_csv:
 *
 * A line a bucket: the names of its keys, events, possibly, unknown, and the sums and averages; of agreements the
 * other key, actor, with, votes, possibly, same, and share in percent.
 *
 * Returns: (transfer full): CSV text (RFC 4180)
 */
CHN_API char *chn_count_dup_csv (const ChnCount *count);

/**
 * chn_count_dup_json:
 *
 * One JSON object a line, a line a bucket, with the same names as the columns of CSV.
 *
 * Returns: (transfer full): JSON Lines
 */
CHN_API char *chn_count_dup_json (const ChnCount *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnCount, chn_count_free)

G_END_DECLS
