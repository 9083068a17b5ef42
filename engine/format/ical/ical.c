/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The iCalendar writer: the calendar around its events (RFC 5545, 3.4; RFC 7986, 5). */
#include <string.h>

#include "base/civil.h"
#include "format/format.h"
#include "format/ical/carried.h"
#include "format/ical/former.h"
#include "format/ical/put-zones.h"
#include "format/ical/read.h"
#include "format/ical/stamp.h"
#include "format/ical/write-event.h"
#include "format/options.h"
#include "format/parts.h"
#include "timeline/columns.h"

/* What those who write its events share. */
typedef struct {
  ChnOldCalendar *old;  /* or NULL */
  char stamp[24];       /* DTSTAMP of events that say no revision */
  GAsyncQueue *writers; /* of ChnIcalWriter: those that nobody uses */
} Calendar;

static void
free_writer (gpointer writer)
{
  chn_ical_writer_free (writer);
}

static const char *
get_title (const ChnWriteJob *job)
{
  if (job->options->title)
    return job->options->title;
  return chn_timeline_get_n_origins (job->timeline) > 0 ? chn_timeline_get_header (job->timeline, 0, CHN_HEADER_TITLE)
                                                        : NULL;
}

/* No calendar UID, which makes some clients collapse the file to one event; no METHOD unless asked for. */
static void
put_front (const ChnWriteJob *job, ChnContentLine *line)
{
  const char *title = get_title (job);
  chn_line_put_property (line, "BEGIN", "VCALENDAR");
  chn_line_put_property (line, "VERSION", "2.0");
  chn_line_put_property (line, "PRODID", "-//Chancery//Chancery 0.1//EN");
  chn_line_put_property (line, "CALSCALE", "GREGORIAN");
  if (!job->options->no_payload)
    chn_ical_put_carried (job, line);
  if (job->options->method == CHN_PUBLISHING_PUBLISH)
    chn_line_put_property (line, "METHOD", "PUBLISH");
  chn_line_put_text_property (line, "NAME", title);
  chn_line_put_text_property (line, "X-WR-CALNAME", title);
  if (chn_timeline_get_n_origins (job->timeline) > 0)
    chn_line_put_text_property (line, "X-WR-CALDESC", chn_timeline_get_header (job->timeline, 0, CHN_HEADER_SUMMARY));
  chn_line_put_text_property (line, "COLOR", job->options->calendar_color);
  chn_line_put_text_property (line, "REFRESH-INTERVAL;VALUE=DURATION", job->options->refresh);
  chn_line_put_text_property (line, "X-PUBLISHED-TTL", job->options->refresh);
}

/* One that writes into the job's file. */
static ChnIcalWriter *
take_writer (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnIcalWriter *writer = g_async_queue_try_pop (calendar->writers);
  if (!writer) {
    writer = chn_ical_writer_new (job->options, chn_timeline_get_registry (job->timeline));
    chn_line_init (&writer->line, NULL);
    writer->old = calendar->old;
    writer->stamp = calendar->stamp;
  }
  writer->line.data = job->out;
  return writer;
}

static void
report_skipped (const ChnWriteJob *job, const ChnIcalWriter *writer)
{
  const char *id = chn_event_get_text (writer->event, CHN_FIELD_ID);
  g_autofree char *message = g_strdup_printf ("%s (%s) was left out: %s", id,
                                              chn_event_get_text (writer->event, CHN_FIELD_DATE), writer->when.why);
  chn_report_add (
      job->report,
      &(ChnFinding){ .severity = CHN_SEVERITY_WARNING, .code = "skipped", .event = id, .message = message });
}

static void
put_rows (const ChnWriteJob *part)
{
  const Calendar *calendar = part->shared;
  ChnIcalWriter *writer = take_writer (calendar, part);
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < part->rows->n; i++) {
    ChnContext context = chn_context_of_row (part->timeline, part->rows->row[i]);
    chn_timeline_load (part->timeline, part->rows->row[i], event);
    if (!chn_ical_write_event (writer, event, &context))
      report_skipped (part, writer);
    else if (!writer->old)
      chn_ical_put_former (writer);
  }
  g_async_queue_push (calendar->writers, writer);
}

