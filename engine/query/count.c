/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting: each event into the buckets of its values, then the buckets into order. */
#include "query/count.h"

#include <string.h>

#include "base/error.h"

/* A bucket while it fills. */
typedef struct {
  guint value[CHN_COUNT_KEYS_MAX];
  guint n, n_possibly, n_derived, n_unknown;
  guint number; /* in order of appearance: where its tallies are */
} Filling;

typedef struct {
  ChnCount *count;
  const ChnColumns *columns;
  ChnCounting counting;
  GArray *hits[CHN_COUNT_KEYS_MAX];
  GArray *fillings;
  GHashTable *index; /* the two values as one number, to number + 1 */
  GArray *tallies;   /* of each filling, one a measure */
  GArray *total;     /* one a measure */
} Counter;

static void
clear_measure (gpointer data)
{
  g_free (((ChnMeasure *) data)->name);
}

/* The values that the event at hand has of a key: "none" where it has none. */
static void
find_hits (Counter *counter, guint key)
{
  ChnCounting *counting = &counter->counting;
  counting->argument = counter->count->rule[key]->argument;
  counting->values = counter->count->values[key];
  counting->hits = counter->hits[key];
  g_array_set_size (counting->hits, 0);
  counter->count->rule[key]->find (counting);
  if (counting->hits->len == 0)
    chn_count_hit (counting, "none", NULL, G_MAXINT64 - 1, CHN_HIT_CERTAINLY);
}

static gint64
count_ballots (const ChnVoteCell *vote, ChnBallotKind kind)
{
  const gint32 counts[] = { [CHN_BALLOT_YES] = vote->yes,
                            [CHN_BALLOT_NO] = vote->no,
                            [CHN_BALLOT_ABSTAIN] = vote->abstain,
                            [CHN_BALLOT_NOT_VOTING] = vote->not_voting };
  return counts[kind];
}

/* Adds the vote of the event at hand to tallies, from the first of them on. */
static void
tally (const Counter *counter, GArray *tallies, guint first)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (counter->columns, counter->counting.row, &n);
  for (guint i = 0; n > 0 && i < counter->count->measures->len; i++) {
    gint64 ballots = count_ballots (vote, g_array_index (counter->count->measures, ChnMeasure, i).ballot);
    ChnTally *at = &g_array_index (tallies, ChnTally, first + i);
    at->sum += MAX (ballots, 0);
    at->n += ballots >= 0;
  }
}

