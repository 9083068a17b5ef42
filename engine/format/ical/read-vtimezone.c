/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * VTIMEZONE, read into rules (RFC 5545, 3.6.5):
 *
 *   vtimezone  = TZID [ X-LIC-LOCATION ] 1*( standard / daylight )
 *   part       = DTSTART TZOFFSETFROM TZOFFSETTO [ RRULE ] *RDATE, in any order
 */
#include "format/ical/read-vtimezone.h"

#include <string.h>

#include "base/append.h"
#include "base/error.h"
#include "format/ical/name.h"
#include "format/ical/read-zone-rule.h"

enum { MOST_ONSETS = 1000 };

typedef struct {
  ChnVtimezone *out;
  ChnIcalNesting *nesting;
  guint zone;               /* its level, or 0 */
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

static gboolean
is_observance (const char *component)
{
  return strcmp (component, "STANDARD") == 0 || strcmp (component, "DAYLIGHT") == 0;
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

/* What an END ends, with what lies within it. */
static void
close_levels (Reading *reading, guint level)
{
  ChnIcalNesting *nesting = reading->nesting;
  while (level > 0 && nesting->depth >= level) {
    if (is_observance (nesting->level[nesting->depth - 1].name))
      end_observance (reading);
    if (nesting->depth-- == reading->zone)
      reading->zone = 0;
  }
}

/* Within a zone of which we are told the level, or 0. */
static void
enter (Reading *reading)
{
  const ChnIcalNesting *nesting = reading->nesting;
  const ChnIcalLevel *level = nesting->depth > 0 ? &nesting->level[nesting->depth - 1] : NULL;
  if (level && strcmp (level->name, "VTIMEZONE") == 0) {
    reading->zone = nesting->depth;
    reading->out->line = level->line;
  } else if (level && reading->zone > 0 && is_observance (level->name)) {
    begin_observance (reading);
  }
}

static void
begin (Reading *reading, const ChnScanLine *line)
{
  ChnIcalNesting *nesting = reading->nesting;
  ChnIcalLevel level;
  if (nesting->depth >= CHN_ICAL_MOST_DEPTH) {
    nesting->depth++;
    return;
  }
  const gboolean was_within = reading->zone > 0;
  chn_ical_level_init (&level, line);
  close_levels (reading, chn_ical_nesting_find_unended (nesting, level.name));
  nesting->level[nesting->depth++] = level;
  if (!was_within || reading->zone > 0)
    enter (reading);
}

static void
end (Reading *reading, const ChnScanLine *line)
{
  const ChnSlice name = chn_slice_trim (line->value);
  if (reading->nesting->depth > CHN_ICAL_MOST_DEPTH)
    reading->nesting->depth--;
  else
    close_levels (reading, chn_ical_nesting_find_closed (reading->nesting, &name));
}

static void
read_line (Reading *reading, const ChnScanLine *line)
{
  const ChnIcalName name = chn_ical_name_find (line->name.text, line->name.length);
  const ChnSlice value = chn_slice_trim (line->value);
  if (name == CHN_ICAL_BEGIN)
    begin (reading, line);
  else if (name == CHN_ICAL_END)
    end (reading, line);
  else if (reading->zone > 0 && reading->nesting->depth <= CHN_ICAL_MOST_DEPTH)
    read_property (reading, name, &value);
}

/* Reads on up to the end of a zone, within which the reading may begin. */
static gboolean
read_lines (Reading *reading, ChnScanner *scanner)
{
  gboolean any = FALSE;
  ChnScanLine line;
  enter (reading);
  for (;;) {
    any = any || reading->zone > 0;
    if (any && reading->zone == 0)
      return TRUE;
    const ChnScanResult result = chn_scanner_next (scanner, &line, NULL);
    if (result == CHN_SCAN_END)
      break;
    if (result == CHN_SCAN_LINE)
      read_line (reading, &line);
    if (!any)
      chn_scanner_leave (scanner);
  }
  reading->nesting->depth = MIN (reading->nesting->depth, CHN_ICAL_MOST_DEPTH);
  close_levels (reading, 1);
  return any;
}

gboolean
chn_vtimezone_read_next (ChnVtimezone *vtimezone, ChnScanner *scanner, ChnIcalNesting *nesting)
{
  *vtimezone = (ChnVtimezone){ .rules = chn_zone_rules_new () };
  g_autoptr (GString) rule = g_string_new (NULL);
  Reading reading = { .out = vtimezone, .nesting = nesting, .rule = rule };
  const gboolean any = read_lines (&reading, scanner);
  chn_observance_clear (&reading.observance);
  return any;
}

void
chn_vtimezone_clear (ChnVtimezone *vtimezone)
{
  g_clear_pointer (&vtimezone->tzid, g_free);
  g_clear_pointer (&vtimezone->location, g_free);
  g_clear_pointer (&vtimezone->rules, chn_zone_rules_free);
  g_clear_error (&vtimezone->error);
}
