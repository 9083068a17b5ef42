/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From EDTF to calendar days: exact days as they are, imprecise ones as a span or an anchor that says so. */
#include "format/ical/when.h"

#include <string.h>

#include "base/civil.h"
#include "date/ends.h"
#include "date/english.h"
#include "date/offset.h"
#include "zone/local-time.h"

/* Days since 1970-01-01: the years that calendars hold, and the days that the reform of the calendar left out. */
enum { FIRST_DAY = -354285 /* 1000-01-01 */, LAST_DAY = 2932896 /* 9999-12-31 */ };
enum { FIRST_REFORM_DAY = -141437 /* 1582-10-05 */, LAST_REFORM_DAY = -141428 /* 1582-10-14 */ };

static const char outside[] = "calendar files hold the years 1000 to 9999 only, without their last day";

/* "18 Nov 2014" and the like, for people who see only the title. */
static char *
dup_short_date (const ChnEvent *event)
{
  g_autofree char *words = chn_date_dup_humanized (chn_event_get_date (event, CHN_FIELD_DATE));
  GString *text = g_string_new (g_str_has_prefix (words, "about ") ? words + strlen ("about ") : words);
  for (int month = 1; month <= 12; month++) {
    const char *name = chn_english_get_month (month);
    const char brief[] = { name[0], name[1], name[2], '\0' };
    g_string_replace (text, name, brief, 0);
  }
  return g_string_free (text, FALSE);
}

gboolean
chn_when_is_exact (const ChnDateBounds *bounds)
{
  guint doubts = CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE | CHN_DATE_ONE_OF | CHN_DATE_MASKED | CHN_DATE_GAPS;
  return bounds->precision <= CHN_PRECISION_DAY && !(bounds->flags & doubts);
}

static gboolean
is_in_calendar_years (gint64 seconds)
{
  gint64 day = chn_civil_find_day (seconds);
  return day >= FIRST_DAY && day <= LAST_DAY;
}

gboolean
chn_when_is_reform_day (gint64 day)
{
  return day >= FIRST_REFORM_DAY && day <= LAST_REFORM_DAY;
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
  gboolean fine = chn_event_get_bounds (event)->precision <= CHN_PRECISION_MONTH;
  if (imprecise == CHN_IMPRECISE_SKIP) {
    skip (when, "its date is imprecise, and --imprecise=skip leaves such events out");
    return;
  }
  gboolean span = !half_open && (imprecise == CHN_IMPRECISE_SPAN || (imprecise == CHN_IMPRECISE_AUTO && fine));
  if (!span)
    when->end_day = when->first_day + 1;
  g_autofree char *text = dup_short_date (event);
  when->prefix = span ? g_strdup_printf ("≈ %s: ", text) : g_strdup_printf ("[%s] ", text);
}

/* UTC has a form of its own. */
static gboolean
is_utc (const ChnZone *zone)
{
  guint n = 0;
  return chn_zone_get_periods (zone, &n)->offset == 0 && n == 1;
}

/* A civil time that the clocks skip is written as the one that they show instead. */
static void
set_zoned (ChnWhen *when, const ChnZone *zone, gboolean local)
{
  when->civil = chn_zone_to_civil (zone, when->utc);
  /* The second of two equal civil times has no local form. */
  if (!local || is_utc (zone) || chn_zone_to_utc (zone, when->civil) != when->utc)
    return;
  when->kind = CHN_WHEN_ZONED;
  when->zone = zone;
}

/* The civil times of an end without offset, by the clocks of the zone; where there is none, as they are. */
static gint64
find_utc_by_zone (gint64 civil, gboolean latest, gconstpointer zone)
{
  (void) latest;
  return zone ? chn_zone_to_utc (zone, civil) : civil;
}

void
chn_when_find_ends (const ChnEvent *event, ChnZones *zones, const char *default_zone, gboolean in_utc,
                    ChnWhenEnds *ends)
{
  const char *own = chn_event_get_text (event, CHN_FIELD_ZONE);
  const ChnZone *zone = in_utc ? chn_zones_get (zones, own && own[0] ? own : default_zone) : NULL;
  const ChnDateClock clock = { find_utc_by_zone, zone };
  ChnDateEnds found;
  chn_date_find_ends (chn_event_get_date (event, CHN_FIELD_DATE), in_utc ? &clock : NULL, &found);
  *ends = (ChnWhenEnds){ found.begin.earliest, found.end.latest };
}

static gint64
find_begin (const ChnEvent *event)
{
  const guint times = CHN_DATE_INTERVAL | CHN_DATE_TIMED;
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  ChnWhenEnds ends = { .begin = bounds->earliest };
  if ((bounds->flags & times) == times)
    chn_when_find_ends (event, NULL, NULL, FALSE, &ends);
  return ends.begin;
}