/* Both values count; g_int64_hash() would take half of them. */
static guint
hash_pair (gconstpointer pair)
{
  return (guint) ((*(const guint64 *) pair * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static Filling *
find_filling (Counter *counter, const guint *value, GError **error)
{
  guint64 both = (guint64) value[0] << 32 | value[1];
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (counter->index, &both));
  if (number > 0)
    return &g_array_index (counter->fillings, Filling, number - 1);
  Filling filling = { .value = { value[0], value[1] }, .number = counter->fillings->len };
  if (counter->fillings->len == CHN_COUNT_BUCKETS_MAX) {
    chn_error_set (error, CHN_ERROR_LIMIT, "count by coarser keys, or ask for fewer events",
                   "the count has more than %d buckets", CHN_COUNT_BUCKETS_MAX);
    return NULL;
  }
  g_array_append_val (counter->fillings, filling);
  g_array_set_size (counter->tallies, counter->fillings->len * counter->count->measures->len);
  g_hash_table_insert (counter->index, g_memdup2 (&both, sizeof both), GUINT_TO_POINTER (counter->fillings->len));
  return &g_array_index (counter->fillings, Filling, filling.number);
}

/* Two units of time go together only where they share some time. */
static gboolean
share_time (const Counter *counter, guint first, guint second)
{
  const ChnCountValue *a = &g_array_index (counter->count->values[0]->values, ChnCountValue, first);
  const ChnCountValue *b = &g_array_index (counter->count->values[1]->values, ChnCountValue, second);
  return a->from <= b->to && b->from <= a->to;
}

/* Whether the event has one of its values so. */
static gboolean
is_hit (const ChnCountHit *first, const ChnCountHit *second, ChnHitKind kind)
{
  return first->kind == kind || (second && second->kind == kind);
}

static gboolean
fill (Counter *counter, const ChnCountHit *first, const ChnCountHit *second, GError **error)
{
  guint value[] = { first->value, second ? second->value : 0 };
  Filling *filling = find_filling (counter, value, error);
  if (!filling)
    return FALSE;
  if (counter->counting.is_unknown || is_hit (first, second, CHN_HIT_UNKNOWN)) {
    filling->n_unknown++;
    return TRUE;
  }
  filling->n++;
  filling->n_possibly += is_hit (first, second, CHN_HIT_POSSIBLY) ? 1 : 0;
  filling->n_derived += is_hit (first, second, CHN_HIT_DERIVED) ? 1 : 0;
  tally (counter, counter->tallies, filling->number * counter->count->measures->len);
  return TRUE;
}

static gboolean
count_row (Counter *counter, guint row, GError **error)
{
  guint n_keys = counter->count->n_keys;
  counter->counting.row = row;
  for (guint key = 0; key < n_keys; key++)
    find_hits (counter, key);
  if (!counter->counting.is_unknown)
    tally (counter, counter->total, 0);
  for (guint i = 0; i < counter->hits[0]->len; i++) {
    const ChnCountHit *first = &g_array_index (counter->hits[0], ChnCountHit, i);
    if (n_keys == 1 && !fill (counter, first, NULL, error))
      return FALSE;
    for (guint j = 0; n_keys > 1 && j < counter->hits[1]->len; j++) {
      const ChnCountHit *second = &g_array_index (counter->hits[1], ChnCountHit, j);
      if (share_time (counter, first->value, second->value) && !fill (counter, first, second, error))
        return FALSE;
    }
  }
  return TRUE;
}

static int
compare_values (const ChnCount *count, guint key, guint left, guint right)
{
  const ChnCountValue *a = &g_array_index (count->values[key]->values, ChnCountValue, left);
  const ChnCountValue *b = &g_array_index (count->values[key]->values, ChnCountValue, right);
  if (a->order != b->order && (count->rule[key]->ordered || MAX (a->order, b->order) == G_MAXINT64 - 1))
    return a->order < b->order ? -1 : 1;
  if (!count->rule[key]->ordered && a->n != b->n)
    return a->n > b->n ? -1 : 1;
  return strcmp (a->name, b->name);
}

static gint
compare_fillings (gconstpointer a, gconstpointer b, gpointer data)
{
  const Filling *left = a, *right = b;
  const ChnCount *count = data;
  int order = 0;
  for (guint key = 0; order == 0 && key < count->n_keys; key++)
    order = compare_values (count, key, left->value[key], right->value[key]);
  return order;
}

/* The buckets in their order, with their tallies, and those of all behind them. */
static void
finish (Counter *counter)
{
  ChnCount *count = counter->count;
  guint n_measures = count->measures->len;
  g_array_sort_with_data (counter->fillings, compare_fillings, count);
  for (guint i = 0; i < counter->fillings->len; i++) {
    const Filling *filling = &g_array_index (counter->fillings, Filling, i);
    ChnBucket bucket = { .n = filling->n,
                         .n_possibly = filling->n_possibly,
                         .n_derived = filling->n_derived,
                         .n_unknown = filling->n_unknown };
    for (guint key = 0; key < count->n_keys; key++) {
      const ChnCountValue *value = &g_array_index (count->values[key]->values, ChnCountValue, filling->value[key]);
      bucket.name[key] = value->name;
      bucket.label[key] = value->label;
    }
    g_array_append_val (count->buckets, bucket);
    if (n_measures > 0)
      g_array_append_vals (count->tallies, &g_array_index (counter->tallies, ChnTally, filling->number * n_measures),
                           n_measures);
  }
  g_array_append_vals (count->tallies, counter->total->data, n_measures);
}

static gboolean
count_rows (ChnCount *count, const ChnTimeline *timeline, const ChnRows *rows, const ChnCountSpec *spec,
            GError **error)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (ChnCountHit));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (ChnCountHit));
  g_autoptr (GArray) fillings = g_array_new (FALSE, FALSE, sizeof (Filling));
  g_autoptr (GArray) tallies = g_array_new (FALSE, TRUE, sizeof (ChnTally));
  g_autoptr (GArray) total = g_array_new (FALSE, TRUE, sizeof (ChnTally));
  g_autoptr (GHashTable) index = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, NULL);
  Counter counter = { count, columns, { 0 }, { first, second }, fillings, index, tallies, total };
  counter.counting.columns = columns;
  counter.counting.registry = chn_timeline_get_registry (timeline);
  counter.counting.depth = spec->depth;
  counter.counting.query = spec->query;
  g_array_set_size (total, count->measures->len);
  for (guint i = 0; i < rows->n; i++)
    if (!count_row (&counter, rows->row[i], error))
      return FALSE;
  counter.counting.is_unknown = TRUE;
  for (guint i = 0; spec->unknown && i < spec->unknown->n; i++)
    if (!count_row (&counter, spec->unknown->row[i], error))
      return FALSE;
  count->n_events = rows->n;
  count->n_unknown = spec->unknown ? spec->unknown->n : 0;
  finish (&counter);
  return TRUE;
}

