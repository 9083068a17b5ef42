/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tables of a web page, as libxml2's parser of HTML has it:
 *
 *   table := tr*, at whatever depth    tr := (td | th)*, each over its rowspan and colspan
 *
 * A table within a cell is a table of its own. Raised numbers are marks of footnotes, and not taken.
 */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "cells.h"
#include "documents.h"

/* Deeper than the parser itself goes. */
enum { MOST_DEPTH = 300 };

typedef struct {
  OfficeCells *cells;
  GString *text; /* of the cell at hand */
  char *link;
  guint row;
} Page;

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->name && xmlStrcasecmp (node->name, (const xmlChar *) name) == 0;
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names; names++)
    if (is_element (node, *names))
      return TRUE;
  return FALSE;
}

static guint
get_span (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  guint64 span = value ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;
  xmlFree (value);
  return (guint) CLAMP (span, 1, 65534);
}

/* "[1]", "2", "*": what stands raised behind a text and points to a note. */
static gboolean
is_mark (xmlNode *node)
{
  if (!is_element (node, "sup"))
    return FALSE;
  xmlChar *text = xmlNodeGetContent (node);
  gsize length = text ? strlen ((const char *) text) : 0;
  gboolean is_sign = length <= 6 && text && strspn ((const char *) text, "[]0123456789*abc,; ") == length;
  xmlFree (text);
  return is_sign;
}

static void
take_link (Page *page, xmlNode *node)
{
  xmlChar *address = is_element (node, "a") && !page->link ? xmlGetProp (node, (const xmlChar *) "href") : NULL;
  if (address &&
      (g_str_has_prefix ((const char *) address, "http://") || g_str_has_prefix ((const char *) address, "https://")))
    page->link = g_strdup ((const char *) address);
  xmlFree (address);
}

static void
append_text (Page *page, xmlNode *node, guint depth)
{
  static const char *const silent[] = { "script", "style", "table", "template", "noscript", NULL };
  static const char *const blocks[] = { "br", "p", "div", "li", "dd", "dt", "h1", "h2", "h3", "h4", "tr", NULL };
  for (xmlNode *child = node->children; child && depth < MOST_DEPTH; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      g_autofree char *text = g_strdup (child->content ? (const char *) child->content : "");
      g_string_append (page->text, g_strdelimit (text, "\n\r\t", ' ')); /* lines end at elements alone */
    } else if (child->type == XML_ELEMENT_NODE && !is_one_of (child, silent) && !is_mark (child)) {
      gboolean is_block = is_one_of (child, blocks);
      if (is_block && page->text->len > 0)
        g_string_append_c (page->text, '\n');
      take_link (page, child);
      append_text (page, child, depth + 1);
    }
  }
}

/* One blank between words. */
static void
collapse (GString *text)
{
  gsize to = 0;
  for (gsize i = 0; i < text->len; i++) {
    gboolean is_blank = text->str[i] == ' ',
             after = to > 0 && (text->str[to - 1] == ' ' || text->str[to - 1] == '\n');
    if (!(is_blank && (to == 0 || after)))
      text->str[to++] = text->str[i];
  }
  g_string_truncate (text, to);
}

static void
read_row (Page *page, xmlNode *row)
{
  office_cells_begin_row (page->cells, ++page->row);
  for (xmlNode *cell = row->children; cell; cell = cell->next) {
    if (!is_element (cell, "td") && !is_element (cell, "th"))
      continue;
    g_string_truncate (page->text, 0);
    append_text (page, cell, 0);
    collapse (page->text);
    office_cells_add (page->cells, page->text->str, page->link, get_span (cell, "rowspan"),
                      get_span (cell, "colspan"));
    g_clear_pointer (&page->link, g_free);
  }
  office_cells_end_row (page->cells);
}

/* The rows below a node that belong to no table within. */
static void
read_rows (Page *page, xmlNode *node, guint depth)
{
  for (xmlNode *child = node->children; child && depth < MOST_DEPTH; child = child->next) {
    if (page->cells->sink->is_full (page->cells->sink->data))
      return;
    if (is_element (child, "tr"))
      read_row (page, child);
    else if (child->type == XML_ELEMENT_NODE && !is_element (child, "table"))
      read_rows (page, child, depth + 1);
  }
}

static void
read_tables (Page *page, xmlNode *node, guint *n, guint depth)
{
  const ChnOfficeSink *sink = page->cells->sink;
  for (xmlNode *child = node; child && depth < MOST_DEPTH; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    g_autofree char *name = is_element (child, "table") ? g_strdup_printf ("table %u", ++*n) : NULL;
    if (name && sink->begin_table (sink->data, name, 0)) {
      office_cells_begin_table (page->cells);
      page->row = 0;
      read_rows (page, child, 0);
    }
    read_tables (page, child->children, n, depth + 1);
  }
}

gboolean
office_html_read (const char *bytes, gsize length, const ChnOfficeSink *sink, ChnOfficeFault *fault)
{
  g_auto (OfficeCells) cells = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  Page page = { .cells = &cells, .text = text };
  guint n = 0;
  if (length >= G_MAXINT)
    return office_fail (fault, CHN_ERROR_LIMIT, "the page is too large");
  const char *encoding = g_utf8_validate (bytes, (gssize) length, NULL) ? "UTF-8" : NULL;
  htmlDocPtr document =
      htmlReadMemory (bytes, (int) length, NULL, encoding,
                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (!document)
    return office_fail (fault, CHN_ERROR_SYNTAX, "the page cannot be read");
  office_cells_init (&cells, sink);
  read_tables (&page, xmlDocGetRootElement (document), &n, 0);
  xmlFreeDoc (document);
  g_free (page.link);
  return !fault->message;
}