static void
set_time (ChnWhen *when, const ChnEvent *event, const ChnWhenRules *rules)
{
  const char *own = chn_event_get_text (event, CHN_FIELD_ZONE);
  gint64 civil = find_begin (event);
  int minutes = 0;
  gboolean offset = chn_date_find_offset (chn_event_get_text (event, CHN_FIELD_DATE), &minutes);
  /* A zone is looked up only where it is asked about. */
  const ChnZone *zone =
      offset && !rules->local ? NULL : chn_zones_get (rules->zones, own && own[0] ? own : rules->default_zone);
  when->kind = offset || zone ? CHN_WHEN_UTC : CHN_WHEN_FLOATING;
  when->civil = civil;
  if (offset)
    when->utc = civil - minutes * 60;
  else if (zone)
    when->utc = chn_zone_to_utc (zone, civil);
  if (zone)
    set_zoned (when, zone, rules->local);
  if (when->kind != CHN_WHEN_FLOATING && !is_in_calendar_years (when->utc))
    skip (when, outside);
}

/* An interval of times; where the clocks skip or repeat its end in local form it is written in UTC. */
static void
set_end (ChnWhen *when, const ChnEvent *event, const ChnWhenRules *rules)
{
  ChnWhenEnds civil, utc;
  chn_when_find_ends (event, rules->zones, rules->default_zone, FALSE, &civil);
  chn_when_find_ends (event, rules->zones, rules->default_zone, TRUE, &utc);
  when->lasts = TRUE;
  when->end_utc = utc.end;
  when->end_civil = when->kind == CHN_WHEN_ZONED ? chn_zone_to_civil (when->zone, when->end_utc) : civil.end;
  if (when->kind == CHN_WHEN_ZONED && chn_zone_to_utc (when->zone, when->end_civil) != when->end_utc) {
    when->kind = CHN_WHEN_UTC;
    when->zone = NULL;
  }
  if (when->kind != CHN_WHEN_FLOATING && !is_in_calendar_years (when->end_utc))
    skip (when, outside);
}

static gboolean
is_instant (const ChnDateBounds *bounds)
{
  return (bounds->flags & CHN_DATE_TIMED) && bounds->precision <= CHN_PRECISION_MINUTE &&
         !(bounds->flags & CHN_DATE_ALL_OF);
}

static gboolean
is_time (const ChnWhen *when)
{
  return when->kind == CHN_WHEN_UTC || when->kind == CHN_WHEN_ZONED || when->kind == CHN_WHEN_FLOATING;
}

/* The day that DTSTART will name. */
static gint64
get_start_day (const ChnWhen *when)
{
  switch (when->kind) {
  case CHN_WHEN_UTC:
    return chn_civil_find_day (when->utc);
  case CHN_WHEN_ZONED:
  case CHN_WHEN_FLOATING:
    return chn_civil_find_day (when->civil);
  default:
    return when->first_day;
  }
}

void
chn_when_init (ChnWhen *when, const ChnEvent *event, const ChnWhenRules *rules)
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
  when->first_day = chn_civil_find_day (first);
  when->end_day = chn_civil_find_day (last) + 1;
  if (no_start || no_end || !chn_when_is_exact (bounds))
    set_imprecise (when, event, no_start || no_end, rules->imprecise);
  if (when->kind == CHN_WHEN_SKIPPED)
    return;
  if (!is_in_calendar_years (first) || !is_in_calendar_years (when->end_day * CHN_DAY_SECONDS))
    skip (when, outside);
  else if (chn_when_is_exact (bounds) && is_instant (bounds) && !rules->daily)
    set_time (when, event, rules);
  if (bounds->flags & CHN_DATE_INTERVAL && !no_end && is_time (when))
    set_end (when, event, rules);
  if (when->kind != CHN_WHEN_SKIPPED && chn_when_is_reform_day (get_start_day (when)))
    skip (when, "calendar apps that follow the reform of 1582 lack its 5th to 14th of October");
}

void
chn_when_clear (ChnWhen *when)
{
  g_clear_pointer (&when->prefix, g_free);
}

static char *
put_time (char *to, gint64 seconds)
{
  ChnCivil civil = chn_civil_from_seconds (seconds);
  return chn_civil_put_time (to, &civil, CHN_CIVIL_BASIC);
}

void
chn_when_format_day (gint64 day, char buffer[16])
{
  ChnCivil civil = { 0 };
  chn_civil_from_days (day, &civil.year, &civil.month, &civil.day);
  *chn_civil_put_day (buffer, &civil, CHN_CIVIL_BASIC) = '\0';
}

void
chn_when_format_time (gint64 seconds, char buffer[24])
{
  *put_time (buffer, seconds) = '\0';
}

void
chn_when_format_utc (gint64 seconds, char buffer[24])
{
  char *end = put_time (buffer, seconds);
  end[0] = 'Z';
  end[1] = '\0';
}
