/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Mappings: what a user says of a table.
 *
 *   file := {sheet: text, header: none, date-order: dmy | mdy | ymd, serials: 1900 | 1904,
 *            columns: {HEADING: FIELD}, constants: {FIELD: text}, values: {FIELD: {text: text}},
 *            use: MAPPING} and what layout.c reads
 *
 * A heading is that of the table in any case, or the letter of a column, as spreadsheets count them.
 */
#include "curate/import/map.h"

#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "base/input.h"
#include "base/report.h"
#include "curate/import/column-words.h"
#include "format/yaml/node.h"

ChnImportMap *
chn_import_map_new (void)
{
  ChnImportMap *map = g_new0 (ChnImportMap, 1);
  map->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  map->constants = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  map->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  chn_table_layout_init (&map->layout);
  return map;
}

void
chn_import_map_free (ChnImportMap *map)
{
  if (!map)
    return;
  g_free (map->sheet);
  g_free (map->uses);
  g_hash_table_unref (map->columns);
  g_hash_table_unref (map->constants);
  g_hash_table_unref (map->values);
  chn_table_layout_clear (&map->layout);
  chn_row_filter_free (map->filter);
  g_free (map);
}

static void
fault_field (const ChnYamlFaults *faults, const ChnYamlNode *node)
{
  chn_yaml_fault (faults, node, CHN_YAML_FAULT_VALUE, "\"chancery import --columns\" lists them",
                  "\"%s\" is no field that a column can fill", node->kind == CHN_YAML_TEXT ? node->text : "");
}

static void
read_columns (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next) {
    int field = key->next->kind == CHN_YAML_TEXT ? chn_column_words_find_name (key->next->text) : -1;
    if (field < 0)
      fault_field (faults, key->next);
    else
      g_hash_table_insert (map->columns, chn_table_layout_dup_key (key->text), GINT_TO_POINTER (field + 1));
  }
}

static void
read_constants (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next) {
    int field = chn_column_words_find_name (key->text);
    if (field < 0 || field == CHN_IMPORT_IGNORE)
      fault_field (faults, key);
    else if (chn_table_layout_check_kind (faults, key->next, CHN_YAML_TEXT))
      g_hash_table_insert (map->constants, GINT_TO_POINTER (field + 1), g_strdup (key->next->text));
  }
}

static char *
dup_value_key (int field, const char *text)
{
  g_autofree char *folded = chn_table_layout_dup_key (text);
  return g_strdup_printf ("%d\t%s", field, folded);
}

static void
read_values_of (ChnImportMap *map, int field, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next)
    if (chn_table_layout_check_kind (faults, key->next, CHN_YAML_TEXT))
      g_hash_table_insert (map->values, dup_value_key (field, key->text), g_strdup (key->next->text));
}

static void
read_values (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  for (const ChnYamlNode *key = chn_table_layout_check_kind (faults, value, CHN_YAML_MAPPING) ? value->first : NULL;
       key; key = key->next->next) {
    int field = chn_column_words_find_name (key->text);
    if (field < 0)
      fault_field (faults, key);
    else
      read_values_of (map, field, key->next, faults);
  }
}

static void
read_sheet (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  if (chn_table_layout_check_kind (faults, value, CHN_YAML_TEXT)) {
    g_free (map->sheet);
    map->sheet = g_strdup (value->text);
  }
}

static void
read_header (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  if (!chn_table_layout_check_kind (faults, value, CHN_YAML_TEXT))
    return;
  map->is_headless = strcmp (value->text, "none") == 0;
  if (!map->is_headless)
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_VALUE, "write none where no row names the columns",
                    "found \"%s\", expected none", value->text);
}

static void
read_date_order (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  if (!chn_table_layout_check_kind (faults, value, CHN_YAML_TEXT))
    return;
  map->date_order = chn_date_order_find (value->text);
  if (map->date_order == CHN_DATE_ORDER_UNKNOWN)
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_VALUE, "one of: dmy, mdy, ymd", "\"%s\" is no order of dates",
                    value->text);
}

static void
read_serials (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  if (!chn_table_layout_check_kind (faults, value, CHN_YAML_TEXT))
    return;
  gboolean is_1900 = strcmp (value->text, "1900") == 0, is_1904 = strcmp (value->text, "1904") == 0;
  map->serials = is_1900 ? CHN_SERIALS_1900 : is_1904 ? CHN_SERIALS_1904 : CHN_SERIALS_NONE;
  if (!is_1900 && !is_1904)
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_VALUE, "one of: 1900, 1904",
                    "\"%s\" is no year from which days count", value->text);
}

static void
read_use (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults)
{
  if (chn_table_layout_check_kind (faults, value, CHN_YAML_TEXT)) {
    g_free (map->uses);
    map->uses = g_strdup (value->text);
  }
}

