/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A span of calendar time as EDTF: its text, and what the text denotes, which is told without parsing it. */
#include "format/ical/span.h"

#include "base/civil.h"
#include "base/digits.h"
#include "model/event-storage.h"

/* Two times with their offsets, "/" between them and a NUL behind them. */
enum { LONGEST = 64, LAST_YEAR = 9999 };

/* EDTF counts offsets in minutes; local mean time had seconds, and then the zone alone must say it. */
static char *
put_time (char *to, const ChnIcalSpan *span, gint64 civil, int offset)
{
  ChnCivil time = chn_civil_from_seconds (civil);
  to = chn_civil_put_time (to, &time, CHN_CIVIL_EXTENDED);
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

static gboolean
put_days (char text[LONGEST], const ChnIcalSpan *span, ChnDateBounds *bounds)
{
  ChnCivil first = chn_civil_from_seconds (span->start.seconds), last = first;
  char *to = chn_civil_put_day (text, &first, CHN_CIVIL_EXTENDED);
  gint64 midnight = span->start.seconds - get_second_of_day (&first);
  *bounds = (ChnDateBounds){ midnight, midnight + CHN_DAY_SECONDS - 1, CHN_PRECISION_DAY, 0 };
  if (has_last_day (span)) {
    last = chn_civil_from_seconds (span->end - 1);
    *to++ = '/';
    to = chn_civil_put_day (to, &last, CHN_CIVIL_EXTENDED);
    bounds->latest = span->end - 1 - get_second_of_day (&last) + CHN_DAY_SECONDS - 1;
    bounds->flags = CHN_DATE_INTERVAL;
  }
  *to = '\0';
  return has_four_digits (&first) && has_four_digits (&last);
}

/* A time, or one to another: clocks may have been turned in between. */
static gboolean
put_times (char text[LONGEST], const ChnIcalSpan *span, ChnDateBounds *bounds)
{
  gint64 start = span->start.seconds, end = span->end;
  int offset = span->zone ? chn_file_zone_get_offset (span->zone, start) : 0;
  char *to = put_time (text, span, start, offset);
  *bounds = (ChnDateBounds){ start, start, CHN_PRECISION_SECOND, CHN_DATE_TIMED };
  if (end > start) {
    int later = span->zone ? chn_file_zone_get_offset_at (span->zone, end - offset) : 0;
    end += later - offset;
    *to++ = '/';
    to = put_time (to, span, end, later);
    *bounds = (ChnDateBounds){ MIN (start, end), MAX (start, end), CHN_PRECISION_SECOND,
                               CHN_DATE_TIMED | CHN_DATE_INTERVAL };
  }
  *to = '\0';
  ChnCivil first = chn_civil_from_seconds (start), last = chn_civil_from_seconds (end);
  return has_four_digits (&first) && has_four_digits (&last);
}

/* Writes the text; FALSE where a year does not fit into four digits, so that it is none. */
static gboolean
put_span (char text[LONGEST], const ChnIcalSpan *span, ChnDateBounds *bounds)
{
  return span->all_day ? put_days (text, span, bounds) : put_times (text, span, bounds);
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
