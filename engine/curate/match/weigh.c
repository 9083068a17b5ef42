/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How likely two events are one: what each of their traits says is added up (Fellegi and Sunter, A Theory for Record
 * Linkage, 1969). A weight is the logarithm of how much more often the trait is so of one event told twice than of
 * two.
 */
#include "curate/match/weigh.h"

#include <math.h>
#include <string.h>

#include "curate/match/weigh-date.h"
#include "curate/match/weigh-words.h"

/* Of two events that were not looked for at random but for something that they share, this many are two. */
static const double prior = -2.2;

/* What is said of two events by something that they share or not. */
typedef struct {
  const ChnWeighing *weighing;
  const ChnTraits *a, *b;
  guint *reasons;
} Pair;

static double
give (const Pair *pair, guint reason, double weight)
{
  *pair->reasons |= reason;
  return weight;
}

typedef struct {
  guint n;       /* how many are shared */
  guint n_alone; /* that no other event has */
  double weight; /* how much they say, the rarer the more */
} Shared;

static guint
get_n_events (const Pair *pair)
{
  return MAX (MAX (pair->weighing->a->n, pair->weighing->b->n), CHN_FEWEST_WEIGHED);
}

static Shared
find_shared (const Pair *pair, ChnTraitRuns run)
{
  Shared shared = { 0 };
  const ChnTraitTable *a = pair->weighing->a, *b = pair->weighing->b;
  const guint32 *x = chn_traits_get (a, pair->a, run), *y = chn_traits_get (b, pair->b, run);
  guint most = a == b ? 2 : 1;
  for (guint i = 0, j = 0; i < pair->a->run[run].n && j < pair->b->run[run].n;) {
    if (x[i] == y[j]) {
      guint n = MAX (chn_trait_count (a, x[i]), chn_trait_count (b, x[i]));
      shared.n++;
      shared.n_alone += n <= most;
      shared.weight += log ((get_n_events (pair) + 1.0) / (n + 1.0));
      i++, j++;
    } else if (x[i] < y[j])
      i++;
    else
      j++;
  }
  return shared;
}

static gboolean
have_both (const Pair *pair, ChnTraitRuns run)
{
  return pair->a->run[run].n > 0 && pair->b->run[run].n > 0;
}

static double
weigh_ids (const Pair *pair)
{
  double weight = 0;
  if (find_shared (pair, CHN_TRAIT_ORIGINS).n > 0)
    weight += give (pair, CHN_MATCH_ORIGIN, 30);
  if (find_shared (pair, CHN_TRAIT_UIDS).n > 0)
    weight += give (pair, CHN_MATCH_UID, 12);
  return weight;
}

/* A draft that is tabled, and voted on another day, is one document and two events. */
static double
weigh_symbols (const Pair *pair)
{
  const Shared shared = find_shared (pair, CHN_TRAIT_SYMBOLS);
  gboolean is_other_stage = *pair->reasons & CHN_MATCH_OTHER_DATE && *pair->reasons & CHN_MATCH_OTHER_KIND;
  if (shared.n_alone > 0)
    return give (pair, CHN_MATCH_SYMBOL, is_other_stage ? 3 : 7);
  if (shared.n > 0)
    return give (pair, CHN_MATCH_SHARED_SYMBOL, 2.5);
  return find_shared (pair, CHN_TRAIT_SERIES).n > 0 ? give (pair, CHN_MATCH_OTHER_SYMBOL, -6.5) : 0;
}

/* Whether one of two dotted ids, behind the letter of their kind, lies above the other. */
static gboolean
is_above (const char *above, const char *below)
{
  gsize length = strlen (above);
  return strncmp (above, below, length) == 0 && below[length] == '.';
}

static gboolean
has_forum_above (const Pair *pair)
{
  const ChnPool *names = pair->weighing->names->names;
  const guint32 *x = chn_traits_get (pair->weighing->a, pair->a, CHN_TRAIT_FORUMS);
  const guint32 *y = chn_traits_get (pair->weighing->b, pair->b, CHN_TRAIT_FORUMS);
  for (guint i = 0; i < pair->a->run[CHN_TRAIT_FORUMS].n; i++)
    for (guint j = 0; j < pair->b->run[CHN_TRAIT_FORUMS].n; j++) {
      const char *one = chn_pool_get (names, x[i]), *other = chn_pool_get (names, y[j]);
      if (is_above (one, other) || is_above (other, one))
        return TRUE;
    }
  return FALSE;
}

static double
weigh_forums (const Pair *pair)
{
  const Shared shared = find_shared (pair, CHN_TRAIT_FORUMS);
  if (!have_both (pair, CHN_TRAIT_FORUMS))
    return 0;
  if (shared.n > 0)
    return give (pair, CHN_MATCH_FORUM, CLAMP (0.6 * shared.weight, 0.7, 2));
  return has_forum_above (pair) ? give (pair, CHN_MATCH_NEAR_FORUM, 0.7) : give (pair, CHN_MATCH_OTHER_FORUM, -1.5);
}

