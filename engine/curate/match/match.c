/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which events of two timelines are one: candidates, their odds, and to whom each goes. */
#include <chancery/match.h>

#include <math.h>
#include <stdlib.h>

#include "curate/match/candidates.h"

struct _ChnMatches {
  GArray *pairs; /* ChnMatch */
};

/* Pairs with lower odds, as logarithms, are none; an event that fits nearly as well is a rival of another. */
static const double least = -2, near = 1;

/* While pairs are looked for, their score is the logarithm of their odds. */
static GArray *
find_pairs (const ChnWeighing *weighing)
{
  ChnCandidates candidates;
  gboolean is_one = weighing->a == weighing->b;
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (ChnMatch));
  chn_candidates_init (&candidates, weighing);
  for (guint b = 0; b < weighing->b->n; b++) {
    guint n = 0;
    const guint *rows = chn_candidates_find (&candidates, b, &n);
    for (guint i = 0; i < n; i++) {
      ChnMatch match = { rows[i], b, 0, 0 };
      if (is_one && rows[i] >= b)
        continue;
      match.score = chn_weigh (weighing, rows[i], b, &match.reasons);
      if (match.score >= least)
        g_array_append_val (pairs, match);
    }
  }
  chn_candidates_clear (&candidates);
  return pairs;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const ChnMatch *x = a, *y = b;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const ChnMatch *x = a, *y = b;
  if (x->score > y->score)
    return -1;
  return x->score < y->score ? 1 : compare_rows (a, b);
}

/* The pair that each row went to, by its odds: -INFINITY where it is free. */
typedef struct {
  double *a, *b;
} Taken;

static double *
new_taken (guint n)
{
  double *taken = g_new (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    taken[i] = -INFINITY;
  return taken;
}

/* The likelier pairs first; each row goes to one. */
static GArray *
assign (GArray *pairs, const Taken *taken)
{
  GArray *assigned = g_array_new (FALSE, FALSE, sizeof (ChnMatch));
  g_array_sort (pairs, compare_scores);
  for (guint i = 0; i < pairs->len; i++) {
    const ChnMatch *match = &g_array_index (pairs, ChnMatch, i);
    if (taken->a[match->a] != -INFINITY || taken->b[match->b] != -INFINITY)
      continue;
    taken->a[match->a] = taken->b[match->b] = match->score;
    g_array_append_val (assigned, *match);
  }
  return assigned;
}

/* Sums of the odds of rivals: pairs of a row whose other one is not better off elsewhere. */
static void
add_rivals (const GArray *pairs, const Taken *taken, const Taken *rivals)
{
  for (guint i = 0; i < pairs->len; i++) {
    const ChnMatch *match = &g_array_index (pairs, ChnMatch, i);
    double odds = exp (MIN (match->score, 30));
    gboolean is_own = taken->a[match->a] == match->score && taken->b[match->b] == match->score;
    if (!is_own && taken->b[match->b] < match->score + near)
      rivals->a[match->a] += odds;
    if (!is_own && taken->a[match->a] < match->score + near)
      rivals->b[match->b] += odds;
  }
}

static void
score (GArray *assigned, const Taken *rivals)
{
  for (guint i = 0; i < assigned->len; i++) {
    ChnMatch *match = &g_array_index (assigned, ChnMatch, i);
    double odds = exp (MIN (match->score, 30)), other = MAX (rivals->a[match->a], rivals->b[match->b]);
    match->score = odds / (1 + odds + other);
    if (other > odds / 10)
      match->reasons |= CHN_MATCH_RIVAL;
  }
  g_array_sort (assigned, compare_rows);
}

static GArray *
settle (GArray *pairs, guint n_a, guint n_b)
{
  const Taken taken = { new_taken (n_a), new_taken (n_b) };
  const Taken rivals = { g_new0 (double, MAX (n_a, 1)), g_new0 (double, MAX (n_b, 1)) };
  GArray *assigned = assign (pairs, &taken);
  add_rivals (pairs, &taken, &rivals);
  score (assigned, &rivals);
  g_free (taken.a);
  g_free (taken.b);
  g_free (rivals.a);
  g_free (rivals.b);
  return assigned;
}

ChnMatches *
chn_matches_new (const ChnTimeline *a, const ChnTimeline *b)
{
  ChnMatches *matches = g_new0 (ChnMatches, 1);
  g_auto (ChnOtherNames) other = { 0 };
  ChnTraitNames names;
  ChnTraitTable table_a, table_b;
  ChnWeighing weighing;
  chn_other_names_init (&other, a, b);
  chn_trait_names_init (&names);
  chn_trait_table_init (&table_a, &names, a, NULL);
  chn_trait_table_init (&table_b, &names, b, &other);
  chn_weighing_init (&weighing, &names, &table_a, &table_b);
  g_autoptr (GArray) pairs = find_pairs (&weighing);
  matches->pairs = settle (pairs, table_a.n, table_b.n);
  chn_weighing_clear (&weighing);
  chn_trait_table_clear (&table_a);
  chn_trait_table_clear (&table_b);
  chn_trait_names_clear (&names);
  return matches;
}

ChnMatches *
chn_matches_new_within (const ChnTimeline *timeline)
{
  ChnMatches *matches = g_new0 (ChnMatches, 1);
  ChnTraitNames names;
  ChnTraitTable table;
  ChnWeighing weighing;
  chn_trait_names_init (&names);
  chn_trait_table_init (&table, &names, timeline, NULL);
  chn_weighing_init (&weighing, &names, &table, &table);
  matches->pairs = find_pairs (&weighing);
  for (guint i = 0; i < matches->pairs->len; i++) {
    ChnMatch *match = &g_array_index (matches->pairs, ChnMatch, i);
    match->score = 1 / (1 + exp (-match->score));
  }
  g_array_sort (matches->pairs, compare_rows);
  chn_weighing_clear (&weighing);
  chn_trait_table_clear (&table);
  chn_trait_names_clear (&names);
  return matches;
}

void
chn_matches_free (ChnMatches *matches)
{
  if (!matches)
    return;
  g_array_unref (matches->pairs);
  g_free (matches);
}

const ChnMatch *
chn_matches_get (const ChnMatches *matches, guint *n)
{
  *n = matches->pairs->len;
  return (const ChnMatch *) (gpointer) matches->pairs->data;
}
