/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes mappings with the tables that they are for: the mapping, a NUL, and a table in text or JSON. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "curate/import/grid-file.h"
#include "curate/import/importing.h"
#include "curate/import/sheets.h"
#include "imported.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
import_with (GBytes *mapping, GBytes *table)
{
  ChnRegistry *registry = get_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnImport) import = chn_import_new (registry, NULL, report, NULL);
  const ChnYamlFaults faults = { .file = "mapping", .report = report };
  chn_import_map_read (import->map, mapping, &faults, chn_limits_get_default ());
  g_autoptr (GPtrArray) grids =
      chn_grid_read_file (table, "table", import->map, chn_limits_get_default (), report, NULL);
  if (!grids || !chn_import_read_sheets (import, grids, "table", NULL))
    return;
  const ChnImportCounts *counts = chn_import_get_counts (import);
  g_assert_cmpuint (counts->n_taken + counts->n_refused + counts->n_passed + counts->n_joined, ==, counts->n_rows);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *end = size > 0 ? memchr (data, '\0', size) : NULL;
  gsize length = end ? (gsize) (end - data) : size;
  g_autoptr (GBytes) mapping = g_bytes_new_static (data, length);
  g_autoptr (GBytes) table = g_bytes_new_static (end ? end + 1 : data, end ? size - length - 1 : 0);
  import_with (mapping, table);
  return 0;
}
