/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The parts of a workbook (ECMA-376, part 1, 18) beside its rows: sheets, shared strings, styles, merged cells,
 * links. */
#include "xlsx-parts.h"

#include <string.h>

#include "xml.h"

/* Formats that the standard itself numbers, and that show dates or times. */
static gboolean
is_date_number (guint format)
{
  static const guint ranges[][2] = { { 14, 22 }, { 27, 36 }, { 45, 47 }, { 50, 58 } };
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (format >= ranges[i][0] && format <= ranges[i][1])
      return TRUE;
  return FALSE;
}

/* Whether a format code shows parts of a date: letters outside of quotes and brackets. */
static gboolean
is_date_code (const char *code)
{
  for (const char *at = code; *at; at++) {
    if (*at == '"' || *at == '[') {
      const char *close = strchr (at + 1, *at == '"' ? '"' : ']');
      at = close ? close : at + strlen (at) - 1;
    } else if (*at == '\\' && at[1]) {
      at++;
    } else if (strchr ("dDyYmMhH", *at)) {
      return TRUE;
    }
  }
  return FALSE;
}

static void
read_style (XlsxWorkbook *workbook, OfficeXml *xml, GHashTable *codes)
{
  guint format = office_xml_get_number (xml, "numFmtId", 0);
  gboolean is_date = is_date_number (format) || g_hash_table_contains (codes, GUINT_TO_POINTER (format));
  g_array_append_val (workbook->are_dates, is_date);
}

static gboolean
read_styles (XlsxWorkbook *workbook, const OfficeParts *parts, ChnOfficeFault *fault)
{
  GBytes *bytes = office_parts_get (parts, "xl/styles.xml");
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  g_auto (OfficeXml) xml = { 0 };
  gboolean in_styles = FALSE;
  if (!bytes)
    return TRUE;
  if (!office_xml_open (&xml, bytes, fault))
    return FALSE;
  while (office_xml_next (&xml)) {
    if (office_xml_begins (&xml, "numFmt")) {
      g_autofree char *code = office_xml_dup_attribute (&xml, "formatCode");
      if (code && is_date_code (code))
        g_hash_table_add (codes, GUINT_TO_POINTER (office_xml_get_number (&xml, "numFmtId", 0)));
    } else if (office_xml_begins (&xml, "cellXfs")) {
      in_styles = TRUE;
    } else if (office_xml_ends (&xml, "cellXfs")) {
      in_styles = FALSE;
    } else if (in_styles && office_xml_begins (&xml, "xf")) {
      read_style (workbook, &xml, codes);
    }
  }
  return !fault->message;
}

static gboolean
read_strings (XlsxWorkbook *workbook, const OfficeParts *parts, ChnOfficeFault *fault)
{
  GBytes *bytes = office_parts_get (parts, "xl/sharedStrings.xml");
  g_auto (OfficeXml) xml = { 0 };
  gboolean in_text = FALSE;
  if (!bytes)
    return TRUE;
  if (!office_xml_open (&xml, bytes, fault))
    return FALSE;
  while (office_xml_next (&xml)) {
    const char *text = in_text ? office_xml_get_text (&xml) : NULL;
    if (text) {
      g_string_append (workbook->text, text);
    } else if (office_xml_begins (&xml, "si")) {
      g_array_append_val (workbook->strings, workbook->text->len);
      if (office_xml_is_empty (&xml))
        g_string_append_c (workbook->text, '\0');
    } else if (office_xml_ends (&xml, "si")) {
      g_string_append_c (workbook->text, '\0');
    } else if (office_xml_begins (&xml, "rPh")) {
      office_xml_skip (&xml); /* how to pronounce it */
    } else if (office_xml_begins (&xml, "t") || office_xml_ends (&xml, "t")) {
      in_text = office_xml_begins (&xml, "t") && !office_xml_is_empty (&xml);
    }
  }
  return !fault->message;
}

