/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows that were not taken, as a table in which they can be mended and imported again. */
#include "curate/import/rejects.h"

#include <string.h>

#include "base/csv-cell.h"

/* Which an import passes over (curate/import/column-words.c). */
static const char line_heading[] = "row", reason_heading[] = "why not taken";

void
chn_rejects_init (ChnRejects *rejects)
{
  rejects->headings = g_ptr_array_new_with_free_func (g_free);
  rejects->index = g_hash_table_new (g_str_hash, g_str_equal);
  rejects->rows = g_string_new (NULL);
  rejects->n = 0;
}

void
chn_rejects_clear (ChnRejects *rejects)
{
  g_clear_pointer (&rejects->index, g_hash_table_unref);
  g_clear_pointer (&rejects->headings, g_ptr_array_unref);
  if (rejects->rows)
    g_string_free (rejects->rows, TRUE);
  rejects->rows = NULL;
}

/* Columns without a heading are told apart by their number, and tables by nothing. */
static guint
find_column (ChnRejects *rejects, const ChnImportColumns *columns, guint column)
{
  const char *heading = chn_columns_get_heading (columns, column);
  guint before = 0;
  for (guint i = 0; i < column; i++)
    before += strcmp (chn_columns_get_heading (columns, i), heading) == 0;
  char *key = !*heading    ? g_strdup_printf ("column %u", column + 1)
              : before > 0 ? g_strdup_printf ("%s %u", heading, before + 1)
                           : g_strdup (heading);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (rejects->index, key));
  if (found > 0) {
    g_free (key);
    return found - 1;
  }
  g_ptr_array_add (rejects->headings, key);
  g_hash_table_insert (rejects->index, key, GUINT_TO_POINTER (rejects->headings->len));
  return rejects->headings->len - 1;
}

static void
append (GString *rows, const char *text)
{
  g_string_append_len (rows, text, (gssize) strlen (text) + 1);
}

void
chn_rejects_add (ChnRejects *rejects, const ChnGrid *grid, const ChnImportColumns *columns, guint row,
                 const char *reason)
{
  char number[16];
  g_snprintf (number, sizeof number, "%u", chn_grid_get_row (grid, row)->line);
  if (rejects->n++ == 0)
    for (guint i = 0; i < columns->n_columns; i++)
      find_column (rejects, columns, i);
  append (rejects->rows, number);
  append (rejects->rows, reason);
  for (guint i = 0; i < chn_grid_get_row (grid, row)->n; i++) {
    const char *cell = chn_grid_get (grid, row, i);
    if (!*cell)
      continue;
    g_snprintf (number, sizeof number, "%u", find_column (rejects, columns, i));
    append (rejects->rows, number);
    append (rejects->rows, cell);
  }
  append (rejects->rows, "");
}

static const char *
next (const char **at)
{
  const char *text = *at;
  *at += strlen (text) + 1;
  return text;
}

static void
put (ChnWriter *out, const char *text)
{
  chn_csv_put_cell (out, text, strlen (text), FALSE);
  chn_writer_putc (out, ',');
}

static void
put_row (const ChnRejects *rejects, const char **at, ChnWriter *out, const char **cells)
{
  const char *line = next (at), *reason = next (at);
  memset (cells, 0, rejects->headings->len * sizeof *cells);
  for (const char *number = next (at); *number; number = next (at))
    cells[g_ascii_strtoull (number, NULL, 10)] = next (at);
  for (guint i = 0; i < rejects->headings->len; i++)
    put (out, cells[i] ? cells[i] : "");
  put (out, line);
  chn_csv_put_cell (out, reason, strlen (reason), FALSE);
  chn_writer_puts (out, "\r\n");
}

char *
chn_rejects_dup_table (const ChnRejects *rejects)
{
  if (rejects->n == 0)
    return NULL;
  GString *table = g_string_new (NULL);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (table);
  g_autofree const char **cells = g_new0 (const char *, rejects->headings->len + 1);
  for (guint i = 0; i < rejects->headings->len; i++)
    put (out, rejects->headings->pdata[i]);
  put (out, line_heading);
  chn_csv_put_cell (out, reason_heading, strlen (reason_heading), FALSE);
  chn_writer_puts (out, "\r\n");
  for (const char *at = rejects->rows->str; at < rejects->rows->str + rejects->rows->len;)
    put_row (rejects, &at, out, cells);
  chn_writer_finish (out, NULL);
  return g_string_free (table, FALSE);
}
