/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Texts made of several cells.
 *
 *   pattern = *( char / "{" heading [ "|" translation ] "}" )
 */
#include "curate/import/row-text.h"

#include <string.h>

static const char *
find_cell (const ChnImportTable *table, guint row, const char *heading)
{
  for (guint i = 0; i < table->columns->n_columns; i++)
    if (g_ascii_strcasecmp (chn_columns_get_heading (table->columns, i), heading) == 0)
      return chn_grid_get (table->grid, row, i);
  return "";
}

/* Appends what stands in braces; whether that is anything. */
static gboolean
append_cell (const ChnImportTable *table, guint row, const char *inside, GString *out)
{
  g_auto (GStrv) parts = g_strsplit (inside, "|", 2);
  const char *cell = parts[0] ? find_cell (table, row, parts[0]) : "";
  ChnTranslation *translation =
      parts[0] && parts[1] ? chn_table_layout_get_translation (&table->map->layout, parts[1]) : NULL;
  gsize before = out->len;
  g_autoptr (GString) meaning = g_string_new (NULL);
  if (translation && *cell)
    chn_translation_append (translation, table->registry, cell, meaning);
  g_string_append (out, translation ? meaning->str : cell);
  return out->len > before;
}

/* Signs that joined what is blank: at the ends, and twice in a row. */
static void
tidy (GString *text)
{
  static const char *const joints = " -:,;/";
  while (text->len > 0 && strchr (joints, text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  while (text->len > 0 && strchr (" :,;/", text->str[0]))
    g_string_erase (text, 0, 1);
  for (gsize i = 1; i < text->len;)
    if ((text->str[i] == ' ' && text->str[i - 1] == ' ') || (text->str[i] == ':' && text->str[i - 1] == ':'))
      g_string_erase (text, (gssize) i, 1);
    else
      i++;
}

char *
chn_import_row_dup_text (const ChnImportTable *table, guint row, const char *pattern)
{
  GString *text = g_string_new (NULL);
  gboolean has_any = FALSE;
  for (const char *at = pattern; *at;) {
    const char *end = *at == '{' ? strchr (at, '}') : NULL;
    if (!end) {
      g_string_append_c (text, *at++);
      continue;
    }
    g_autofree char *inside = g_strndup (at + 1, (gsize) (end - at) - 1);
    has_any |= append_cell (table, row, inside, text);
    at = end + 1;
  }
  if (!has_any)
    g_string_truncate (text, 0);
  tidy (text);
  return g_string_free (text, FALSE);
}
