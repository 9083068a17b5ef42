/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The sheets of a workbook, .xlsx (ECMA-376, part 1, 18.3):
 *
 *   sheetData := row*    row := c*    c := v | is    with r="B3", a type t and a style s
 *
 * A number in the style of a date is that day.
 */
#include <string.h>

#include "base/serial-day.h"
#include "documents.h"
#include "xlsx-parts.h"
#include "xml.h"

typedef struct {
  const XlsxWorkbook *workbook;
  XlsxExtras *extras;
  const ChnOfficeSink *sink;
  OfficeXml *xml;
  GPtrArray *texts; /* of the row at hand, by column */
  GPtrArray *links;
  GArray *active; /* guint: merges that reach into the row, by their index */
  guint n_seen;   /* merges that began by now */
  guint row;
  guint column; /* of the cell at hand */
} Sheet;

/* What a cell without a shared string shows. */
static char *
dup_value (const Sheet *sheet, const char *type, guint style, const char *value)
{
  gboolean is_date =
      style < sheet->workbook->are_dates->len && g_array_index (sheet->workbook->are_dates, gboolean, style);
  if (strcmp (type, "e") == 0)
    return g_strdup ("");
  if (strcmp (type, "b") == 0)
    return g_strdup (strcmp (value, "1") == 0 ? "yes" : "no");
  if (strcmp (type, "n") != 0 || !is_date || !*value)
    return g_strdup (value);
  double serial = g_ascii_strtod (value, NULL);
  char day[CHN_SERIAL_DAY_SIZE];
  if (serial >= 0 && serial < 1) {
    guint minutes = (guint) (serial * 1440 + 0.5);
    return g_strdup_printf ("%02u:%02u", minutes / 60, minutes % 60);
  }
  chn_serial_day_format (serial, sheet->workbook->is_1904, day);
  return g_strdup (day);
}

static char *
dup_shared (const XlsxWorkbook *workbook, const char *value)
{
  guint64 index = g_ascii_strtoull (value, NULL, 10);
  if (index >= workbook->strings->len)
    return g_strdup ("");
  return g_strdup (workbook->text->str + g_array_index (workbook->strings, gsize, index));
}

/* The text of a value, to the end of the cell. */
static char *
dup_content (OfficeXml *xml)
{
  GString *out = g_string_new (NULL);
  gboolean in_value = FALSE;
  for (gboolean is_in = !office_xml_is_empty (xml); is_in && office_xml_next (xml) && !office_xml_ends (xml, "c");) {
    const char *text = in_value ? office_xml_get_text (xml) : NULL;
    if (text)
      g_string_append (out, text);
    else if (office_xml_begins (xml, "rPh"))
      office_xml_skip (xml);
    else if (office_xml_begins (xml, "v") || office_xml_begins (xml, "t"))
      in_value = !office_xml_is_empty (xml);
    else if (office_xml_ends (xml, "v") || office_xml_ends (xml, "t"))
      in_value = FALSE;
  }
  return g_string_free (out, FALSE);
}

static void
put (Sheet *sheet, guint column, char *text, const char *link)
{
  if (column >= CHN_OFFICE_MOST_COLUMNS) {
    column = CHN_OFFICE_MOST_COLUMNS - 1; /* so that the row is seen to be too wide */
    if (!*text) {
      g_free (text);
      return;
    }
  }
  if (column >= sheet->texts->len) {
    g_ptr_array_set_size (sheet->texts, (int) column + 1);
    g_ptr_array_set_size (sheet->links, (int) column + 1);
  }
  g_free (sheet->texts->pdata[column]);
  g_free (sheet->links->pdata[column]);
  sheet->texts->pdata[column] = text;
  sheet->links->pdata[column] = g_strdup (link);
}

static void
read_cell (Sheet *sheet)
{
  g_autofree char *place = office_xml_dup_attribute (sheet->xml, "r");
  g_autofree char *type = office_xml_dup_attribute (sheet->xml, "t");
  guint style = office_xml_get_number (sheet->xml, "s", 0), row = 0;
  if (place)
    xlsx_place_read (place, &sheet->column, &row);
  gboolean is_shared = type && strcmp (type, "s") == 0;
  g_autofree char *content = dup_content (sheet->xml);
  char *text =
      is_shared ? dup_shared (sheet->workbook, content) : dup_value (sheet, type ? type : "n", style, content);
  put (sheet, sheet->column, text, place ? g_hash_table_lookup (sheet->extras->links, place) : NULL);
  sheet->column++;
}

