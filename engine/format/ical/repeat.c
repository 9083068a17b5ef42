/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* RRULE (RFC 5545, 3.8.5.3): of events that repeat, and of anniversaries. */
#include "format/ical/repeat.h"

#include <string.h>

#include "base/civil.h"
#include "base/recurrence.h"
#include "format/ical/reader.h"
#include "format/options.h"
#include "zone/local-time.h"

enum { LONGEST_ANNIVERSARY = 31 };

gboolean
chn_ical_repeats (const ChnEvent *event)
{
  const char *rule = chn_event_get_text (event, CHN_FIELD_REPEAT);
  if (!rule || !rule[0] || strspn (rule, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-") != strlen (rule))
    return FALSE;
  const char *until = strstr (rule, "UNTIL=");
  gint64 seconds;
  if (until && chn_when_read_stamp (until + 6, strlen (until + 6), &seconds) == CHN_STAMP_NONE)
    return FALSE;
  const ChnRecurrencePlugin *plugin = chn_recurrence_open (NULL);
  return !plugin || plugin->is_rule (rule); /* what cannot be asked about is written as it stands */
}

gboolean
chn_ical_is_anniversary (const ChnIcalPage *page, const ChnEvent *event)
{
  const ChnWriteOptions *options = page->job->options;
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  guint doubts = CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE | CHN_DATE_ONE_OF | CHN_DATE_MASKED | CHN_DATE_GAPS;
  return options->anniversaries && bounds->precision <= CHN_PRECISION_DAY && !(bounds->flags & doubts) &&
         bounds->earliest != CHN_TIME_MIN && bounds->latest != CHN_TIME_MAX &&
         bounds->latest - bounds->earliest < LONGEST_ANNIVERSARY * CHN_DAY_SECONDS &&
         chn_event_get_term (event, CHN_FIELD_STATUS) == CHN_STATUS_OCCURRED &&
         (!options->today || bounds->latest < chn_date_get_bounds (options->today)->earliest) &&
         !chn_ical_repeats (event);
}

/* The 29th of February is kept on the last day of February. */
static void
put_yearly (ChnIcalPage *page)
{
  gint64 year;
  int month, day;
  chn_civil_from_days (page->when.first_day, &year, &month, &day);
  gboolean leap_day = month == 2 && day == 29;
  chn_line_put_property (&page->line, "RRULE", leap_day ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY");
}

/* UNTIL of a date is a date, of a time with a zone a time of UTC (RFC 5545, 3.3.10): the rule as it has to be. */
static void
put_until (ChnIcalPage *page, const char *until)
{
  gint64 seconds = 0;
  char text[24];
  ChnStamp stamp = chn_when_read_stamp (until, strlen (until), &seconds);
  if (page->when.kind == CHN_WHEN_DAYS)
    chn_when_format_day (
        (seconds - (seconds % CHN_DAY_SECONDS + CHN_DAY_SECONDS) % CHN_DAY_SECONDS) / CHN_DAY_SECONDS, text);
  else if (stamp == CHN_STAMP_DAY)
    seconds += CHN_DAY_SECONDS - 1;
  if (page->when.kind == CHN_WHEN_FLOATING)
    chn_when_format_time (seconds, text);
  else if (page->when.kind != CHN_WHEN_DAYS)
    chn_when_format_utc (
        page->when.zone && stamp != CHN_STAMP_UTC ? chn_zone_to_utc (page->when.zone, seconds) : seconds, text);
  chn_line_put_raw (&page->line, text, strlen (text));
}

static void
put_rule (ChnIcalPage *page, const char *rule)
{
  chn_line_begin (&page->line, "RRULE");
  const char *until = strstr (rule, "UNTIL=");
  const char *value = until ? until + strlen ("UNTIL=") : rule + strlen (rule);
  chn_line_put_raw (&page->line, rule, (gsize) (value - rule));
  if (until) {
    const char *rest = value + strcspn (value, ";");
    put_until (page, value);
    chn_line_put_raw (&page->line, rest, strlen (rest));
  }
  chn_line_end (&page->line);
}

void
chn_ical_put_repeat (ChnIcalPage *page)
{
  const char *rule = chn_event_get_text (page->event, CHN_FIELD_REPEAT);
  if (chn_ical_repeats (page->event))
    put_rule (page, rule);
  else if (rule && page->extras.foreign && chn_ical_check_rule (&(ChnSlice){ rule, strlen (rule) }, NULL))
    chn_line_put_property (&page->line, "RRULE", rule); /* as it came */
  else if (chn_ical_is_anniversary (page, page->event))
    put_yearly (page);
}
