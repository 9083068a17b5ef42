/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How often actors voted alike. Of each of them there is a bit a vote for each ballot of yes, no and abstain that it
 * cast: what two of them have in common is counted 64 votes at a time.
 */
#include "base/error.h"
#include "query/agreement-voters.h"
#include "query/count.h"

/* Pairs that are looked at, each under each value of the other key. */
enum { MOST_PAIRS = 4000000 };

/* The votes that have a value of the other key; NULL: all. */
typedef struct {
  guint64 *certain, *possible; /* possible: only possibly */
} Mask;

typedef struct {
  guint n, n_same, n_possibly;
} Pair;

typedef struct {
  ChnCount *count;
  const ChnAgreementVoters *voters;
  GArray *masks; /* of Mask, by the values of the other key */
} Matrix;

static inline Pair
count_pair (const ChnAgreementVoters *voters, guint one, guint other, const Mask *mask)
{
  Pair pair = { 0 };
  const guint64 *a = chn_agreement_voters_get (voters, one), *b = chn_agreement_voters_get (voters, other);
  for (gsize w = 0; w < voters->n_words; w++, a += CHN_N_CAST, b += CHN_N_CAST) {
    guint64 both = (a[0] | a[1] | a[2]) & (b[0] | b[1] | b[2]);
    guint64 counted = mask ? mask->certain[w] | mask->possible[w] : ~(guint64) 0;
    guint64 same = (a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]);
    pair.n += (guint) __builtin_popcountll (both & counted);
    pair.n_same += (guint) __builtin_popcountll (same & counted);
    if (mask)
      pair.n_possibly += (guint) __builtin_popcountll (both & mask->possible[w]);
  }
  return pair;
}

typedef Pair (*PairFunc) (const ChnAgreementVoters *voters, guint one, guint other, const Mask *mask);

#if defined(__x86_64__)
/* Most processors count bits by themselves. */
__attribute__ ((target ("popcnt"))) static Pair
count_pair_fast (const ChnAgreementVoters *voters, guint one, guint other, const Mask *mask)
{
  return count_pair (voters, one, other, mask);
}
#endif

static Pair
count_pair_anywhere (const ChnAgreementVoters *voters, guint one, guint other, const Mask *mask)
{
  return count_pair (voters, one, other, mask);
}

static PairFunc
choose_pair_func (void)
{
#if defined(__x86_64__)
  if (__builtin_cpu_supports ("popcnt"))
    return count_pair_fast;
#endif
  return count_pair_anywhere;
}

static gboolean
refuse_many (const char *what, guint most, GError **error)
{
  chn_error_set (error, CHN_ERROR_LIMIT, "name fewer actors, as agreement:USA+CHN, or count by a coarser key",
                 "the count has more than %u %s", most, what);
  return FALSE;
}

static gboolean
add_bucket (Matrix *matrix, const Pair *pair, guint first, guint second, GError **error)
{
  const ChnCountTotal *one = &g_array_index (matrix->count->totals[0], ChnCountTotal, first);
  const ChnCountTotal *other = &g_array_index (matrix->count->totals[1], ChnCountTotal, second);
  const ChnBucket bucket = { .name = { one->name, other->name },
                             .label = { one->label, other->label },
                             .n = pair->n,
                             .n_possibly = pair->n_possibly,
                             .n_same = pair->n_same,
                             .total = { first, second } };
  if (matrix->count->buckets->len == CHN_COUNT_BUCKETS_MAX)
    return refuse_many ("buckets", CHN_COUNT_BUCKETS_MAX, error);
  g_array_append_val (matrix->count->buckets, bucket);
  return TRUE;
}

/* A value of a key, in the order in which they come. */
static void
add_value (ChnCount *count, guint key, const char *name, const char *label)
{
  guint index = chn_count_values_add (count->values[key], name, label, count->values[key]->values->len);
  const ChnCountValue *value = &g_array_index (count->values[key]->values, ChnCountValue, index);
  const ChnCountTotal total = { .name = value->name, .label = value->label };
  g_array_append_val (count->totals[key], total);
}

/* Each with each other, both ways round. */
static gboolean
fill_square (Matrix *matrix, GError **error)
{
  PairFunc find = choose_pair_func ();
  guint n = matrix->voters->n;
  if ((guint64) n * n > MOST_PAIRS)
    return refuse_many ("pairs of actors", MOST_PAIRS, error);
  g_autofree Pair *pairs = g_new0 (Pair, (gsize) n * n + 1);
  for (guint key = 0; key < 2; key++)
    for (guint i = 0; i < n; i++)
      add_value (matrix->count, key, matrix->voters->voter[i].id, matrix->voters->voter[i].label);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      pairs[i * n + k] = pairs[k * n + i] = find (matrix->voters, i, k, NULL);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (pairs[i * n + k].n > 0 && !add_bucket (matrix, &pairs[i * n + k], i, k, error))
        return FALSE;
  return TRUE;
}