static XlsxMerge *
get_merge (const Sheet *sheet, guint i)
{
  return &g_array_index (sheet->extras->merges, XlsxMerge, i);
}

/* What the first cell of merged ones says, each below it says, too. */
static void
fill_merged (Sheet *sheet)
{
  for (; sheet->n_seen < sheet->extras->merges->len && get_merge (sheet, sheet->n_seen)->first_row <= sheet->row;
       sheet->n_seen++)
    g_array_append_val (sheet->active, sheet->n_seen);
  for (guint i = sheet->active->len; i > 0; i--) {
    XlsxMerge *merge = get_merge (sheet, g_array_index (sheet->active, guint, i - 1));
    gboolean is_there = merge->column < sheet->texts->len && sheet->texts->pdata[merge->column];
    if (merge->first_row == sheet->row && is_there) {
      merge->text = g_strdup (sheet->texts->pdata[merge->column]);
      merge->link = g_strdup (sheet->links->pdata[merge->column]);
    } else if (merge->first_row < sheet->row && merge->text) {
      put (sheet, merge->column, g_strdup (merge->text), merge->link);
    }
    if (merge->last_row <= sheet->row)
      g_array_remove_index_fast (sheet->active, i - 1);
  }
}

static void
end_row (Sheet *sheet)
{
  const ChnOfficeSink *sink = sheet->sink;
  fill_merged (sheet);
  sink->begin_row (sink->data, sheet->row);
  for (guint i = 0; i < sheet->texts->len; i++) {
    const char *text = sheet->texts->pdata[i];
    if (text && *text)
      sink->add_cell (sink->data, i, text, strlen (text), sheet->links->pdata[i]);
  }
  sink->end_row (sink->data);
}

static void
begin_row (Sheet *sheet)
{
  sheet->row = office_xml_get_number (sheet->xml, "r", sheet->row + 1);
  sheet->column = 0;
  g_ptr_array_set_size (sheet->texts, 0);
  g_ptr_array_set_size (sheet->links, 0);
}

static void
read_rows (Sheet *sheet)
{
  while (office_xml_next (sheet->xml) && !sheet->sink->is_full (sheet->sink->data)) {
    if (office_xml_begins (sheet->xml, "row"))
      begin_row (sheet);
    else if (office_xml_begins (sheet->xml, "c"))
      read_cell (sheet);
    else if (office_xml_ends (sheet->xml, "row"))
      end_row (sheet);
    else if (office_xml_ends (sheet->xml, "sheetData"))
      return;
  }
}

static gboolean
read_sheet (const XlsxWorkbook *workbook, const OfficeParts *parts, const char *part, const ChnOfficeSink *sink,
            ChnOfficeFault *fault)
{
  GBytes *bytes = office_parts_get (parts, part);
  g_auto (XlsxExtras) extras = { 0 };
  g_auto (OfficeXml) xml = { 0 };
  if (!bytes)
    return office_fail (fault, CHN_ERROR_SYNTAX, "the file is damaged: %s is missing", part);
  if (!xlsx_extras_read (&extras, parts, part, bytes, fault) || !office_xml_open (&xml, bytes, fault))
    return FALSE;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) active = g_array_new (FALSE, FALSE, sizeof (guint));
  Sheet sheet = { .workbook = workbook,
                  .extras = &extras,
                  .sink = sink,
                  .xml = &xml,
                  .texts = texts,
                  .links = links,
                  .active = active };
  read_rows (&sheet);
  return !fault->message;
}

gboolean
office_xlsx_read (const OfficeParts *parts, const ChnOfficeSink *sink, ChnOfficeFault *fault)
{
  g_auto (XlsxWorkbook) workbook = { 0 };
  if (!xlsx_workbook_read (&workbook, parts, fault))
    return FALSE;
  for (guint i = 0; i < workbook.names->len && !sink->is_full (sink->data); i++)
    if (sink->begin_table (sink->data, workbook.names->pdata[i], workbook.is_1904 ? 1904 : 1900) &&
        !read_sheet (&workbook, parts, workbook.targets->pdata[i], sink, fault))
      return FALSE;
  return TRUE;
}
