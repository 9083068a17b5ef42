/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the timeline reader: every fault has a place; what can be sealed is written, read and written alike. */
#include <chancery/format.h>
#include <chancery/registry.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "format/format.h"

#include "findings.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Made once: it takes as long as many an input. */
static ChnRegistry *
get_registry (void)
{
  static ChnRegistry *registry = NULL;
  if (registry)
    return registry;
  static const char *const actors[] = { "prk", "usa", "jpn", "kor", "chn" };
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc" };
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, actors[i], actors[i], NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (builder, forums[i], forums[i], NULL, NULL);
  registry = chn_registry_builder_seal (builder, NULL);
  return registry;
}

static ChnTimeline *
read_timeline (ChnRegistry *registry, const char *bytes, gsize length, ChnReport *report)
{
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[CHN_LIMIT_ITEMS] = 200;
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, &limits);
  g_assert_true (chn_format_read (&chn_format_yaml, bytes, length, "fuzz.yaml", builder, NULL));
  return chn_timeline_builder_seal (builder, NULL);
}

static gboolean
append (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static GString *
write_timeline (const ChnTimeline *timeline)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0, NULL, NULL };
  chn_rows_all (timeline, &rows);
  g_assert_true (chn_format_write (&chn_format_yaml, timeline, &rows, NULL, NULL, append, out, NULL));
  return out;
}

static void
check_round_trip (ChnRegistry *registry, const ChnTimeline *timeline)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GString) once = write_timeline (timeline);
  g_autoptr (ChnTimeline) back = read_timeline (registry, once->str, once->len, report);
  if (!back)
    fail ("not read back: %s\n%s", chn_finding_dup_line (chn_report_get_finding (report, 0)), once->str);
  g_autoptr (GString) twice = write_timeline (back);
  g_assert_cmpstr (once->str, ==, twice->str);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  ChnRegistry *registry = get_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_timeline (registry, (const char *) data, size, report);
  check_findings (report);
  g_assert_true ((timeline != NULL) == (chn_report_count (report, CHN_SEVERITY_ERROR) == 0));
  if (timeline)
    check_round_trip (registry, timeline);
  return 0;
}
