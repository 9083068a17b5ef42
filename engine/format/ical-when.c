/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From EDTF to calendar days: exact days as they are, imprecise ones as a span or an anchor that says so. */
#include "format/ical-when.h"

#include <string.h>

#include "base/civil.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 9999 };

/* "≈ 18 Nov 2014", for people who see only the title. */
static char *
dup_short_date (const ChnEvent *event)
{
  static const char *const months[] = { "January", "February",  "March",   "April",    "June",    "July",
                                        "August",  "September", "October", "November", "December" };
  g_autofree char *long_text = chn_date_dup_humanized (chn_event_get_date (event, CHN_FIELD_DATE));
  const char *start = g_str_has_prefix (long_text, "about ") ? long_text + strlen ("about ") : long_text;
  GString *text = g_string_new (start);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++) {
    g_autofree char *brief = g_strndup (months[i], 3);
    g_string_replace (text, months[i], brief, 0);
  }
  return g_string_free (text, FALSE);
}

/* Seconds east of UTC at a civil time of a zone; of two readings the first, as clocks show it first. */
static gint64
zone_offset (const char *zone, gint64 civil)
{
  g_autoptr (GTimeZone) known = zone ? g_time_zone_new_identifier (zone) : NULL;
  if (!known)
    return 0;
  int interval = g_time_zone_find_interval (known, G_TIME_TYPE_STANDARD, civil);
  return interval < 0 ? 0 : g_time_zone_get_offset (known, interval);
}

static gint64
to_utc (const ChnEvent *event, const char *default_zone, gint64 civil)
{
  int minutes = 0;
  if (chn_date_get_utc_offset (chn_event_get_date (event, CHN_FIELD_DATE), &minutes))
    return civil - minutes * 60;
  const char *zone = chn_event_get_text (event, CHN_FIELD_ZONE);
  return civil - zone_offset (zone ? zone : default_zone, civil);
}

/* Whether the days between the bounds are exactly what the date denotes. */
static gboolean
is_exact (const ChnDateBounds *bounds)
{
  guint doubts = CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE | CHN_DATE_ONE_OF | CHN_DATE_MASKED | CHN_DATE_GAPS;
  return bounds->precision <= CHN_PRECISION_DAY && !(bounds->flags & doubts);
}

static gint64
day_of (gint64 seconds)
{
  ChnCivil civil = chn_civil_from_seconds (seconds);
  return chn_civil_to_days (civil.year, civil.month, civil.day);
}

static gboolean
is_in_calendar_years (gint64 seconds)
{
  gint64 year = chn_civil_from_seconds (seconds).year;
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static void
skip (ChnWhen *when, const char *why)
{
  when->kind = CHN_WHEN_SKIPPED;
  when->why = why;
}

static void
set_imprecise (ChnWhen *when, const ChnEvent *event, gboolean half_open, ChnImprecise imprecise)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  gboolean fine = bounds->precision <= CHN_PRECISION_MONTH;
  if (imprecise == CHN_IMPRECISE_SKIP) {
    skip (when, "its date is imprecise, and --imprecise=skip leaves such events out");
    return;
  }
  g_autofree char *text = dup_short_date (event);
  gboolean span = !half_open && (imprecise == CHN_IMPRECISE_SPAN || (imprecise == CHN_IMPRECISE_AUTO && fine));
  if (!span)
    when->end_day = when->first_day + 1;
  when->prefix = span ? g_strdup_printf ("≈ %s: ", text) : g_strdup_printf ("[%s] ", text);
}

void
chn_when_init (ChnWhen *when, const ChnEvent *event, const char *default_zone, ChnImprecise imprecise)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  gboolean no_start = bounds->earliest == CHN_TIME_MIN, no_end = bounds->latest == CHN_TIME_MAX;
  *when = (ChnWhen){ .kind = CHN_WHEN_DAYS };
  if (no_start && no_end) {
    skip (when, "its date has neither start nor end");
    return;
  }
  gint64 first = no_start ? bounds->latest : bounds->earliest;
  gint64 last = no_end ? bounds->earliest : bounds->latest;
  if (!is_in_calendar_years (first) || !is_in_calendar_years (last)) {
    skip (when, "calendar files hold the years 1000 to 9999 only");
    return;
  }
  when->first_day = day_of (first);
  when->end_day = day_of (last) + 1;
  if (no_start || no_end || !is_exact (bounds)) {
    set_imprecise (when, event, no_start || no_end, imprecise);
  } else if ((bounds->flags & CHN_DATE_TIMED) && bounds->precision == CHN_PRECISION_SECOND) {
    when->kind = CHN_WHEN_TIME;
    when->utc = to_utc (event, default_zone, bounds->earliest);
  }
}

void
chn_when_clear (ChnWhen *when)
{
  g_clear_pointer (&when->prefix, g_free);
}

void
chn_when_format_day (gint64 day, char buffer[16])
{
  gint64 year;
  int month, day_of_month;
  chn_civil_from_days (day, &year, &month, &day_of_month);
  g_snprintf (buffer, 16, "%04d%02d%02d", (int) year, month, day_of_month);
}

void
chn_when_format_utc (gint64 seconds, char buffer[24])
{
  ChnCivil civil = chn_civil_from_seconds (seconds);
  g_snprintf (buffer, 24, "%04d%02d%02dT%02d%02d%02dZ", (int) civil.year, civil.month, civil.day, civil.hour,
              civil.minute, civil.second);
}
