/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Parts of a package as XML, and how they refer to each other. */
#include "house-parts.h"

#include <libxml/parser.h>
#include <string.h>

/* Without entities, and without a look at anything outside. */
xmlDoc *
office_house_parse (const OfficeParts *parts, const char *name)
{
  gsize length = 0;
  GBytes *bytes = office_parts_get (parts, name);
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  g_autoptr (xmlDoc) document = data ? xmlReadMemory (data, (int) length, NULL, NULL, options) : NULL;
  gboolean is_usable = document && !document->intSubset && xmlDocGetRootElement (document);
  return is_usable ? g_steal_pointer (&document) : NULL;
}

char *
office_house_dup_attribute (xmlNode *node, const char *name, const char *space)
{
  xmlChar *value = space ? xmlGetNsProp (node, (const xmlChar *) name, (const xmlChar *) space)
                         : xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

static void
free_relation (gpointer data)
{
  OfficeRelation *relation = data;
  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->target);
  g_free (relation);
}

/* "word/_rels/document.xml.rels" of "word/document.xml" */
static char *
dup_relations_name (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = part[0] ? g_path_get_basename (part) : g_strdup ("");
  gboolean is_top = strcmp (folder, ".") == 0;
  return g_strdup_printf ("%s%s_rels/%s.rels", is_top ? "" : folder, is_top ? "" : "/", base);
}

/* The name of the part that a target leads to from another. */
static char *
dup_resolved (const char *part, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *absolute = target[0] == '/' ? g_strdup (target) : g_strdup_printf ("/%s/%s", folder, target);
  g_autofree char *clean = g_canonicalize_filename (absolute, "/");
  return g_strdup (clean + 1);
}

static OfficeRelation *
read_relation (xmlNode *node, const char *part)
{
  OfficeRelation *relation = g_new0 (OfficeRelation, 1);
  g_autofree char *type = office_house_dup_attribute (node, "Type", NULL);
  g_autofree char *mode = office_house_dup_attribute (node, "TargetMode", NULL);
  g_autofree char *target = office_house_dup_attribute (node, "Target", NULL);
  const char *slash = type ? strrchr (type, '/') : NULL;
  relation->id = office_house_dup_attribute (node, "Id", NULL);
  relation->kind = g_strdup (slash ? slash + 1 : "");
  relation->is_external = mode && g_ascii_strcasecmp (mode, "External") == 0;
  relation->target = relation->is_external || !target ? g_steal_pointer (&target) : dup_resolved (part, target);
  return relation;
}

GPtrArray *
office_house_read_relations (const OfficeParts *parts, const char *name)
{
  GPtrArray *relations = g_ptr_array_new_with_free_func (free_relation);
  g_autofree char *file = dup_relations_name (name);
  g_autoptr (xmlDoc) document = office_house_parse (parts, file);
  xmlNode *root = document ? xmlDocGetRootElement (document) : NULL;
  for (xmlNode *node = root ? root->children : NULL; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      g_ptr_array_add (relations, read_relation (node, name));
  return relations;
}

const OfficeRelation *
office_house_find_relation (const GPtrArray *relations, const char *kind, const char *id)
{
  for (guint i = 0; i < relations->len; i++) {
    const OfficeRelation *relation = relations->pdata[i];
    if (strcmp (relation->kind, kind) == 0 && relation->target && (!id || g_strcmp0 (relation->id, id) == 0))
      return relation;
  }
  return NULL;
}
