/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What votes in favour and against come to together: their margin and their share, as far as counts and names tell.
 */
#include "query/roll-sums.h"

#include "query/roll-rest.h"

/* How many pairs are tried where the numbers are open. */
enum { MOST_TRIED = 100000, MOST_RANGES = 64 };

/* What the numbers may be: each by itself, and their sum. */
typedef struct {
  gint64 low[2], high[2]; /* of CHN_BALLOT_YES and CHN_BALLOT_NO */
  gint64 sum_low, sum_high;
} Pairs;

guint
chn_pair_find_margin (gint64 yes, const ChnCounts *range, ChnCounts *no)
{
  gint64 high = MIN (range->high, CHN_MANY);
  no[0] = (ChnCounts){ MAX (yes - high, 0), yes - range->low };
  no[1] = (ChnCounts){ yes + range->low, yes + high };
  return 2;
}

/* The least number whose product with `by` is not below one. */
static gint64
divide_up (gint64 number, gint64 by)
{
  return number <= 0 ? 0 : (number + by - 1) / by;
}

/* yes / (yes + no) is from low to high; of nobody there is no share. */
guint
chn_pair_find_share (gint64 yes, const ChnCounts *range, ChnCounts *no)
{
  gint64 high = MIN (range->high, CHN_SHARE_WHOLE);
  gint64 least = high > 0 ? divide_up (yes * (CHN_SHARE_WHOLE - high), high) : yes > 0 ? 2 * CHN_MANY : 0;
  gint64 most = range->low > 0 ? yes * (CHN_SHARE_WHOLE - range->low) / range->low : CHN_MANY;
  *no = (ChnCounts){ yes == 0 ? MAX (least, 1) : least, most };
  return no->low <= no->high ? 1 : 0;
}

static void
set_pairs (const ChnRoll *roll, Pairs *pairs, gboolean strict)
{
  ChnRest rest;
  chn_roll_find_rest (roll, &rest);
  if (roll->electorate)
    chn_roll_limit_by_seats (roll, &rest);
  ChnUnnamed unnamed = chn_roll_find_unnamed (roll, NULL, strict);
  gboolean fits = chn_rest_share_out (&rest, &unnamed);
  gint64 named = 0, elsewhere = rest.most[CHN_BALLOT_ABSTAIN] + rest.most[CHN_BALLOT_NOT_VOTING];
  for (guint kind = CHN_BALLOT_YES; kind <= CHN_BALLOT_NO; kind++) {
    gint64 count = roll->n_named[kind];
    gint64 stated = chn_roll_get_count (roll, (ChnBallotKind) kind);
    pairs->low[kind] = stated >= 0 ? stated : count + rest.least[kind];
    pairs->high[kind] = stated >= 0 ? stated : MIN (count + rest.most[kind], CHN_MANY);
    named += count;
  }
  fits = fits && !(chn_roll_get_count (roll, CHN_BALLOT_YES) >= 0 && chn_roll_get_count (roll, CHN_BALLOT_NO) >= 0);
  pairs->sum_low = fits ? named + MAX (unnamed.n - elsewhere, 0) : 0;
  pairs->sum_high = fits && unnamed.is_whole
                        ? named + unnamed.n - rest.least[CHN_BALLOT_ABSTAIN] - rest.least[CHN_BALLOT_NOT_VOTING]
                        : 2 * CHN_MANY;
}

/* Whether some of the pairs with so many in favour are asked for, and some not. */
static void
try_pairs (gint64 yes, const ChnCounts *no, ChnPairFunc find, const ChnCounts *ranges, guint n, gboolean *any_in,
           gboolean *any_out)
{
  ChnCounts found[2 * MOST_RANGES];
  guint n_found = 0;
  for (guint i = 0; i < MIN (n, (guint) MOST_RANGES); i++)
    n_found += find (yes, &ranges[i], &found[n_found]);
  *any_in = *any_in || chn_counts_contain_any (found, n_found, no->low, no->high);
  *any_out = *any_out || !chn_counts_contain_all (found, n_found, no->low, no->high);
}

ChnAnswer
chn_roll_ask_pair (const ChnRoll *roll, ChnPairFunc find, const ChnCounts *ranges, guint n, gboolean strict)
{
  Pairs pairs;
  gboolean any_in = FALSE, any_out = FALSE;
  if (!roll->vote || roll->vote->method == CHN_METHOD_CONSENSUS)
    return CHN_ANSWER_NO;
  set_pairs (roll, &pairs, strict);
  gint64 last = MIN (pairs.high[CHN_BALLOT_YES], pairs.low[CHN_BALLOT_YES] + MOST_TRIED);
  for (gint64 yes = pairs.low[CHN_BALLOT_YES]; yes <= last && !(any_in && any_out); yes++) {
    const ChnCounts no = { MAX (pairs.low[CHN_BALLOT_NO], pairs.sum_low - yes),
                           MIN (pairs.high[CHN_BALLOT_NO], pairs.sum_high - yes) };
    if (no.low <= no.high)
      try_pairs (yes, &no, find, ranges, n, &any_in, &any_out);
  }
  if (any_in && chn_roll_may_be_consensus (roll))
    return CHN_ANSWER_UNKNOWN;
  return !any_in ? CHN_ANSWER_NO : any_out ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_YES;
}
