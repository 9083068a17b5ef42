/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes a part of a template harmless: nothing in it leads out of the document. */
#include "house-clean.h"

#include <string.h>

/* Fields whose result comes from another file or program (ECMA-376 part 1, 17.16.5). */
static const char *const fetching_fields[] = { "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE",  "IMPORT",
                                               "LINK",           "DDE",         "DDEAUTO",  "DATABASE",
                                               "MACROBUTTON",    "RD",          "HYPERLINK" };

gboolean
office_is_word (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns && (!name || strcmp ((const char *) node->name, name) == 0) &&
         strcmp ((const char *) node->ns->href, OFFICE_WORD_NAMESPACE) == 0;
}

/* The value of an attribute that is the id of a relation which is not kept; NULL where all are. */
static const char *
find_loose_relation (const xmlNode *node, GHashTable *kept)
{
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
    const char *value = attribute->children ? (const char *) attribute->children->content : "";
    if (attribute->ns && strcmp ((const char *) attribute->ns->href, OFFICE_RELATIONS_NAMESPACE) == 0 &&
        !g_hash_table_contains (kept, value))
      return value;
  }
  return NULL;
}

/* Whether an instruction of a field, which may stand in several runs, names one that fetches. */
static gboolean
is_fetching (const char *instruction)
{
  g_auto (GStrv) words = g_strsplit_set (instruction, " \t\r\n\"\\", -1);
  for (guint k = 0; words[k]; k++)
    for (guint i = 0; i < G_N_ELEMENTS (fetching_fields); i++)
      if (g_ascii_strcasecmp (words[k], fetching_fields[i]) == 0)
        return TRUE;
  return FALSE;
}

static void
append_instructions (const xmlNode *node, GString *out)
{
  for (const xmlNode *child = node->children; child; child = child->next) {
    if (office_is_word (child, "instrText")) {
      xmlChar *text = xmlNodeGetContent (child);
      g_string_append (out, text ? (const char *) text : "");
      xmlFree (text);
    } else if (office_is_word (child, "fldSimple")) {
      xmlChar *text = xmlGetNsProp (child, (const xmlChar *) "instr", (const xmlChar *) OFFICE_WORD_NAMESPACE);
      g_string_append_printf (out, " %s ", text ? (const char *) text : "");
      xmlFree (text);
    }
    append_instructions (child, out);
  }
}

static void
remove_node (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/* Its children stand where it stood. */
static void
unwrap (xmlNode *node)
{
  while (node->children) {
    xmlNode *child = node->children;
    xmlUnlinkNode (child);
    xmlAddPrevSibling (node, child);
  }
  remove_node (node);
}

/* The run that a thing stands in goes with it; outside of runs, the thing alone. */
static xmlNode *
find_run (xmlNode *node)
{
  for (xmlNode *at = node; at && at->type == XML_ELEMENT_NODE; at = at->parent)
    if (office_is_word (at, "r"))
      return at;
  return node;
}

static void
drop (GPtrArray *dropped, const char *what, const char *part)
{
  g_ptr_array_add (dropped, g_strdup_printf ("%s in %s", what, part));
}

/* The first element below a node that leads to a relation not kept; NULL where there is none. */
static xmlNode *
find_loose (xmlNode *node, GHashTable *kept)
{
  for (xmlNode *child = node->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    xmlNode *found = find_loose_relation (child, kept) ? child : find_loose (child, kept);
    if (found)
      return found;
  }
  return NULL;
}

/* The first paragraph below a node whose fields fetch something. */
static xmlNode *
find_fetching (xmlNode *node)
{
  for (xmlNode *child = node->children; child; child = child->next) {
    if (office_is_word (child, "p")) {
      g_autoptr (GString) instructions = g_string_new (NULL);
      append_instructions (child, instructions);
      if (is_fetching (instructions->str))
        return child;
    }
    xmlNode *found = child->type == XML_ELEMENT_NODE ? find_fetching (child) : NULL;
    if (found)
      return found;
  }
  return NULL;
}

/* A paragraph without anything in it, so that what it stands in still holds one. */
static void
empty_paragraph (xmlNode *paragraph)
{
  for (xmlNode *child = paragraph->children, *next; child; child = next) {
    next = child->next;
    if (!office_is_word (child, "pPr"))
      remove_node (child);
  }
}

void
office_house_clean (xmlNode *root, GHashTable *kept, const char *part, GPtrArray *dropped)
{
  for (xmlNode *node; (node = find_fetching (root));) {
    drop (dropped, "a field that fetches something from elsewhere", part);
    empty_paragraph (node);
  }
  for (xmlNode *node; (node = find_loose (root, kept));) {
    gboolean is_link = office_is_word (node, "hyperlink");
    drop (dropped, is_link ? "a link" : "what leads elsewhere or is no picture", part);
    if (is_link)
      unwrap (node);
    else
      remove_node (find_run (node));
  }
}
