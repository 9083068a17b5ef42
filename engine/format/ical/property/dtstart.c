/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * DTSTART, DTEND and DURATION (RFC 5545, 3.6.1 and 3.8.2): when it was. Whole days, whose end is exclusive, are a day
 * or an interval; a time is a time with its offset, one that lasts an interval of times, and the zone goes to the
 * zone field. From midnight to midnight are whole days.
 */
#include "format/ical/property/dtstart.h"

#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "date/compose.h"
#include "format/ical/kept-end.h"
#include "format/ical/property/property.h"

/* Of the year 9999, behind which EDTF has no days of four digits. */
#define LAST_SECOND (G_GINT64_CONSTANT (253402300799))

/* "20141118", "20141118T150800", "20141118T200800Z" */
static void
format_time (const ChnIcalTime *time, char text[24])
{
  if (time->is_date)
    chn_when_format_day (chn_civil_find_day (time->seconds), text);
  else if (time->is_utc)
    chn_when_format_utc (time->seconds, text);
  else
    chn_when_format_time (time->seconds, text);
}

/* Puts a time in the place of the one of a line, whose head it keeps; with a parameter more where one is given. */
static void
mend_time (ChnIcalReader *reader, const ChnIcalLine *line, const ChnIcalTime *time, const char *parameter,
           const char *why)
{
  char text[24];
  format_time (time, text);
  g_autofree char *content = g_strdup_printf ("%.*s%s:%s", (int) line->head.length, line->head.text, parameter, text);
  chn_ical_mend (reader, line, content, "%s", why);
}

/* A time and the clocks by which it is shown. */
typedef struct {
  ChnIcalTime time;
  ChnSlice tzid;       /* its text is NULL where the line has none */
  ChnClocks *zone;     /* NULL where nothing is known of it */
  gboolean is_unknown; /* it has a TZID that nothing explains */
} Placed;

/* Its times are by the clocks of the event's other end where those are known, else taken as the clocks of the place
 * show them. */
static void
warn_of_zone (ChnIcalReader *reader, ChnIcalName name, const Placed *placed)
{
  if (!placed->is_unknown)
    return;
  g_autofree char *tzid = g_strndup (placed->tzid.text, placed->tzid.length);
  const char *taken = placed->zone ? "as those of the other end of the event" : "as local";
  if (g_hash_table_add (reader->warned, g_strconcat (taken, tzid, NULL)))
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "unknown-zone", chn_ical_lines_first (&reader->lines, name)->line,
                     "add its VTIMEZONE, or write a name of the IANA database",
                     "nothing says which time zone \"%s\" is; its times are taken %s", tzid, taken);
}

static gboolean
is_floating (const Placed *placed)
{
  return !placed->time.is_date && !placed->time.is_utc && !placed->tzid.text;
}

/* A midnight that is said to be a day is one. */
static void
take_type (const ChnIcalReader *reader, const ChnIcalLine *line, ChnIcalTime *time)
{
  if (time->is_date || time->seconds % CHN_DAY_SECONDS != 0)
    return;
  const ChnSlice *type = chn_ical_lines_get_parameter (&reader->lines, line, "VALUE");
  if (type && chn_slice_is_name (type, "DATE"))
    *time = (ChnIcalTime){ .seconds = time->seconds, .is_date = TRUE, .is_loose = TRUE };
}

/* What a property of type DATE or DATE-TIME says. */
static gboolean
read_time (ChnIcalReader *reader, const ChnIcalLine *line, Placed *placed, GError **error)
{
  const ChnSlice value = chn_slice_trim (line->value);
  ChnIcalTime *time = &placed->time;
  *placed = (Placed){ .zone = NULL };
  if (!chn_ical_parse_time (&value, time, error))
    return FALSE;
  take_type (reader, line, time);
  if (time->is_loose) {
    g_autofree char *why =
        g_strdup_printf ("\"%.*s\" is not how iCalendar writes dates", chn_slice_show (&value), value.text);
    const guint index = (guint) (line - reader->lines.line);
    mend_time (reader, line, time, "", why);
    line = &reader->lines.line[index];
  }
  const ChnSlice *tzid =
      time->is_utc || time->is_date ? NULL : chn_ical_lines_get_parameter (&reader->lines, line, "TZID");
  if (!tzid)
    return TRUE;
  placed->tzid = *tzid;
  placed->zone = chn_file_zones_find (reader->zones, tzid);
  placed->is_unknown = !placed->zone;
  return TRUE;
}

