/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an older calendar file says of each event: its SEQUENCE, a digest of its content, whether it still stands. */
#include "format/ical/old.h"

#include <string.h>

#include "base/error.h"
#include "format/ical/scan.h"
#include "format/ical/when.h"
#include "zone/local-time.h"

typedef struct {
  guint64 digest;
  gint64 sequence;
  gboolean is_cancelled;
  gboolean is_named; /* has a UID that no event before it has */
  gboolean stays;    /* the new calendar has it */
} OldEvent;

struct _ChnOldCalendar {
  const char *bytes;
  gsize length;
  const ChnLimits *limits;
  GArray *events;     /* OldEvent, in the order of the file */
  GHashTable *by_uid; /* UID -> index + 1 */
};

/* Where a pass over the file stands. */
typedef struct {
  ChnScanner *scanner;
  ChnScanLine line;
  guint depth; /* components within the VEVENT; 0 outside of one */
  guint index; /* of the VEVENT */
} Pass;

static gboolean
is_component (const Pass *pass, const char *edge, const char *component)
{
  return chn_slice_is_name (&pass->line.name, edge) &&
         (!component || chn_slice_is_name (&pass->line.value, component));
}

/* The next line within a VEVENT; the line that begins one comes too, the one that ends it has depth 0. */
static ChnScanResult
next_line (Pass *pass, GError **error)
{
  for (;;) {
    ChnScanResult result = chn_scanner_next (pass->scanner, &pass->line, error);
    if (result != CHN_SCAN_LINE)
      return result;
    if (pass->depth > 0) {
      pass->depth += is_component (pass, "BEGIN", NULL) ? 1 : 0;
      pass->depth -= is_component (pass, "END", NULL) ? 1 : 0;
      pass->index += pass->depth == 0;
      return result;
    }
    if (is_component (pass, "BEGIN", "VEVENT")) {
      pass->depth = 1;
      return result;
    }
  }
}

static gint64
parse_number (const ChnSlice *value)
{
  g_autofree char *text = g_strndup (value->text, value->length);
  gint64 number = g_ascii_strtoll (text, NULL, 10);
  return CLAMP (number, 0, G_MAXINT32 - 1);
}

/* UID values are written escaped; they are compared so. */
static void
note_uid (ChnOldCalendar *old, const ChnSlice *value, guint index)
{
  char *uid = g_strndup (value->text, value->length);
  if (g_hash_table_contains (old->by_uid, uid)) {
    g_free (uid);
    return;
  }
  g_array_index (old->events, OldEvent, index).is_named = TRUE;
  g_hash_table_insert (old->by_uid, uid, GUINT_TO_POINTER (index + 1));
}

/* Alarms are no content: they come and go with the days. */
static void
note_line (ChnOldCalendar *old, const Pass *pass)
{
  OldEvent *event = &g_array_index (old->events, OldEvent, pass->index);
  const ChnSlice *name = &pass->line.name;
  if (pass->depth > 1 || chn_slice_is_name (name, "END"))
    return;
  if (chn_slice_is_name (name, "UID"))
    note_uid (old, &pass->line.value, pass->index);
  else if (chn_slice_is_name (name, "SEQUENCE"))
    event->sequence = parse_number (&pass->line.value);
  else if (!chn_slice_is_name (name, "DTSTAMP") && !chn_slice_is_name (name, "LAST-MODIFIED"))
    event->digest += chn_line_digest_content (pass->line.content.text, pass->line.content.length);
  if (chn_slice_is_name (name, "STATUS"))
    event->is_cancelled = chn_slice_is_name (&pass->line.value, "CANCELLED");
}

static gboolean
list_events (ChnOldCalendar *old, GError **error)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (old->bytes, old->length, old->limits);
  g_autoptr (GError) fault = NULL;
  Pass pass = { .scanner = scanner };
  ChnScanResult result;
  while ((result = next_line (&pass, &fault)) == CHN_SCAN_LINE) {
    if (pass.depth == 0)
      continue;
    if (pass.index == old->events->len) {
      g_array_set_size (old->events, pass.index + 1);
      continue;
    }
    note_line (old, &pass);
  }
  if (result == CHN_SCAN_FAULT) {
    g_propagate_prefixed_error (error, g_steal_pointer (&fault), "the older calendar, line %u: ", pass.line.line);
    return FALSE;
  }
  if (pass.depth == 0)
    return TRUE;
  chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "the older calendar ends within an event");
  return FALSE;
}

