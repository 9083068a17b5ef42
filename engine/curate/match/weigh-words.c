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

/* What two events have in common; the words of a title are among those of all texts. */
typedef struct {
  Overlap texts, titles;
  Overlap there, here; /* a title, and the texts of the other: the title of the first, and of the second */
} Common;

static void
add (Overlap *overlap, double weight)
{
  overlap->weight += weight;
  overlap->square += weight * weight;
}

/* Ascending numbers, of which those that are passed are not looked at again. */
typedef struct {
  const guint32 *at, *end;
} Walk;

static Walk
start_walk (const ChnTraitTable *table, const ChnTraits *traits, ChnTraitRuns run)
{
  const guint32 *first = chn_traits_get (table, traits, run);
  return (Walk){ first, first + traits->run[run].n };
}

static gboolean
walk_to (Walk *walk, guint32 number)
{
  while (walk->at < walk->end && *walk->at < number)
    walk->at++;
  return walk->at < walk->end && *walk->at == number;
}

static Common
find_common (const ChnWeighing *weighing, const ChnTraits *a, const ChnTraits *b)
{
  Common common = { .texts = { 0, 0 } };
  Walk x = start_walk (weighing->a, a, CHN_TRAIT_TEXT), y = start_walk (weighing->b, b, CHN_TRAIT_TEXT);
  Walk title_a = start_walk (weighing->a, a, CHN_TRAIT_TITLE), title_b = start_walk (weighing->b, b, CHN_TRAIT_TITLE);
  for (; x.at < x.end; x.at++) {
    if (!walk_to (&y, *x.at))
      continue;
    double weight = weighing->word[*x.at];
    gboolean in_a = walk_to (&title_a, *x.at), in_b = walk_to (&title_b, *x.at);
    add (&common.texts, weight);
    if (in_a)
      add (&common.there, weight);
    if (in_b)
      add (&common.here, weight);
    if (in_a && in_b)
      add (&common.titles, weight);
  }
  return common;
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
measure (const ChnTraits *a, const ChnTraits *b, const Common *common)
{
  double cosine = get_share (common->titles.square, sqrt ((double) a->title_square * b->title_square));
  double whole = get_share (common->texts.square, sqrt ((double) a->text_square * b->text_square));
  double there = get_share (common->there.weight, a->title_weight);
  double here = get_share (common->here.weight, b->title_weight);
  return MAX (MAX (cosine, 0.85 * (there + here) / 2), whole);
}

double
chn_weigh_words (const ChnWeighing *weighing, const ChnTraits *a, const ChnTraits *b, guint *reasons)
{
  const Common common = find_common (weighing, a, b);
  double likeness = common.texts.weight > 0 ? measure (a, b, &common) : 0;
  double weight = rate (likeness, MAX (common.texts.weight, 1));
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
