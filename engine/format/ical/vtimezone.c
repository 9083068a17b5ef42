/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * VTIMEZONE (RFC 5545, 3.6.5): the onsets that a file's times need, those that follow one rule year
 * by year as one observance.
 */
#include "format/ical/vtimezone.h"

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

static void
put_offset (ChnContentLine *line, const char *name, int offset)
{
  char text[16];
  int distance = ABS (offset), seconds = distance % 60;
  g_snprintf (text, sizeof text, "%c%02d%02d", offset < 0 ? '-' : '+', distance / 3600, distance / 60 % 60);
  if (seconds != 0)
    g_snprintf (text + 5, sizeof text - 5, "%02d", seconds);
  chn_line_put_property (line, name, text);
}

static void
put_civil (ChnContentLine *line, const char *name, gint64 seconds)
{
  ChnCivil civil = chn_civil_from_seconds (seconds);
  char text[24];
  g_snprintf (text, sizeof text, "%04d%02d%02dT%02d%02d%02d", (int) civil.year, civil.month, civil.day, civil.hour,
              civil.minute, civil.second);
  chn_line_put_property (line, name, text);
}

static void
put_rule (ChnContentLine *line, const Series *series, const ChnZonePeriod *last, gboolean endless)
{
  static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  char text[80];
  int used = g_snprintf (text, sizeof text, "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", series->month,
                         series->last ? -1 : series->nth, weekdays[series->weekday - 1]);
  ChnCivil end = chn_civil_from_seconds (last->start);
  if (!endless)
    g_snprintf (text + used, sizeof text - (gsize) used, ";UNTIL=%04d%02d%02dT%02d%02d%02dZ", (int) end.year,
                end.month, end.day, end.hour, end.minute, end.second);
  chn_line_put_property (line, "RRULE", text);
}

/* Periods first to last of one series; the same twice: a single onset. */
static void
put_observance (ChnContentLine *line, const ChnZonePeriod *periods, const Series *series, guint first, guint last,
                gboolean endless)
{
  const ChnZonePeriod *period = &periods[first];
  const char *kind = period->is_daylight ? "DAYLIGHT" : "STANDARD";
  chn_line_put_property (line, "BEGIN", kind);
  put_civil (line, "DTSTART", period->start + series->from);
  put_offset (line, "TZOFFSETFROM", series->from);
  put_offset (line, "TZOFFSETTO", series->to);
  chn_line_put_text_property (line, "TZNAME", period->name);
  if (last != first || endless)
    put_rule (line, series, &periods[last], endless);
  chn_line_put_property (line, "END", kind);
}

/* What held before the first change: as if it had begun long ago. */
static void
put_first_period (ChnContentLine *line, const ChnZonePeriod *period)
{
  chn_line_put_property (line, "BEGIN", "STANDARD");
  chn_line_put_property (line, "DTSTART", "10000101T000000");
  put_offset (line, "TZOFFSETFROM", period->offset);
  put_offset (line, "TZOFFSETTO", period->offset);
  chn_line_put_text_property (line, "TZNAME", period->name);
  chn_line_put_property (line, "END", "STANDARD");
}

static void
put_zone (ChnContentLine *line, const Need *need)
{
  guint n = 0;
  const ChnZonePeriod *periods = chn_zone_get_periods (need->zone, &n);
  g_autofree guint *of = g_new (guint, n);
  g_autoptr (GArray) list = list_series (periods, n, of);
  guint end = need->onwards ? n - 1 : need->last;
  chn_line_put_property (line, "BEGIN", "VTIMEZONE");
  chn_line_put_text_property (line, "TZID", chn_zone_get_name (need->zone));
  if (need->first == 0)
    put_first_period (line, &periods[0]);
  for (guint i = 0; i < list->len; i++) {
    const Series *series = &g_array_index (list, Series, i);
    guint first = 0, last = 0;
    for (guint period = MAX (need->first, 1); period <= end; period++)
      if (of[period - 1] == i) {
        first = first == 0 ? period : first;
        last = period;
      }
    /* A reader may ask each observance for its latest onset, so none begins after the first time. */
    if (first > need->first && need->first > 1 && of[need->first - 2] == i)
      first = need->first - 1;
    gboolean endless = need->onwards && series->year == CHN_ZONE_LAST_YEAR;
    if (first > 0)
      put_observance (line, periods, series, first, last, endless);
  }
  chn_line_put_property (line, "END", "VTIMEZONE");
}

void
chn_zone_needs_put (const ChnZoneNeeds *needs, ChnContentLine *line)
{
  for (guint i = 0; i < needs->needs->len; i++)
    put_zone (line, &g_array_index (needs->needs, Need, i));
}
