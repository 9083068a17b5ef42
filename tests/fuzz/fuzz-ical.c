/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the iCalendar reader: what it takes is written and read again as the same events. */
#include "round-trip.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What a calendar has no place for is left out and warned of. */
static GString *
write_calendar (const ChnTimeline *timeline, gboolean *whole)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (ChnReport) report = chn_report_new ();
  chn_rows_all (timeline, &rows);
  g_assert_true (
      chn_format_write (chn_format_find ("ics", NULL), timeline, &rows, NULL, report, append_to_string, out, NULL));
  *whole = chn_report_count (report, CHN_SEVERITY_WARNING) == 0;
  return out;
}

static void
check_return (ChnRegistry *registry, const ChnTimeline *timeline)
{
  gboolean whole = FALSE;
  g_autoptr (GString) written = write_calendar (timeline, &whole);
  g_autoptr (ChnTimeline) again = read_all (registry, "ics", written->str, written->len);
  if (!whole)
    return;
  g_assert_nonnull (again);
  g_autoptr (GString) before = write_all (timeline, "json");
  g_autoptr (GString) after = write_all (again, "json");
  g_assert_cmpstr (after->str, ==, before->str);
}

static void
read_calendar_on (ChnRegistry *registry, const char *bytes, gsize length)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_set_keep_going (builder, TRUE);
  chn_format_read (chn_format_find ("ics", NULL), bytes, length, "in", builder, NULL);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, &error);
  g_assert_no_error (error);
  check_findings (report);
  check_return (registry, timeline);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnTimeline) timeline = read_all (registry, "ics", (const char *) data, size);
  if (timeline)
    check_return (registry, timeline);
  read_calendar_on (registry, (const char *) data, size);
  return 0;
}
