/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The onsets of a zone that some times need, those that follow one rule year by year as one observance
 * (RFC 5545, 3.6.5).
 */
#include "zone/needs.h"

#include "base/civil.h"

typedef struct {
  const ChnZone *zone;
  guint first, last; /* periods */
  gboolean onwards;
} Need;

struct _ChnZoneNeeds {
  GArray *needs; /* Need */
};

/* Onsets of equal kind in successive years, on the nth or the last of a weekday of a month. */
typedef struct {
  int from, to, second; /* offsets; second of the day, by the clock before */
  int month, weekday;
  int nth;       /* 0: not always the same */
  gboolean last; /* always the last */
  gint64 year;   /* of the latest */
  guint period;  /* of the latest, for its name and kind */
} Series;

ChnZoneNeeds *
chn_zone_needs_new (void)
{
  ChnZoneNeeds *needs = g_new (ChnZoneNeeds, 1);
  needs->needs = g_array_new (FALSE, FALSE, sizeof (Need));
  return needs;
}

void
chn_zone_needs_free (ChnZoneNeeds *needs)
{
  if (!needs)
    return;
  g_array_unref (needs->needs);
  g_free (needs);
}

guint
chn_zone_needs_get_n (const ChnZoneNeeds *needs)
{
  return needs->needs->len;
}

const ChnZone *
chn_zone_needs_get_zone (const ChnZoneNeeds *needs, guint index)
{
  return g_array_index (needs->needs, Need, index).zone;
}

static Need *
find_need (ChnZoneNeeds *needs, const ChnZone *zone)
{
  for (guint i = 0; i < needs->needs->len; i++)
    if (g_array_index (needs->needs, Need, i).zone == zone)
      return &g_array_index (needs->needs, Need, i);
  Need need = { zone, G_MAXUINT, 0, FALSE };
  g_array_append_val (needs->needs, need);
  return &g_array_index (needs->needs, Need, needs->needs->len - 1);
}

void
chn_zone_needs_add (ChnZoneNeeds *needs, const ChnZone *zone, gint64 utc, gboolean onwards)
{
  Need *need = find_need (needs, zone);
  guint n = 0, period = chn_zone_find_period (zone, utc);
  const ChnZonePeriod *periods = chn_zone_get_periods (zone, &n);
  gboolean at_end =
      period > 0 && period + 1 == n && chn_civil_from_seconds (periods[period].start).year == CHN_ZONE_LAST_YEAR;
  /* Past the last change that is listed, both halves of its year go on. */
  need->first = MIN (need->first, at_end ? period - 1 : period);
  need->last = MAX (need->last, period);
  need->onwards |= onwards || at_end;
}

static Series
series_of_onset (const ChnZonePeriod *periods, guint period)
{
  const ChnZonePeriod *before = &periods[period - 1], *now = &periods[period];
  ChnCivil onset = chn_civil_from_seconds (now->start + before->offset);
  return (Series){ .from = before->offset,
                   .to = now->offset,
                   .second = onset.hour * 3600 + onset.minute * 60 + onset.second,
                   .month = onset.month,
                   .weekday = chn_civil_weekday (chn_civil_to_days (onset.year, onset.month, onset.day)),
                   .nth = (onset.day - 1) / 7 + 1,
                   .last = onset.day + 7 > chn_civil_month_length (onset.year, onset.month),
                   .year = onset.year,
                   .period = period };
}

static gboolean
continues (const Series *series, const Series *onset, const ChnZonePeriod *periods)
{
  const ChnZonePeriod *a = &periods[series->period], *b = &periods[onset->period];
  return onset->year == series->year + 1 && onset->from == series->from && onset->to == series->to &&
         onset->second == series->second && onset->month == series->month && onset->weekday == series->weekday &&
         (onset->nth == series->nth || (onset->last && series->last)) && a->is_daylight == b->is_daylight &&
         g_strcmp0 (a->name, b->name) == 0;
}

