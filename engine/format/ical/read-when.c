/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From calendar time to EDTF (RFC 5545, 3.6.1 and 3.8.2): whole days, whose end is exclusive, become a
 * day or an interval; a time becomes a time with its offset, and its zone goes to the zone field. A time
 * that lasts a day and longer is an interval of days, for intervals of EDTF hold no times.
 */
#include "format/ical/reader.h"

#include "base/civil.h"

/* A TZID that nothing explains: its times are taken as the clocks of the place show them. */
static void
warn_of_zone (ChnIcalReader *reader, const ChnIcalLine *line, const ChnSlice *tzid)
{
  g_autofree char *name = g_strndup (tzid->text, tzid->length);
  if (!g_hash_table_add (reader->warned, g_strdup (name)))
    return;
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "unknown-zone", line->line,
                   "add its VTIMEZONE, or write a name of the IANA database",
                   "nothing says which time zone \"%s\" is; its times are taken as local", name);
}

/* What a property of type DATE or DATE-TIME says; FALSE with a fault. */
static gboolean
read_time (ChnIcalReader *reader, const ChnIcalLine *line, ChnIcalTime *time, ChnFileZone **zone, gboolean *loose)
{
  g_autoptr (GError) error = NULL;
  ChnSlice value = chn_slice_trim (line->value);
  gboolean odd = FALSE;
  *zone = NULL;
  if (!chn_ical_parse_time (&value, time, &odd, &error)) {
    chn_ical_fault_in_value (reader, line, error);
    return FALSE;
  }
  if (odd)
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "loose-date", line->line, "write 20141118 or 20141118T150800",
                     "\"%.*s\" is not how iCalendar writes dates", chn_slice_show (&value), value.text);
  gboolean may_have_zone = !time->is_utc && !time->is_date;
  const ChnSlice *tzid = may_have_zone ? chn_ical_lines_get_parameter (&reader->lines, line, "TZID") : NULL;
  if (tzid) {
    *zone = chn_file_zones_find (reader->zones, tzid);
    if (!*zone)
      warn_of_zone (reader, line, tzid);
  }
  *loose = *loose || odd;
  return TRUE;
}

static gint64
to_utc (const ChnIcalTime *time, ChnFileZone *zone)
{
  return zone ? time->seconds - chn_file_zone_get_offset (zone, time->seconds) : time->seconds;
}

/* Ends as the clock that began shows them. */
static gboolean
read_end (ChnIcalReader *reader, const ChnIcalLine *line, ChnIcalSpan *span, gboolean *loose)
{
  ChnIcalTime end;
  ChnFileZone *zone;
  if (!read_time (reader, line, &end, &zone, loose))
    return FALSE;
  if (end.is_date != span->start.is_date) {
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "mixed-types", line->line, "write both as dates or both as times",
                     "of DTSTART and DTEND one is a date and the other a time; the end is not used");
    *loose = TRUE;
    return TRUE;
  }
  gint64 length = to_utc (&end, zone) - to_utc (&span->start, span->zone);
  if (length < 0) {
    chn_ical_fault (reader, line, line->value.text, CHN_ERROR_RANGE, "the end is the first moment after the event",
                    "DTEND lies before DTSTART");
    return FALSE;
  }
  if (length == 0 && end.is_date) {
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "empty-day", line->line, "DTEND is the day after the last",
                     "DTEND is the day of DTSTART, which leaves no day; the event is taken to last one");
    *loose = TRUE;
  }
  span->end = span->start.seconds + length;
  return TRUE;
}

static gboolean
read_duration (ChnIcalReader *reader, const ChnIcalLine *line, ChnIcalSpan *span)
{
  g_autoptr (GError) error = NULL;
  ChnSlice value = chn_slice_trim (line->value);
  gint64 length;
  gboolean days;
  if (!chn_ical_parse_duration (&value, &length, &days, &error)) {
    chn_ical_fault_in_value (reader, line, error);
    return FALSE;
  }
  if (length < 0) {
    chn_ical_fault (reader, line, line->value.text, CHN_ERROR_RANGE, NULL, "an event cannot last less than nothing");
    return FALSE;
  }
  span->end = span->start.seconds + length;
  return TRUE;
}

/* Whether parameters say no more than the form of the value does. */
static gboolean
has_usual_parameters (const ChnIcalReader *reader, const ChnIcalLine *line, gboolean is_date)
{
  if (!line)
    return TRUE;
  const ChnSlice *value = chn_ical_lines_get_parameter (&reader->lines, line, "VALUE");
  if (!is_date)
    return line->n_parameters == 0;
  return line->n_parameters == 1 && value && chn_slice_is (value, "DATE");
}

