/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Calendars that several threads write have the bytes and the report of those that one does. */
#include "ical-generated.h"

enum { N_EVENTS = 3000, CHUNK = 400 };

/* Those that recur are written by one thread in any case. */
static GArray *
list_rows (const ChnTimeline *timeline)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    chn_timeline_load (timeline, row, event);
    if (!chn_event_get_text (event, CHN_FIELD_REPEAT))
      g_array_append_val (rows, row);
  }
  return rows;
}

/* The events alone, and what was said of them. */
typedef struct {
  GString *events, *findings;
} Written;

static Written
written_new (void)
{
  return (Written){ g_string_new (NULL), g_string_new (NULL) };
}

static void
written_clear (Written *written)
{
  g_string_free (written->events, TRUE);
  g_string_free (written->findings, TRUE);
}

static void
append (Written *out, const ChnTimeline *timeline, const GArray *all, guint first, guint n, const char *option)
{
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  ChnRows rows = { n, &g_array_index (all, guint, first), NULL };
  if (option)
    chn_write_options_set (options, option, NULL, NULL);
  chn_format_write (chn_format_find ("ics", NULL), timeline, &rows, options, report, append_to_string, text, &error);
  CHN_ASSERT_NO_ERROR (error);
  const char *begin = strstr (text->str, "\r\nBEGIN:VEVENT"), *end = strstr (text->str, "\r\nEND:VCALENDAR");
  CU_ASSERT_FATAL (begin && end && begin < end);
  g_string_append_len (out->events, begin, end - begin);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    g_string_append_printf (out->findings, "%s\n", chn_report_get_finding (report, i)->message);
}

static void
check (const ChnTimeline *timeline, const char *option)
{
  g_autoptr (GArray) rows = list_rows (timeline);
  Written whole = written_new (), chunks = written_new ();
  CU_ASSERT_FATAL (rows->len > N_EVENTS / 2);
  append (&whole, timeline, rows, 0, rows->len, option);
  for (guint first = 0; first < rows->len; first += CHUNK)
    append (&chunks, timeline, rows, first, MIN (CHUNK, rows->len - first), option);
  CU_ASSERT (g_string_equal (whole.events, chunks.events));
  CU_ASSERT (whole.findings->len > 0 && g_string_equal (whole.findings, chunks.findings));
  written_clear (&whole);
  written_clear (&chunks);
}

static void
test_parts (void)
{
  for (guint32 seed = 17; seed <= 18; seed++) {
    g_autoptr (ChnTimeline) timeline = generated_timeline (seed, N_EVENTS);
    check (timeline, NULL);
    check (timeline, "no-payload");
  }
}

static const ChnTest tests[] = {
  { "parts", test_parts },
};

CHN_SUITE ("format/ical-parts", tests)
