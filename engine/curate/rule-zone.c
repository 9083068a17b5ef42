/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lint rule about local times: one that the clocks of its zone show twice, or never. */
#include "base/civil.h"
#include "curate/rule.h"
#include "date/date.h"
#include "zone/local-time.h"

/* The event's own zone, else its timeline's; NULL where there is none, or no database. */
static const ChnZone *
find_zone (const ChnCheck *check)
{
  const char *own = chn_event_get_text (check->event, CHN_FIELD_ZONE);
  guint origin = chn_timeline_get_origin (check->timeline, check->row);
  return chn_zones_get (check->notes->zones,
                        own && own[0] ? own : chn_timeline_get_header (check->timeline, origin, CHN_HEADER_ZONE));
}

/* A time of day that only its zone can place. */
typedef struct {
  const ChnZone *zone;
  const ChnDatePart *part;
  gint64 civil;
  ChnLocalTime local;
} LocalTime;

static char *
dup_offset (int offset)
{
  int distance = ABS (offset);
  char sign = offset < 0 ? '-' : '+';
  if (distance % 60 == 0)
    return g_strdup_printf ("%c%02d:%02d", sign, distance / 3600, distance / 60 % 60);
  return g_strdup_printf ("%c%02d:%02d:%02d", sign, distance / 3600, distance / 60 % 60, distance % 60);
}

/* As a date is written, to the minute if the time is. Offsets of local mean time have seconds, which dates cannot
 * have: these are written in UTC. */
static char *
dup_moment (const LocalTime *time, gint64 utc, int offset)
{
  gboolean whole = offset % 60 == 0;
  ChnCivil civil = chn_civil_from_seconds (whole ? utc + offset : utc);
  GString *out = g_string_new (NULL);
  g_autofree char *suffix = whole ? dup_offset (offset) : g_strdup ("Z");
  g_string_append_printf (out, "%04d-%02d-%02dT%02d:%02d", (int) civil.year, civil.month, civil.day, civil.hour,
                          civil.minute);
  if (!time->part->to_minute || !whole)
    g_string_append_printf (out, ":%02d", civil.second);
  g_string_append (out, suffix);
  return g_string_free (out, FALSE);
}

static char *
dup_as_written (const LocalTime *time)
{
  GString *out = g_string_new (NULL);
  chn_part_append (time->part, out);
  return g_string_free (out, FALSE);
}

static void
report_twice (const ChnCheck *check, const LocalTime *time)
{
  const ChnLocalTime *local = &time->local;
  g_autofree char *before = dup_offset (local->before), *after = dup_offset (local->after);
  g_autofree char *first = dup_moment (time, time->civil - local->before, local->before);
  g_autofree char *second = dup_moment (time, time->civil - local->after, local->after);
  g_autofree char *hint = g_strdup_printf ("write %s for the first, or %s for the second", first, second);
  g_autofree char *text = dup_as_written (time);
  chn_check_found (check, CHN_FIELD_DATE, 0, hint,
                   "%s comes twice in %s, whose clocks were turned back from %s to %s, and is taken for the first",
                   text, chn_zone_get_name (time->zone), before, after);
}

/* Counted by the offset before or after, the time is a moment that the clocks show otherwise. */
static void
report_skipped (const ChnCheck *check, const LocalTime *time)
{
  const ChnLocalTime *local = &time->local;
  g_autofree char *before = dup_offset (local->before), *after = dup_offset (local->after);
  g_autofree char *later = dup_moment (time, time->civil - local->before, local->after);
  g_autofree char *earlier = dup_moment (time, time->civil - local->after, local->before);
  g_autofree char *hint =
      g_strdup_printf ("write %s, which it is taken for, or %s, or the time that was meant", later, earlier);
  g_autofree char *text = dup_as_written (time);
  chn_check_found (check, CHN_FIELD_DATE, 0, hint,
                   "%s does not exist in %s, whose clocks were put forward from %s to %s", text,
                   chn_zone_get_name (time->zone), before, after);
}

static void
check_time (const ChnCheck *check, const ChnZone *zone, const ChnDatePart *part)
{
  static void (*const report[]) (const ChnCheck *, const LocalTime *) = {
    [CHN_LOCAL_TIME_ONCE] = NULL,
    [CHN_LOCAL_TIME_TWICE] = report_twice,
    [CHN_LOCAL_TIME_SKIPPED] = report_skipped,
  };
  gint64 civil, latest;
  chn_part_get_bounds (part, &civil, &latest);
  LocalTime time = { zone, part, civil, chn_zone_find_local (zone, civil) };
  if (report[time.local.kind])
    report[time.local.kind](check, &time);
}

/* Each end of an interval of times is looked at. */
void
chn_rule_local_time (const ChnCheck *check)
{
  const ChnDate *date = chn_event_get_date (check->event, CHN_FIELD_DATE);
  const ChnDatePart *part = date ? chn_date_get_local_time (date, 0) : NULL;
  const ChnZone *zone = part ? find_zone (check) : NULL;
  for (guint i = 0; zone && part; part = chn_date_get_local_time (date, ++i))
    check_time (check, zone, part);
}
