/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* RRULE (RFC 5545, 3.8.5.3): of events that repeat, and of anniversaries. */
#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "date/recur/rule.h"
#include "format/ical/property/property.h"
#include "format/ical/rule.h"
#include "zone/local-time.h"

/* What is not followed is kept, and said. */
static void
warn_of_rule (ChnIcalReader *reader, const ChnIcalLine *line, const GError *error)
{
  if (reader->is_comparing)
    return;
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "repeat", line->line, chn_error_get_hint (error),
                   "%s; it is kept, but the event is only found when it first took place", error->message);
}

/* Rules beside the first, and rules that leave out, are kept as they came; the event's recurrence set knows them. */
static void
check_others (ChnIcalReader *reader, const ChnIcalLine *first)
{
  const guint64 names = CHN_ICAL_BIT (CHN_ICAL_RRULE) | CHN_ICAL_BIT (CHN_ICAL_EXRULE);
  guint index = 0;
  if (!(reader->lines.found & CHN_ICAL_BIT (CHN_ICAL_EXRULE)) && !(reader->lines.repeated & names))
    return;
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (&reader->lines, names, &index));) {
    const ChnSlice rule = chn_slice_trim (line->value);
    g_autoptr (GError) error = NULL;
    ChnRecurRule read;
    if (line != first && !chn_recur_rule_parse (rule.text, (gssize) rule.length, &read, &error))
      warn_of_rule (reader, line, error);
  }
}

static void
read_rule (ChnIcalReader *reader)
{
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_RRULE);
  g_autoptr (GError) error = NULL;
  const ChnSlice rule = line ? chn_slice_trim (line->value) : (ChnSlice){ NULL, 0 };
  ChnRecurRule read;
  if (rule.length > 0 && !chn_recur_rule_parse (rule.text, (gssize) rule.length, &read, &error))
    warn_of_rule (reader, line, error);
  if (rule.length > 0 && chn_ical_is_rule (&rule)) {
    g_autofree char *upper = g_ascii_strup (rule.text, (gssize) rule.length);
    chn_event_set_text (reader->event, CHN_FIELD_REPEAT, upper, -1);
  }
  check_others (reader, line);
}

/* The 29th of February is kept on the last day of February. */
static void
put_yearly (ChnIcalWriter *writer)
{
  gint64 year;
  int month, day;
  chn_civil_from_days (writer->when.first_day, &year, &month, &day);
  gboolean leap_day = month == 2 && day == 29;
  chn_line_put_property (&writer->line, "RRULE", leap_day ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY");
}

/* Times by clocks that nobody knows are kept as they came, and an end in UTC beside them stays one. */
static gboolean
is_by_unknown_clocks (const ChnIcalWriter *writer)
{
  return writer->when.kind == CHN_WHEN_FLOATING && writer->foreign.stands & CHN_ICAL_BIT (CHN_ICAL_DTSTART);
}

/* UNTIL of a date is a date, of a time with a zone a time of UTC (RFC 5545, 3.3.10): the rule as it has to be. */
static void
put_until (ChnIcalWriter *writer, const ChnSlice *until)
{
  const ChnWhen *when = &writer->when;
  ChnIcalTime time = { 0 };
  char text[24];
  chn_ical_parse_time (until, &time, NULL);
  gint64 last = time.is_date ? time.seconds + CHN_DAY_SECONDS - 1 : time.seconds;
  if (when->kind == CHN_WHEN_DAYS)
    chn_when_format_day (chn_civil_find_day (time.seconds), text);
  else if (when->kind == CHN_WHEN_FLOATING && !(time.is_utc && is_by_unknown_clocks (writer)))
    chn_when_format_time (last, text);
  else
    chn_when_format_utc (when->zone && !time.is_utc ? chn_zone_to_utc (when->zone, last) : last, text);
  chn_line_put_raw (&writer->line, text, strlen (text));
}

static void
put_rule (ChnIcalWriter *writer, const char *rule)
{
  const ChnSlice until = chn_ical_rule_find_until (rule);
  const char *rest = until.text ? until.text + until.length : rule;
  chn_line_begin (&writer->line, "RRULE");
  if (until.text) {
    chn_line_put_raw (&writer->line, rule, (gsize) (until.text - rule));
    put_until (writer, &until);
  }
  chn_line_put_raw (&writer->line, rest, strlen (rest));
  chn_line_end (&writer->line);
}

/* What is guessed to be a rule and is none is written as it came. */
static void
write_rule (ChnIcalWriter *writer)
{
  const char *rule = chn_event_get_text (writer->event, CHN_FIELD_REPEAT);
  if (rule && (writer->is_guessing || chn_ical_repeats (writer->event)))
    put_rule (writer, rule);
  else if (rule && writer->foreign.is_foreign && chn_ical_is_rule (&(ChnSlice){ rule, strlen (rule) }))
    chn_line_put_property (&writer->line, "RRULE", rule); /* as it came */
  else if (chn_ical_is_anniversary (writer->options, writer->event))
    put_yearly (writer);
}

/* As long as the event has that rule; one that could not be followed never became a field. */
static gboolean
stands (const ChnIcalWriter *writer)
{
  const char *repeat = chn_event_get_text (writer->event, CHN_FIELD_REPEAT);
  const ChnSlice kept = chn_ical_foreign_find (writer->event, CHN_ICAL_RRULE), trimmed = chn_slice_trim (kept);
  if (!repeat)
    return !chn_ical_is_rule (&kept);
  return strlen (repeat) == trimmed.length && g_ascii_strncasecmp (trimmed.text, repeat, trimmed.length) == 0;
}

/* Anniversaries are written with a rule that the event has not. */
static void
edit_rule (ChnIcalEdit *edit)
{
  const char *shown = chn_event_get_text (edit->shown, CHN_FIELD_REPEAT);
  const char *expected = chn_event_get_text (edit->expected, CHN_FIELD_REPEAT);
  if (!shown || (expected ? chn_ical_rules_agree (shown, expected) : g_str_has_prefix (shown, "FREQ=YEARLY")))
    return;
  chn_ical_edit_text (edit, CHN_ICAL_RRULE, CHN_FIELD_REPEAT, shown);
}

const ChnIcalProperty chn_ical_rrule = {
  .names = CHN_ICAL_BIT (CHN_ICAL_RRULE),
  .fields = CHN_FIELD_BIT (CHN_FIELD_REPEAT),
  .read = read_rule,
  .write = write_rule,
  .stands = stands,
  .edit = edit_rule,
};
