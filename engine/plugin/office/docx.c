/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tables of a text document, .docx (ECMA-376, part 1, 17.4):
 *
 *   tbl := tr*    tr := tc*    tc := (p | tbl)*    p := (r | hyperlink)*    r := (t | br | tab)*
 *
 * A table within a cell is text of that cell. Numbers and stars that are raised are marks of footnotes, and not
 * taken.
 */
#include <string.h>

#include "cells.h"
#include "documents.h"
#include "xml.h"

typedef struct {
  OfficeXml *xml;
  OfficeCells *cells;
  GHashTable *relations;
  GString *text; /* of the cell at hand */
  GString *run;  /* of the run at hand */
  gboolean is_raised;
  char *link;
  guint n_columns;  /* of the cell */
  gboolean goes_on; /* says what the one above it says */
  guint row;
} Table;

static void
set_link (Table *table, const char *target)
{
  if (!table->link && target)
    table->link = g_strdup (target);
}

/* A field whose code is HYPERLINK "address". */
static void
read_instruction (Table *table)
{
  g_autoptr (GString) code = g_string_new (NULL);
  for (gboolean is_in = !office_xml_is_empty (table->xml);
       is_in && office_xml_next (table->xml) && !office_xml_ends (table->xml, "instrText");)
    if (office_xml_get_text (table->xml))
      g_string_append (code, office_xml_get_text (table->xml));
  const char *start = strstr (code->str, "HYPERLINK \"");
  const char *end = start ? strchr (start + strlen ("HYPERLINK \""), '"') : NULL;
  if (!end)
    return;
  g_autofree char *target =
      g_strndup (start + strlen ("HYPERLINK \""), (gsize) (end - start) - strlen ("HYPERLINK \""));
  set_link (table, target);
}

static void
end_run (Table *table)
{
  gboolean is_mark = table->is_raised && strspn (table->run->str, "0123456789*[]ab,") == table->run->len;
  if (!is_mark)
    g_string_append (table->text, table->run->str);
  g_string_truncate (table->run, 0);
  table->is_raised = FALSE;
}

static void
read_properties (Table *table)
{
  OfficeXml *xml = table->xml;
  if (office_xml_begins (xml, "gridSpan")) {
    table->n_columns = MAX (1, office_xml_get_number (xml, "val", 1));
  } else if (office_xml_begins (xml, "vMerge")) {
    g_autofree char *how = office_xml_dup_attribute (xml, "val");
    table->goes_on = !how || strcmp (how, "restart") != 0;
  } else if (office_xml_begins (xml, "vertAlign")) {
    g_autofree char *how = office_xml_dup_attribute (xml, "val");
    table->is_raised = how && strcmp (how, "superscript") == 0;
  }
}

static void
read_link (Table *table)
{
  g_autofree char *id = office_xml_dup_attribute (table->xml, "id");
  set_link (table, id ? g_hash_table_lookup (table->relations, id) : NULL);
}

/* FALSE for what is no content. */
static gboolean
read_content (Table *table)
{
  OfficeXml *xml = table->xml;
  if (office_xml_begins (xml, "t")) {
    for (gboolean is_in = !office_xml_is_empty (xml); is_in && office_xml_next (xml) && !office_xml_ends (xml, "t");)
      if (office_xml_get_text (xml))
        g_string_append (table->run, office_xml_get_text (xml));
  } else if (office_xml_ends (xml, "r")) {
    end_run (table);
  } else if (office_xml_begins (xml, "br") || office_xml_begins (xml, "cr")) {
    g_string_append_c (table->run, '\n');
  } else if (office_xml_begins (xml, "tab")) {
    g_string_append_c (table->run, ' ');
  } else if (office_xml_ends (xml, "p")) {
    g_string_append_c (table->text, '\n');
  } else if (office_xml_begins (xml, "hyperlink")) {
    read_link (table);
  } else if (office_xml_begins (xml, "instrText")) {
    read_instruction (table);
  } else if (office_xml_begins (xml, "Fallback")) {
    office_xml_skip (xml); /* the same again for programs that do not know it */
  } else {
    return FALSE;
  }
  return TRUE;
}

static void
read_cell (Table *table)
{
  OfficeXml *xml = table->xml;
  int depth = xmlTextReaderDepth (xml->reader);
  g_string_truncate (table->text, 0);
  g_string_truncate (table->run, 0);
  table->n_columns = 1;
  table->goes_on = table->is_raised = FALSE;
  for (gboolean is_in = !office_xml_is_empty (xml); is_in && office_xml_next (xml);) {
    if (office_xml_ends (xml, "tc") && xmlTextReaderDepth (xml->reader) == depth)
      break;
    if (!read_content (table) && xmlTextReaderDepth (xml->reader) <= depth + 5)
      read_properties (table);
  }
  if (table->goes_on)
    office_cells_repeat (table->cells, table->n_columns);
  else
    office_cells_add (table->cells, g_strchomp (table->text->str), table->link, 1, table->n_columns);
  g_clear_pointer (&table->link, g_free);
}

static void
read_row (Table *table)
{
  OfficeXml *xml = table->xml;
  int depth = xmlTextReaderDepth (xml->reader);
  office_cells_begin_row (table->cells, ++table->row);
  for (gboolean is_in = !office_xml_is_empty (xml); is_in && office_xml_next (xml);) {
    if (office_xml_begins (xml, "tc"))
      read_cell (table);
    else if (office_xml_begins (xml, "gridBefore"))
      office_cells_add (table->cells, NULL, NULL, 1, office_xml_get_number (xml, "val", 0));
    else if (office_xml_ends (xml, "tr") && xmlTextReaderDepth (xml->reader) == depth)
      break;
  }
  office_cells_end_row (table->cells);
}

static void
read_table (Table *table, const char *name)
{
  OfficeXml *xml = table->xml;
  const ChnOfficeSink *sink = table->cells->sink;
  int depth = xmlTextReaderDepth (xml->reader);
  office_cells_begin_table (table->cells);
  table->row = 0;
  if (!sink->begin_table (sink->data, name, 0)) {
    office_xml_skip (xml);
    return;
  }
  while (!sink->is_full (sink->data) && office_xml_next (xml)) {
    if (office_xml_begins (xml, "tr"))
      read_row (table);
    else if (office_xml_ends (xml, "tbl") && xmlTextReaderDepth (xml->reader) == depth)
      return;
  }
}

gboolean
office_docx_read (const OfficeParts *parts, const ChnOfficeSink *sink, ChnOfficeFault *fault)
{
  g_auto (OfficeXml) xml = { 0 };
  g_auto (OfficeCells) cells = { 0 };
  g_autoptr (GHashTable) relations = office_relations_read (parts, "word/_rels/document.xml.rels", fault);
  g_autoptr (GString) text = g_string_new (NULL), run = g_string_new (NULL);
  office_cells_init (&cells, sink);
  if (fault->message || !office_xml_open (&xml, office_parts_get (parts, "word/document.xml"), fault))
    return FALSE;
  Table table = { .xml = &xml, .cells = &cells, .relations = relations, .text = text, .run = run };
  for (guint n = 0; !sink->is_full (sink->data) && office_xml_next (&xml);) {
    if (!office_xml_begins (&xml, "tbl") || office_xml_is_empty (&xml))
      continue;
    g_autofree char *name = g_strdup_printf ("table %u", ++n);
    read_table (&table, name);
  }
  g_free (table.link);
  return !fault->message;
}
