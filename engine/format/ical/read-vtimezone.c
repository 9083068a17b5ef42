/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * VTIMEZONE, read into rules (RFC 5545, 3.6.5):
 *
 *   vtimezone  = TZID [ X-LIC-LOCATION ] 1*( standard / daylight )
 *   part       = DTSTART TZOFFSETFROM TZOFFSETTO [ RRULE ] *RDATE, in any order
 */
#include "format/ical/read-vtimezone.h"

#include "base/append.h"
#include "base/error.h"
#include "format/ical/name.h"
#include "format/ical/read-zone-rule.h"

enum { MOST_ONSETS = 1000 };

typedef struct {
  ChnVtimezone *out;
  ChnObservance observance; /* the part at hand */
  gboolean in_observance;
  GString *rule; /* its RRULE */
} Reading;

static void
read_onsets (Reading *reading, ChnSlice list)
{
  ChnObservance *observance = &reading->observance;
  guint n = observance->dates ? observance->dates->len : 0;
  ChnSlice item;
  gboolean done = FALSE;
  while (reading->in_observance && n < MOST_ONSETS && chn_ical_next_text (&list, &done, &item)) {
    ChnIcalTime time;
    if (!chn_ical_parse_time (&item, &time, NULL))
      continue;
    chn_observance_add_date (observance, time.seconds);
    n++;
  }
}

static void
read_offset (Reading *reading, const ChnSlice *value, int *offset)
{
  GError **error = &reading->out->error;
  if (!chn_ical_parse_offset (value, offset) && !*error)
    chn_error_set (error, CHN_ERROR_SYNTAX, "write the hours and minutes east of UTC, as in +0530",
                   "an offset of a time zone, \"%.*s\"", chn_slice_show (value), value->text);
}

static void
read_text (const ChnSlice *value, char **text)
{
  g_free (*text);
  *text = chn_ical_dup_text (value);
}

static void
read_start (Reading *reading, const ChnSlice *value)
{
  ChnIcalTime time;
  if (chn_ical_parse_time (value, &time, NULL))
    reading->observance.start = time.seconds;
}

static void
read_property (Reading *reading, ChnIcalName name, const ChnSlice *value)
{
  switch (name) {
  case CHN_ICAL_TZID:
    read_text (value, &reading->out->tzid);
    break;
  case CHN_ICAL_X_LIC_LOCATION:
    read_text (value, &reading->out->location);
    break;
  case CHN_ICAL_DTSTART:
    read_start (reading, value);
    break;
  case CHN_ICAL_TZOFFSETFROM:
    read_offset (reading, value, &reading->observance.from);
    break;
  case CHN_ICAL_TZOFFSETTO:
    read_offset (reading, value, &reading->observance.to);
    break;
  case CHN_ICAL_RDATE:
    read_onsets (reading, *value);
    break;
  case CHN_ICAL_RRULE:
    chn_assign_bytes (reading->rule, value->text, value->length);
    break;
  default:
    break;
  }
}

static void
begin_observance (Reading *reading)
{
  chn_observance_clear (&reading->observance);
  chn_observance_init (&reading->observance);
  reading->in_observance = TRUE;
}

/* The rule is read last, for it leans on DTSTART and TZOFFSETFROM, which may stand behind it. */
static void
read_rule (Reading *reading)
{
  GError **error = &reading->out->error;
  const ChnSlice rule = { reading->rule->str, reading->rule->len };
  if (rule.length > 0)
    chn_ical_read_zone_rule (&reading->observance, &rule, *error ? NULL : error);
  g_string_truncate (reading->rule, 0);
}

static void
end_observance (Reading *reading)
{
  ChnObservance *observance = &reading->observance;
  if (!reading->in_observance)
    return;
  reading->in_observance = FALSE;
  if (observance->to == CHN_OFFSET_UNKNOWN)
    read_offset (reading, &(ChnSlice){ "", 0 }, &observance->to);
  if (observance->from == CHN_OFFSET_UNKNOWN)
    observance->from = observance->to;
  read_rule (reading);
  if (chn_zone_rules_get_n (reading->out->rules) < MOST_ONSETS && observance->start != G_MININT64)
    chn_zone_rules_take (reading->out->rules, observance);
}

static void
read_line (Reading *reading, const ChnScanLine *line)
{
  ChnIcalName name = chn_ical_name_find (line->name.text, line->name.length);
  ChnSlice value = chn_slice_trim (line->value);
  if (name == CHN_ICAL_BEGIN && (chn_slice_is_name (&value, "STANDARD") || chn_slice_is_name (&value, "DAYLIGHT")))
    begin_observance (reading);
  else if (name == CHN_ICAL_END)
    end_observance (reading);
  else
    read_property (reading, name, &value);
}

void
chn_vtimezone_read (ChnVtimezone *vtimezone, const char *bytes, gsize length, const ChnLimits *limits)
{
  *vtimezone = (ChnVtimezone){ .rules = chn_zone_rules_new () };
  g_autoptr (ChnScanner) scanner = chn_scanner_new (bytes, length, limits);
  g_autoptr (GString) rule = g_string_new (NULL);
  Reading reading = { .out = vtimezone, .rule = rule };
  ChnScanResult result;
  ChnScanLine line;
  while ((result = chn_scanner_next (scanner, &line, NULL)) != CHN_SCAN_END)
    if (result == CHN_SCAN_LINE)
      read_line (&reading, &line);
  chn_observance_clear (&reading.observance);
}

void
chn_vtimezone_clear (ChnVtimezone *vtimezone)
{
  g_clear_pointer (&vtimezone->tzid, g_free);
  g_clear_pointer (&vtimezone->location, g_free);
  g_clear_pointer (&vtimezone->rules, chn_zone_rules_free);
  g_clear_error (&vtimezone->error);
}
