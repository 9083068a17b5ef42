/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The layout of a data set, as mappings say it:
 *
 *   layout := {headings: [HEADING …], rows: [MEMBER …], same: [HEADING …], blank: [text …], blank-dates: fill |
 * refuse, tables: {TABLE: {TEXT: TEXT}}, translate: {HEADING: TABLE}, texts: {FIELD: template}}
 *
 * In a table "01*" stands for all that begins with 01, "*" for what nothing else stands for; "-" means nothing.
 */
#include "curate/import/table-layout.h"

#include <string.h>

#include "base/fold.h"
#include "curate/import/column-words.h"

void
chn_table_layout_init (ChnTableLayout *layout)
{
  layout->headings = g_ptr_array_new_with_free_func (g_free);
  layout->rows = g_ptr_array_new_with_free_func (g_free);
  layout->blank = g_ptr_array_new_with_free_func (g_free);
  layout->same = g_ptr_array_new_with_free_func (g_free);
  layout->translations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) chn_translation_free);
  layout->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  layout->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

void
chn_table_layout_clear (ChnTableLayout *layout)
{
  g_clear_pointer (&layout->headings, g_ptr_array_unref);
  g_clear_pointer (&layout->rows, g_ptr_array_unref);
  g_clear_pointer (&layout->blank, g_ptr_array_unref);
  g_clear_pointer (&layout->same, g_ptr_array_unref);
  g_clear_pointer (&layout->translations, g_hash_table_unref);
  g_clear_pointer (&layout->columns, g_hash_table_unref);
  g_clear_pointer (&layout->texts, g_hash_table_unref);
}

char *
chn_table_layout_dup_key (const char *text)
{
  char *folded = chn_fold_name (text, -1);
  if (*folded)
    return folded;
  g_free (folded);
  return g_strdup (text);
}

gboolean
chn_table_layout_check_kind (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnYamlKind kind)
{
  if (node->kind == kind)
    return TRUE;
  if (node->kind != CHN_YAML_FAULTY)
    chn_yaml_fault (faults, node, CHN_YAML_FAULT_SHAPE, NULL, "found %s, expected %s", chn_yaml_describe (node),
                    kind == CHN_YAML_TEXT   ? "text"
                    : kind == CHN_YAML_LIST ? "a list"
                                            : "a mapping");
  return FALSE;
}

static void
read_list (GPtrArray *list, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *item = chn_table_layout_check_kind (faults, value, CHN_YAML_LIST) ? value->first : NULL;
       item; item = item->next)
    if (chn_table_layout_check_kind (faults, item, CHN_YAML_TEXT))
      g_ptr_array_add (list, g_strdup (item->text));
}

static void
read_headings (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  read_list (layout->headings, value, faults);
}

static void
read_rows (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  read_list (layout->rows, value, faults);
}

static void
read_blank (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  read_list (layout->blank, value, faults);
}

static void
read_blank_dates (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  if (!chn_table_layout_check_kind (faults, value, CHN_YAML_TEXT))
    return;
  layout->refuses_blank_dates = strcmp (value->text, "refuse") == 0;
  if (!layout->refuses_blank_dates && strcmp (value->text, "fill") != 0)
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_VALUE, "one of: fill, refuse",
                    "\"%s\" is no way of taking blank dates", value->text);
}

static void
read_same (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  read_list (layout->same, value, faults);
}

static void
read_table (ChnTableLayout *layout, const char *name, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  g_autoptr (ChnTranslation) translation = chn_translation_new (name);
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next)
    if (chn_table_layout_check_kind (faults, key->next, CHN_YAML_TEXT))
      chn_translation_add (translation, key->text, key->next->text);
  g_hash_table_replace (layout->translations, g_strdup (name), g_steal_pointer (&translation));
}

static void
read_tables (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next)
    read_table (layout, key->text, key->next, faults);
}

static void
read_translate (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next)
    if (chn_table_layout_check_kind (faults, key->next, CHN_YAML_TEXT))
      g_hash_table_replace (layout->columns, chn_table_layout_dup_key (key->text), g_strdup (key->next->text));
}

static void
read_texts (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next) {
    int field = chn_column_words_find_name (key->text);
    if (field < 0)
      chn_yaml_fault (faults, key, CHN_YAML_FAULT_VALUE, "\"chancery import --columns\" lists them",
                      "\"%s\" is no field that a text can fill", key->text);
    else if (chn_table_layout_check_kind (faults, key->next, CHN_YAML_TEXT))
      g_hash_table_replace (layout->texts, GINT_TO_POINTER (field + 1), g_strdup (key->next->text));
  }
}

static const struct {
  const char *key;
  void (*read) (ChnTableLayout *layout, const ChnYamlNode *value, const ChnYamlFaults *faults);
} keys[] = {
  { "blank", read_blank },         { "blank-dates", read_blank_dates },
  { "headings", read_headings },   { "rows", read_rows },
  { "same", read_same },           { "tables", read_tables },
  { "translate", read_translate }, { "texts", read_texts },
};

gboolean
chn_table_layout_read_key (ChnTableLayout *layout, const char *key, const ChnYamlNode *value,
                           const ChnYamlFaults *faults)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].key, key) == 0) {
      keys[i].read (layout, value, faults);
      return TRUE;
    }
  return FALSE;
}

ChnTranslation *
chn_table_layout_get_translation (const ChnTableLayout *layout, const char *name)
{
  ChnTranslation *translation = g_hash_table_lookup (layout->translations, name);
  if (translation)
    return translation;
  translation = chn_translation_new_known (name);
  if (translation)
    g_hash_table_insert (layout->translations, g_strdup (name), translation);
  return translation;
}

void
chn_table_layout_check (ChnTableLayout *layout, const ChnYamlNode *at, const ChnYamlFaults *faults)
{
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init (&iter, layout->columns);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    if (!chn_table_layout_get_translation (layout, name))
      chn_yaml_fault (faults, at, CHN_YAML_FAULT_VALUE, "write it under tables, or one of: cow, iso-numeric, markup",
                      "no table is called \"%s\"", (const char *) name);
}

ChnTranslation *
chn_table_layout_find_translation (const ChnTableLayout *layout, const char *heading)
{
  if (g_hash_table_size (layout->columns) == 0)
    return NULL;
  g_autofree char *key = chn_table_layout_dup_key (heading);
  const char *name = g_hash_table_lookup (layout->columns, key);
  return name ? chn_table_layout_get_translation (layout, name) : NULL;
}

const char *
chn_table_layout_get_text (const ChnTableLayout *layout, int field)
{
  return g_hash_table_lookup (layout->texts, GINT_TO_POINTER (field + 1));
}
