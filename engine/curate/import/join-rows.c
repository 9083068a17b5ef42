/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Data sets tell of one event again and again: a row an article, or a row an actor. */
#include "curate/import/join-rows.h"

#include <string.h>

#include "curate/import/column-words.h"

/* Between the cells of a key. */
#define SEPARATOR '\x1F'

static gboolean
takes_more (int field)
{
  static const int fields[] = { CHN_IMPORT_FORUM,  CHN_IMPORT_SYMBOL, CHN_IMPORT_ACTORS,
                                CHN_IMPORT_SOURCE, CHN_IMPORT_URL,    CHN_IMPORT_TAGS };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] == field)
      return TRUE;
  return field >= CHN_IMPORT_ROLE;
}

/* NULL where all that is to be alike is blank. */
static char *
dup_key (const ChnGrid *grid, const GArray *same, guint row)
{
  GString *key = g_string_new (NULL);
  for (guint i = 0; i < same->len; i++) {
    g_string_append (key, chn_grid_get (grid, row, g_array_index (same, guint, i)));
    g_string_append_c (key, SEPARATOR);
  }
  gboolean is_blank = key->len == same->len;
  return g_string_free (key, is_blank);
}

/* Whether one of the lines is the text. */
static gboolean
has_line (const char *lines, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  return g_strv_contains ((const char *const *) parts, text);
}

static void
add_to (ChnGrid *grid, const ChnImportColumns *columns, guint first, guint row)
{
  for (guint i = 0; i < columns->n_columns; i++) {
    const char *cell = chn_grid_get (grid, row, i), *known = chn_grid_get (grid, first, i);
    if (!*cell || !takes_more (chn_columns_get_field (columns, i)) || has_line (known, cell))
      continue;
    g_autofree char *both = *known ? g_strconcat (known, "\n", cell, NULL) : g_strdup (cell);
    chn_grid_replace (grid, first, i, both);
  }
}

static GArray *
find_columns (const ChnImportColumns *columns, const GPtrArray *headings)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < columns->n_columns; i++)
    for (guint k = 0; k < headings->len; k++)
      if (g_ascii_strcasecmp (chn_columns_get_heading (columns, i), headings->pdata[k]) == 0)
        g_array_append_val (found, i);
  return found;
}

void
chn_grid_join_rows (ChnGrid *grid, const ChnImportColumns *columns, const ChnImportMap *map, guint *n_of)
{
  g_autoptr (GArray) same = find_columns (columns, map->layout.same);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < grid->rows->len; row++)
    n_of[row] = 1;
  for (guint row = columns->first_row; same->len > 0 && row < grid->rows->len; row++) {
    char *key = dup_key (grid, same, row);
    guint known = key ? GPOINTER_TO_UINT (g_hash_table_lookup (first, key)) : 0;
    if (!key)
      continue;
    if (known == 0) {
      g_hash_table_insert (first, key, GUINT_TO_POINTER (row + 1));
      continue;
    }
    g_free (key);
    add_to (grid, columns, known - 1, row);
    n_of[known - 1]++;
    n_of[row] = 0;
  }
}