static gint64
to_utc (const ChnIcalTime *time, ChnClocks *zone)
{
  return zone ? time->seconds - chn_clocks_get_offset (zone, time->seconds) : time->seconds;
}

/* ";TZID=Asia/Tokyo", "" where there is none. One with quotation marks within stands as it stood, but for blanks that
 * would stand before the colon. */
static char *
dup_tzid (const Placed *placed)
{
  if (!placed->tzid.text)
    return g_strdup ("");
  g_autofree char *tzid = g_strndup (placed->tzid.text, placed->tzid.length);
  const gboolean can_quote = !strchr (tzid, '"');
  const gboolean ends_in_blank = g_str_has_suffix (tzid, " ") || g_str_has_suffix (tzid, "\t");
  const char *quote = can_quote && (ends_in_blank || strpbrk (tzid, ";:,")) ? "\"" : "";
  if (!can_quote)
    g_strchomp (tzid);
  return g_strconcat (";TZID=", quote, tzid, quote, NULL);
}

/* Of two times of which one names its clocks, and the other none, both are by these. */
static void
share_clocks (ChnIcalReader *reader, ChnIcalName name, Placed *floating, const Placed *other)
{
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, name);
  g_autofree char *parameter = dup_tzid (other);
  floating->time.is_utc = other->time.is_utc;
  floating->zone = other->zone;
  mend_time (reader, line, &floating->time, parameter, "of DTSTART and DTEND one has no time zone");
}

/* An end of the other type is the midnight of its day, or the end of the day in which it lies. */
static void
share_type (ChnIcalReader *reader, const Placed *start, Placed *end)
{
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTEND);
  const gint64 seconds = end->time.seconds;
  end->time = (ChnIcalTime){ .seconds = seconds, .is_date = start->time.is_date, .is_utc = start->time.is_utc };
  if (start->time.is_date)
    end->time.seconds = (chn_civil_find_day (seconds - 1) + 1) * CHN_DAY_SECONDS;
  end->zone = start->zone;
  end->is_unknown = FALSE;
  g_autofree char *tzid = dup_tzid (start);
  char text[24];
  format_time (&end->time, text);
  g_autofree char *content = g_strconcat ("DTEND", start->time.is_date ? ";VALUE=DATE" : tzid, ":", text, NULL);
  chn_ical_mend (reader, line, content, "of DTSTART and DTEND one is a date and the other a time");
}

/* Has both ends of the same type, and by known clocks where one is: also where nothing says which the other has. */
static void
match_ends (ChnIcalReader *reader, Placed *start, Placed *end)
{
  if (start->time.is_date != end->time.is_date)
    share_type (reader, start, end);
  else if (is_floating (end) && !is_floating (start) && !start->time.is_date)
    share_clocks (reader, CHN_ICAL_DTEND, end, start);
  else if (is_floating (start) && !is_floating (end) && !end->time.is_date)
    share_clocks (reader, CHN_ICAL_DTSTART, start, end);
  if (end->is_unknown)
    end->zone = start->zone;
  else if (start->is_unknown)
    start->zone = end->zone;
  warn_of_zone (reader, CHN_ICAL_DTSTART, start);
  warn_of_zone (reader, CHN_ICAL_DTEND, end);
}

