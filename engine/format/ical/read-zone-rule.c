/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The yearly rules by which time zones change (RFC 5545, 3.6.5), read into observances:
 *
 *   rule = "FREQ=YEARLY" *( ";BYMONTH=" month / ";BYDAY=" [ week ] weekday / ";BYMONTHDAY=" day *( "," day )
 *          / ";BYHOUR=" hour / ";BYMINUTE=" minute / ";BYSECOND=" second
 *          / ";UNTIL=" time / ";COUNT=" number / ";INTERVAL=1" / ";WKST=" weekday )
 */
#include "format/ical/read-zone-rule.h"

#include <string.h>

#include "base/civil.h"
#include "base/error.h"

static gboolean
set_weekday (ChnObservance *rule, const ChnSlice *value)
{
  static const char names[] = "MOTUWETHFRSASU";
  if (value->length < 2)
    return FALSE;
  const char *day = value->text + value->length - 2;
  for (int i = 0; i < 7; i++)
    if (g_ascii_strncasecmp (day, names + 2 * i, 2) == 0)
      rule->weekday = i + 1;
  ChnSlice week = { value->text, value->length - 2 };
  int sign = week.length > 0 && *week.text == '-' ? -1 : 1;
  if (week.length > 0 && (*week.text == '-' || *week.text == '+'))
    week = (ChnSlice){ week.text + 1, week.length - 1 };
  rule->week = 0;
  if (week.length > 0 && (!chn_ical_parse_number (&week, &rule->week) || rule->week < 1 || rule->week > 5))
    return FALSE;
  rule->week *= sign;
  return rule->weekday > 0;
}

/* Of "8,9,10,11,12,13,14" the least: with a weekday it is the first such day from it on. */
static gboolean
set_month_days (ChnObservance *rule, const ChnSlice *value)
{
  ChnSlice rest = *value, item;
  gboolean done = FALSE;
  rule->first_day = 31;
  while (chn_ical_next_text (&rest, &done, &item)) {
    int day;
    if (!chn_ical_parse_number (&item, &day) || day < 1 || day > 31)
      return FALSE;
    rule->first_day = MIN (rule->first_day, day);
  }
  return TRUE;
}

static gboolean
set_until (ChnObservance *rule, const ChnSlice *value)
{
  ChnIcalTime time;
  if (!chn_ical_parse_time (value, &time, NULL))
    return FALSE;
  rule->until = time.is_utc ? time.seconds + rule->from : time.is_date ? time.seconds + 86399 : time.seconds;
  return TRUE;
}

static gboolean
set_count (ChnObservance *rule, const ChnSlice *value)
{
  int count;
  if (!chn_ical_parse_number (value, &count) || count < 1)
    return FALSE;
  gint64 years = MIN (count, 10000) - 1;
  rule->until = rule->start == G_MININT64 ? G_MAXINT64 : rule->start + years * 366 * CHN_DAY_SECONDS;
  return TRUE;
}

static gboolean
set_month (ChnObservance *rule, const ChnSlice *value)
{
  return chn_ical_parse_number (value, &rule->month) && rule->month >= 1 && rule->month <= 12;
}

/* Of the units of a day the number that the clock of DTSTART shows. */
static gboolean
is_clock (const ChnObservance *rule, const ChnSlice *value, int unit, int most)
{
  int number;
  return rule->start != G_MININT64 && chn_ical_parse_number (value, &number) &&
         number == chn_observance_get_clock (rule) / unit % most;
}

typedef struct {
  const char *name;
  gboolean (*set) (ChnObservance *rule, const ChnSlice *value); /* or what the value must be: */
  const char *text;
  int unit, most; /* of what the clock of DTSTART shows, in seconds */
} Part;

static const Part parts[] = {
  { .name = "FREQ", .text = "YEARLY" },
  { .name = "BYMONTH", .set = set_month },
  { .name = "BYDAY", .set = set_weekday },
  { .name = "BYMONTHDAY", .set = set_month_days },
  { .name = "UNTIL", .set = set_until },
  { .name = "COUNT", .set = set_count },
  { .name = "INTERVAL", .text = "1" },
  { .name = "WKST" },
  { .name = "BYHOUR", .unit = 3600, .most = 24 },
  { .name = "BYMINUTE", .unit = 60, .most = 60 },
  { .name = "BYSECOND", .unit = 1, .most = 60 },
};

static gboolean
take_part (const Part *part, ChnObservance *rule, const ChnSlice *value)
{
  if (part->set)
    return part->set (rule, value);
  if (part->text)
    return chn_slice_is_name (value, part->text);
  return part->unit == 0 || is_clock (rule, value, part->unit, part->most);
}

static gboolean
set_part (ChnObservance *rule, const ChnSlice *part)
{
  ChnSlice value = *part, name = chn_slice_split (&value, '=');
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (chn_slice_is_name (&name, parts[i].name))
      return take_part (&parts[i], rule, &value);
  return part->length == 0;
}

gboolean
chn_ical_read_zone_rule (ChnObservance *observance, const ChnSlice *rule, GError **error)
{
  ChnObservance changed = *observance;
  for (ChnSlice rest = *rule; rest.length > 0;) {
    ChnSlice part = chn_slice_split (&rest, ';');
    if (!set_part (&changed, &part)) {
      chn_error_set_at (error, CHN_ERROR_UNSUPPORTED, (gsize) (part.text - rule->text), part.length,
                        "time zones change by yearly rules: FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                        "a rule of a time zone with \"%.*s\"", chn_slice_show (&part), part.text);
      return FALSE;
    }
  }
  chn_observance_complete (&changed);
  *observance = changed;
  return TRUE;
}
