/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an older calendar file says of each event: its SEQUENCE, a digest of its content, whether it still stands. */
#include "format/ical/old.h"

#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "format/ical/event-pass.h"
#include "format/ical/old-event.h"
#include "format/ical/value.h"

enum { HIGHEST = G_MAXINT32 - 1 };

static gint64
parse_number (const ChnSlice *value)
{
  g_autofree char *text = g_strndup (value->text, value->length);
  gint64 number = g_ascii_strtoll (text, NULL, 10);
  return CLAMP (number, 0, HIGHEST);
}

char *
chn_old_calendar_dup_key (const char *uid, const char *recurrence_id)
{
  return g_strconcat (uid, recurrence_id && recurrence_id[0] ? "\t" : "", recurrence_id, NULL);
}

/* The event at hand, while the lines that make its key are collected. */
typedef struct {
  ChnOldCalendar *old;
  GString *uid, *recurrence_id;
} Listing;

static gint64
parse_day (const ChnSlice *value)
{
  ChnIcalTime time;
  return chn_ical_parse_time (value, &time, NULL) ? MAX (chn_civil_find_day (time.seconds), 1) : 1;
}

/* Of two events with the same key the first counts. */
static void
end_event (Listing *listing, guint index)
{
  ChnOldCalendar *old = listing->old;
  ChnOldEvent *event = chn_old_calendar_get_event (old, index);
  g_autofree char *key = chn_old_calendar_dup_key (listing->uid->str, listing->recurrence_id->str);
  if (listing->uid->len > 0 && !g_hash_table_contains (old->by_key, key)) {
    event->key = g_steal_pointer (&key);
    g_hash_table_insert (old->by_key, event->key, GUINT_TO_POINTER (index + 1));
  }
  g_string_truncate (listing->uid, 0);
  g_string_truncate (listing->recurrence_id, 0);
}

static void
note_revision (Listing *listing, ChnOldEvent *event, const ChnIcalPass *pass)
{
  const ChnSlice *value = &pass->line.value;
  if (pass->name == CHN_ICAL_UID && listing->uid->len == 0)
    chn_ical_assign_text (listing->uid, value->text, value->length);
  else if (pass->name == CHN_ICAL_RECURRENCE_ID)
    g_string_append_len (listing->recurrence_id, value->text, (gssize) value->length);
  else if (pass->name == CHN_ICAL_SEQUENCE)
    event->sequence = parse_number (value);
  else if (pass->name == CHN_ICAL_GONE)
    event->gone = parse_day (value);
  else if (pass->name == CHN_ICAL_STATUS)
    event->is_cancelled = chn_slice_is_name (value, "CANCELLED");
}

/* Alarms are no content: they come and go with the days. */
static void
note_line (Listing *listing, const ChnIcalPass *pass)
{
  const guint64 revision = CHN_ICAL_BIT (CHN_ICAL_UID) | CHN_ICAL_BIT (CHN_ICAL_SEQUENCE) |
                           CHN_ICAL_BIT (CHN_ICAL_DTSTAMP) | CHN_ICAL_BIT (CHN_ICAL_LAST_MODIFIED);
  ChnOldEvent *event = chn_old_calendar_get_event (listing->old, pass->n_events - 1);
  if (pass->depth == 0)
    end_event (listing, pass->n_events - 1);
  if (pass->depth != 1 || pass->name == CHN_ICAL_END)
    return;
  note_revision (listing, event, pass);
  if (!(CHN_ICAL_BIT (pass->name) & revision))
    event->digest += chn_line_digest_content (pass->line.content.text, pass->line.content.length);
}

/* What the calendar itself says of events that it has no more; all else of it is looked at as events are. */
static void
note_remembered (ChnOldCalendar *old)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (old->bytes, old->length, old->limits);
  ChnScanLine line;
  for (ChnScanResult result; (result = chn_scanner_next (scanner, &line, NULL)) != CHN_SCAN_END;) {
    ChnIcalName name =
        result == CHN_SCAN_LINE ? chn_ical_name_find (line.name.text, line.name.length) : CHN_ICAL_OTHER;
    const ChnSlice value = chn_slice_trim (line.value);
    if (name == CHN_ICAL_BEGIN && !chn_slice_is_name (&value, "VCALENDAR"))
      return; /* properties stand before components */
    if (name == CHN_ICAL_GONE)
      chn_old_calendar_read_remembered (old, value.text, value.length);
  }
}