/* Ends as the clock that began shows them; FALSE where the line is left out. */
static gboolean
read_end (ChnIcalReader *reader, Placed *start, gint64 *length)
{
  static const char hint[] = "the end is the first moment after the event";
  g_autoptr (GError) error = NULL;
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTEND);
  Placed end;
  if (!read_time (reader, line, &end, &error)) {
    chn_ical_leave_out (reader, line, chn_error_get_hint (error), "%s", error->message);
    return FALSE;
  }
  match_ends (reader, start, &end);
  line = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTEND);
  *length = to_utc (&end.time, end.zone) - to_utc (&start->time, start->zone);
  if (*length < 0)
    chn_ical_leave_out (reader, line, hint, "DTEND lies before DTSTART");
  else if (*length == 0 && end.time.is_date)
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "empty-day", line->line, "DTEND is the day after the last",
                     "DTEND is the day of DTSTART, which leaves no day; the event is taken to last one");
  return *length >= 0;
}

/* Days are those of the calendar, however long clocks that are turned make them (RFC 5545, 3.3.6). */
static gboolean
read_duration (ChnIcalReader *reader, const Placed *start, const ChnIcalLine *line, gint64 *length)
{
  g_autoptr (GError) error = NULL;
  const ChnSlice value = chn_slice_trim (line->value);
  ChnDuration duration;
  if (!chn_ical_parse_duration (&value, &duration, &error)) {
    chn_ical_leave_out (reader, line, chn_error_get_hint (error), "%s", error->message);
    return FALSE;
  }
  ChnIcalTime same_clock = start->time;
  same_clock.seconds += duration.days * CHN_DAY_SECONDS;
  *length = to_utc (&same_clock, start->zone) - to_utc (&start->time, start->zone) + duration.seconds;
  if (*length < 0)
    chn_ical_leave_out (reader, line, NULL, "an event cannot last less than nothing");
  else if (*length > LAST_SECOND - start->time.seconds)
    chn_ical_leave_out (reader, line, NULL, "an event cannot last beyond the year 9999");
  else
    return TRUE;
  return FALSE;
}

/* The line, NULL where it says nothing. */
static const ChnIcalLine *
get_stated (const ChnIcalReader *reader, ChnIcalName name)
{
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, name);
  return line && chn_slice_trim (line->value).length > 0 ? line : NULL;
}

/* From midnight to midnight, as the clocks show it: so some programs write whole days. */
static void
take_whole_days (ChnIcalSpan *span)
{
  const gint64 start = span->start.seconds;
  gint64 end = span->end;
  if (span->zone && !span->start.is_utc)
    end += chn_clocks_get_offset_at (span->zone, to_utc (&span->start, span->zone) + (end - start)) -
           chn_clocks_get_offset (span->zone, start);
  span->all_day = end - start >= CHN_DAY_SECONDS && start % CHN_DAY_SECONDS == 0 && end % CHN_DAY_SECONDS == 0;
  if (span->all_day)
    span->end = end;
}

/* What is left out makes room for another line of its name; where lines are only compared, all stay. */
static gboolean
read_length (ChnIcalReader *reader, Placed *start, gint64 *length)
{
  const guint most = reader->is_comparing ? 1 : CHN_ICAL_MOST_PROPERTIES;
  const ChnIcalLine *line;
  for (guint i = 0; i < most && get_stated (reader, CHN_ICAL_DTEND); i++)
    if (read_end (reader, start, length))
      return TRUE;
  for (guint i = 0; i < most && (line = get_stated (reader, CHN_ICAL_DURATION)); i++)
    if (read_duration (reader, start, line, length))
      return TRUE;
  return FALSE;
}

/* FALSE where there is no start that can be read. */
static gboolean
read_span (ChnIcalReader *reader, ChnIcalSpan *span)
{
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTSTART);
  Placed start;
  gint64 length = 0;
  if (!line || !read_time (reader, line, &start, NULL))
    return FALSE;
  const gboolean lasts = read_length (reader, &start, &length);
  warn_of_zone (reader, CHN_ICAL_DTSTART, &start);
  *span = (ChnIcalSpan){ .start = start.time, .zone = start.zone };
  span->end = span->start.seconds + (lasts ? length : 0);
  span->all_day = span->start.is_date;
  if (!span->all_day && span->end - span->start.seconds > CHN_DAY_SECONDS / 2)
    take_whole_days (span);
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

