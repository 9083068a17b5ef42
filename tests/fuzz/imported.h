/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>
#include <string.h>

#include "curate/import/grid-file.h"
#include "curate/import/importing.h"
#include "curate/import/sheets.h"
#include "turn.h"

/* Made once: it takes as long as many an input. */
static inline ChnRegistry *
get_registry (void)
{
  static ChnRegistry *registry = NULL;
  if (registry)
    return registry;
  ChnRegistryBuilder *names = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (names, CHN_ACTOR_STATE, "jpn", "Japan", NULL, NULL);
  chn_registry_builder_add_forum (names, "un", "United Nations", NULL, NULL);
  registry = chn_registry_builder_seal (names, NULL);
  g_assert (registry != NULL);
  return registry;
}

static inline gboolean
append (const char *bytes, gsize length, gpointer out, GError **error)
{
  (void) error;
  g_string_append_len (out, bytes, (gssize) length);
  return TRUE;
}

static inline ChnTimeline *
read_again (const GString *yaml, ChnRegistry *registry)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (registry, report, NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_read = chn_format_read (chn_format_find ("yaml", NULL), yaml->str, yaml->len, "again", builder, &error);
  g_assert_no_error (error);
  g_assert (is_read);
  ChnTimeline *timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), &error);
  g_assert_no_error (error);
  return timeline;
}

/* What rows of a file say again changes nothing. */
static inline void
import_again (const char *bytes, gsize size, const GString *yaml, ChnRegistry *registry)
{
  g_autoptr (ChnTimeline) known = read_again (yaml, registry);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnImport) import = chn_import_new (chn_timeline_get_registry (known), known, report, NULL);
  g_autoptr (GBytes) file = g_bytes_new_static (bytes, size);
  g_autoptr (GPtrArray) grids = chn_grid_read_file (file, "fuzzed", NULL, chn_limits_get_default (), report, NULL);
  g_autoptr (GError) error = NULL;
  g_assert (grids && chn_import_read_sheets (import, grids, "fuzzed", NULL));
  g_autoptr (GBytes) made = chn_import_update (import, yaml->str, yaml->len, "fuzzed", &error);
  g_assert_no_error (error);
  gsize length = 0;
  const char *data = g_bytes_get_data (made, &length);
  g_assert (length == yaml->len && memcmp (data, yaml->str, length) == 0);
}

/* Whatever a file holds, what is made of it can be written, read and imported again. */
static inline void
fuzz_import (const char *bytes, gsize size)
{
  ChnRegistry *registry = get_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnImport) import = chn_import_new (registry, NULL, report, NULL);
  g_autoptr (GBytes) file = g_bytes_new_static (bytes, size);
  g_autoptr (GPtrArray) grids = chn_grid_read_file (file, "fuzzed", NULL, chn_limits_get_default (), report, NULL);
  if (!grids || !chn_import_read_sheets (import, grids, "fuzzed", NULL))
    return;
  g_autofree char *rejects = chn_import_dup_rejects (import);
  if (is_turn (size, 0, 4)) {
    g_free (chn_import_dup_guess (import));
    g_free (chn_import_dup_declarations (import, NULL));
  }
  const ChnImportCounts *counts = chn_import_get_counts (import);
  g_assert_cmpuint (counts->n_taken + counts->n_refused + counts->n_passed, ==, counts->n_rows);
  g_assert ((counts->n_refused > 0) == (rejects != NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = chn_import_finish (import, "fuzzed", NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GString) yaml = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  chn_format_write (chn_format_find ("yaml", NULL), timeline, &rows, NULL, NULL, append, yaml, &error);
  g_assert_no_error (error);
  if (is_turn (size, 1, 4))
    import_again (bytes, size, yaml, registry);
}