static const struct {
  const char *key;
  void (*read) (ChnImportMap *map, const ChnYamlNode *value, const ChnYamlFaults *faults);
} keys[] = {
  { "sheet", read_sheet },     { "header", read_header },   { "date-order", read_date_order },
  { "serials", read_serials }, { "columns", read_columns }, { "constants", read_constants },
  { "values", read_values },   { "use", read_use },
};

static void
read_key (ChnImportMap *map, const ChnYamlNode *name, ChnYaml *yaml, const ChnYamlFaults *faults)
{
  g_autofree char *key = g_strdup (name->text);
  const ChnYamlNode at = { .kind = CHN_YAML_TEXT, .line = name->line, .column = name->column };
  const ChnYamlNode *value = chn_yaml_read_value (yaml);
  for (guint i = 0; value && i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].key, key) == 0) {
      keys[i].read (map, value, faults);
      return;
    }
  if (value && !chn_table_layout_read_key (&map->layout, key, value, faults))
    chn_yaml_fault (faults, &at, CHN_YAML_FAULT_UNKNOWN_KEY,
                    "one of: sheet, header, date-order, serials, columns, constants, values, headings, rows, same, "
                    "blank, blank-dates, "
                    "tables, translate, texts, use",
                    "\"%s\" is no part of a mapping", key);
}

void
chn_import_map_read (ChnImportMap *map, GBytes *bytes, const ChnYamlFaults *faults, const ChnLimits *limits)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (ChnYaml) yaml = chn_yaml_new (data ? data : "", length, faults, limits);
  gboolean entered = FALSE;
  if (!chn_yaml_begin (yaml))
    return;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  for (const ChnYamlNode *key = entered ? chn_yaml_next_key (yaml) : NULL; key; key = chn_yaml_next_key (yaml))
    read_key (map, key, yaml, faults);
  if (other && !entered)
    chn_table_layout_check_kind (faults, other, CHN_YAML_MAPPING);
  chn_yaml_end (yaml);
}

/* The mapping that one uses lies beside it; what that uses in its turn is not followed. */
static gboolean
read_used (ChnImportMap *map, const char *path, ChnReport *report, const ChnLimits *limits, GError **error)
{
  if (!map->uses)
    return TRUE;
  g_autofree char *folder = g_path_get_dirname (path), *name = g_strconcat (map->uses, ".yaml", NULL);
  g_autofree char *used = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = chn_input_read (used, limits->value[CHN_LIMIT_FILE], error);
  if (!bytes)
    return FALSE;
  chn_import_map_read (map, bytes, &(ChnYamlFaults){ .file = used, .report = report }, limits);
  return TRUE;
}

gboolean
chn_import_map_load (ChnImportMap *map, const char *path, ChnReport *report, const ChnLimits *limits, GError **error)
{
  g_autoptr (GBytes) bytes = chn_input_read (path, limits->value[CHN_LIMIT_FILE], error);
  if (!bytes)
    return FALSE;
  guint before = chn_report_count (report, CHN_SEVERITY_ERROR);
  const ChnYamlFaults faults = { .file = path, .report = report };
  chn_import_map_read (map, bytes, &faults, limits);
  if (!read_used (map, path, report, limits, error))
    return FALSE;
  chn_table_layout_check (&map->layout, &(ChnYamlNode){ .kind = CHN_YAML_TEXT, .line = 1, .column = 1 }, &faults);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) == before)
    return TRUE;
  chn_report_to_error (report, error);
  return FALSE;
}

int
chn_import_map_find_column (const ChnImportMap *map, const char *heading)
{
  if (g_hash_table_size (map->columns) == 0)
    return -1;
  g_autofree char *key = chn_table_layout_dup_key (heading);
  return GPOINTER_TO_INT (g_hash_table_lookup (map->columns, key)) - 1;
}

int
chn_import_map_find_letter (const ChnImportMap *map, guint column)
{
  char letters[3] = { 0 };
  if (column < 26)
    letters[0] = (char) ('a' + column);
  else if (column < 26 * 27)
    g_snprintf (letters, sizeof letters, "%c%c", (char) ('a' + column / 26 - 1), (char) ('a' + column % 26));
  return GPOINTER_TO_INT (g_hash_table_lookup (map->columns, letters)) - 1;
}

gboolean
chn_import_map_has_header (const ChnImportMap *map)
{
  return !map->is_headless && map->layout.headings->len == 0;
}

const char *
chn_import_map_get_value (const ChnImportMap *map, int field, const char *text)
{
  if (g_hash_table_size (map->values) == 0)
    return text;
  g_autofree char *key = dup_value_key (field, text);
  const char *value = g_hash_table_lookup (map->values, key);
  return value ? value : text;
}

const char *
chn_import_map_get_constant (const ChnImportMap *map, int field)
{
  return g_hash_table_lookup (map->constants, GINT_TO_POINTER (field + 1));
}
