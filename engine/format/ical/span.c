/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A span of calendar time as EDTF: its text, and what the text denotes, which is told without parsing it. */
#include "format/ical/span.h"

#include "base/civil.h"
#include "base/digits.h"
#include "model/event-storage.h"

/* "2014-11-18T15:08:00+01:00" and its NUL is the longest. */
enum { LONGEST = 32, LAST_YEAR = 9999 };

/* EDTF counts offsets in minutes; local mean time had seconds, and then the zone alone must say it. */
static char *
put_offset (char *to, const ChnIcalSpan *span)
{
  int offset = span->zone ? chn_file_zone_get_offset (span->zone, span->start.seconds) : 0;
  if (span->start.is_utc) {
    *to++ = 'Z';
  } else if (span->zone && offset % 60 == 0 && ABS (offset) <= 14 * 3600) {
    *to++ = offset < 0 ? '-' : '+';
    to = chn_digits_put (to, (guint) ABS (offset) / 3600, 2);
    *to++ = ':';
    to = chn_digits_put (to, (guint) ABS (offset) / 60 % 60, 2);
  }
  return to;
}

/* Whether days are said as an interval; a second day begins it. */
static gboolean
has_last_day (const ChnIcalSpan *span)
{
  return span->all_day && chn_civil_find_day (span->end - 1) > chn_civil_find_day (span->start.seconds);
}

static gint64
get_second_of_day (const ChnCivil *civil)
{
  return civil->hour * 3600 + civil->minute * 60 + civil->second;
}

static gboolean
has_four_digits (const ChnCivil *civil)
{
  return civil->year >= 0 && civil->year <= LAST_YEAR;
}

/* Writes the text; FALSE where a year does not fit into four digits, so that it is none. */
static gboolean
put_span (char text[LONGEST], const ChnIcalSpan *span, ChnDateBounds *bounds)
{
  ChnCivil first = chn_civil_from_seconds (span->start.seconds);
  char *to = span->all_day ? chn_civil_put_day (text, &first, CHN_CIVIL_EXTENDED)
                           : put_offset (chn_civil_put_time (text, &first, CHN_CIVIL_EXTENDED), span);
  gboolean fits = has_four_digits (&first);
  gint64 midnight = span->start.seconds - get_second_of_day (&first);
  *bounds = span->all_day
                ? (ChnDateBounds){ midnight, midnight + CHN_DAY_SECONDS - 1, CHN_PRECISION_DAY, 0 }
                : (ChnDateBounds){ span->start.seconds, span->start.seconds, CHN_PRECISION_SECOND, CHN_DATE_TIMED };
  if (has_last_day (span)) {
    ChnCivil last = chn_civil_from_seconds (span->end - 1);
    fits = fits && has_four_digits (&last);
    *to++ = '/';
    to = chn_civil_put_day (to, &last, CHN_CIVIL_EXTENDED);
    bounds->latest = span->end - 1 - get_second_of_day (&last) + CHN_DAY_SECONDS - 1;
    bounds->flags = CHN_DATE_INTERVAL;
  }
  *to = '\0';
  return fits;
}

ChnDate *
chn_ical_span_to_date (const ChnIcalSpan *span)
{
  char text[LONGEST];
  ChnDateBounds bounds;
  return put_span (text, span, &bounds) ? chn_date_parse (text, -1, NULL) : NULL;
}

gboolean
chn_ical_span_set_date (const ChnIcalSpan *span, ChnEvent *event, ChnField field)
{
  char text[LONGEST];
  ChnDateBounds bounds;
  if (!put_span (text, span, &bounds))
    return FALSE;
  chn_event_hold_date (event, field, text, &bounds);
  return TRUE;
}
