/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Whether a date lies in a range: no, possibly, certainly.
 *
 * Certainly means wholly, whatever the sort of date. Of one-of sets and masks every alternative, of
 * all-of sets every element must lie within; of an interval, which lasts from its start to its end,
 * the whole. What only meets the range happened there possibly.
 */
#include "base/civil.h"
#include "date/date.h"

/* "~", "?" and "%" do not widen what a date denotes, but leave nothing certain. */
static ChnCertainty
qualify (const ChnDate *date, ChnCertainty certainty)
{
  gboolean qualified = (date->bounds.flags & (CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE)) != 0;
  return qualified ? MIN (certainty, CHN_CERTAINTY_POSSIBLY) : certainty;
}

static ChnCertainty
relate_span (gint64 earliest, gint64 latest, gint64 from, gint64 to)
{
  if (latest < from || earliest > to)
    return CHN_CERTAINTY_NO;
  return earliest >= from && latest <= to ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY;
}

static gint64
day_of (gint64 second)
{
  return second / CHN_DAY_SECONDS - (second % CHN_DAY_SECONDS < 0 ? 1 : 0);
}

/* A part with gaps is in the range possibly only if one of its members meets it. */
static ChnCertainty
relate_item (const ChnDateItem *item, gint64 from, gint64 to)
{
  gint64 earliest, latest;
  chn_item_get_bounds (item, &earliest, &latest);
  ChnCertainty certainty = relate_span (earliest, latest, from, to);
  if (certainty != CHN_CERTAINTY_POSSIBLY || item->is_range || !item->from.gaps)
    return certainty;
  ChnDaySpan member;
  if (chn_member_find (&item->from, day_of (from), &member) && chn_day_start (member.first) <= to)
    return CHN_CERTAINTY_POSSIBLY;
  return CHN_CERTAINTY_NO;
}

ChnCertainty
chn_date_relate (const ChnDate *date, gint64 from, gint64 to)
{
  if (from > to)
    return CHN_CERTAINTY_NO;
  if (!(date->bounds.flags & CHN_DATE_GAPS))
    return qualify (date, relate_span (date->bounds.earliest, date->bounds.latest, from, to));
  ChnCertainty all = relate_item (&date->items[0], from, to);
  for (guint i = 1; i < date->n_items && all != CHN_CERTAINTY_POSSIBLY; i++)
    if (relate_item (&date->items[i], from, to) != all)
      all = CHN_CERTAINTY_POSSIBLY;
  return qualify (date, all);
}
