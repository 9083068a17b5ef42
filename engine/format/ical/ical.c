/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The iCalendar writer: the calendar around its events (RFC 5545, 3.4; RFC 7986, 5). */
#include "format/format.h"
#include "format/ical/desk.h"
#include "format/ical/event.h"
#include "format/ical/read.h"
#include "format/ical/repeat.h"
#include "format/options.h"
#include "format/parts.h"
#include "timeline/columns.h"

/* What those who write its events share. */
typedef struct {
  ChnOldCalendar *old; /* or NULL */
  GAsyncQueue *desks;  /* of ChnIcalDesk: those that nobody sits at */
} Calendar;

static void
free_desk (gpointer desk)
{
  chn_ical_desk_free (desk);
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
put_front (ChnIcalPage *page)
{
  const ChnWriteJob *job = page->job;
  ChnContentLine *line = &page->line;
  const char *title = get_title (job);
  chn_line_put_property (line, "BEGIN", "VCALENDAR");
  chn_line_put_property (line, "VERSION", "2.0");
  chn_line_put_property (line, "PRODID", "-//Chancery//Chancery 0.1//EN");
  chn_line_put_property (line, "CALSCALE", "GREGORIAN");
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

/* Zones stand before what refers to them, so the few events that may do so are looked at first. */
static void
put_zones (ChnIcalPage *page, ChnIcalDesk *desk)
{
  const ChnColumns *columns = chn_timeline_get_columns (page->job->timeline);
  g_autoptr (ChnZoneNeeds) needs = chn_zone_needs_new ();
  for (guint i = 0; i < page->job->rows->n; i++) {
    guint row = page->job->rows->row[i];
    gboolean local = page->job->options->local_times || chn_columns_get_text (columns, CHN_FIELD_REPEAT, row);
    if (!local || !(chn_columns_get_date_flags (columns, row) & CHN_DATE_TIMED))
      continue;
    g_auto (ChnWhen) when = { 0 };
    chn_ical_desk_load (desk, page, row);
    chn_ical_init_when (&when, page, page->event);
    if (when.kind == CHN_WHEN_ZONED && !chn_ical_brought_zone (page->job->timeline, chn_zone_get_name (when.zone)))
      chn_zone_needs_add (needs, when.zone, when.utc, chn_ical_repeats (page->event));
  }
  chn_vtimezone_put (needs, &page->line);
}

static ChnIcalDesk *
take_desk (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnIcalDesk *desk = g_async_queue_try_pop (calendar->desks);
  return desk ? desk : chn_ical_desk_new (job);
}

static void
leave_desk (const Calendar *calendar, ChnIcalDesk *desk)
{
  g_async_queue_push (calendar->desks, desk);
}

static void
put_rows (const ChnWriteJob *part)
{
  const Calendar *calendar = part->shared;
  ChnIcalDesk *desk = take_desk (calendar, part);
  ChnIcalPage page = chn_ical_desk_open_page (desk, part);
  page.old = calendar->old;
  for (guint i = 0; i < part->rows->n; i++) {
    chn_ical_desk_load (desk, &page, part->rows->row[i]);
    chn_ical_put_event (&page);
  }
  leave_desk (calendar, desk);
}

/* An older calendar counts its events, and nobody vouches for libical among threads. */
static gboolean
may_be_parted (const Calendar *calendar, const ChnWriteJob *job)
{
  const ChnColumns *columns = chn_timeline_get_columns (job->timeline);
  return !calendar->old && columns->dictionary[CHN_DICTIONARY_REPEATS].n_codes == 0;
}

static void
put_events (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnWriteJob shared = *job;
  shared.shared = calendar;
  if (may_be_parted (calendar, job))
    chn_write_in_parts (&shared, put_rows);
  else
    put_rows (&shared);
}

static void
put_opening (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnIcalDesk *desk = take_desk (calendar, job);
  ChnIcalPage page = chn_ical_desk_open_page (desk, job);
  guint n_origins = chn_timeline_get_n_origins (job->timeline);
  put_front (&page);
  /* All properties stand before all components (RFC 5545, 3.6). */
  for (guint i = 0; i < n_origins; i++)
    chn_ical_put_header_properties (job->timeline, i, &page.line);
  put_zones (&page, desk);
  for (guint i = 0; i < n_origins; i++)
    chn_ical_put_header_parts (job->timeline, i, &page.line);
  leave_desk (calendar, desk);
}

static void
put_closing (const Calendar *calendar, const ChnWriteJob *job)
{
  ChnIcalDesk *desk = take_desk (calendar, job);
  ChnIcalPage page = chn_ical_desk_open_page (desk, job);
  if (calendar->old)
    chn_old_calendar_put_gone (calendar->old, page.zones, &page.line);
  chn_line_put_property (&page.line, "END", "VCALENDAR");
  leave_desk (calendar, desk);
}

static gboolean
write_ical (const ChnWriteJob *job, GError **error)
{
  Calendar calendar = { .old = NULL };
  GBytes *update = job->options->update;
  gsize length = 0;
  const char *bytes = update ? g_bytes_get_data (update, &length) : NULL;
  if (update && !(calendar.old = chn_old_calendar_new (bytes, length, chn_limits_get_default (), error)))
    return FALSE;
  calendar.desks = g_async_queue_new_full (free_desk);
  put_opening (&calendar, job);
  put_events (&calendar, job);
  put_closing (&calendar, job);
  g_async_queue_unref (calendar.desks);
  chn_old_calendar_free (calendar.old);
  return TRUE;
}

static const char *const extensions[] = { ".ics", ".ical", NULL };

const ChnFormat chn_format_ics = {
  .name = "ics",
  .note = "iCalendar for calendar apps (RFC 5545)",
  .extensions = extensions,
  .read = chn_ical_read,
  .is_flat = TRUE,
  .write = write_ical,
};
