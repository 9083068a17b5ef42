/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the readers of bibliographies: what is read is written so that the same is read again, in each format. */
#include <stddef.h>
#include <stdint.h>

#include "imported.h"
#include "turn.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *const names[] = { "bib", "ris", "csl" };

static ChnTimeline *
read_sources (const char *name, const char *bytes, gsize size, ChnRegistry *registry)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (registry, report, NULL);
  chn_format_read (chn_format_find (name, NULL), bytes, size, "fuzzed", builder, NULL);
  return chn_timeline_builder_seal (g_steal_pointer (&builder), NULL);
}

static GString *
write_sources (const char *name, const ChnTimeline *timeline)
{
  GString *out = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  g_assert (chn_format_write (chn_format_find (name, NULL), timeline, &rows, NULL, NULL, append, out, NULL));
  return out;
}

/* Whatever is written as it was before is read as it was before, and need not be. */
static void
stay (const char *name, const GString *written, ChnRegistry *registry)
{
  g_autoptr (ChnTimeline) again = read_sources (name, written->str, written->len, registry);
  g_autoptr (GString) last = write_sources (name, again);
  g_assert_cmpstr (last->str, ==, written->str);
}

/* Written, read and written again it is the same. */
static void
come_back (const char *name, const ChnTimeline *timeline, ChnRegistry *registry)
{
  g_autoptr (GString) first = write_sources (name, timeline);
  g_autoptr (ChnTimeline) again = read_sources (name, first->str, first->len, registry);
  g_assert (again != NULL);
  g_assert_cmpuint (chn_timeline_get_n_sources (again), ==, chn_timeline_get_n_sources (timeline));
  g_autoptr (GString) second = write_sources (name, again);
  if (!g_string_equal (first, second))
    stay (name, second, registry);
}

/* Timelines without sources are all one, and this is asked of one of them. */
static gboolean
is_another_empty (const ChnTimeline *timeline)
{
  static gboolean any = FALSE;
  const gboolean is_empty = chn_timeline_get_n_sources (timeline) == 0, is_another = is_empty && any;
  any = any || is_empty;
  return is_another;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  ChnRegistry *registry = get_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (ChnTimeline) timeline = read_sources (names[i], size > 0 ? (const char *) data : "", size, registry);
    const gboolean is_new = timeline && !is_another_empty (timeline);
    for (guint k = 0; is_new && k < G_N_ELEMENTS (names); k++)
      if (is_turn (size, k, G_N_ELEMENTS (names)))
        come_back (names[k], timeline, registry);
  }
  return 0;
}
