/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Chooses among the tables of a file. */
#include "curate/import/sheets.h"

#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "curate/import/read-grid.h"

/* Whether a row names columns, among them one of dates and one of titles. */
static gboolean
is_table_of_events (const ChnImport *import, const ChnGrid *grid)
{
  g_auto (ChnImportColumns) columns = { 0 };
  return chn_columns_find (&columns, grid, import->map) && chn_import_has_events (&columns, import->map);
}

static gboolean
is_named (const ChnGrid *grid, guint index, const char *wanted)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = grid->name ? g_utf8_casefold (grid->name, -1) : NULL;
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  return (name && strcmp (name, folded) == 0) || strcmp (number, wanted) == 0;
}

static void
tell_controls (const ChnImport *import, const ChnGrid *grid, const char *name)
{
  guint n = grid->n_controls;
  if (n == 0)
    return;
  g_autofree char *message =
      g_strdup_printf ("%u control %s left out of cells%s", n, n == 1 ? "character is" : "characters are",
                       n == 1 ? "" : "; the first is in this row");
  chn_report_add (import->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                 .code = "control",
                                                 .file = name,
                                                 .line = grid->controls_line,
                                                 .column = 1,
                                                 .message = message });
}

static gboolean
read_one (ChnImport *import, const GPtrArray *grids, guint index, const char *file, GError **error)
{
  ChnGrid *grid = grids->pdata[index];
  g_autofree char *name =
      grids->len > 1 && grid->name ? g_strdup_printf ("%s(%s)", file, grid->name) : g_strdup (file);
  tell_controls (import, grid, name);
  return chn_import_read_grid (import, grid, name, error);
}

static gboolean
read_named (ChnImport *import, const GPtrArray *grids, const char *file, GError **error)
{
  const char *wanted = import->map->sheet;
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, wanted, -1);
  for (guint i = 0; i < grids->len; i++) {
    const ChnGrid *grid = grids->pdata[i];
    if (is_named (grid, i, wanted))
      return read_one (import, grids, i, file, error);
    if (grid->name)
      chn_suggestion_offer (&suggestion, grid->name);
  }
  g_autofree char *hint = chn_suggestion_dup_hint (&suggestion, "name it as it stands, or by its number");
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint, "%s has no sheet \"%s\", and %u in all", file, wanted, grids->len);
  return FALSE;
}

static void
tell_left (const ChnImport *import, const ChnGrid *grid, const char *file, gboolean has_events)
{
  g_autofree char *message =
      g_strdup_printf ("\"%s\" is not taken: %u rows%s", grid->name ? grid->name : "a table", grid->rows->len,
                       has_events ? "" : " of which none names columns of dates and titles");
  chn_report_add (import->report,
                  &(ChnFinding){ .severity = has_events ? CHN_SEVERITY_WARNING : CHN_SEVERITY_NOTE,
                                 .code = "sheet",
                                 .file = file,
                                 .message = message,
                                 .hint = has_events ? "--sheet NAME takes it, --sheet all takes all" : NULL });
}

/* Every table that has events; of spreadsheets the first, unless all are asked for. */
static gboolean
read_fitting (ChnImport *import, const GPtrArray *grids, gboolean takes_all, const char *file, guint *n,
              GError **error)
{
  for (guint i = 0; i < grids->len; i++) {
    const ChnGrid *grid = grids->pdata[i];
    gboolean has_events = is_table_of_events (import, grid);
    if (has_events && (*n == 0 || takes_all || grid->serials == CHN_SERIALS_NONE)) {
      if (!read_one (import, grids, i, file, error))
        return FALSE;
      ++*n;
    } else if (grid->rows->len > 0) {
      tell_left (import, grid, file, has_events);
    }
  }
  return TRUE;
}

gboolean
chn_import_read_sheets (ChnImport *import, const GPtrArray *grids, const char *file, GError **error)
{
  gboolean takes_all = import->map->sheet && strcmp (import->map->sheet, "all") == 0;
  guint n = 0;
  if (grids->len == 0) {
    chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "%s has no table", file);
    return FALSE;
  }
  if (import->map->sheet && !takes_all && grids->len > 1)
    return read_named (import, grids, file, error);
  if (grids->len > 1 && !read_fitting (import, grids, takes_all, file, &n, error))
    return FALSE;
  return n > 0 || read_one (import, grids, 0, file, error); /* which says what is missing */
}