/* An older calendar counts its events, one after the other. */
static void
put_events (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnWriteJob shared = *job;
  shared.shared = calendar;
  if (!calendar->old)
    chn_write_in_parts (&shared, put_rows);
  else
    put_rows (&shared);
}

static void
discard (gpointer data, const char *content, gsize length)
{
  (void) data, (void) content, (void) length;
}

/* The days since 1970-01-01 of the day of writing. */
static gint64
find_today (const ChnWriteJob *job)
{
  const ChnDate *today = job->options->today;
  return today ? chn_civil_find_day (chn_date_get_bounds (today)->earliest) : 0;
}

/*
 * Has the older calendar compared with all events before the first is written, since what it remembers stands before
 * them and depends on them all.
 */
static void
compare_with_old (const Calendar *calendar, const ChnWriteJob *job)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnIcalWriter) writer = chn_ical_writer_new (job->options, chn_timeline_get_registry (job->timeline));
  ChnDuration lifetime = { .years = 1 };
  chn_line_init_func (&writer->line, discard, NULL);
  writer->old = calendar->old;
  writer->stamp = calendar->stamp;
  for (guint i = 0; i < job->rows->n; i++) {
    ChnContext context = chn_context_of_row (job->timeline, job->rows->row[i]);
    chn_timeline_load (job->timeline, job->rows->row[i], event);
    chn_ical_write_event (writer, event, &context);
  }
  if (job->options->tombstones)
    chn_duration_parse (job->options->tombstones, -1, &lifetime, NULL);
  chn_old_calendar_settle (calendar->old, find_today (job), &lifetime);
}

static void
put_opening (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnIcalWriter *writer = take_writer (calendar, job);
  guint n_origins = chn_timeline_get_n_origins (job->timeline);
  put_front (job, &writer->line);
  if (calendar->old)
    chn_old_calendar_put_remembered (calendar->old, &writer->line);
  /* All properties stand before all components (RFC 5545, 3.6). */
  for (guint i = 0; i < n_origins; i++)
    chn_ical_foreign_put_header (job->timeline, i, &writer->line);
  /* Zones stand before what refers to them. */
  chn_ical_put_zones (job, writer);
  for (guint i = 0; i < n_origins; i++)
    chn_ical_foreign_put_header_parts (job->timeline, i, &writer->line);
  g_async_queue_push (calendar->writers, writer);
}

static void
put_closing (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnIcalWriter *writer = take_writer (calendar, job);
  if (calendar->old)
    chn_old_calendar_put_gone (calendar->old, writer->zones, &writer->line);
  chn_line_put_property (&writer->line, "END", "VCALENDAR");
  g_async_queue_push (calendar->writers, writer);
}

static gboolean
write_ical (const ChnWriteJob *job, GError **error)
{
  Calendar calendar = { .old = NULL };
  chn_stamp_find (job->timeline, calendar.stamp);
  GBytes *update = job->options->update;
  gsize length = 0;
  const char *bytes = update ? g_bytes_get_data (update, &length) : NULL;
  if (update && !(calendar.old = chn_old_calendar_new (bytes, length, chn_limits_get_default (), error)))
    return FALSE;
  calendar.writers = g_async_queue_new_full (free_writer);
  if (calendar.old)
    compare_with_old (&calendar, job);
  put_opening (&calendar, job);
  put_events (&calendar, job);
  put_closing (&calendar, job);
  g_async_queue_unref (calendar.writers);
  chn_old_calendar_free (calendar.old);
  return TRUE;
}

static gboolean
begins (const char *text, gsize length)
{
  static const char beginning[] = "BEGIN:VCALENDAR";
  return length >= strlen (beginning) && g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0;
}

static const char *const extensions[] = { ".ics", ".ical", NULL };

const ChnFormat chn_format_ics = {
  .name = "ics",
  .note = "iCalendar for calendar apps (RFC 5545)",
  .extensions = extensions,
  .read = chn_ical_read,
  .reads_in_windows = TRUE,
  .begins = begins,
  .is_flat = TRUE,
  .omits_not_held = TRUE, /* what was cancelled is shown as such by STATUS */
  .carries_header = TRUE,
  .kept_header = 1 << CHN_HEADER_TIMELINE | 1 << CHN_HEADER_TITLE | 1 << CHN_HEADER_SUMMARY,
  .write = write_ical,
};
