/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * DTSTAMP and LAST-MODIFIED (RFC 5545, 3.8.7.2 and 3.8.7.3): when the entry was revised. DTSTAMP is required, and
 * "now" would make every export a change.
 */
#include "format/ical/property/dtstamp.h"

#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "format/ical/property/property.h"
#include "model/event-storage.h"

/* Sets the revision, unless it is 1970, the stamp of what was never revised. */
static void
set_revision (ChnIcalReader *reader, const ChnIcalTime *time, gboolean may_be_unset)
{
  if (may_be_unset && time->seconds == 0)
    return;
  ChnIcalSpan span = { .start = *time, .end = time->seconds, .all_day = time->is_date };
  span.start.is_utc = !time->is_date;
  chn_ical_span_set_date (&span, reader->event, CHN_FIELD_REVISED);
}

/* Programs are told by these which copy is newer, so that a stamp that is none is not handed on. */
static gboolean
take_stamp (ChnIcalReader *reader, ChnIcalName name, ChnIcalTime *time)
{
  for (const ChnIcalLine *line; (line = chn_ical_lines_first (&reader->lines, name));) {
    const ChnSlice value = chn_slice_trim (line->value);
    g_autoptr (GError) error = NULL;
    if (value.length == 0)
      return FALSE;
    if (chn_ical_parse_time (&value, time, &error))
      return TRUE;
    chn_ical_leave_out (reader, line, chn_error_get_hint (error), "%s", error->message);
    if (reader->is_comparing)
      return FALSE;
  }
  return FALSE;
}

/* LAST-MODIFIED is when the event was changed; DTSTAMP may be no more than the day of the download. */
static void
read_revision (ChnIcalReader *reader)
{
  ChnIcalTime stamped, changed;
  const gboolean is_stamped = take_stamp (reader, CHN_ICAL_DTSTAMP, &stamped);
  const gboolean is_changed = take_stamp (reader, CHN_ICAL_LAST_MODIFIED, &changed);
  const ChnIcalLine *stamp = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTSTAMP);
  if (stamp && stamp->value.length == 0)
    reader->dropped |= CHN_ICAL_BIT (CHN_ICAL_DTSTAMP);
  if (is_changed)
    set_revision (reader, &changed, FALSE);
  else if (is_stamped && !chn_ical_lines_first (&reader->lines, CHN_ICAL_LAST_MODIFIED))
    set_revision (reader, &stamped, TRUE);
}

/* A revision as the reader makes it of a stamp: read without parsing it as a date. */
static gboolean
read_plain (const char *text, gint64 *seconds)
{
  ChnIcalTime time;
  const ChnSlice value = { text, strlen (text) };
  gboolean plain = value.length == strlen ("2014-11-18T20:08:00Z") && chn_ical_parse_time (&value, &time, NULL);
  if (!plain || !time.is_utc)
    return FALSE;
  *seconds = time.seconds;
  return TRUE;
}

static gint64
get_time (const ChnEvent *event)
{
  const char *text = chn_event_get_text (event, CHN_FIELD_REVISED);
  gint64 time = 0;
  if (text && !read_plain (text, &time))
    time = chn_date_get_bounds (chn_event_get_date (event, CHN_FIELD_REVISED))->earliest;
  return CLAMP (time, 0, CHN_DAY_SECONDS * G_MAXINT32);
}

/* As most events share their revision, the last one is kept. */
static void
update_revision (ChnIcalWriter *writer)
{
  ChnIcalRevision *revision = &writer->revision;
  const char *text = chn_event_get_text (writer->event, CHN_FIELD_REVISED);
  if (g_strcmp0 (text ? text : "", revision->text) == 0)
    return;
  gint64 time = get_time (writer->event);
  g_free (revision->text);
  revision->text = g_strdup (text ? text : "");
  revision->day = time / CHN_DAY_SECONDS;
  chn_when_format_utc (MIN (time, chn_civil_to_days (9999, 12, 31) * CHN_DAY_SECONDS), revision->stamp);
  if (!text && writer->stamp)
    g_strlcpy (revision->stamp, writer->stamp, sizeof revision->stamp);
}

/*
 * Subscribers such as Evolution take an entry for changed when its stamp is another. Most revisions are days, and
 * many entries say none; the time of day then comes from what stands in the entry, so that each change is seen.
 */
static void
put_stamp (ChnIcalWriter *writer, const char *name)
{
  char stamp[sizeof writer->revision.stamp];
  memcpy (stamp, writer->revision.stamp, sizeof stamp);
  if (writer->options->stamps_tell && g_str_has_suffix (stamp, "T000000Z")) {
    gsize length = strlen (stamp);
    guint second = (guint) (writer->line.digest % CHN_DAY_SECONDS);
    g_snprintf (stamp + length - strlen ("000000Z"), sizeof "000000Z", "%02u%02u%02uZ", second / 3600 % 24,
                second / 60 % 60, second % 60);
  }
  chn_line_put_property (&writer->line, name, stamp);
}

static void
write_stamp (ChnIcalWriter *writer)
{
  update_revision (writer);
  put_stamp (writer, "DTSTAMP");
}

static void
write_last_modified (ChnIcalWriter *writer)
{
  const ChnIcalForeign *foreign = &writer->foreign;
  update_revision (writer);
  if (foreign->is_foreign && !(foreign->found & CHN_ICAL_BIT (CHN_ICAL_LAST_MODIFIED)))
    return; /* it came without */
  if (writer->revision.text[0])
    put_stamp (writer, "LAST-MODIFIED");
}

/* Whether the revision is still the one that came with the event. */
static gboolean
last_modified_stands (const ChnIcalWriter *writer)
{
  const ChnSlice value = chn_ical_foreign_find (writer->event, CHN_ICAL_LAST_MODIFIED);
  const ChnSlice trimmed = chn_slice_trim (value);
  ChnIcalTime time;
  return trimmed.length == 0 ||
         (chn_ical_parse_time (&trimmed, &time, NULL) && time.seconds == get_time (writer->event));
}

/* Clients that merely store an event touch LAST-MODIFIED too. */
void
chn_ical_edit_revision (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = chn_ical_edit_get_shown (edit, CHN_ICAL_LAST_MODIFIED);
  ChnDate *before = chn_event_get_date (edit->event, CHN_FIELD_REVISED);
  ChnIcalTime time;
  if (!line || !chn_ical_parse_time (&line->value, &time, NULL))
    return;
  if (before && chn_date_get_bounds (before)->latest >= time.seconds)
    return;
  ChnIcalSpan span = { .start = time, .end = time.seconds, .all_day = time.is_date };
  chn_ical_span_set_date (&span, edit->event, CHN_FIELD_REVISED);
}

const ChnIcalProperty chn_ical_dtstamp = {
  .names = CHN_ICAL_BIT (CHN_ICAL_DTSTAMP),
  .read = read_revision,
  .write = write_stamp,
};

const ChnIcalProperty chn_ical_last_modified = {
  .names = CHN_ICAL_BIT (CHN_ICAL_LAST_MODIFIED),
  .write = write_last_modified,
  .stands = last_modified_stands,
};
