/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Filters the rows of a table by whom they name. Cells of few letters, as codes are, are judged once each. */
#include "curate/import/row-filter.h"

#include <string.h>

#include "curate/import/column-words.h"

/* Cells that are remembered, and their bytes. */
enum { N_KNOWN = 1024, LONGEST = sizeof (guint64) };

typedef struct {
  guint64 cell; /* its bytes; 0 for a free place */
  gboolean passes;
} Known;

typedef struct {
  guint index;
  ChnTranslation *translation; /* NULL: cells are names or codes as they stand */
  Known known[N_KNOWN];
} Column;

struct _ChnRowFilter {
  ChnRegistry *registry;
  GHashTable *actors; /* ids */
  GPtrArray *columns; /* Column */
  ChnTableLayout *layout;
  ChnFindField find;
  gconstpointer data;
  GString *meaning;
  guint n_out;
};

ChnRowFilter *
chn_row_filter_new (ChnRegistry *registry)
{
  ChnRowFilter *filter = g_new0 (ChnRowFilter, 1);
  filter->registry = chn_registry_ref (registry);
  filter->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  filter->columns = g_ptr_array_new_with_free_func (g_free);
  filter->meaning = g_string_new (NULL);
  return filter;
}

void
chn_row_filter_free (ChnRowFilter *filter)
{
  if (!filter)
    return;
  chn_registry_unref (filter->registry);
  g_hash_table_unref (filter->actors);
  g_ptr_array_unref (filter->columns);
  g_string_free (filter->meaning, TRUE);
  g_free (filter);
}

void
chn_row_filter_add (ChnRowFilter *filter, const ChnActor *actor)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (actor, &n);
  g_hash_table_add (filter->actors, g_strdup (chn_actor_get_id (actor)));
  for (guint i = 0; i < n; i++)
    g_hash_table_add (filter->actors, g_strdup (members[i].actor));
}

static void
look_at (ChnRowFilter *filter, guint index, const char *heading)
{
  int field = filter->find (filter->data, heading);
  if (field != CHN_IMPORT_ACTORS && field < CHN_IMPORT_ROLE)
    return;
  Column *column = g_new0 (Column, 1);
  column->index = index;
  column->translation = chn_table_layout_find_translation (filter->layout, heading);
  g_ptr_array_add (filter->columns, column);
}

void
chn_row_filter_prepare (ChnRowFilter *filter, ChnTableLayout *layout, ChnFindField find, gconstpointer data)
{
  filter->layout = layout;
  filter->find = find;
  filter->data = data;
  g_ptr_array_set_size (filter->columns, 0);
  for (guint i = 0; i < layout->headings->len; i++)
    look_at (filter, i, layout->headings->pdata[i]);
}

static gboolean
names_one (const ChnRowFilter *filter, const char *names)
{
  g_auto (GStrv) parts = g_strsplit_set (names, ";\n|", -1);
  for (char **part = parts; *part; part++) {
    const ChnActor *actor =
        *g_strstrip (*part) ? chn_registry_find_actor (filter->registry, *part, -1, NULL, NULL) : NULL;
    if (actor && g_hash_table_contains (filter->actors, chn_actor_get_id (actor)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
judge (ChnRowFilter *filter, const Column *column, const ChnCsvCell *cell)
{
  g_autofree char *text = g_strndup (cell->text, cell->length);
  if (!column->translation)
    return names_one (filter, text);
  g_string_truncate (filter->meaning, 0);
  chn_translation_append (column->translation, filter->registry, text, filter->meaning);
  return names_one (filter, filter->meaning->str);
}

static gboolean
passes (ChnRowFilter *filter, Column *column, const ChnCsvCell *cell)
{
  guint64 bytes = 0;
  if (cell->length == 0)
    return FALSE;
  if (cell->length > LONGEST)
    return judge (filter, column, cell);
  memcpy (&bytes, cell->text, cell->length);
  Known *known = &column->known[(bytes * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 54];
  if (known->cell != bytes)
    *known = (Known){ bytes, judge (filter, column, cell) };
  return known->passes;
}

static void
find_columns (ChnRowFilter *filter, const ChnCsvCell *cells, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *heading = g_strstrip (g_strndup (cells[i].text, cells[i].length));
    look_at (filter, i, heading);
  }
}

gboolean
chn_row_filter_passes (ChnRowFilter *filter, const ChnCsvCell *cells, guint n)
{
  if (filter->columns->len == 0) {
    find_columns (filter, cells, n);
    return TRUE;
  }
  for (guint i = 0; i < filter->columns->len; i++) {
    Column *column = filter->columns->pdata[i];
    if (column->index < n && passes (filter, column, &cells[column->index]))
      return TRUE;
  }
  filter->n_out++;
  return FALSE;
}

gboolean
chn_row_filter_is_applied (const ChnRowFilter *filter)
{
  return filter->columns->len > 0;
}

guint
chn_row_filter_count (const ChnRowFilter *filter)
{
  return filter->n_out;
}
