/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An exported table that a spreadsheet has saved its own way: read as any table, and taken as the CSV that it was. */
#include <chancery/apply.h>

#include <string.h>

#include "base/error.h"
#include "base/input.h"
#include "curate/import/grid-file.h"
#include "format/format.h"

static void
put_cell (GString *csv, const char *cell)
{
  g_string_append_c (csv, '"');
  for (const char *at = cell; *at; at++)
    g_string_append_printf (csv, *at == '"' ? "\"\"" : "%c", *at);
  g_string_append_c (csv, '"');
}

static void
put_row (GString *csv, const ChnGrid *grid, guint row, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_string_append (csv, i > 0 ? "," : "");
    put_cell (csv, chn_grid_get (grid, row, i));
  }
  g_string_append_c (csv, '\n');
}

static gboolean
has_column (const ChnGrid *grid, const char *name)
{
  for (guint i = 0; grid->rows->len > 0 && i < chn_grid_get_row (grid, 0)->n; i++)
    if (g_ascii_strcasecmp (chn_grid_get (grid, 0, i), name) == 0)
      return TRUE;
  return FALSE;
}

/* The sheet whose first row names what every export has. */
static const ChnGrid *
find_sheet (const GPtrArray *grids)
{
  for (guint i = 0; i < grids->len; i++)
    if (has_column (grids->pdata[i], "id") && has_column (grids->pdata[i], "date") &&
        has_column (grids->pdata[i], "title"))
      return grids->pdata[i];
  return NULL;
}

gboolean
chn_edited_table_read (const char *path, const ChnLimits *limits, ChnTimelineBuilder *builder, GError **error)
{
  const ChnLimits *bounds = limits ? limits : chn_limits_get_default ();
  g_autoptr (GBytes) bytes = chn_input_read (path, bounds->value[CHN_LIMIT_FILE], error);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GPtrArray) grids = bytes ? chn_grid_read_file (bytes, path, NULL, bounds, report, error) : NULL;
  const ChnGrid *grid = grids ? find_sheet (grids) : NULL;
  g_autoptr (GString) csv = g_string_new (NULL);
  if (grids && !grid)
    chn_error_set (error, CHN_ERROR_SYNTAX, "\"chancery import\" takes other tables",
                   "%s has no columns id, date and title, as an export has", path);
  for (guint row = 0; grid && row < grid->rows->len; row++)
    put_row (csv, grid, row, chn_grid_get_row (grid, 0)->n);
  return grid && chn_format_read (&chn_format_csv, csv->str, csv->len, path, builder, error);
}