/* Sorts a zone's onsets into series; of[i] is the series of period i + 1. */
static GArray *
list_series (const ChnZonePeriod *periods, guint n, guint *of)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Series));
  for (guint period = 1; period < n; period++) {
    Series onset = series_of_onset (periods, period);
    guint i = list->len;
    while (i > 0 && !continues (&g_array_index (list, Series, i - 1), &onset, periods))
      i--;
    of[period - 1] = i > 0 ? i - 1 : list->len;
    if (i == 0) {
      g_array_append_val (list, onset);
      continue;
    }
    Series *series = &g_array_index (list, Series, i - 1);
    onset.nth = onset.nth == series->nth ? onset.nth : 0;
    onset.last = onset.last && series->last;
    *series = onset;
  }
  return list;
}

/* Periods first to last of one series; the same twice: a single onset. */
static ChnObservance
make_observance (const ChnZonePeriod *periods, const Series *series, guint first, guint last, gboolean endless)
{
  ChnObservance observance;
  chn_observance_init (&observance);
  observance.start = periods[first].start + series->from;
  observance.from = series->from;
  observance.to = series->to;
  observance.is_daylight = periods[first].is_daylight;
  observance.name = periods[first].name;
  if (last == first && !endless)
    return observance;
  observance.month = series->month;
  observance.weekday = series->weekday;
  observance.week = series->last ? -1 : series->nth;
  if (!endless)
    observance.until = periods[last].start + series->from;
  return observance;
}

/* What held before the first change: as if it had begun long ago. */
static ChnObservance
make_first_observance (const ChnZonePeriod *period)
{
  ChnObservance observance;
  chn_observance_init (&observance);
  observance.start = chn_civil_to_days (1000, 1, 1) * CHN_DAY_SECONDS;
  observance.from = observance.to = period->offset;
  observance.name = period->name;
  return observance;
}

/* The first and the last of a series' periods that are needed; FALSE when none is. */
static gboolean
find_ends (const Need *need, const guint *of, guint series, guint end, guint ends[2])
{
  ends[0] = 0;
  for (guint period = MAX (need->first, 1); period <= end; period++)
    if (of[period - 1] == series) {
      ends[0] = ends[0] == 0 ? period : ends[0];
      ends[1] = period;
    }
  /* A reader may ask each observance for its latest onset, so none begins after the first time. */
  if (ends[0] > need->first && need->first > 1 && of[need->first - 2] == series)
    ends[0] = need->first - 1;
  return ends[0] > 0;
}

/* Readers there are that take no zone without standard time: where only daylight time is needed, what was before,
 * too. */
static Need
include_standard (const Need *need, const ChnZonePeriod *periods, guint end)
{
  Need whole = *need;
  for (guint period = need->first; period <= end; period++)
    if (!periods[period].is_daylight)
      return whole;
  while (whole.first > 0 && periods[whole.first].is_daylight)
    whole.first--;
  return whole;
}

GArray *
chn_zone_needs_list_observances (const ChnZoneNeeds *needs, guint index)
{
  const Need *given = &g_array_index (needs->needs, Need, index);
  guint n = 0, ends[2] = { 0, 0 };
  const ChnZonePeriod *periods = chn_zone_get_periods (given->zone, &n);
  const guint end = given->onwards ? n - 1 : given->last;
  const Need needed = include_standard (given, periods, end), *need = &needed;
  g_autofree guint *of = g_new (guint, n);
  g_autoptr (GArray) all = list_series (periods, n, of);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (ChnObservance));
  ChnObservance before = make_first_observance (&periods[0]);
  if (need->first == 0)
    g_array_append_val (list, before);
  for (guint i = 0; i < all->len; i++) {
    const Series *series = &g_array_index (all, Series, i);
    if (!find_ends (need, of, i, end, ends))
      continue;
    gboolean endless = need->onwards && series->year == CHN_ZONE_LAST_YEAR;
    ChnObservance observance = make_observance (periods, series, ends[0], ends[1], endless);
    g_array_append_val (list, observance);
  }
  return list;
}