/* What is no day or no time, but nearly one, is taken as such: it is more than nothing. */
static gboolean
mend_start (ChnIcalReader *reader, const ChnIcalLine *line, const ChnSlice *value)
{
  ChnIcalTime time;
  if (!chn_ical_parse_rough_time (value, &time))
    return FALSE;
  g_autofree char *why =
      g_strdup_printf ("\"%.*s\" is no day or time of the calendar", chn_slice_show (value), value->text);
  mend_time (reader, line, &time, "", why);
  return TRUE;
}

gboolean
chn_ical_has_start (ChnIcalReader *reader, GError **error)
{
  ChnIcalTime time;
  for (const ChnIcalLine *line; (line = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTSTART));) {
    const ChnSlice value = chn_slice_trim (line->value);
    g_autoptr (GError) fault = NULL;
    if (value.length > 0 && chn_ical_parse_time (&value, &time, &fault))
      return TRUE;
    if (reader->lines.repeated & CHN_ICAL_BIT (CHN_ICAL_DTSTART)) {
      chn_ical_leave_out (reader, line, NULL, "another says when it begins");
      continue;
    }
    if (!fault)
      break;
    if (!reader->is_comparing && mend_start (reader, line, &value))
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&fault));
    return FALSE;
  }
  chn_error_set (error, CHN_ERROR_SYNTAX, "say when it begins, as in DTSTART;VALUE=DATE:20141118",
                 "nothing says when it begins");
  return FALSE;
}

static void
read_when (ChnIcalReader *reader)
{
  ChnIcalSpan span;
  const ChnIcalLine *start = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTSTART);
  chn_event_set_position (reader->event, CHN_FIELD_DATE, 0, start ? start->line : reader->line, 1);
  if (!read_span (reader, &span))
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

/* Days and times of the clock only, which no zone moves, but for times in UTC. */
static gboolean
stands (const ChnIcalWriter *writer)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (writer->event);
  ChnSlice start = chn_ical_foreign_find (writer->event, CHN_ICAL_DTSTART);
  ChnIcalTime time;
  ChnWhenEnds ends;
  int minutes = 0;
  if (!chn_ical_parse_time (&start, &time, NULL) || bounds->precision > CHN_PRECISION_DAY)
    return FALSE;
  if (!(bounds->flags & CHN_DATE_TIMED))
    return bounds->earliest == time.seconds - time.seconds % CHN_DAY_SECONDS &&
           chn_ical_kept_end_stands (writer, &time);
  if (time.is_utc)
    chn_date_get_utc_offset (chn_event_get_date (writer->event, CHN_FIELD_DATE), &minutes);
  chn_when_find_ends (writer->event, NULL, NULL, FALSE, &ends);
  return ends.begin - minutes * 60 == time.seconds && chn_ical_kept_end_stands (writer, &time);
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
  if (!chn_ical_edit_get_shown (edit, CHN_ICAL_DTSTART) || !read_span (edit->reader, &span) || is_shown (edit, &span))
    return;
  const char *zone = span.zone ? chn_clocks_get_name (span.zone) : NULL;
  g_autoptr (ChnDate) date = make_date (edit, &span);
  if (!date)
    return;
  chn_event_set_date (edit->event, CHN_FIELD_DATE, date);
  if (zone)
    chn_event_set_text (edit->event, CHN_FIELD_ZONE, zone, -1);
  /* Where reading has mended lines they lie elsewhere now. */
  chn_ical_edit_note (edit, chn_ical_edit_get_shown (edit, CHN_ICAL_DTSTART), CHN_FIELD_DATE,
                      chn_date_get_text (date));
}

const ChnIcalProperty chn_ical_dtstart = {
  .names = CHN_ICAL_BIT (CHN_ICAL_DTSTART) | CHN_ICAL_BIT (CHN_ICAL_DTEND) | CHN_ICAL_BIT (CHN_ICAL_DURATION),
  .fields = CHN_FIELD_BIT (CHN_FIELD_DATE) | CHN_FIELD_BIT (CHN_FIELD_ZONE),
  .read = read_when,
  .write = write_when,
  .stands = stands,
  .edit = edit_date,
};
