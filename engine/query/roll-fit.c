/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether the holes of a roll can be filled in some way: all ballots that lack a name find one, and all voters one.
 */
#include "query/roll-fit.h"

ChnFitBounds
chn_fit_bounds_new (void)
{
  ChnFitBounds bounds = { .most_idle = CHN_MANY };
  for (guint i = 0; i < CHN_N_FITS; i++)
    bounds.high[i] = CHN_MANY;
  return bounds;
}

ChnRollFit
chn_roll_fit_new (const ChnRoll *roll, gboolean strict)
{
  ChnRollFit fit = { .n_sure = 0 };
  chn_roll_find_rest (roll, &fit.rest);
  if (roll->electorate)
    chn_roll_limit_by_seats (roll, &fit.rest);
  ChnUnnamed unnamed = chn_roll_find_unnamed (roll, NULL, strict);
  fit.n_others = unnamed.n;
  fit.is_whole = unnamed.is_whole;
  return fit;
}

/* As many as lack a name of a kind, beyond those asked about, are others; of whom there must be as many. */
static gboolean
leaves_enough (const ChnRollFit *fit, const gint64 *low, const gint64 *high, gint64 n)
{
  gint64 lacking = 0, spare = n, reached = 0;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    lacking += MAX (fit->rest.least[kind] - low[kind], 0);
    reached += MAX (MIN (high[kind], fit->rest.least[kind]) - low[kind], 0);
    spare -= low[kind];
  }
  return !fit->is_whole || lacking - MIN (spare, reached) <= fit->n_others;
}

/* So many of those asked about voted. */
static gboolean
fits_voters (const ChnRollFit *fit, const ChnFitBounds *bounds, gint64 n, gint64 most_silent)
{
  gint64 high[CHN_N_BALLOT_KINDS], least = 0, most = 0;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    high[kind] = MIN (bounds->high[kind], fit->rest.most[kind]);
    if (kind == CHN_BALLOT_NOT_VOTING)
      high[kind] = MIN (high[kind], most_silent);
    if (bounds->low[kind] > high[kind])
      return FALSE;
    least += bounds->low[kind];
    most += high[kind];
  }
  gint64 places = chn_rest_sum_except (fit->rest.most, CHN_N_BALLOT_KINDS);
  return least <= n && n <= most && fit->n_others <= places - n && leaves_enough (fit, bounds->low, high, n);
}

gboolean
chn_roll_fits (const ChnRollFit *fit, const ChnFitBounds *bounds)
{
  gint64 last = MIN (fit->n_maybe, MIN (bounds->high[CHN_FIT_OUT], bounds->most_idle));
  for (gint64 out = bounds->low[CHN_FIT_OUT]; out <= last; out++)
    if (fits_voters (fit, bounds, fit->n_sure + fit->n_maybe - out, bounds->most_idle - out))
      return TRUE;
  return FALSE;
}
