/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How much words speak for one event. Whoever writes the second title of an event takes other words, but not for its
 * names: so words count the more, the fewer events have them, and what one title says may stand in the other's
 * summary.
 */
#include "curate/match/weigh-words.h"

#include <math.h>

typedef struct {
  double shared, all_a, all_b;       /* weights of words */
  double square, square_a, square_b; /* their squares */
} Overlap;

static void
add_all (const float *weights, const guint32 *words, guint n, double *sum, double *square)
{
  for (guint i = 0; i < n; i++) {
    *sum += weights[words[i]];
    *square += weights[words[i]] * weights[words[i]];
  }
}

static Overlap
find_overlap (const ChnWeighing *weighing, const ChnTraits *a, ChnTraitRuns run_a, const ChnTraits *b,
              ChnTraitRuns run_b)
{
  Overlap overlap = { 0 };
  const guint32 *x = chn_traits_get (weighing->a, a, run_a), *y = chn_traits_get (weighing->b, b, run_b);
  add_all (weighing->word, x, a->run[run_a].n, &overlap.all_a, &overlap.square_a);
  add_all (weighing->word, y, b->run[run_b].n, &overlap.all_b, &overlap.square_b);
  for (guint i = 0, j = 0; i < a->run[run_a].n && j < b->run[run_b].n;) {
    if (x[i] == y[j]) {
      overlap.shared += weighing->word[x[i]];
      overlap.square += weighing->word[x[i]] * weighing->word[x[i]];
      i++, j++;
    } else if (x[i] < y[j])
      i++;
    else
      j++;
  }
  return overlap;
}

static double
get_share (double part, double whole)
{
  return whole > 0 ? part / whole : 0;
}

/* Words that are shared by chance are few, and say little. */
static double
rate (double likeness, double shared)
{
  static const double at[] = { 0, 0.1, 0.2, 0.35, 0.5, 0.7, 1 }, weight[] = { -2.2, -1, 0, 1.2, 2.6, 4, 5.5 };
  guint i = 1;
  while (i + 1 < G_N_ELEMENTS (at) && likeness > at[i])
    i++;
  double share = CLAMP ((likeness - at[i - 1]) / (at[i] - at[i - 1]), 0, 1);
  double rated = weight[i - 1] + share * (weight[i] - weight[i - 1]);
  return MIN (rated, 0.5 * shared);
}

/* A title that a series of events bears says no more than its words. */
static gboolean
have_one_title (const ChnWeighing *weighing, const ChnTraits *a, const ChnTraits *b)
{
  guint most = weighing->a == weighing->b ? 2 : 1;
  return a->title != 0 && a->title == b->title && chn_trait_count (weighing->a, a->title) <= most &&
         chn_trait_count (weighing->b, a->title) <= most;
}

double
chn_weigh_words (const ChnWeighing *weighing, const ChnTraits *a, const ChnTraits *b, guint *reasons)
{
  const Overlap titles = find_overlap (weighing, a, CHN_TRAIT_TITLE, b, CHN_TRAIT_TITLE);
  const Overlap there = find_overlap (weighing, a, CHN_TRAIT_TITLE, b, CHN_TRAIT_TEXT);
  const Overlap here = find_overlap (weighing, a, CHN_TRAIT_TEXT, b, CHN_TRAIT_TITLE);
  const Overlap texts = find_overlap (weighing, a, CHN_TRAIT_TEXT, b, CHN_TRAIT_TEXT);
  double cosine = get_share (titles.square, sqrt (titles.square_a * titles.square_b));
  double contained = (get_share (there.shared, there.all_a) + get_share (here.shared, here.all_b)) / 2;
  double whole = get_share (texts.square, sqrt (texts.square_a * texts.square_b));
  double likeness = MAX (MAX (cosine, 0.85 * contained), whole);
  double weight = rate (likeness, MAX (texts.shared, 1));
  if (have_one_title (weighing, a, b)) {
    *reasons |= CHN_MATCH_TITLE;
    return MAX (weight, 4.5);
  }
  if (weight >= 1.5)
    *reasons |= CHN_MATCH_WORDS;
  else if (weight < 0)
    *reasons |= CHN_MATCH_OTHER_WORDS;
  return weight;
}
