/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The iCalendar writer: the calendar around its events (RFC 5545, 3.4; RFC 7986, 5). */
#include "format/format.h"
#include "format/ical-event.h"
#include "format/options.h"

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
  if (job->options->publish)
    chn_line_put_property (line, "METHOD", "PUBLISH");
  chn_line_put_text_property (line, "NAME", title);
  chn_line_put_text_property (line, "X-WR-CALNAME", title);
  if (chn_timeline_get_n_origins (job->timeline) > 0)
    chn_line_put_text_property (line, "X-WR-CALDESC", chn_timeline_get_header (job->timeline, 0, CHN_HEADER_SUMMARY));
}

static gboolean
write_ical (const ChnWriteJob *job, GError **error)
{
  (void) error;
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnPayload) payload = job->options->no_payload ? NULL : chn_payload_new ();
  ChnContentLine line = { .out = job->out };
  put_front (job, &line);
  for (guint i = 0; i < job->rows->n; i++) {
    chn_timeline_load (job->timeline, job->rows->row[i], event);
    chn_ical_put_event (job, &line, payload, job->rows->row[i], event);
  }
  chn_line_put_property (&line, "END", "VCALENDAR");
  return TRUE;
}

static const char *const extensions[] = { ".ics", ".ical", NULL };

const ChnFormat chn_format_ics = {
  .name = "ics",
  .note = "iCalendar for calendar apps (RFC 5545)",
  .extensions = extensions,
  .write = write_ical,
};
