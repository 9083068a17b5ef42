/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * DTSTART, DTEND and DURATION (RFC 5545, 3.6.1 and 3.8.2): when it was. Whole days, whose end is exclusive, are a day
 * or an interval; a time is a time with its offset, one that lasts an interval of times, and the zone goes to the
 * zone field. From midnight to midnight are whole days.
 */
#include "format/ical/property/property.h"

#include <string.h>

#include "base/civil.h"
#include "date/compose.h"

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
read_time (ChnIcalReader *reader, const ChnIcalLine *line, ChnIcalTime *time, ChnClocks **zone)
{
  g_autoptr (GError) error = NULL;
  ChnSlice value = chn_slice_trim (line->value);
  *zone = NULL;
  if (!chn_ical_parse_time (&value, time, &error)) {
    chn_ical_fault_in_value (reader, line, error);
    return FALSE;
  }
  if (time->is_loose)
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "loose-date", line->line, "write 20141118 or 20141118T150800",
                     "\"%.*s\" is not how iCalendar writes dates", chn_slice_show (&value), value.text);
  gboolean may_have_zone = !time->is_utc && !time->is_date;
  const ChnSlice *tzid = may_have_zone ? chn_ical_lines_get_parameter (&reader->lines, line, "TZID") : NULL;
  if (tzid) {
    *zone = chn_file_zones_find (reader->zones, tzid);
    if (!*zone)
      warn_of_zone (reader, line, tzid);
  }
  return TRUE;
}

static gint64
to_utc (const ChnIcalTime *time, ChnClocks *zone)
{
  return zone ? time->seconds - chn_clocks_get_offset (zone, time->seconds) : time->seconds;
}

/* Ends as the clock that began shows them. */
static gboolean
read_end (ChnIcalReader *reader, const ChnIcalLine *line, ChnIcalSpan *span)
{
  ChnIcalTime end;
  ChnClocks *zone;
  if (!read_time (reader, line, &end, &zone))
    return FALSE;
  if (end.is_date != span->start.is_date) {
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "mixed-types", line->line, "write both as dates or both as times",
                     "of DTSTART and DTEND one is a date and the other a time; the end is not used");
    return TRUE;
  }
  gint64 length = to_utc (&end, zone) - to_utc (&span->start, span->zone);
  if (length < 0) {
    chn_ical_fault (reader, line, line->value.text, CHN_ERROR_RANGE, "the end is the first moment after the event",
                    "DTEND lies before DTSTART");
    return FALSE;
  }
  if (length == 0 && end.is_date)
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "empty-day", line->line, "DTEND is the day after the last",
                     "DTEND is the day of DTSTART, which leaves no day; the event is taken to last one");
  span->end = span->start.seconds + length;
  return TRUE;
}

static gboolean
read_duration (ChnIcalReader *reader, const ChnIcalLine *line, ChnIcalSpan *span)
{
  g_autoptr (GError) error = NULL;
  ChnSlice value = chn_slice_trim (line->value);
  gint64 length;
  if (!chn_ical_parse_duration (&value, &length, &error)) {
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

/* The line, NULL where it says nothing. */
static const ChnIcalLine *
get_stated (const ChnIcalReader *reader, ChnIcalName name)
{
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, name);
  return line && chn_slice_trim (line->value).length > 0 ? line : NULL;
}

/* From midnight to midnight: so some programs write whole days. */
static gboolean
are_whole_days (const ChnIcalSpan *span)
{
  gint64 length = span->end - span->start.seconds;
  return length >= CHN_DAY_SECONDS && span->start.seconds % CHN_DAY_SECONDS == 0 && length % CHN_DAY_SECONDS == 0;
}

/* FALSE with a fault. */
static gboolean
read_span (ChnIcalReader *reader, ChnIcalSpan *span)
{
  const ChnIcalLine *end = get_stated (reader, CHN_ICAL_DTEND), *duration = get_stated (reader, CHN_ICAL_DURATION);
  *span = (ChnIcalSpan){ 0 };
  if (!read_time (reader, chn_ical_lines_first (&reader->lines, CHN_ICAL_DTSTART), &span->start, &span->zone))
    return FALSE;
  span->end = span->start.seconds;
  if (end ? !read_end (reader, end, span) : duration && !read_duration (reader, duration, span))
    return FALSE;
  span->all_day = span->start.is_date || are_whole_days (span);
  return TRUE;
}

/*
 * Whoever writes all times in UTC may say beside them where the calendar is: then a meeting late in the
 * evening stays on its day. An hour that comes twice is left in UTC, which alone tells it apart.
 */
static void
move_to_calendar (ChnIcalReader *reader, ChnIcalSpan *span)
{
  ChnClocks *zone = reader->zone;
  if (!zone || !span->start.is_utc || span->all_day)
    return;
  int offset = chn_clocks_get_offset_at (zone, span->start.seconds);
  if (offset % 60 != 0 || chn_clocks_get_offset (zone, span->start.seconds + offset) != offset)
    return;
  span->start.seconds += offset;
  span->end += offset;
  span->start.is_utc = FALSE;
  span->zone = zone;
}

static void
read_when (ChnIcalReader *reader)
{
  ChnIcalSpan span;
  const ChnIcalLine *start = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTSTART);
  chn_event_set_position (reader->event, CHN_FIELD_DATE, 0, start ? start->line : reader->line, 1);
  if (!start && !reader->is_comparing)
    chn_ical_remark (reader, CHN_SEVERITY_ERROR, "missing-date", reader->line,
                     "say when it begins, as in DTSTART;VALUE=DATE:20141118", "an event without DTSTART");
  if (!start || !read_span (reader, &span))
    return;
  const char *zone = span.zone && !span.all_day ? chn_clocks_get_name (span.zone) : NULL;
  move_to_calendar (reader, &span);
  chn_ical_span_set_date (&span, reader->event, CHN_FIELD_DATE);
  if (zone)
    chn_event_set_text (reader->event, CHN_FIELD_ZONE, zone, -1);
}

