/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How much words speak for one event. Whoever writes the second title of an event takes other words, but not for its
 * names: so words count the more, the fewer events have them, and what one title says may stand in the other's
 * summary.
 */
#include "curate/match/weigh-words.h"

#include <math.h>

/* Weights of the words that two have, and their squares. */
typedef struct {
  double weight, square;
} Overlap;

static Overlap
find_overlap (const ChnWeighing *weighing, const ChnTraits *a, ChnTraitRuns run_a, const ChnTraits *b,
              ChnTraitRuns run_b)
{
  Overlap overlap = { 0, 0 };
  const guint32 *x = chn_traits_get (weighing->a, a, run_a), *y = chn_traits_get (weighing->b, b, run_b);
  const guint32 *x_end = x + a->run[run_a].n, *y_end = y + b->run[run_b].n;
  while (x < x_end && y < y_end) {
    if (*x == *y) {
      double weight = weighing->word[*x];
      overlap.weight += weight;
      overlap.square += weight * weight;
      x++, y++;
    } else if (*x < *y)
      x++;
    else
      y++;
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

/* How alike two texts are, from 0 to 1: the titles, a title and the other's summary, or all of both. */
static double
measure (const ChnWeighing *weighing, const ChnTraits *a, const ChnTraits *b, const Overlap *texts)
{
  const Overlap titles = find_overlap (weighing, a, CHN_TRAIT_TITLE, b, CHN_TRAIT_TITLE);
  const Overlap there = find_overlap (weighing, a, CHN_TRAIT_TITLE, b, CHN_TRAIT_TEXT);
  const Overlap here = find_overlap (weighing, a, CHN_TRAIT_TEXT, b, CHN_TRAIT_TITLE);
  double cosine = get_share (titles.square, sqrt ((double) a->title_square * b->title_square));
  double whole = get_share (texts->square, sqrt ((double) a->text_square * b->text_square));
  double contained = (get_share (there.weight, a->title_weight) + get_share (here.weight, b->title_weight)) / 2;
  return MAX (MAX (cosine, 0.85 * contained), whole);
}

double
chn_weigh_words (const ChnWeighing *weighing, const ChnTraits *a, const ChnTraits *b, guint *reasons)
{
  const Overlap texts = find_overlap (weighing, a, CHN_TRAIT_TEXT, b, CHN_TRAIT_TEXT);
  double likeness = texts.weight > 0 ? measure (weighing, a, b, &texts) : 0;
  double weight = rate (likeness, MAX (texts.weight, 1));
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