/* A resolution of the one is the vote of the other, which may not say what kind of event it is at all. */
static double
weigh_kinds (const Pair *pair)
{
  static const guint8 by_decision[] = { 1, 2, 3, 4 }; /* resolution, decision, draft, vote */
  guint a = pair->a->kind, b = pair->b->kind;
  if (a == b && a != 0) {
    guint n = MAX (chn_trait_count (pair->weighing->a, pair->a->kind_name),
                   chn_trait_count (pair->weighing->b, pair->b->kind_name));
    return give (pair, CHN_MATCH_KIND, CLAMP (0.4 * log ((get_n_events (pair) + 1.0) / (n + 1.0)), 0.3, 1.2));
  }
  if (a == 0 || b == 0)
    return 0;
  gboolean are_near =
      memchr (by_decision, (int) a, sizeof by_decision) && memchr (by_decision, (int) b, sizeof by_decision);
  return give (pair, CHN_MATCH_OTHER_KIND, are_near ? -0.3 : -1.5);
}

/* What took place is not what did not. */
static double
weigh_status (const Pair *pair)
{
  return pair->a->took_no_place != pair->b->took_no_place ? -1.5 : 0;
}

static double
weigh_votes (const Pair *pair)
{
  guint n_same = 0, n_other = 0;
  gboolean has_a = FALSE, has_b = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pair->a->count); i++) {
    gint32 a = pair->a->count[i], b = pair->b->count[i];
    has_a |= a >= 0, has_b |= b >= 0;
    n_same += a >= 0 && a == b;
    n_other += a >= 0 && b >= 0 && a != b;
  }
  if (pair->a->by_consensus && pair->b->by_consensus)
    return give (pair, CHN_MATCH_VOTE, 0.3);
  if ((pair->a->by_consensus && has_b) || (pair->b->by_consensus && has_a))
    return give (pair, CHN_MATCH_OTHER_VOTE, -2);
  if (n_other == G_N_ELEMENTS (pair->a->count))
    return give (pair, CHN_MATCH_OTHER_VOTE, -6); /* nobody gets all counts wrong */
  if (n_other > 0)
    return give (pair, CHN_MATCH_OTHER_VOTE, n_same >= 2 ? -0.7 : -3);
  return n_same >= 2 ? give (pair, CHN_MATCH_VOTE, n_same == 3 ? 4 : 2.5) : 0;
}

static double
weigh_actors (const Pair *pair)
{
  if (!have_both (pair, CHN_TRAIT_ACTORS))
    return 0;
  const Shared shared = find_shared (pair, CHN_TRAIT_ACTORS);
  double weight = MIN (0.25 * shared.weight, 1);
  if (shared.n == 0)
    return -0.4;
  return weight >= 0.6 ? give (pair, CHN_MATCH_ACTORS, weight) : weight;
}

static double
weigh_sources (const Pair *pair)
{
  const Shared shared = find_shared (pair, CHN_TRAIT_SOURCES);
  double weight = MIN (0.3 * shared.weight, 1);
  return weight >= 0.7 ? give (pair, CHN_MATCH_SOURCE, weight) : weight;
}

/* The third of a series is not its fourth. */
static double
weigh_series (const Pair *pair)
{
  if (pair->a->series == 0 || pair->a->series != pair->b->series || pair->a->nth == 0 || pair->b->nth == 0)
    return 0;
  return pair->a->nth == pair->b->nth ? 1 : -3;
}

/*
 * A day says the more, the less happens around it: where there is an event a month, two of one day hardly are two. Of
 * busy weeks it says little.
 */
static double
weigh_days (const Pair *pair)
{
  double weight = chn_weigh_dates (&pair->a->bounds, &pair->b->bounds, pair->reasons);
  double busy = MAX (pair->a->busy, pair->b->busy);
  return weight > 1 ? CLAMP (weight + 0.8 * log (0.3 / MAX (busy, 0.001)), 1.2, weight + 1.7) : weight;
}

/* An id that somebody else gave says something where date and words say so, too. */
static double
weigh_foreign_id (const Pair *pair, double words)
{
  gboolean agrees = !(*pair->reasons & CHN_MATCH_OTHER_DATE) && words > 0;
  if (pair->a->id != pair->b->id || *pair->reasons & CHN_MATCH_ORIGIN || !agrees)
    return 0;
  return give (pair, CHN_MATCH_ID, 3);
}

double
chn_weigh (const ChnWeighing *weighing, guint row_a, guint row_b, guint *reasons)
{
  const ChnTraits *a = &weighing->a->row[row_a], *b = &weighing->b->row[row_b];
  const Pair pair = { weighing, a, b, reasons };
  *reasons = 0;
  double words = chn_weigh_words (weighing, a, b, reasons);
  double sum = prior + words + weigh_days (&pair);
  sum += weigh_kinds (&pair);
  sum += weigh_ids (&pair) + weigh_symbols (&pair) + weigh_forums (&pair) + weigh_status (&pair);
  sum += weigh_votes (&pair) + MIN (weigh_actors (&pair) + weigh_sources (&pair), 1.2) + weigh_series (&pair);
  return sum + weigh_foreign_id (&pair, words);
}