/* A time in the form of its kind. */
static void
put_time (ChnIcalWriter *writer, const char *property, gint64 utc, gint64 civil)
{
  const ChnWhen *when = &writer->when;
  g_autofree char *with_zone =
      when->kind == CHN_WHEN_ZONED ? g_strconcat (property, ";TZID=", chn_zone_get_name (when->zone), NULL) : NULL;
  char text[24];
  if (when->kind == CHN_WHEN_UTC)
    chn_when_format_utc (utc, text);
  else
    chn_when_format_time (civil, text);
  chn_line_put_property (&writer->line, with_zone ? with_zone : property, text);
}

static void
put_end (ChnIcalWriter *writer)
{
  char text[24];
  if (chn_when_is_reform_day (writer->when.end_day)) {
    g_snprintf (text, sizeof text, "P%" G_GINT64_FORMAT "D", writer->when.end_day - writer->when.first_day);
    chn_line_put_property (&writer->line, "DURATION", text);
    return;
  }
  chn_when_format_day (writer->when.end_day, text);
  chn_line_put_property (&writer->line, "DTEND;VALUE=DATE", text);
}

static void
write_when (ChnIcalWriter *writer)
{
  const ChnWhen *when = &writer->when;
  char text[24];
  if (when->kind == CHN_WHEN_DAYS) {
    chn_when_format_day (when->first_day, text);
    chn_line_put_property (&writer->line, "DTSTART;VALUE=DATE", text);
    put_end (writer);
    return;
  }
  put_time (writer, "DTSTART", when->utc, when->civil);
  if (when->lasts)
    put_time (writer, "DTEND", when->end_utc, when->end_civil);
}

/* Whether what is kept of the end still says how long a time lasts; where it is in another form nothing is said. */
static gboolean
end_stands (const ChnIcalWriter *writer, const ChnIcalTime *start)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (writer->event);
  ChnSlice end = chn_ical_foreign_find (writer->event, CHN_ICAL_DTEND);
  gint64 length = bounds->latest - bounds->earliest;
  ChnIcalTime time;
  if (end.length == 0 || !chn_ical_parse_time (&end, &time, NULL))
    return TRUE;
  if (!start->is_utc || !time.is_utc || bounds->flags & CHN_DATE_INTERVAL)
    return time.is_utc != start->is_utc || time.seconds - start->seconds == length || !start->is_utc;
  return length == 0 && time.seconds == start->seconds;
}

/* Days and times of the clock only, which no zone moves, but for times in UTC. */
static gboolean
stands (const ChnIcalWriter *writer)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (writer->event);
  ChnSlice start = chn_ical_foreign_find (writer->event, CHN_ICAL_DTSTART);
  ChnIcalTime time;
  int minutes = 0;
  if (!chn_ical_parse_time (&start, &time, NULL) || bounds->precision > CHN_PRECISION_DAY)
    return FALSE;
  if (!(bounds->flags & CHN_DATE_TIMED))
    return bounds->earliest == time.seconds - time.seconds % CHN_DAY_SECONDS;
  if (time.is_utc)
    chn_date_get_utc_offset (chn_event_get_date (writer->event, CHN_FIELD_DATE), &minutes);
  return bounds->earliest - minutes * 60 == time.seconds && end_stands (writer, &time);
}

static gboolean
is_days (const ChnWhen *when, const ChnIcalSpan *span)
{
  gint64 first = span->start.seconds / CHN_DAY_SECONDS;
  gint64 end = MAX (span->end, span->start.seconds + CHN_DAY_SECONDS) / CHN_DAY_SECONDS;
  return span->start.is_date && first == when->first_day && end == when->end_day;
}

