/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The iCalendar writer: the calendar around its events (RFC 5545, 3.4; RFC 7986, 5). */
#include "format/format.h"
#include "format/ical/event.h"
#include "format/ical/read.h"
#include "format/ical/repeat.h"
#include "format/options.h"
#include "timeline/columns.h"

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

static void
load (ChnIcalPage *page, ChnEvent *event, guint row)
{
  chn_timeline_load (page->job->timeline, row, event);
  page->event = event;
  page->row = row;
}

/* Zones stand before what refers to them, so the few events that may do so are looked at first. */
static void
put_zones (ChnIcalPage *page, ChnEvent *event)
{
  const ChnColumns *columns = chn_timeline_get_columns (page->job->timeline);
  g_autoptr (ChnZoneNeeds) needs = chn_zone_needs_new ();
  for (guint i = 0; i < page->job->rows->n; i++) {
    guint row = page->job->rows->row[i];
    gboolean local = page->job->options->local_times || chn_columns_get_text (columns, CHN_FIELD_REPEAT, row);
    if (!local || !(chn_columns_get_date_flags (columns, row) & CHN_DATE_TIMED))
      continue;
    g_auto (ChnWhen) when = { 0 };
    load (page, event, row);
    chn_ical_init_when (&when, page, event);
    if (when.kind == CHN_WHEN_ZONED &&
        !chn_ical_brought_zone (page->job->timeline, chn_ical_zone_get_name (when.zone)))
      chn_zone_needs_add (needs, when.zone, when.utc, chn_ical_repeats (event));
  }
  chn_zone_needs_put (needs, &page->line);
}

static gboolean
open_old (ChnIcalPage *page, GError **error)
{
  GBytes *update = page->job->options->update;
  if (!update)
    return TRUE;
  gsize length = 0;
  const char *bytes = g_bytes_get_data (update, &length);
  page->old = chn_old_calendar_new (bytes, length, chn_limits_get_default (), error);
  return page->old != NULL;
}

static void
put_calendar (ChnIcalPage *page)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n_origins = chn_timeline_get_n_origins (page->job->timeline);
  put_front (page);
  /* All properties stand before all components (RFC 5545, 3.6). */
  for (guint i = 0; i < n_origins; i++)
    chn_ical_put_header_properties (page->job->timeline, i, &page->line);
  put_zones (page, event);
  for (guint i = 0; i < n_origins; i++)
    chn_ical_put_header_parts (page->job->timeline, i, &page->line);
  for (guint i = 0; i < page->job->rows->n; i++) {
    load (page, event, page->job->rows->row[i]);
    chn_ical_put_event (page);
  }
  if (page->old)
    chn_old_calendar_put_gone (page->old, page->zones, &page->line);
  chn_line_put_property (&page->line, "END", "VCALENDAR");
}

static gboolean
write_ical (const ChnWriteJob *job, GError **error)
{
  g_autoptr (ChnDescriber) describer = chn_describer_new ();
  g_autoptr (ChnIcalZones) zones = chn_ical_zones_new ();
  g_autoptr (ChnPayload) payload = job->options->no_payload ? NULL : chn_payload_new ();
  g_autoptr (GString) uid = g_string_new (NULL);
  g_autoptr (ChnCategories) categories = chn_categories_new (chn_timeline_get_registry (job->timeline));
  ChnIcalPage page = {
    .job = job,
    .line = { .out = job->out },
    .payload = payload,
    .describer = describer,
    .zones = zones,
    .uid = uid,
    .categories = categories,
  };
  if (!open_old (&page, error))
    return FALSE;
  put_calendar (&page);
  chn_old_calendar_free (page.old);
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