static gboolean
list_events (ChnOldCalendar *old, GError **error)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (old->bytes, old->length, old->limits);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GString) uid = g_string_new (NULL), recurrence_id = g_string_new (NULL);
  Listing listing = { old, uid, recurrence_id };
  ChnIcalPass pass = { .scanner = scanner };
  ChnScanResult result;
  while ((result = chn_ical_pass_next (&pass, &fault)) == CHN_SCAN_LINE)
    if (chn_ical_pass_is_begin (&pass))
      g_array_set_size (old->events, pass.n_events);
    else
      note_line (&listing, &pass);
  if (result == CHN_SCAN_FAULT) {
    g_propagate_prefixed_error (error, g_steal_pointer (&fault), "the older calendar, line %u: ", pass.line.line);
    return FALSE;
  }
  if (pass.depth == 0)
    return TRUE;
  chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "the older calendar ends within an event");
  return FALSE;
}

static void
clear_event (gpointer event)
{
  g_free (((ChnOldEvent *) event)->key);
}

ChnOldCalendar *
chn_old_calendar_new (const char *bytes, gsize length, const ChnLimits *limits, GError **error)
{
  g_autoptr (ChnOldCalendar) old = g_new0 (ChnOldCalendar, 1);
  old->bytes = bytes;
  old->length = length;
  old->limits = limits;
  old->events = g_array_new (FALSE, TRUE, sizeof (ChnOldEvent));
  g_array_set_clear_func (old->events, clear_event);
  old->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  old->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  old->returned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_remembered (old);
  return list_events (old, error) ? g_steal_pointer (&old) : NULL;
}

void
chn_old_calendar_free (ChnOldCalendar *old)
{
  if (!old)
    return;
  g_hash_table_unref (old->by_key);
  g_hash_table_unref (old->remembered);
  g_hash_table_unref (old->returned);
  g_array_unref (old->events);
  g_free (old);
}

/* Never lower than before, and where the content is another, higher. */
static gint64
raise_sequence (gint64 before, gboolean is_changed, const ChnOldRevision *revision)
{
  gint64 sequence = MAX (before + (is_changed ? 1 : 0), revision->sequence);
  gint64 day = is_changed && revision->revised == 0 ? revision->today : revision->revised;
  if (revision->is_foreign && !is_changed)
    day = 0; /* whoever wrote it counts otherwise */
  return MIN (MAX (sequence, day), HIGHEST);
}

gint64
chn_old_calendar_revise (ChnOldCalendar *old, const char *key, guint64 digest, const ChnOldRevision *revision)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (old->by_key, key));
  gpointer remembered = NULL;
  if (number > 0) {
    ChnOldEvent *event = chn_old_calendar_get_event (old, number - 1);
    gint64 sequence = raise_sequence (event->sequence, event->digest != digest, revision);
    event->stays = TRUE;
    old->changes = old->changes || sequence != event->sequence;
    return sequence;
  }
  old->changes = TRUE;
  gboolean was_here = g_hash_table_lookup_extended (old->remembered, key, NULL, &remembered);
  if (was_here)
    g_hash_table_add (old->returned, g_strdup (key));
  return raise_sequence (was_here ? GPOINTER_TO_INT (remembered) : -1, TRUE, revision);
}

void
chn_old_calendar_settle (ChnOldCalendar *old, gint64 today, const ChnDuration *lifetime)
{
  old->today = today;
  for (guint i = 0; i < old->events->len; i++) {
    const ChnOldEvent *event = chn_old_calendar_get_event (old, i);
    old->changes = old->changes || (chn_old_event_is_gone (event) && event->gone == 0);
  }
  for (guint i = 0; i < old->events->len && old->changes; i++) {
    ChnOldEvent *event = chn_old_calendar_get_event (old, i);
    gint64 end = chn_civil_find_day (chn_duration_add (lifetime, event->gone * CHN_DAY_SECONDS, 1));
    event->expires = chn_old_event_is_gone (event) && event->gone > 0 && end < today;
  }
}