static void
add_pairs (Matrix *matrix)
{
  const ChnAgreementVoter *voter = matrix->voters->voter;
  for (guint i = 0; i < matrix->voters->n; i++)
    for (guint k = i + 1; k < matrix->voters->n; k++) {
      g_autofree char *name = g_strdup_printf ("%s+%s", voter[i].id, voter[k].id);
      g_autofree char *label = g_strdup_printf ("%s + %s", voter[i].label, voter[k].label);
      add_value (matrix->count, 1, name, label);
    }
}

static void
clear_mask (gpointer data)
{
  Mask *mask = data;
  g_free (mask->certain);
  g_free (mask->possible);
}

/* The values of the other key, each with the votes that have it. */
static void
fill_masks (Matrix *matrix, const ChnRows *rows, ChnCounting *counting)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (ChnCountHit));
  counting->argument = matrix->count->rule[0]->argument;
  counting->actors = matrix->count->actors[0];
  counting->values = matrix->count->values[0];
  counting->hits = hits;
  for (guint i = 0; i < rows->n; i++) {
    g_array_set_size (hits, 0);
    counting->row = rows->row[i];
    matrix->count->rule[0]->find (counting);
    if (hits->len == 0)
      chn_count_hit (counting, "none", NULL, CHN_ORDER_NONE, CHN_HIT_CERTAINLY);
    for (guint k = 0; k < hits->len; k++) {
      const ChnCountHit *hit = &g_array_index (hits, ChnCountHit, k);
      while (matrix->masks->len <= hit->value) {
        const Mask mask = { g_new0 (guint64, matrix->voters->n_words + 1),
                            g_new0 (guint64, matrix->voters->n_words + 1) };
        g_array_append_val (matrix->masks, mask);
      }
      const Mask *mask = &g_array_index (matrix->masks, Mask, hit->value);
      if (hit->kind != CHN_HIT_UNKNOWN)
        (hit->kind == CHN_HIT_POSSIBLY ? mask->possible : mask->certain)[i / 64] |= (guint64) 1 << (i % 64);
      g_array_index (counting->values->values, ChnCountValue, hit->value).n++;
    }
  }
}

/* The pairs that share a vote with a value. */
static gboolean
fill_value (Matrix *matrix, guint place, const Mask *mask, GError **error)
{
  PairFunc find = choose_pair_func ();
  guint pair = 0;
  for (guint i = 0; i < matrix->voters->n; i++)
    for (guint k = i + 1; k < matrix->voters->n; k++, pair++) {
      Pair found = find (matrix->voters, i, k, mask);
      if (found.n > 0 && !add_bucket (matrix, &found, place, pair, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_by_values (Matrix *matrix, const ChnRows *rows, ChnCounting *counting, GError **error)
{
  fill_masks (matrix, rows, counting);
  if ((guint64) matrix->voters->n * matrix->voters->n * MAX (matrix->masks->len, 1) > MOST_PAIRS)
    return refuse_many ("pairs of actors under its values", MOST_PAIRS, error);
  add_pairs (matrix);
  g_autofree guint *place = chn_count_order (matrix->count, 0);
  g_autofree guint *value_at = g_new (guint, matrix->masks->len + 1);
  for (guint value = 0; value < matrix->masks->len; value++)
    value_at[place[value]] = value;
  for (guint at = 0; at < matrix->masks->len; at++)
    if (!fill_value (matrix, at, &g_array_index (matrix->masks, Mask, value_at[at]), error))
      return FALSE;
  return TRUE;
}

/* What has another meaning, or none, where pairs are counted. */
static gboolean
check_spec (const ChnCountSpec *spec, GError **error)
{
  const struct {
    gboolean is_asked;
    const char *what;
  } others[] = {
    { spec->sum != NULL, "sums" },
    { spec->average != NULL, "averages" },
    { spec->sort != NULL || spec->reverse, "an order of another kind" },
    { spec->top > 0, "the most frequent told apart" },
    { spec->share, "shares of all events" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].is_asked) {
      chn_error_set (error, CHN_ERROR_UNSUPPORTED, "count by vote-of:ACTOR for that",
                     "agreement cannot be counted with %s", others[i].what);
      return FALSE;
    }
  return TRUE;
}

gboolean
chn_count_agreements (ChnCount *count, const ChnRows *rows, const ChnCountSpec *spec, ChnCounting *counting,
                      GError **error)
{
  g_auto (ChnAgreementVoters) voters = { 0 };
  g_autoptr (GArray) masks = g_array_new (FALSE, FALSE, sizeof (Mask));
  g_array_set_clear_func (masks, clear_mask);
  if (!check_spec (spec, error))
    return FALSE;
  chn_agreement_voters_init (&voters, count->actors[1], counting->columns, counting->registry, rows);
  Matrix matrix = { count, &voters, masks };
  return count->rule[0]->find ? fill_by_values (&matrix, rows, counting, error) : fill_square (&matrix, error);
}
