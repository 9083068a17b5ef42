/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Dates that a recurrence set names one by one (RFC 5545, 3.8.4.4, 3.8.5.1 and 3.8.5.2):
 *
 *   value  = item *( "," item )
 *   item   = time / period
 *   period = time "/" ( time / duration )      of RDATE only
 */
#include <string.h>

#include "base/civil.h"
#include "timeline/recurrence/set.h"

/* The clocks that a value is read by: those that it names, or else those of the event. */
typedef struct {
  const ChnRecurrence *recurrence;
  const ChnZone *zone;
} Reading;

static Reading
begin_reading (const ChnRecurrence *recurrence, const char *key, ChnZones *zones)
{
  return (Reading){ recurrence, chn_recurrence_find_zone (key, zones) };
}

/* The instant of a time; where nobody knows the event's clocks, UTC is as good as they are. */
static gint64
find_instant (const Reading *reading, const ChnRecurTime *time)
{
  const ChnRecurrenceClock *clock = &reading->recurrence->clock;
  const ChnRecurrenceClock own = { .zone = reading->zone, .is_known = TRUE };
  if (time->is_utc || !clock->is_known)
    return time->seconds;
  return chn_recurrence_clock_to_utc (reading->zone ? &own : clock, time->seconds);
}

/* The same as the event's clocks show it. */
static gint64
find_civil (const Reading *reading, const ChnRecurTime *time)
{
  const ChnRecurrenceClock *clock = &reading->recurrence->clock;
  gboolean is_elsewhere = time->is_utc || reading->zone;
  if (time->is_day || !is_elsewhere || !clock->is_known)
    return time->seconds;
  return chn_recurrence_clock_to_civil (clock, find_instant (reading, time));
}

static gint64
get_second_of_day (gint64 seconds)
{
  return seconds - chn_civil_find_day (seconds) * CHN_DAY_SECONDS;
}

/* A day on which something takes place does so at the time of the first; a time, on its day where days recur. */
static gboolean
read_occurrence (const Reading *reading, const char *text, gsize length, ChnOccurrence *occurrence)
{
  const ChnRecurrence *recurrence = reading->recurrence;
  ChnRecurTime time;
  if (!chn_recur_time_parse (text, length, &time))
    return FALSE;
  gint64 civil = find_civil (reading, &time);
  if (recurrence->clock.is_days)
    civil -= get_second_of_day (civil);
  else if (time.is_day)
    civil += get_second_of_day (recurrence->start);
  gint64 utc = time.is_day || recurrence->clock.is_days ? chn_recurrence_clock_to_utc (&recurrence->clock, civil)
                                                        : find_instant (reading, &time);
  *occurrence = (ChnOccurrence){ civil, utc, -1 };
  return TRUE;
}

/* The length of a period, from its second half; -1 where that makes no sense. */
static gint64
read_length (const Reading *reading, const ChnOccurrence *from, const char *text, gsize length)
{
  ChnOccurrence to;
  if (text[0] != 'P' && text[0] != '+')
    return read_occurrence (reading, text, length, &to) && to.utc >= from->utc ? to.utc - from->utc : -1;
  g_autofree char *copy = g_strndup (text, length);
  ChnDuration duration;
  if (!chn_duration_parse (copy[0] == '+' ? copy + 1 : copy, -1, &duration, NULL))
    return -1;
  return chn_duration_add (&duration, from->utc, 1) - from->utc;
}

/* Takes the next item off the front of a list, without blanks around it. */
static gboolean
next_item (const char **rest, const char **text, gsize *length)
{
  while (**rest == ',' || g_ascii_isspace (**rest))
    ++*rest;
  *text = *rest;
  *length = strcspn (*rest, ",");
  *rest += *length;
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    --*length;
  return *length > 0;
}

void
chn_recurrence_add_dates (ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones)
{
  Reading reading = begin_reading (recurrence, key, zones);
  const char *text;
  gsize length;
  while (next_item (&value, &text, &length)) {
    const char *slash = memchr (text, '/', length);
    gsize first = slash ? (gsize) (slash - text) : length;
    ChnOccurrence occurrence;
    if (!read_occurrence (&reading, text, first, &occurrence))
      continue;
    if (slash && !recurrence->clock.is_days)
      occurrence.length = read_length (&reading, &occurrence, slash + 1, length - first - 1);
    g_array_append_val (recurrence->dates, occurrence);
  }
}

/* Where days recur, a time leaves out its day. */
static void
add_exception (const Reading *reading, const ChnRecurTime *time)
{
  const ChnRecurrence *recurrence = reading->recurrence;
  if (time->is_day || recurrence->clock.is_days) {
    gint64 day = chn_civil_find_day (find_civil (reading, time));
    g_array_append_val (recurrence->days_out, day);
    return;
  }
  gint64 utc = find_instant (reading, time);
  g_array_append_val (recurrence->times_out, utc);
}

/* Whether no rule has more than one time a day: then a day names the occurrence. */
static gboolean
is_daily (const ChnRecurrence *recurrence)
{
  for (guint i = 0; i < recurrence->rules->len; i++) {
    const ChnRecurRule *rule = &g_array_index (recurrence->rules, ChnRecurRule, i);
    if (rule->frequency < CHN_RECUR_DAILY || rule->hours.n + rule->minutes.n + rule->seconds.n > 0)
      return FALSE;
  }
  return recurrence->start != chn_civil_find_day (recurrence->start) * CHN_DAY_SECONDS;
}

/* Outlook names the occurrence by the midnight of its day. */
void
chn_recurrence_add_replaced (ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones)
{
  Reading reading = begin_reading (recurrence, key, zones);
  const char *text;
  gsize length;
  ChnRecurTime time;
  if (!next_item (&value, &text, &length) || !chn_recur_time_parse (text, length, &time))
    return;
  const gint64 civil = find_civil (&reading, &time);
  if (!recurrence->clock.is_days && civil == chn_civil_find_day (civil) * CHN_DAY_SECONDS && is_daily (recurrence))
    time = (ChnRecurTime){ .seconds = civil, .is_day = TRUE };
  add_exception (&reading, &time);
}

void
chn_recurrence_add_exceptions (ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones)
{
  Reading reading = begin_reading (recurrence, key, zones);
  const char *text;
  gsize length;
  while (next_item (&value, &text, &length)) {
    ChnRecurTime time;
    if (chn_recur_time_parse (text, length, &time))
      add_exception (&reading, &time);
  }
}

gboolean
chn_recurrence_read_id (const ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones,
                        gint64 *utc)
{
  Reading reading = begin_reading (recurrence, key, zones);
  ChnOccurrence named;
  const char *text;
  gsize length;
  if (!next_item (&value, &text, &length) || !read_occurrence (&reading, text, length, &named))
    return FALSE;
  *utc = named.utc;
  return TRUE;
}
