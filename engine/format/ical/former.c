/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that were joined with another one, which a calendar must be told of: cancelled under the UIDs that they had.
 */
#include "format/ical/former.h"

#include <string.h>

#include "base/civil.h"
#include "format/ical/uid.h"
#include "timeline/former-ids.h"

/* Its day counts for clients that show what is cancelled; where none can be told, the first that there is. */
static gint64
find_day (const ChnEvent *event)
{
  gint64 earliest = chn_event_get_bounds (event)->earliest;
  return earliest == CHN_TIME_MIN ? 0 : earliest / CHN_DAY_SECONDS - (earliest % CHN_DAY_SECONDS < 0);
}

static void
put_day (ChnIcalWriter *writer, const char *name, gint64 day)
{
  char text[16];
  chn_when_format_day (day, text);
  chn_line_put_property (&writer->line, name, text);
}

/* Who revised the event took the other away; where nothing is said of that, the day of writing stands in. */
static gint64
find_end (const ChnIcalWriter *writer)
{
  const ChnDate *today = writer->options->today;
  gboolean is_revised = writer->revision.text && writer->revision.text[0];
  return is_revised || !today ? writer->revision.day : chn_civil_find_day (chn_date_get_bounds (today)->earliest);
}

static void
put_tombstone (ChnIcalWriter *writer)
{
  char sequence[24];
  g_snprintf (sequence, sizeof sequence, "%" G_GINT64_FORMAT, find_end (writer) + 1);
  chn_line_put_property (&writer->line, "BEGIN", "VEVENT");
  chn_line_put_text_property (&writer->line, "UID", writer->uid->str);
  chn_line_put_property (&writer->line, "DTSTAMP", writer->revision.stamp);
  put_day (writer, "DTSTART;VALUE=DATE", find_day (writer->event));
  chn_line_put_text_property (&writer->line, "SUMMARY", chn_event_get_text (writer->event, CHN_FIELD_TITLE));
  chn_line_put_property (&writer->line, "STATUS", "CANCELLED");
  chn_line_put_property (&writer->line, "SEQUENCE", sequence);
  put_day (writer, "X-CHANCERY-GONE", find_end (writer));
  chn_line_put_property (&writer->line, "END", "VEVENT");
}

void
chn_ical_put_former (ChnIcalWriter *writer)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (writer->event, &n);
  for (guint i = 0; i < n; i++) {
    if (strcmp (extras[i].key, CHN_FORMER_UID_KEY) == 0)
      g_string_assign (writer->uid, extras[i].value);
    else if (strcmp (extras[i].key, CHN_FORMER_ID_KEY) == 0)
      chn_ical_uid_make (writer->uid, extras[i].value, writer->context.domain, writer->context.timeline_id);
    else
      continue;
    put_tombstone (writer);
  }
}
