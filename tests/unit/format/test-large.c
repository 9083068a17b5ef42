/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tests of files so large that the builder has a thread of its own: what comes of them is what comes of the
 * same bytes without it, events and findings alike.
 */
#include "ical-generated.h"

#include "format/format.h"

enum { EVENTS = 1500 };

static const char *const formats[] = { "json", "csv", "ics", "yaml" };

/* What a file comes to: events as JSON, or findings. */
static char *
read_file (const char *format, const GString *text, gboolean with_thread, gboolean keep_going)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_set_keep_going (builder, keep_going);
  const ChnFormat *found = chn_format_find (format, NULL);
  if (with_thread) {
    chn_format_read (found, text->str, text->len, "in", builder, NULL);
  } else {
    ChnReadJob job = { .bytes = text->str, .length = text->len, .name = "in", .builder = builder };
    chn_timeline_builder_set_excerpts (builder, found->is_flat);
    found->read (&job, NULL);
    chn_timeline_builder_set_excerpts (builder, FALSE);
  }
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, NULL);
  if (timeline) {
    g_autofree char *json = write_all (timeline, "json", NULL, NULL);
    g_string_append_printf (out, "%u origins, title %s\n%s", chn_timeline_get_n_origins (timeline),
                            chn_timeline_get_header (timeline, 0, CHN_HEADER_TITLE), json);
  }
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    g_string_append_printf (out, "%s\n", line);
  }
  return g_strdup (out->str);
}

static void
compare (const char *format, const GString *text, gboolean keep_going)
{
  g_autofree char *with = read_file (format, text, TRUE, keep_going);
  g_autofree char *without = read_file (format, text, FALSE, keep_going);
  CU_ASSERT (text->len > 1 << 18 && strlen (with) > 1000);
  if (strcmp (with, without) != 0)
    fail_at_difference (format, with, without);
}

static void
test_right (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (ChnTimeline) timeline = generated_timeline (42, EVENTS);
    g_autofree char *written = write_all (timeline, formats[i], NULL, NULL);
    g_autoptr (GString) text = g_string_new (written);
    compare (formats[i], text, FALSE);
  }
}

/* Every so often something that only the reader, or only the builder, finds wrong. */
static void
test_faults (void)
{
  static const struct {
    const char *format, *right, *wrong;
  } rows[] = {
    { "json", "\"prk\"", "\"nobody\"" },       { "json", "\"id\":\"event-1", "\"id\":\"Event-1" },
    { "json", "\"date\":", "\"dat\":" },       { "csv", "prk", "nobody" },
    { "csv", "event-1", "event 1" },           { "ics", "DTSTART", "DTSTERT" },
    { "ics", "UID:event-12", "UID:event-13" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnTimeline) timeline = generated_timeline (7, EVENTS);
    g_autofree char *written =
        write_all (timeline, rows[i].format, strcmp (rows[i].format, "ics") == 0 ? "no-payload" : NULL, NULL);
    g_autoptr (GString) text = g_string_new (written);
    g_string_replace (text, rows[i].right, rows[i].wrong, 100);
    compare (rows[i].format, text, FALSE);
    compare (rows[i].format, text, TRUE);
  }
}

static const ChnTest tests[] = {
  { "a large file comes to the same", test_right },
  { "so does one with faults", test_faults },
};

CHN_SUITE ("format/large", tests)
