/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One occurrence: from when to when it lasts, and its date as EDTF. */
#include <string.h>

#include "base/civil.h"
#include "date/compose.h"
#include "timeline/recurrence/set.h"

static gboolean
is_first (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence)
{
  return recurrence->fault || (occurrence->begin == recurrence->begin && occurrence->length < 0);
}

/* The first day behind a month or year that begins on a day; months and years stay whole. */
static gint64
find_end_day (const ChnDateBounds *first, gint64 day)
{
  gint64 year;
  int month, day_of_month;
  chn_civil_from_days (day, &year, &month, &day_of_month);
  if (first->precision == CHN_PRECISION_MONTH)
    return day + chn_civil_month_length (year, month);
  return first->precision == CHN_PRECISION_YEAR ? chn_civil_to_days (year + 1, month, day_of_month)
                                                : day + (first->latest - first->earliest) / CHN_DAY_SECONDS + 1;
}

ChnDateBounds
chn_recurrence_get_bounds (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence)
{
  const ChnDateBounds *first = &recurrence->first;
  ChnDateBounds bounds = *first;
  if (is_first (recurrence, occurrence))
    return bounds;
  bounds.earliest = occurrence->begin;
  if (recurrence->clock.is_days) {
    gboolean is_span = (first->flags & CHN_DATE_INTERVAL) != 0;
    bounds.latest = is_span ? occurrence->begin + (first->latest - first->earliest)
                            : find_end_day (first, chn_civil_find_day (occurrence->begin)) * CHN_DAY_SECONDS - 1;
    return bounds;
  }
  const gint64 end =
      chn_recurrence_clock_to_civil (&recurrence->clock, chn_recurrence_find_end (recurrence, occurrence));
  bounds.earliest = MIN (occurrence->begin, end);
  bounds.latest = MAX (occurrence->begin, end);
  if (occurrence->length > 0)
    bounds.flags |= CHN_DATE_INTERVAL;
  return bounds;
}

static ChnClockTime
make_time (const ChnRecurrence *recurrence, gint64 utc, gint64 civil)
{
  const ChnRecurrenceClock *clock = &recurrence->clock;
  if (!clock->is_known)
    return (ChnClockTime){ civil, CHN_OFFSET_NONE };
  if (!clock->zone && !clock->may_turn && clock->offset == 0)
    return (ChnClockTime){ utc, CHN_OFFSET_UTC };
  gint64 shown = chn_recurrence_clock_to_civil (clock, utc);
  return (ChnClockTime){ shown, (int) (shown - utc) };
}

static gboolean
compose_times (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence, char text[CHN_DATE_TEXT_ROOM])
{
  ChnDateBounds bounds;
  const gint64 ends = chn_recurrence_find_end (recurrence, occurrence);
  gboolean lasts = occurrence->length > 0 || (recurrence->first.flags & CHN_DATE_INTERVAL && occurrence->length < 0);
  ChnClockTime start = make_time (recurrence, occurrence->utc, occurrence->begin);
  ChnClockTime end = make_time (recurrence, ends, occurrence->begin + (ends - occurrence->utc));
  return chn_date_compose_times (text, &start, lasts ? &end : NULL, &bounds);
}

/* A month or a year; other dates as the days that they are. */
static gboolean
compose_days (const ChnRecurrence *recurrence, const ChnDateBounds *occurrence, char text[CHN_DATE_TEXT_ROOM])
{
  const ChnDateBounds *first = &recurrence->first;
  ChnDateBounds bounds;
  gboolean is_span = (first->flags & CHN_DATE_INTERVAL) != 0;
  if (!chn_date_compose_days (text, occurrence->earliest, occurrence->latest, &bounds))
    return FALSE;
  if (!is_span && first->precision == CHN_PRECISION_MONTH)
    text[strlen ("2014-11")] = '\0';
  else if (!is_span && first->precision == CHN_PRECISION_YEAR)
    text[strlen ("2014")] = '\0';
  return TRUE;
}

/* What is uncertain or approximate stays so. */
static const char *
get_qualifier (const ChnDateBounds *first)
{
  gboolean is_uncertain = first->flags & CHN_DATE_UNCERTAIN, is_approximate = first->flags & CHN_DATE_APPROXIMATE;
  if (first->flags & (CHN_DATE_INTERVAL | CHN_DATE_TIMED))
    return "";
  return is_uncertain && is_approximate ? "%" : is_uncertain ? "?" : is_approximate ? "~" : "";
}

ChnDate *
chn_recurrence_make_date (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence)
{
  char text[CHN_DATE_TEXT_ROOM];
  ChnDateBounds bounds = chn_recurrence_get_bounds (recurrence, occurrence);
  gboolean fine = recurrence->clock.is_days ? compose_days (recurrence, &bounds, text)
                                            : compose_times (recurrence, occurrence, text);
  g_autofree char *qualified = fine ? g_strconcat (text, get_qualifier (&recurrence->first), NULL) : NULL;
  return qualified ? chn_date_parse (qualified, -1, NULL) : NULL;
}

char *
chn_recurrence_dup_mark (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence)
{
  ChnCivil civil = chn_civil_from_seconds (occurrence->begin);
  if (recurrence->clock.is_days)
    return g_strdup_printf ("%04" G_GINT64_FORMAT "%02d%02d", civil.year, civil.month, civil.day);
  return g_strdup_printf ("%04" G_GINT64_FORMAT "%02d%02dt%02d%02d%02d", civil.year, civil.month, civil.day,
                          civil.hour, civil.minute, civil.second);
}
