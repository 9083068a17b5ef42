/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an older calendar file says of each event: its SEQUENCE, a digest of its content, whether it still stands. */
#include "format/ical/old.h"

#include <string.h>

#include "base/error.h"
#include "format/ical/event-pass.h"
#include "format/ical/value.h"
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
note_line (ChnOldCalendar *old, const ChnIcalPass *pass)
{
  OldEvent *event = &g_array_index (old->events, OldEvent, pass->n_events - 1);
  if (pass->depth != 1 || pass->name == CHN_ICAL_END)
    return;
  if (pass->name == CHN_ICAL_UID)
    note_uid (old, &pass->line.value, pass->n_events - 1);
  else if (pass->name == CHN_ICAL_SEQUENCE)
    event->sequence = parse_number (&pass->line.value);
  else if (pass->name != CHN_ICAL_DTSTAMP && pass->name != CHN_ICAL_LAST_MODIFIED)
    event->digest += chn_line_digest_content (pass->line.content.text, pass->line.content.length);
  if (pass->name == CHN_ICAL_STATUS)
    event->is_cancelled = chn_slice_is_name (&pass->line.value, "CANCELLED");
}

static gboolean
list_events (ChnOldCalendar *old, GError **error)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (old->bytes, old->length, old->limits);
  g_autoptr (GError) fault = NULL;
  ChnIcalPass pass = { .scanner = scanner };
  ChnScanResult result;
  while ((result = chn_ical_pass_next (&pass, &fault)) == CHN_SCAN_LINE)
    if (chn_ical_pass_is_begin (&pass))
      g_array_set_size (old->events, pass.n_events);
    else
      note_line (old, &pass);
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

/* Times with TZID as UTC, so that the new calendar need not define the zone; FALSE for any other line. */
static gboolean
put_as_utc (ChnZones *zones, const ChnScanLine *from, ChnContentLine *line)
{
  const ChnSlice *parameter = chn_scan_find_parameter (from, "TZID");
  g_autofree char *name = parameter ? g_strndup (parameter->text, parameter->length) : NULL;
  const ChnZone *zone = chn_zones_get (zones, name);
  g_autoptr (GString) content = g_string_new_len (from->name.text, (gssize) from->name.length);
  ChnSlice rest = from->value, item;
  for (gboolean done = FALSE; chn_ical_next_text (&rest, &done, &item);) {
    ChnIcalTime time;
    char text[24];
    if (!zone || !chn_ical_parse_time (&item, &time, NULL) || time.is_date || time.is_utc)
      return FALSE;
    chn_when_format_utc (chn_zone_to_utc (zone, time.seconds), text);
    g_string_append_c (content, item.text == from->value.text ? ':' : ',');
    g_string_append (content, text);
  }
  chn_line_put_content (line, content->str, content->len);
  return TRUE;
}

/* Reminders of what is cancelled go with it. */
static void
put_gone_line (const ChnOldCalendar *old, const ChnIcalPass *pass, ChnZones *zones, ChnContentLine *line)
{
  if (pass->depth == 0) {
    g_autofree char *sequence =
        g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (old->events, OldEvent, pass->n_events - 1).sequence + 1);
    chn_line_put_property (line, "STATUS", "CANCELLED");
    chn_line_put_property (line, "SEQUENCE", sequence);
  }
  if (pass->depth > 1 || (pass->depth == 1 && pass->name == CHN_ICAL_END) || pass->name == CHN_ICAL_STATUS ||
      pass->name == CHN_ICAL_SEQUENCE)
    return;
  if (!put_as_utc (zones, &pass->line, line))
    chn_line_put_content (line, pass->line.content.text, pass->line.content.length);
}

static void
put_events (const ChnOldCalendar *old, ChnZones *zones, ChnContentLine *line)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (old->bytes, old->length, old->limits);
  ChnIcalPass pass = { .scanner = scanner };
  while (chn_ical_pass_next (&pass, NULL) == CHN_SCAN_LINE)
    if (is_gone (old, pass.n_events - 1))
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
