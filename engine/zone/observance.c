/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Onsets of daylight and standard time, computed rather than expanded, so that no rule can cost time. */
#include "zone/observance.h"

#include "base/civil.h"

void
chn_observance_init (ChnObservance *observance)
{
  *observance = (ChnObservance){
    .start = G_MININT64, .until = G_MAXINT64, .from = CHN_OFFSET_UNKNOWN, .to = CHN_OFFSET_UNKNOWN
  };
}

void
chn_observance_clear (ChnObservance *observance)
{
  g_clear_pointer (&observance->dates, g_array_unref);
}

void
chn_observance_add_date (ChnObservance *observance, gint64 onset)
{
  if (!observance->dates)
    observance->dates = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (observance->dates, onset);
}

void
chn_observance_complete (ChnObservance *rule)
{
  if (rule->start == G_MININT64)
    return;
  ChnCivil start = chn_civil_from_seconds (rule->start);
  if (rule->month == 0)
    rule->month = start.month;
  if (rule->weekday == 0 && rule->first_day == 0)
    rule->first_day = start.day;
  if (rule->weekday > 0 && rule->week == 0 && rule->first_day == 0)
    rule->week = 1;
}

static gint64
onset_day (const ChnObservance *rule, gint64 year)
{
  int length = chn_civil_month_length (year, rule->month);
  gint64 first = chn_civil_to_days (year, rule->month, 1);
  if (rule->weekday == 0)
    return first + MIN (rule->first_day, length) - 1;
  if (rule->week < 0) {
    gint64 last = first + length - 1;
    return last - (chn_civil_weekday (last) - rule->weekday + 7) % 7 + 7 * (rule->week + 1);
  }
  gint64 from = first + (rule->week > 0 ? 7 * (rule->week - 1) : rule->first_day - 1);
  return from + (rule->weekday - chn_civil_weekday (from) + 7) % 7;
}

static void
offer (gint64 candidate, gint64 civil, gint64 *best)
{
  if (candidate <= civil && candidate > *best)
    *best = candidate;
}

gint64
chn_observance_get_clock (const ChnObservance *observance)
{
  return observance->start - chn_civil_find_day (observance->start) * CHN_DAY_SECONDS;
}

static void
offer_yearly (const ChnObservance *rule, gint64 civil, gint64 *best)
{
  gint64 clock = chn_observance_get_clock (rule);
  gint64 year = chn_civil_from_seconds (MIN (civil, rule->until)).year;
  for (gint64 y = year - 1; y <= year; y++) {
    gint64 onset = onset_day (rule, y) * CHN_DAY_SECONDS + clock;
    if (onset >= rule->start && onset <= rule->until)
      offer (onset, civil, best);
  }
}

gboolean
chn_observance_find_onset (const ChnObservance *observance, gint64 civil, gint64 *onset)
{
  gint64 best = G_MININT64;
  if (observance->start == G_MININT64)
    return FALSE;
  offer (observance->start, civil, &best);
  if (observance->month > 0)
    offer_yearly (observance, civil, &best);
  for (guint i = 0; observance->dates && i < observance->dates->len; i++)
    offer (g_array_index (observance->dates, gint64, i), civil, &best);
  *onset = best;
  return best != G_MININT64;
}
