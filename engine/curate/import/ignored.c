/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of a table a mapping cannot hold is said: which columns it leaves out. */
#include "curate/import/ignored.h"

#include <string.h>

#include "base/report.h"
#include "curate/import/column-words.h"

static gboolean
is_used (const ChnImportTable *table, guint column)
{
  for (guint row = table->columns->first_row; row < table->grid->rows->len; row++)
    if (*chn_grid_get (table->grid, row, column))
      return TRUE;
  return FALSE;
}

/* Whether a text is made of a column. */
static gboolean
is_in_text (const ChnImportTable *table, guint column)
{
  GHashTableIter iter;
  gpointer text;
  g_autofree char *part = g_strconcat ("{", chn_columns_get_heading (table->columns, column), NULL);
  g_hash_table_iter_init (&iter, table->map->layout.texts);
  while (g_hash_table_iter_next (&iter, NULL, &text)) {
    const char *at = strstr (text, part);
    if (at && strchr ("|}", at[strlen (part)]))
      return TRUE;
  }
  return FALSE;
}

void
chn_import_tell_ignored (ChnImportTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < table->columns->n_columns; i++)
    if (chn_columns_get_field (table->columns, i) == CHN_IMPORT_IGNORE && is_used (table, i) &&
        !is_in_text (table, i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", chn_columns_get_heading (table->columns, i));
  g_autofree char *message = g_strdup_printf ("the mapping leaves out what stands in: %s", names->str);
  if (names->len > 0)
    chn_report_add (
        table->report,
        &(ChnFinding){ .severity = CHN_SEVERITY_NOTE, .code = "left-out", .file = table->file, .message = message });
}
