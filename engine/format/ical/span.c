/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What DTSTART and its end say, as EDTF. */
#include "format/ical/span.h"

#include "date/compose.h"
#include "model/event-storage.h"

/* A time, or one to another: clocks may have been turned in between. */
static gboolean
compose_times (char text[CHN_DATE_TEXT_ROOM], const ChnIcalSpan *span, ChnDateBounds *bounds)
{
  const int none = span->start.is_utc ? CHN_OFFSET_UTC : CHN_OFFSET_NONE;
  ChnClockTime start = { span->start.seconds, none }, end = { span->end, none };
  if (span->zone && !span->start.is_utc) {
    start.offset = chn_clocks_get_offset (span->zone, start.civil);
    end.offset = chn_clocks_get_offset_at (span->zone, end.civil - start.offset);
    end.civil += end.offset - start.offset;
  }
  return chn_date_compose_times (text, &start, span->end > span->start.seconds ? &end : NULL, bounds);
}

static gboolean
compose (char text[CHN_DATE_TEXT_ROOM], const ChnIcalSpan *span, ChnDateBounds *bounds)
{
  const gint64 start = span->start.seconds;
  return span->all_day ? chn_date_compose_days (text, start, MAX (start, span->end - 1), bounds)
                       : compose_times (text, span, bounds);
}

ChnDate *
chn_ical_span_to_date (const ChnIcalSpan *span)
{
  char text[CHN_DATE_TEXT_ROOM];
  ChnDateBounds bounds;
  return compose (text, span, &bounds) ? chn_date_parse (text, -1, NULL) : NULL;
}

gboolean
chn_ical_span_set_date (const ChnIcalSpan *span, ChnEvent *event, ChnField field)
{
  char text[CHN_DATE_TEXT_ROOM];
  ChnDateBounds bounds;
  if (!compose (text, span, &bounds))
    return FALSE;
  chn_event_hold_date (event, field, text, &bounds);
  return TRUE;
}
