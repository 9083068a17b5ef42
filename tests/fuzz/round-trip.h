/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include <string.h>

#include "findings.h"
#include "turn.h"

/* Reads a fuzzer's input in a flat format, and holds that whatever is taken comes back as the same bytes. */

/* Made once: it takes as long as many an input. */
static inline ChnRegistry *
get_registry (void)
{
  static ChnRegistry *registry = NULL;
  if (registry)
    return registry;
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "prk", "Democratic People's Republic of Korea",
                                  "North Korea", NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "kor", "Republic of Korea", "South Korea", NULL);
  chn_registry_builder_add_forum (builder, "un", "United Nations", NULL, NULL);
  chn_registry_builder_add_forum (builder, "un.ga", "General Assembly", NULL, NULL);
  registry = chn_registry_builder_seal (builder, NULL);
  return registry;
}

static inline gboolean
append_to_string (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

static inline GString *
write_all (const ChnTimeline *timeline, const char *format)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  g_assert_true (
      chn_format_write (chn_format_find (format, NULL), timeline, &rows, NULL, NULL, append_to_string, out, NULL));
  return out;
}

static inline ChnTimeline *
read_all (ChnRegistry *registry, const char *format, const char *bytes, gsize length)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_format_read (chn_format_find (format, NULL), bytes, length, "in", builder, NULL);
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, NULL);
  g_assert_true (timeline || chn_report_count (report, CHN_SEVERITY_ERROR) > 0);
  check_findings (report);
  return timeline;
}

/* Names that do not hold together are written as they are. */
static inline gboolean
has_bad_names (const ChnReport *report)
{
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    if (strcmp (chn_report_get_finding (report, i)->code, "bad-names") == 0)
      return TRUE;
  return FALSE;
}

/* What is read in spite of other faults has none when it is written. */
static inline void
read_on (ChnRegistry *registry, const char *format, const char *bytes, gsize length)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_set_keep_going (builder, TRUE);
  chn_format_read (chn_format_find (format, NULL), bytes, length, "in", builder, NULL);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, NULL);
  check_findings (report);
  g_assert_nonnull (timeline);
  g_autoptr (GString) written = write_all (timeline, "json");
  g_autoptr (ChnTimeline) again = read_all (registry, "json", written->str, written->len);
  g_assert_true (again || has_bad_names (report));
}

/* What is read without a fault is not read again over its faults. */
static inline void
fuzz_format (const char *format, const char *bytes, gsize length)
{
  static const char *const formats[] = { "json", "csv" };
  ChnRegistry *registry = get_registry ();
  g_autoptr (ChnTimeline) timeline = read_all (registry, format, bytes, length);
  if (!timeline) {
    read_on (registry, format, bytes, length);
    return;
  }
  g_autoptr (GString) expected = write_all (timeline, "json");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (!is_turn (length, i, G_N_ELEMENTS (formats)))
      continue;
    g_autoptr (GString) written = write_all (timeline, formats[i]);
    g_autoptr (ChnTimeline) again = read_all (registry, formats[i], written->str, written->len);
    g_assert_nonnull (again);
    g_autoptr (GString) found = write_all (again, "json");
    g_assert_cmpstr (found->str, ==, expected->str);
  }
}