/* As long as we say; where we say no end, programs add one of their own. */
static gboolean
lasts_as_long (const ChnWhen *when, const ChnIcalSpan *span)
{
  gint64 length = when->kind == CHN_WHEN_FLOATING ? when->end_civil - when->civil : when->end_utc - when->utc;
  return !when->lasts || span->end - span->start.seconds == length;
}

static gboolean
is_shown_as (const ChnWhen *when, const ChnIcalSpan *span)
{
  gboolean instant = !span->start.is_date && (span->start.is_utc || span->zone);
  switch (when->kind) {
  case CHN_WHEN_DAYS:
    return is_days (when, span);
  case CHN_WHEN_UTC:
  case CHN_WHEN_ZONED:
    return instant && to_utc (&span->start, span->zone) == when->utc && lasts_as_long (when, span);
  case CHN_WHEN_FLOATING:
    return !span->start.is_date && !span->start.is_utc && span->start.seconds == when->civil &&
           lasts_as_long (when, span);
  default:
    return FALSE;
  }
}

/* Whether we write the date so under any options: an imprecise one is shown as a span or as one day. */
static gboolean
is_shown (ChnIcalEdit *edit, const ChnIcalSpan *span)
{
  static const struct {
    ChnImprecise imprecise;
    gboolean daily;
  } ways[] = { { CHN_IMPRECISE_AUTO, FALSE },
               { CHN_IMPRECISE_SPAN, FALSE },
               { CHN_IMPRECISE_ANCHOR, FALSE },
               { CHN_IMPRECISE_AUTO, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_auto (ChnWhen) when = { 0 };
    ChnWhenRules rules = { .zones = edit->reader->writer->zones,
                           .imprecise = ways[i].imprecise,
                           .daily = ways[i].daily };
    chn_when_init (&when, edit->event, &rules);
    if (is_shown_as (&when, span))
      return TRUE;
  }
  return FALSE;
}

/* The offset of the clocks that an instant is shown by where the event is: by its zone, else by what its date had. */
static int
find_place (const ChnIcalEdit *edit, gint64 utc)
{
  const char *zone_name = chn_event_get_text (edit->event, CHN_FIELD_ZONE);
  ChnSlice name = { zone_name, zone_name ? strlen (zone_name) : 0 };
  ChnClocks *zone = zone_name ? chn_file_zones_find (edit->reader->zones, &name) : NULL;
  int minutes = 0;
  if (zone)
    return chn_clocks_get_offset_at (zone, utc);
  chn_date_get_utc_offset (chn_event_get_date (edit->event, CHN_FIELD_DATE), &minutes);
  return minutes * 60;
}

static ChnDate *
make_date (const ChnIcalEdit *edit, const ChnIcalSpan *span)
{
  char text[CHN_DATE_TEXT_ROOM];
  ChnDateBounds bounds;
  gboolean instant = span->start.is_utc && !span->all_day;
  int place = instant ? find_place (edit, span->start.seconds) : 0;
  if (place == 0 || place % 60 != 0)
    return chn_ical_span_to_date (span);
  ChnClockTime start = { span->start.seconds + place, place }, end = { span->end + place, place };
  gboolean lasts = span->end > span->start.seconds;
  return chn_date_compose_times (text, &start, lasts ? &end : NULL, &bounds) ? chn_date_parse (text, -1, NULL) : NULL;
}

/*
 * Clients may write the same moment in another zone, and leave out or add what we do not take: only what none of this
 * explains was moved by a person.
 */
static void
edit_date (ChnIcalEdit *edit)
{
  ChnIcalSpan span;
  const ChnIcalLine *start = chn_ical_edit_get_shown (edit, CHN_ICAL_DTSTART);
  if (!start || !read_span (edit->reader, &span) || is_shown (edit, &span))
    return;
  const char *zone = span.zone ? chn_clocks_get_name (span.zone) : NULL;
  g_autoptr (ChnDate) date = make_date (edit, &span);
  if (!date)
    return;
  chn_event_set_date (edit->event, CHN_FIELD_DATE, date);
  if (zone)
    chn_event_set_text (edit->event, CHN_FIELD_ZONE, zone, -1);
  chn_ical_edit_note (edit, start, CHN_FIELD_DATE, chn_date_get_text (date));
}

const ChnIcalProperty chn_ical_dtstart = {
  .names = CHN_ICAL_BIT (CHN_ICAL_DTSTART) | CHN_ICAL_BIT (CHN_ICAL_DTEND) | CHN_ICAL_BIT (CHN_ICAL_DURATION),
  .fields = CHN_FIELD_BIT (CHN_FIELD_DATE) | CHN_FIELD_BIT (CHN_FIELD_ZONE),
  .read = read_when,
  .write = write_when,
  .stands = stands,
  .edit = edit_date,
};
