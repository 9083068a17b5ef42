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
  counting->actors = counter->count->actors[key];
  counting->values = counter->count->values[key];
  counting->hits = counter->hits[key];
  g_array_set_size (counting->hits, 0);
  counter->count->rule[key]->find (counting);
  if (counting->hits->len == 0)
    chn_count_hit (counting, "none", NULL, CHN_ORDER_NONE, CHN_HIT_CERTAINLY);
  chn_count_values_replace (counting->values, counting->hits);
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
  guint n = 0, n_measures = counter->count->measures->len;
  if (n_measures == 0)
    return; /* of a snapshot no record need be read */
  const ChnVoteCell *vote = chn_columns_get_vote (counter->columns, counter->counting.row, &n);
  for (guint i = 0; n > 0 && i < n_measures; i++) {
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

/* Counts the event at hand under each of its values of a key. */
static void
add_to_values (Counter *counter, guint key)
{
  ChnCountValues *values = counter->count->values[key];
  guint n_measures = counter->count->measures->len;
  g_array_set_size (values->tallies, values->values->len * n_measures);
  for (guint i = 0; i < counter->hits[key]->len; i++) {
    const ChnCountHit *hit = &g_array_index (counter->hits[key], ChnCountHit, i);
    ChnCountValue *value = &g_array_index (values->values, ChnCountValue, hit->value);
    if (counter->counting.is_unknown || hit->kind == CHN_HIT_UNKNOWN) {
      value->n_unknown++;
      continue;
    }
    value->n++;
    value->n_possibly += hit->kind == CHN_HIT_POSSIBLY ? 1 : 0;
    value->n_derived += hit->kind == CHN_HIT_DERIVED ? 1 : 0;
    tally (counter, values->tallies, hit->value * n_measures);
  }
}

static gboolean
count_row (Counter *counter, guint row, GError **error)
{
  guint n_keys = counter->count->n_keys;
  counter->counting.row = row;
  for (guint key = 0; key < n_keys; key++) {
    find_hits (counter, key);
    add_to_values (counter, key);
  }
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

typedef struct {
  const ChnCount *count;
  const guint *place[CHN_COUNT_KEYS_MAX];
} Places;

static gint
compare_fillings (gconstpointer a, gconstpointer b, gpointer data)
{
  const Filling *left = a, *right = b;
  const Places *places = data;
  for (guint key = 0; key < places->count->n_keys; key++) {
    guint l = places->place[key][left->value[key]], r = places->place[key][right->value[key]];
    if (l != r)
      return l < r ? -1 : 1;
  }
  return 0;
}

static ChnBucket
make_bucket (const Filling *filling, const Places *places)
{
  ChnBucket bucket = { .n = filling->n,
                       .n_possibly = filling->n_possibly,
                       .n_derived = filling->n_derived,
                       .n_unknown = filling->n_unknown };
  for (guint key = 0; key < places->count->n_keys; key++) {
    guint total = places->place[key][filling->value[key]];
    bucket.total[key] = total;
    bucket.name[key] = g_array_index (places->count->totals[key], ChnCountTotal, total).name;
    bucket.label[key] = g_array_index (places->count->totals[key], ChnCountTotal, total).label;
  }
  return bucket;
}

/* The buckets in their order, with their tallies, and those of all behind them. */
static void
finish (Counter *counter)
{
  ChnCount *count = counter->count;
  guint n_measures = count->measures->len;
  g_autofree guint *first = chn_count_order (count, 0);
  g_autofree guint *second = count->n_keys > 1 ? chn_count_order (count, 1) : NULL;
  Places places = { count, { first, second } };
  g_array_sort_with_data (counter->fillings, compare_fillings, &places);
  for (guint i = 0; i < counter->fillings->len; i++) {
    const Filling *filling = &g_array_index (counter->fillings, Filling, i);
    ChnBucket bucket = make_bucket (filling, &places);
    g_array_append_val (count->buckets, bucket);
    if (n_measures > 0)
      g_array_append_vals (count->tallies, &g_array_index (counter->tallies, ChnTally, filling->number * n_measures),
                           n_measures);
  }
  g_array_append_vals (count->tallies, counter->total->data, n_measures);
}

/* Begins with nothing counted. */
static void
reset (Counter *counter)
{
  GArray *arrays[] = { counter->fillings, counter->tallies, counter->total };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_set_size (arrays[i], 0);
  g_hash_table_remove_all (counter->index);
  g_array_set_size (counter->total, counter->count->measures->len);
}

static gboolean
count_all (Counter *counter, const ChnRows *rows, const ChnRows *unknown, GError **error)
{
  reset (counter);
  counter->counting.is_unknown = FALSE;
  for (guint i = 0; i < rows->n; i++)
    if (!count_row (counter, rows->row[i], error))
      return FALSE;
  counter->counting.is_unknown = TRUE;
  for (guint i = 0; unknown && i < unknown->n; i++)
    if (!count_row (counter, unknown->row[i], error))
      return FALSE;
  return TRUE;
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
  count->n_events = rows->n;
  count->n_unknown = spec->unknown ? spec->unknown->n : 0;
  if (count->is_agreement)
    return chn_count_agreements (count, rows, spec, &counter.counting, error);
  if (!count_all (&counter, rows, spec->unknown, error))
    return FALSE;
  if (spec->top > 0 && chn_count_keep_top (count, spec->top) && !count_all (&counter, rows, spec->unknown, error))
    return FALSE;
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
  count->arena = chn_arena_new ();
  count->reverse = spec->reverse;
  count->has_shares = spec->share;
  for (guint key = 0; key < CHN_COUNT_KEYS_MAX; key++)
    count->totals[key] = g_array_new (FALSE, FALSE, sizeof (ChnCountTotal));
  if (!chn_count_parse_keys (count, spec->by, timeline, error) ||
      !chn_count_parse_measures (count, spec->sum, FALSE, error) ||
      !chn_count_parse_measures (count, spec->average, TRUE, error) ||
      !chn_count_parse_sort (count, spec->sort, error) || !count_rows (count, timeline, rows, spec, error))
    return NULL;
  return g_steal_pointer (&count);
}

void
chn_count_free (ChnCount *count)
{
  if (!count)
    return;
  for (guint key = 0; key < CHN_COUNT_KEYS_MAX; key++) {
    chn_count_values_free (count->values[key]);
    g_array_unref (count->totals[key]);
  }
  g_array_unref (count->measures);
  g_array_unref (count->buckets);
  g_array_unref (count->tallies);
  chn_arena_free (count->arena);
  g_free (count);
}

const ChnBucket *
chn_count_get_buckets (const ChnCount *count, guint *n)
{
  *n = count->buckets->len;
  return (const ChnBucket *) (gconstpointer) count->buckets->data;
}

const ChnCountTotal *
chn_count_get_totals (const ChnCount *count, guint key, guint *n)
{
  g_return_val_if_fail (key < count->n_keys, NULL);
  *n = count->totals[key]->len;
  return (const ChnCountTotal *) (gconstpointer) count->totals[key]->data;
}

gboolean
chn_count_is_agreement (const ChnCount *count)
{
  return count->is_agreement;
}

gboolean
chn_count_has_shares (const ChnCount *count)
{
  return count->has_shares;
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
