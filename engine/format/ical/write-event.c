/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One event as a VEVENT (RFC 5545, 3.6.1; RFC 7986 for what calendar apps show beside it). */
#include "format/ical/write-event.h"

#include "base/civil.h"
#include "format/ical/property/property.h"
#include "format/ical/property/uid.h"

/* Lines that came with the event stand where its fields still say the same. */
static void
find_standing (ChnIcalWriter *writer)
{
  ChnIcalForeign *foreign = &writer->foreign;
  guint n = 0;
  const ChnIcalProperty *const *properties = chn_ical_get_properties (&n);
  if (!foreign->is_foreign)
    return;
  foreign->stands = foreign->found;
  for (guint i = 0; i < n; i++)
    if (foreign->found & properties[i]->names && properties[i]->stands && !properties[i]->stands (writer))
      foreign->stands &= ~properties[i]->names;
  if (writer->old) /* which then says what comes next */
    foreign->stands &= ~CHN_ICAL_BIT (CHN_ICAL_SEQUENCE);
}

/* Our own lines of these names, and then the foreign ones. */
static void
put_properties (ChnIcalWriter *writer, guint64 names)
{
  guint n = 0;
  const ChnIcalProperty *const *properties = chn_ical_get_properties (&n);
  for (guint i = 0; i < n; i++)
    if (properties[i]->names & names && properties[i]->write && !(writer->foreign.stands & properties[i]->names))
      properties[i]->write (writer);
  chn_ical_foreign_put_properties (&writer->foreign, names, &writer->line);
}

/* By the UID, and of an instance by what it is the instance of. */
static gint64
compare_with_old (ChnIcalWriter *writer)
{
  const ChnDate *today = writer->options->today;
  const char *id = chn_ical_foreign_find (writer->event, CHN_ICAL_RECURRENCE_ID).text;
  const char *sequence = chn_ical_foreign_find (writer->event, CHN_ICAL_SEQUENCE).text;
  gboolean is_foreign = writer->foreign.is_foreign;
  g_autofree char *key = chn_old_calendar_dup_key (chn_ical_make_own_uid (writer), is_foreign ? id : "");
  ChnOldRevision revision = {
    .revised = writer->revision.day,
    .today = today ? chn_civil_find_day (chn_date_get_bounds (today)->earliest) : 0,
    .is_foreign = is_foreign,
    .sequence = is_foreign ? CLAMP (g_ascii_strtoll (sequence, NULL, 10), 0, G_MAXINT32 - 1) : 0,
  };
  return chn_old_calendar_revise (writer->old, key, writer->line.digest, &revision);
}

/*
 * SEQUENCE follows from the day of the revision, since some clients ignore an edit that does not raise it; and from
 * an older calendar, by whether what stands before has changed.
 */
static void
put_sequence (ChnIcalWriter *writer)
{
  char text[24];
  gint64 sequence = writer->revision.day;
  if (writer->old)
    sequence = compare_with_old (writer);
  if (sequence == 0 || (writer->foreign.is_foreign && !writer->old))
    return;
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, sequence);
  chn_line_put_property (&writer->line, "SEQUENCE", text);
}

static gboolean
lies_ahead (const ChnIcalWriter *writer)
{
  const ChnDate *today = writer->options->today;
  const ChnDateBounds *bounds = chn_event_get_bounds (writer->event);
  return today && bounds->earliest != CHN_TIME_MIN && bounds->earliest > chn_date_get_bounds (today)->latest;
}

/* A reminder (RFC 5545, 3.6.6) of what is planned. */
static void
put_alarm (ChnIcalWriter *writer)
{
  const char *trigger = writer->options->alarm;
  if (!trigger || chn_event_get_term (writer->event, CHN_FIELD_STATUS) != CHN_STATUS_PLANNED || !lies_ahead (writer))
    return;
  chn_line_put_property (&writer->line, "BEGIN", "VALARM");
  chn_line_put_property (&writer->line, "ACTION", "DISPLAY");
  chn_line_put_text_property (&writer->line, "DESCRIPTION", chn_event_get_text (writer->event, CHN_FIELD_TITLE));
  chn_line_put_property (&writer->line, "TRIGGER", trigger);
  chn_line_put_property (&writer->line, "END", "VALARM");
}

gboolean
chn_ical_write_event (ChnIcalWriter *writer, const ChnEvent *event, const ChnContext *context)
{
  if (!chn_ical_writer_open (writer, event, context))
    return FALSE;
  find_standing (writer);
  chn_line_put_property (&writer->line, "BEGIN", "VEVENT");
  if (!writer->options->stamps_tell)
    put_properties (writer, CHN_ICAL_REVISION_NAMES);
  chn_line_start_digest (&writer->line);
  put_properties (writer, ~CHN_ICAL_REVISION_NAMES);
  if (writer->payload)
    chn_payload_put (writer->payload, &writer->line, context->timeline, context->row, event);
  writer->line.digesting = FALSE;
  if (writer->options->stamps_tell)
    put_properties (writer, CHN_ICAL_REVISION_NAMES);
  put_sequence (writer);
  chn_ical_foreign_put_parts (&writer->foreign, &writer->line);
  put_alarm (writer);
  chn_line_put_property (&writer->line, "END", "VEVENT");
  return TRUE;
}