ChnOldCalendar *
chn_old_calendar_new (const char *bytes, gsize length, const ChnLimits *limits, GError **error)
{
  g_autoptr (ChnOldCalendar) old = g_new0 (ChnOldCalendar, 1);
  old->bytes = bytes;
  old->length = length;
  old->limits = limits;
  old->events = g_array_new (FALSE, TRUE, sizeof (OldEvent));
  old->by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return list_events (old, error) ? g_steal_pointer (&old) : NULL;
}

void
chn_old_calendar_free (ChnOldCalendar *old)
{
  if (!old)
    return;
  g_array_unref (old->events);
  g_hash_table_unref (old->by_uid);
  g_free (old);
}

gint64
chn_old_calendar_revise (ChnOldCalendar *old, const char *uid, guint64 digest, gint64 fallback)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (old->by_uid, uid));
  if (number == 0)
    return fallback;
  OldEvent *event = &g_array_index (old->events, OldEvent, number - 1);
  event->stays = TRUE;
  return event->digest == digest ? event->sequence : event->sequence + 1;
}

static gboolean
is_gone (const ChnOldCalendar *old, guint index)
{
  const OldEvent *event = &g_array_index (old->events, OldEvent, index);
  return event->is_named && !event->is_cancelled && !event->stays;
}

/* A time with TZID as UTC, so that the new calendar need not define the zone; FALSE for any other line. */
static gboolean
put_as_utc (ChnZones *zones, const ChnScanLine *from, ChnContentLine *line)
{
  const ChnSlice *parameter = chn_scan_find_parameter (from, "TZID");
  g_autofree char *name = parameter ? g_strndup (parameter->text, parameter->length) : NULL;
  const ChnZone *zone = chn_zones_get (zones, name);
  gint64 civil;
  if (!zone || chn_when_read_stamp (from->value.text, from->value.length, &civil) != CHN_STAMP_TIME)
    return FALSE;
  char text[24];
  g_autofree char *property = g_strndup (from->name.text, from->name.length);
  chn_when_format_utc (chn_zone_to_utc (zone, civil), text);
  chn_line_put_property (line, property, text);
  return TRUE;
}

/* Reminders of what is cancelled go with it. */
static void
put_gone_line (const ChnOldCalendar *old, const Pass *pass, ChnZones *zones, ChnContentLine *line)
{
  static const char *const replaced[] = { "STATUS", "SEQUENCE" };
  if (pass->depth == 0) {
    g_autofree char *sequence =
        g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (old->events, OldEvent, pass->index - 1).sequence + 1);
    chn_line_put_property (line, "STATUS", "CANCELLED");
    chn_line_put_property (line, "SEQUENCE", sequence);
  }
  if (pass->depth > 1 || (pass->depth == 1 && is_component (pass, "END", NULL)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (replaced); i++)
    if (chn_slice_is_name (&pass->line.name, replaced[i]))
      return;
  if (!put_as_utc (zones, &pass->line, line))
    chn_line_put_content (line, pass->line.content.text, pass->line.content.length);
}

static void
put_events (const ChnOldCalendar *old, ChnZones *zones, ChnContentLine *line)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (old->bytes, old->length, old->limits);
  Pass pass = { .scanner = scanner };
  while (next_line (&pass, NULL) == CHN_SCAN_LINE)
    if (is_gone (old, pass.depth == 0 ? pass.index - 1 : pass.index))
      put_gone_line (old, &pass, zones, line);
}

void
chn_old_calendar_put_gone (const ChnOldCalendar *old, ChnZones *zones, ChnContentLine *line)
{
  for (guint i = 0; i < old->events->len; i++)
    if (is_gone (old, i)) {
      put_events (old, zones, line);
      return;
    }
}
