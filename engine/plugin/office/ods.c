/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tables of an OpenDocument spreadsheet or text, .ods and .odt (ISO/IEC 26300-3, 9):
 *
 *   table := row*    row := (table-cell | covered-table-cell)*    cell := p*
 *
 * Rows and cells say how often they are repeated; what is blank is not.
 */
#include <string.h>

#include "cells.h"
#include "documents.h"
#include "xml.h"

/* Rows that one row can stand for where anything stands in it. */
enum { MOST_REPEATED_ROWS = 10000 };

typedef struct {
  OfficeXml *xml;
  OfficeCells *cells;
  GString *text;      /* of the cell at hand */
  guint row;          /* its number */
  guint repeated;     /* how often it stands */
  gboolean is_filled; /* whether anything stands in it */
  guint serials;
} Table;

static void
append_break (GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

/* The text of a cell, to its end, and where its first link leads to. */
static char *
read_text (Table *table, const char *element)
{
  OfficeXml *xml = table->xml;
  char *link = NULL;
  g_string_truncate (table->text, 0);
  for (gboolean is_in = !office_xml_is_empty (xml);
       is_in && office_xml_next (xml) && !office_xml_ends (xml, element);) {
    const char *text = office_xml_get_text (xml);
    if (text)
      g_string_append (table->text, text);
    else if (office_xml_begins (xml, "annotation") || office_xml_begins (xml, "note"))
      office_xml_skip (xml);
    else if (office_xml_begins (xml, "p") || office_xml_begins (xml, "line-break"))
      append_break (table->text);
    else if (office_xml_begins (xml, "s") || office_xml_begins (xml, "tab"))
      g_string_append_c (table->text, ' ');
    else if (office_xml_begins (xml, "a") && !link)
      link = office_xml_dup_attribute (xml, "href");
  }
  return link;
}

/* What the cell holds says it more exactly than what it shows: 2014-11-18, 2014. */
static char *
dup_value (OfficeXml *xml)
{
  g_autofree char *type = office_xml_dup_attribute (xml, "value-type");
  if (type && strcmp (type, "date") == 0)
    return office_xml_dup_attribute (xml, "date-value");
  return type && strcmp (type, "float") == 0 ? office_xml_dup_attribute (xml, "value") : NULL;
}

static void
read_cell (Table *table)
{
  OfficeXml *xml = table->xml;
  guint n_repeated = office_xml_get_number (xml, "number-columns-repeated", 1);
  guint n_rows = office_xml_get_number (xml, "number-rows-spanned", 1);
  g_autofree char *value = dup_value (xml);
  g_autofree char *link = read_text (table, "table-cell");
  const char *text = value ? value : table->text->str;
  table->is_filled = table->is_filled || *text;
  if (!*text)
    office_cells_add (table->cells, NULL, NULL, n_rows, n_repeated);
  for (guint i = 0; *text && i < MIN (n_repeated, CHN_OFFICE_MOST_COLUMNS); i++)
    office_cells_add (table->cells, text, link, n_rows, 1);
}

/* Cells that another covers: one above says the same here, one beside does not. */
static void
read_covered (Table *table)
{
  guint n = office_xml_get_number (table->xml, "number-columns-repeated", 1);
  g_free (read_text (table, "covered-table-cell"));
  for (guint i = 0; i < MIN (n, CHN_OFFICE_MOST_COLUMNS); i++) {
    guint column = table->cells->column;
    gboolean reaches = column < table->cells->left->len && g_array_index (table->cells->left, guint, column) > 0;
    if (reaches)
      g_array_index (table->cells->left, guint, column)--;
    if (reaches)
      office_cells_repeat (table->cells, 1);
    else
      office_cells_add (table->cells, NULL, NULL, 1, 1);
  }
}

static gboolean
is_full (const Table *table)
{
  return table->cells->sink->is_full (table->cells->sink->data);
}

static void
read_row (Table *table)
{
  OfficeXml *xml = table->xml;
  table->is_filled = FALSE;
  table->repeated = office_xml_get_number (xml, "number-rows-repeated", 1);
  office_cells_begin_row (table->cells, table->row);
  for (gboolean is_in = !office_xml_is_empty (xml);
       is_in && office_xml_next (xml) && !office_xml_ends (xml, "table-row");) {
    if (office_xml_begins (xml, "table-cell"))
      read_cell (table);
    else if (office_xml_begins (xml, "covered-table-cell"))
      read_covered (table);
  }
  office_cells_end_row (table->cells);
  for (guint i = 1; table->is_filled && i < MIN (table->repeated, MOST_REPEATED_ROWS) && !is_full (table); i++) {
    office_cells_begin_row (table->cells, table->row + i);
    office_cells_repeat (table->cells, table->cells->left->len);
    table->cells->sink->end_row (table->cells->sink->data);
  }
  table->row += table->repeated;
}

static gboolean
read_table (Table *table)
{
  g_autofree char *name = office_xml_dup_attribute (table->xml, "name");
  const ChnOfficeSink *sink = table->cells->sink;
  int depth = xmlTextReaderDepth (table->xml->reader);
  office_cells_begin_table (table->cells);
  table->row = 1;
  if (!sink->begin_table (sink->data, name, table->serials)) {
    office_xml_skip (table->xml);
    return TRUE;
  }
  while (!sink->is_full (sink->data) && office_xml_next (table->xml)) {
    if (office_xml_begins (table->xml, "table-row"))
      read_row (table);
    else if (office_xml_ends (table->xml, "table") && xmlTextReaderDepth (table->xml->reader) == depth)
      return TRUE;
  }
  return FALSE;
}

static void
read_null_date (Table *table)
{
  g_autofree char *day = office_xml_dup_attribute (table->xml, "date-value");
  table->serials = day && g_str_has_prefix (day, "1904") ? 1904 : 1900;
}

gboolean
office_ods_read (const OfficeParts *parts, const ChnOfficeSink *sink, ChnOfficeFault *fault)
{
  g_auto (OfficeXml) xml = { 0 };
  g_auto (OfficeCells) cells = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  office_cells_init (&cells, sink);
  if (!office_xml_open (&xml, office_parts_get (parts, "content.xml"), fault))
    return FALSE;
  Table table = { .xml = &xml, .cells = &cells, .text = text, .serials = 1900 };
  while (office_xml_next (&xml)) {
    if (office_xml_begins (&xml, "null-date"))
      read_null_date (&table);
    else if (office_xml_begins (&xml, "table") && !office_xml_is_empty (&xml) && !read_table (&table))
      break;
  }
  return !fault->message;
}