/* A property that says nothing is one that is not there. */
static gboolean
is_empty (const ChnIcalLine *line)
{
  return line && chn_slice_trim (line->value).length == 0;
}

gboolean
chn_ical_read_span (ChnIcalReader *reader, ChnIcalSpan *span)
{
  const ChnIcalLine *start = reader->only[CHN_ICAL_DTSTART], *end = reader->only[CHN_ICAL_DTEND];
  const ChnIcalLine *duration = reader->only[CHN_ICAL_DURATION];
  gboolean loose = FALSE;
  *span = (ChnIcalSpan){ 0 };
  if (!read_time (reader, start, &span->start, &span->zone, &loose))
    return FALSE;
  span->end = span->start.seconds;
  loose = loose || is_empty (end) || is_empty (duration);
  end = is_empty (end) ? NULL : end;
  duration = is_empty (duration) ? NULL : duration;
  if (end ? !read_end (reader, end, span, &loose) : duration && !read_duration (reader, duration, span))
    return FALSE;
  gint64 length = span->end - span->start.seconds;
  span->all_day = span->start.is_date || length >= CHN_DAY_SECONDS;
  span->usual = !loose && !duration && has_usual_parameters (reader, start, span->start.is_date) &&
                has_usual_parameters (reader, end, span->start.is_date) &&
                (span->start.is_date || (span->start.is_utc && !end));
  return TRUE;
}

static void
read_rule (ChnIcalReader *reader, const ChnIcalLine *line)
{
  g_autoptr (GError) error = NULL;
  ChnSlice rule = chn_slice_trim (line->value);
  if (rule.length == 0)
    return;
  if (!chn_ical_check_rule (&rule, &error)) {
    chn_ical_fault_in_value (reader, line, error);
    return;
  }
  g_autofree char *upper = g_ascii_strup (rule.text, (gssize) rule.length);
  chn_event_set_text (reader->event, CHN_FIELD_REPEAT, upper, -1);
}

/* Exclusion rules were taken out of the standard, for nobody agrees on them. */
static void
refuse_exclusion (ChnIcalReader *reader, const ChnIcalLine *line)
{
  chn_ical_fault (reader, line, NULL, CHN_ERROR_UNSUPPORTED, "list the days that are left out as EXDATE",
                  "exclusion rules (EXRULE) are not taken");
  chn_ical_say (reader, CHN_ICAL_EXRULE);
}

static void
say_span (ChnIcalReader *reader, const ChnIcalSpan *span)
{
  if (!span->usual)
    return;
  chn_ical_say (reader, CHN_ICAL_DTSTART);
  chn_ical_say (reader, CHN_ICAL_DTEND);
}

/*
 * Whoever writes all times in UTC may say beside them where the calendar is: then a meeting late in the
 * evening stays on its day. An hour that comes twice is left in UTC, which alone tells it apart.
 */
static void
move_to_calendar (ChnIcalReader *reader, ChnIcalSpan *span)
{
  ChnFileZone *zone = reader->zone;
  if (!zone || !span->start.is_utc || span->all_day)
    return;
  int offset = chn_file_zone_get_offset_at (zone, span->start.seconds);
  if (offset % 60 != 0 || chn_file_zone_get_offset (zone, span->start.seconds + offset) != offset)
    return;
  span->start.seconds += offset;
  span->end += offset;
  span->start.is_utc = FALSE;
  span->zone = zone;
}

void
chn_ical_read_when (ChnIcalReader *reader)
{
  ChnIcalSpan span;
  const ChnIcalLine *start = reader->only[CHN_ICAL_DTSTART];
  chn_event_set_position (reader->event, CHN_FIELD_DATE, 0, start ? start->line : reader->line, 1);
  if (!start)
    chn_ical_remark (reader, CHN_SEVERITY_ERROR, "missing-date", reader->line,
                     "say when it begins, as in DTSTART;VALUE=DATE:20141118", "an event without DTSTART");
  if (start && chn_ical_read_span (reader, &span)) {
    const char *zone = span.zone && !span.all_day ? chn_file_zone_get_name (span.zone) : NULL;
    move_to_calendar (reader, &span);
    chn_ical_span_set_date (&span, reader->event, CHN_FIELD_DATE);
    if (zone)
      chn_event_set_text (reader->event, CHN_FIELD_ZONE, zone, -1);
    say_span (reader, &span);
  }
  if (reader->only[CHN_ICAL_RRULE])
    read_rule (reader, reader->only[CHN_ICAL_RRULE]);
  if (reader->only[CHN_ICAL_EXRULE])
    refuse_exclusion (reader, reader->only[CHN_ICAL_EXRULE]);
}
