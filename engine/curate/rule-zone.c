/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lint rule about local times: one that the clocks of its zone show twice, or never. */
#include "base/civil.h"
#include "curate/rule.h"
#include "zone/local-time.h"

/* The event's own zone, else its timeline's; NULL where there is none, or no database. */
static const ChnZone *
find_zone (const ChnCheck *check)
{
  const char *own = chn_event_get_text (check->event, CHN_FIELD_ZONE);
  guint origin = chn_timeline_get_origin (check->timeline, check->row);
  return chn_zones_get (check->zones,
                        own && own[0] ? own : chn_timeline_get_header (check->timeline, origin, CHN_HEADER_ZONE));
}

/* A time of day that only its zone can place. */
static gboolean
is_local (const ChnEvent *event)
{
  int minutes;
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  return (bounds->flags & CHN_DATE_TIMED) && bounds->earliest == bounds->latest &&
         !chn_date_get_utc_offset (chn_event_get_date (event, CHN_FIELD_DATE), &minutes);
}

static char *
dup_offset (int offset)
{
  int distance = ABS (offset);
  char sign = offset < 0 ? '-' : '+';
  if (distance % 60 == 0)
    return g_strdup_printf ("%c%02d:%02d", sign, distance / 3600, distance / 60 % 60);
  return g_strdup_printf ("%c%02d:%02d:%02d", sign, distance / 3600, distance / 60 % 60, distance % 60);
}

/* As a date is written. Offsets of local mean time have seconds, which dates cannot have: these are written in UTC.
 */
static char *
dup_moment (gint64 utc, int offset)
{
  gboolean whole = offset % 60 == 0;
  ChnCivil civil = chn_civil_from_seconds (whole ? utc + offset : utc);
  g_autofree char *suffix = whole ? dup_offset (offset) : g_strdup ("Z");
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", (int) civil.year, civil.month, civil.day, civil.hour,
                          civil.minute, civil.second, suffix);
}

static void
report_twice (const ChnCheck *check, const ChnZone *zone, gint64 civil, const ChnLocalTime *local)
{
  g_autofree char *before = dup_offset (local->before), *after = dup_offset (local->after);
  g_autofree char *first = dup_moment (civil - local->before, local->before);
  g_autofree char *second = dup_moment (civil - local->after, local->after);
  g_autofree char *hint = g_strdup_printf ("write %s for the first, or %s for the second", first, second);
  chn_check_found (check, CHN_FIELD_DATE, 0, hint,
                   "%s comes twice in %s, whose clocks were turned back from %s to %s, and is taken for the first",
                   chn_event_get_text (check->event, CHN_FIELD_DATE), chn_zone_get_name (zone), before, after);
}

/* Counted by the offset before or after, the time is a moment that the clocks show otherwise. */
static void
report_skipped (const ChnCheck *check, const ChnZone *zone, gint64 civil, const ChnLocalTime *local)
{
  g_autofree char *before = dup_offset (local->before), *after = dup_offset (local->after);
  g_autofree char *later = dup_moment (civil - local->before, local->after);
  g_autofree char *earlier = dup_moment (civil - local->after, local->before);
  g_autofree char *hint =
      g_strdup_printf ("write %s, which it is taken for, or %s, or the time that was meant", later, earlier);
  chn_check_found (check, CHN_FIELD_DATE, 0, hint,
                   "%s does not exist in %s, whose clocks were put forward from %s to %s",
                   chn_event_get_text (check->event, CHN_FIELD_DATE), chn_zone_get_name (zone), before, after);
}

void
chn_rule_local_time (const ChnCheck *check)
{
  static void (*const report[]) (const ChnCheck *, const ChnZone *, gint64, const ChnLocalTime *) = {
    [CHN_LOCAL_TIME_ONCE] = NULL,
    [CHN_LOCAL_TIME_TWICE] = report_twice,
    [CHN_LOCAL_TIME_SKIPPED] = report_skipped,
  };
  const ChnZone *zone = is_local (check->event) ? find_zone (check) : NULL;
  if (!zone)
    return;
  gint64 civil = chn_event_get_bounds (check->event)->earliest;
  ChnLocalTime local = chn_zone_find_local (zone, civil);
  if (report[local.kind])
    report[local.kind](check, zone, civil, &local);
}
