/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How many days lie between two dates.
 *
 *   distance = ["possibly "] ["about "] days
 *   days     = number " days" | number " to " number " days" | number " days or " ("more" | "less")
 *   number   = "0" | ("+" | "-") digits
 */
#include "date/distance.h"

#include "base/civil.h"
#include "date/ends.h"

static void
append_days (GString *out, gint64 days)
{
  g_string_append_printf (out, days == 0 ? "0" : "%+" G_GINT64_FORMAT, days);
}

static void
append_doubt (GString *out, guint flags)
{
  g_string_append (out, flags & CHN_DATE_UNCERTAIN ? "possibly " : "");
  g_string_append (out, flags & CHN_DATE_APPROXIMATE ? "about " : "");
}

/* A range; an end that is not known is G_MININT64 or G_MAXINT64. */
static void
append_range (GString *out, gint64 low, gint64 high)
{
  gboolean is_open = low == G_MININT64 || high == G_MAXINT64;
  append_days (out, low == G_MININT64 ? high : low);
  if (!is_open && low != high) {
    g_string_append (out, " to ");
    append_days (out, high);
  }
  g_string_append (out, low == high && (low == 1 || low == -1) ? " day" : " days");
  if (is_open)
    g_string_append (out, low == G_MININT64 ? " or less" : " or more");
}

/* When a date began, where it lasts; else all that it may be. */
static ChnDateStretch
find_begin (const ChnDate *date)
{
  const ChnDateBounds *bounds = chn_date_get_bounds (date);
  ChnDateEnds ends;
  chn_date_find_ends (date, NULL, &ends);
  return ends.lasts ? ends.begin : (ChnDateStretch){ bounds->earliest, bounds->latest };
}

char *
chn_date_dup_distance (const ChnDate *from, const ChnDate *to)
{
  const ChnDateBounds *bounds = chn_date_get_bounds (to);
  ChnDateStretch begin = find_begin (from);
  gboolean knows_low = chn_time_is_finite (bounds->earliest) && chn_time_is_finite (begin.latest);
  gboolean knows_high = chn_time_is_finite (bounds->latest) && chn_time_is_finite (begin.earliest);
  if (!knows_low && !knows_high)
    return NULL;
  GString *out = g_string_new (NULL);
  append_doubt (out, bounds->flags | chn_date_get_bounds (from)->flags);
  append_range (out,
                knows_low ? chn_civil_find_day (bounds->earliest) - chn_civil_find_day (begin.latest) : G_MININT64,
                knows_high ? chn_civil_find_day (bounds->latest) - chn_civil_find_day (begin.earliest) : G_MAXINT64);
  return g_string_free (out, FALSE);
}