ChnCount *
chn_count_new (const ChnTimeline *timeline, const ChnRows *rows, const ChnCountSpec *spec, GError **error)
{
  g_autoptr (ChnCount) count = g_new0 (ChnCount, 1);
  count->measures = g_array_new (FALSE, FALSE, sizeof (ChnMeasure));
  g_array_set_clear_func (count->measures, clear_measure);
  count->buckets = g_array_new (FALSE, FALSE, sizeof (ChnBucket));
  count->tallies = g_array_new (FALSE, FALSE, sizeof (ChnTally));
  if (!chn_count_parse_keys (count, spec->by, error) || !chn_count_parse_measures (count, spec->sum, FALSE, error) ||
      !chn_count_parse_measures (count, spec->average, TRUE, error) ||
      !count_rows (count, timeline, rows, spec, error))
    return NULL;
  return g_steal_pointer (&count);
}

void
chn_count_free (ChnCount *count)
{
  if (!count)
    return;
  for (guint key = 0; key < CHN_COUNT_KEYS_MAX; key++)
    chn_count_values_free (count->values[key]);
  g_array_unref (count->measures);
  g_array_unref (count->buckets);
  g_array_unref (count->tallies);
  g_free (count);
}

const ChnBucket *
chn_count_get_buckets (const ChnCount *count, guint *n)
{
  *n = count->buckets->len;
  return (const ChnBucket *) (gconstpointer) count->buckets->data;
}

guint
chn_count_get_n_keys (const ChnCount *count)
{
  return count->n_keys;
}

const char *
chn_count_get_key (const ChnCount *count, guint index)
{
  g_return_val_if_fail (index < count->n_keys, NULL);
  return count->key[index]->name;
}

guint
chn_count_get_n_events (const ChnCount *count)
{
  return count->n_events;
}

guint
chn_count_get_n_unknown (const ChnCount *count)
{
  return count->n_unknown;
}

guint
chn_count_get_n_measures (const ChnCount *count)
{
  return count->measures->len;
}

const char *
chn_count_get_measure (const ChnCount *count, guint index)
{
  g_return_val_if_fail (index < count->measures->len, NULL);
  return g_array_index (count->measures, ChnMeasure, index).name;
}