/* "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml" or "/xl/worksheets/sheet1.xml". */
static char *
dup_part (const char *target)
{
  return *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static gboolean
read_sheets (XlsxWorkbook *workbook, const OfficeParts *parts, ChnOfficeFault *fault)
{
  g_autoptr (GHashTable) relations = office_relations_read (parts, "xl/_rels/workbook.xml.rels", fault);
  g_auto (OfficeXml) xml = { 0 };
  if (fault->message || !office_xml_open (&xml, office_parts_get (parts, "xl/workbook.xml"), fault))
    return FALSE;
  while (office_xml_next (&xml)) {
    if (office_xml_begins (&xml, "workbookPr")) {
      g_autofree char *is_1904 = office_xml_dup_attribute (&xml, "date1904");
      workbook->is_1904 = is_1904 && (strcmp (is_1904, "1") == 0 || strcmp (is_1904, "true") == 0);
    }
    if (!office_xml_begins (&xml, "sheet"))
      continue;
    g_autofree char *name = office_xml_dup_attribute (&xml, "name"), *id = office_xml_dup_attribute (&xml, "id");
    const char *target = id ? g_hash_table_lookup (relations, id) : NULL;
    if (!target)
      continue;
    g_ptr_array_add (workbook->names, g_steal_pointer (&name));
    g_ptr_array_add (workbook->targets, dup_part (target));
  }
  return !fault->message;
}

gboolean
xlsx_workbook_read (XlsxWorkbook *workbook, const OfficeParts *parts, ChnOfficeFault *fault)
{
  workbook->text = g_string_new (NULL);
  workbook->strings = g_array_new (FALSE, FALSE, sizeof (gsize));
  workbook->are_dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  workbook->names = g_ptr_array_new_with_free_func (g_free);
  workbook->targets = g_ptr_array_new_with_free_func (g_free);
  return read_sheets (workbook, parts, fault) && read_strings (workbook, parts, fault) &&
         read_styles (workbook, parts, fault);
}

void
xlsx_workbook_clear (XlsxWorkbook *workbook)
{
  if (!workbook->text)
    return;
  g_string_free (g_steal_pointer (&workbook->text), TRUE);
  g_array_unref (workbook->strings);
  g_array_unref (workbook->are_dates);
  g_ptr_array_unref (workbook->names);
  g_ptr_array_unref (workbook->targets);
}

gboolean
xlsx_place_read (const char *text, guint *column, guint *row)
{
  guint number = 0;
  for (; g_ascii_isalpha (*text); text++) {
    number = number * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
    if (number > 1 << 20)
      return FALSE;
  }
  guint64 line = g_ascii_strtoull (text, NULL, 10);
  *column = number - 1;
  *row = (guint) MIN (line, (guint64) G_MAXINT);
  return number > 0 && line > 0;
}

static void
read_merge (XlsxExtras *extras, OfficeXml *xml)
{
  g_autofree char *range = office_xml_dup_attribute (xml, "ref");
  const char *second = range ? strchr (range, ':') : NULL;
  XlsxMerge merge = { 0 };
  guint last_column = 0;
  if (second && xlsx_place_read (range, &merge.column, &merge.first_row) &&
      xlsx_place_read (second + 1, &last_column, &merge.last_row) && merge.last_row > merge.first_row)
    g_array_append_val (extras->merges, merge);
}

static void
read_link (XlsxExtras *extras, OfficeXml *xml, GHashTable *relations)
{
  g_autofree char *place = office_xml_dup_attribute (xml, "ref"), *id = office_xml_dup_attribute (xml, "id");
  const char *target = id ? g_hash_table_lookup (relations, id) : NULL;
  if (place && target)
    g_hash_table_replace (extras->links, g_steal_pointer (&place), g_strdup (target));
}

static int
compare_merges (gconstpointer a, gconstpointer b)
{
  const XlsxMerge *left = a, *right = b;
  return left->first_row < right->first_row ? -1 : left->first_row > right->first_row;
}

static void
clear_merge (gpointer data)
{
  XlsxMerge *merge = data;
  g_free (merge->text);
  g_free (merge->link);
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  return data && memmem (data, length, text, strlen (text));
}

/* Most sheets have neither, and need no second reading. */
gboolean
xlsx_extras_read (XlsxExtras *extras, const OfficeParts *parts, const char *part, GBytes *bytes,
                  ChnOfficeFault *fault)
{
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *name = g_strconcat ("xl/worksheets/_rels/", base, ".rels", NULL);
  g_autoptr (GHashTable) relations = office_relations_read (parts, name, fault);
  g_auto (OfficeXml) xml = { 0 };
  extras->merges = g_array_new (FALSE, FALSE, sizeof (XlsxMerge));
  extras->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_array_set_clear_func (extras->merges, clear_merge);
  if (!has_text (bytes, "mergeCell") && !has_text (bytes, "hyperlink"))
    return !fault->message;
  if (fault->message || !office_xml_open (&xml, bytes, fault))
    return FALSE;
  while (office_xml_next (&xml)) {
    if (office_xml_begins (&xml, "mergeCell"))
      read_merge (extras, &xml);
    else if (office_xml_begins (&xml, "hyperlink"))
      read_link (extras, &xml, relations);
  }
  g_array_sort (extras->merges, compare_merges);
  return !fault->message;
}

void
xlsx_extras_clear (XlsxExtras *extras)
{
  g_clear_pointer (&extras->merges, g_array_unref);
  g_clear_pointer (&extras->links, g_hash_table_unref);
}
