/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the iCalendar reader: what it takes is written and read again as the same events. */
#include "round-trip.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What a calendar has no place for is left out and warned of. The option may be NULL. */
static GString *
write_calendar (const ChnTimeline *timeline, const char *option, gboolean *whole)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  chn_rows_all (timeline, &rows);
  g_assert_true (!option || chn_write_options_set (options, option, NULL, NULL));
  g_assert_true (chn_format_write (chn_format_find ("ics", NULL), timeline, &rows, options, report, append_to_string,
                                   out, NULL));
  *whole = chn_report_count (report, CHN_SEVERITY_WARNING) == 0;
  return out;
}

/* What only says what was kept, and is said again of it, is none. */
static gboolean
is_complaint (const ChnFinding *finding)
{
  static const char *const complaints[] = { "edited",      "mended",          "left-out",   "event-left-out",
                                            "structure",   "older-copy",      "same-copy",  "copied-payload",
                                            "bad-payload", "foreign-version", "missing-uid" };
  gboolean found = finding->severity == CHN_SEVERITY_ERROR;
  for (guint i = 0; i < G_N_ELEMENTS (complaints); i++)
    found |= strcmp (finding->code, complaints[i]) == 0;
  return found;
}

/* What the writer has written, the reader reads without complaint, and nothing of it as an edit. */
static ChnTimeline *
read_again (ChnRegistry *registry, const GString *written)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_format_read (chn_format_find ("ics", NULL), written->str, written->len, "written", builder, NULL);
  ChnTimeline *again = chn_timeline_builder_seal (builder, NULL);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (is_complaint (finding))
      fail ("%s: %s\n%s", finding->code, finding->message, written->str);
  }
  g_assert_nonnull (again);
  return again;
}

static void
check_bare_return (ChnRegistry *registry, const ChnTimeline *timeline)
{
  gboolean whole = FALSE;
  g_autoptr (GString) bare = write_calendar (timeline, "no-payload", &whole);
  g_autoptr (ChnTimeline) again = read_again (registry, bare);
  if (whole)
    g_assert_cmpuint (chn_timeline_get_n_events (again), ==, chn_timeline_get_n_events (timeline));
}

static void
check_whole_return (ChnRegistry *registry, const ChnTimeline *timeline)
{
  gboolean whole = FALSE;
  g_autoptr (GString) written = write_calendar (timeline, NULL, &whole);
  g_autoptr (ChnTimeline) again = read_again (registry, written);
  if (!whole)
    return;
  g_autoptr (GString) before = write_all (timeline, "json");
  g_autoptr (GString) after = write_all (again, "json");
  g_assert_cmpstr (after->str, ==, before->str);
}

/* With its payload and without. */
static void
check_return (ChnRegistry *registry, const ChnTimeline *timeline, gsize length)
{
  if (is_turn (length, 0, 2))
    check_whole_return (registry, timeline);
  if (is_turn (length, 1, 2))
    check_bare_return (registry, timeline);
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
  check_return (registry, timeline, length);
}

/* What is read without a fault is not read again over its faults. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  ChnRegistry *registry = get_registry ();
  g_autoptr (ChnTimeline) timeline = read_all (registry, "ics", (const char *) data, size);
  if (timeline)
    check_return (registry, timeline, size);
  else
    read_calendar_on (registry, (const char *) data, size);
  return 0;
}
