/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads documents of Word as house templates: what they bring, and what is left out of them. */
#include "house.h"

#include <string.h>

#include "house-clean.h"
#include "house-parts.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* What is read, and what comes of it. */
typedef struct {
  const OfficeParts *parts;
  GPtrArray *relations;
  ChnHouseTemplate *result;
  GHashTable *extensions; /* of pictures, whose types are said already */
  GString *relation_elements, *types, *references, *section;
  guint n_taken;
} Reader;

/* Pictures that a document may hold, and their types. */
static const struct {
  const char *extension, *type;
} pictures[] = {
  { "png", "image/png" }, { "jpg", "image/jpeg" },  { "jpeg", "image/jpeg" }, { "gif", "image/gif" },
  { "bmp", "image/bmp" }, { "tiff", "image/tiff" }, { "emf", "image/x-emf" }, { "wmf", "image/x-wmf" },
};

static void
add_part (Reader *reader, const char *name, const char *bytes, gsize length)
{
  ChnPackagePart *part = g_new (ChnPackagePart, 1);
  *part = (ChnPackagePart){ g_strdup (name), g_memdup2 (bytes, length), length };
  g_ptr_array_add (reader->result->parts, part);
}

static void
add_document (Reader *reader, const char *name, xmlDoc *document)
{
  xmlChar *bytes = NULL;
  int length = 0;
  xmlDocDumpMemoryEnc (document, &bytes, &length, "UTF-8");
  add_part (reader, name, (const char *) bytes, (gsize) length);
  xmlFree (bytes);
}

/* The type of a picture by its name; NULL where it is none. */
static const char *
find_picture (const char *name, const char **extension)
{
  const char *dot = strrchr (name, '.');
  for (guint i = 0; dot && i < G_N_ELEMENTS (pictures); i++)
    if (g_ascii_strcasecmp (dot + 1, pictures[i].extension) == 0) {
      *extension = pictures[i].extension;
      return pictures[i].type;
    }
  return NULL;
}

/* Takes over a picture that a part refers to, and the relation of that part to it. */
static gboolean
take_picture (Reader *reader, const OfficeRelation *relation, GString *relations)
{
  gsize length = 0;
  const char *extension = NULL, *type = find_picture (relation->target, &extension);
  GBytes *bytes = type && !relation->is_external ? office_parts_get (reader->parts, relation->target) : NULL;
  if (!bytes || strcmp (relation->kind, "image") != 0)
    return FALSE;
  g_autofree char *name = g_strdup_printf ("word/media/house%u.%s", ++reader->n_taken, extension);
  const char *data = g_bytes_get_data (bytes, &length);
  add_part (reader, name, data, length);
  if (g_hash_table_add (reader->extensions, (gpointer) extension))
    g_string_append_printf (reader->types, "<Default Extension=\"%s\" ContentType=\"%s\"/>\n", extension, type);
  g_autofree char *id = g_markup_escape_text (relation->id, -1);
  g_string_append_printf (relations, "<Relationship Id=\"%s\" Type=\"" OFFICE "image\" Target=\"%s\"/>\n", id,
                          name + strlen ("word/"));
  return TRUE;
}

/* Takes over the pictures of a part; gives the ids of the relations to them. */
static GHashTable *
take_pictures (Reader *reader, const char *part, const char *name)
{
  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) relations = g_string_new (NULL);
  g_autoptr (GPtrArray) all = office_house_read_relations (reader->parts, part);
  for (guint i = 0; i < all->len; i++) {
    const OfficeRelation *relation = all->pdata[i];
    if (relation->id && relation->target && take_picture (reader, relation, relations))
      g_hash_table_add (kept, g_strdup (relation->id));
  }
  if (relations->len > 0) {
    g_autofree char *file = g_strdup_printf ("word/_rels/%s.rels", name + strlen ("word/"));
    g_string_prepend (relations,
                      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n");
    g_string_append (relations, "</Relationships>\n");
    add_part (reader, file, relations->str, relations->len);
  }
  return kept;
}

/* Takes over a part, made harmless, under a name of our own; gives the id of the relation to it, or NULL. */
static char *
take_part (Reader *reader, const OfficeRelation *relation, const char *type)
{
  g_autoptr (xmlDoc) document = relation->is_external ? NULL : office_house_parse (reader->parts, relation->target);
  if (!document)
    return NULL;
  guint index = ++reader->n_taken;
  g_autofree char *name = g_strdup_printf ("word/house%u.xml", index);
  g_autoptr (GHashTable) kept = take_pictures (reader, relation->target, name);
  office_house_clean (xmlDocGetRootElement (document), kept, relation->target, reader->result->dropped);
  add_document (reader, name, document);
  g_string_append_printf (reader->types, "<Override PartName=\"/%s\" ContentType=\"%s\"/>\n", name, type);
  g_string_append_printf (reader->relation_elements,
                          "<Relationship Id=\"rIdHouse%u\" Type=\"" OFFICE "%s\" Target=\"%s\"/>\n", index,
                          relation->kind, name + strlen ("word/"));
  return g_strdup_printf ("rIdHouse%u", index);
}

/* The ids of the styles of these names, whatever the case: Word's own are written in several. */
static void
find_styles (xmlNode *root, const char *const *names, ChnHouseTemplate *result)
{
  result->n_styles = g_strv_length ((char **) (guintptr) names);
  result->style_ids = g_new0 (char *, result->n_styles + 1);
  for (xmlNode *style = root->children; style; style = style->next)
    for (xmlNode *node = office_is_word (style, "style") ? style->children : NULL; node; node = node->next) {
      g_autofree char *name =
          office_is_word (node, "name") ? office_house_dup_attribute (node, "val", OFFICE_WORD_NAMESPACE) : NULL;
      for (guint i = 0; name && i < result->n_styles; i++)
        if (!result->style_ids[i] && g_ascii_strcasecmp (name, names[i]) == 0)
          result->style_ids[i] = office_house_dup_attribute (style, "styleId", OFFICE_WORD_NAMESPACE);
    }
}

static void
take_styles (Reader *reader, const char *const *names)
{
  const OfficeRelation *relation = office_house_find_relation (reader->relations, "styles", NULL);
  g_autoptr (xmlDoc) document = relation ? office_house_parse (reader->parts, relation->target) : NULL;
  if (!document)
    return;
  xmlBuffer *buffer = xmlBufferCreate ();
  find_styles (xmlDocGetRootElement (document), names, reader->result);
  xmlNodeDump (buffer, document, xmlDocGetRootElement (document), 0, 0);
  reader->result->styles = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
}

/* An element of Word with the prefixes that our documents declare. */
static void
put_element (GString *out, const xmlNode *node)
{
  g_string_append_printf (out, "<w:%s", (const char *) node->name);
  for (const xmlAttr *at = node->properties; at; at = at->next) {
    const char *space = at->ns ? (const char *) at->ns->href : "";
    gboolean is_relation = strcmp (space, OFFICE_RELATIONS_NAMESPACE) == 0;
    if (!is_relation && strcmp (space, OFFICE_WORD_NAMESPACE) != 0)
      continue;
    g_autofree char *value = g_markup_escape_text (at->children ? (const char *) at->children->content : "", -1);
    g_string_append_printf (out, " %c:%s=\"%s\"", is_relation ? 'r' : 'w', (const char *) at->name, value);
  }
  g_string_append_c (out, '>');
  for (const xmlNode *child = node->children; child; child = child->next)
    if (office_is_word (child, NULL))
      put_element (out, child);
  g_string_append_printf (out, "</w:%s>", (const char *) node->name);
}

static guint
read_number (xmlNode *node, const char *name)
{
  g_autofree char *value = office_house_dup_attribute (node, name, OFFICE_WORD_NAMESPACE);
  gint64 number = value ? g_ascii_strtoll (value, NULL, 10) : 0;
  return number > 0 && number <= 31680 ? (guint) number : 0; /* the largest page of Word: 22 inches */
}

static void
take_reference (Reader *reader, xmlNode *node)
{
  gboolean is_footer = office_is_word (node, "footerReference");
  g_autofree char *id = office_house_dup_attribute (node, "id", OFFICE_RELATIONS_NAMESPACE);
  const OfficeRelation *relation =
      office_house_find_relation (reader->relations, is_footer ? "footer" : "header", id);
  g_autofree char *own =
      relation ? take_part (reader, relation, is_footer ? WORD "footer+xml" : WORD "header+xml") : NULL;
  g_autofree char *type = office_house_dup_attribute (node, "type", OFFICE_WORD_NAMESPACE);
  if (!own || !type)
    return;
  g_autofree char *escaped = g_markup_escape_text (type, -1);
  g_string_append_printf (reader->references, "<w:%s w:type=\"%s\" r:id=\"%s\"/>", (const char *) node->name, escaped,
                          own);
  reader->result->has_footer = reader->result->has_footer || is_footer;
}

static void
take_section_part (Reader *reader, xmlNode *node)
{
  static const char *const kept[] = { "pgMar", "pgBorders", "pgNumType", "titlePg", "bidi", "docGrid" };
  if (office_is_word (node, "headerReference") || office_is_word (node, "footerReference"))
    take_reference (reader, node);
  if (office_is_word (node, "pgSz")) {
    reader->result->width = read_number (node, "w");
    reader->result->height = read_number (node, "h");
  }
  if (office_is_word (node, "pgMar"))
    reader->result->side_margins = read_number (node, "left") + read_number (node, "right");
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (office_is_word (node, kept[i]))
      put_element (reader->section, node);
}

/* The last section of the body, which is that of its last page. */
static void
take_section (Reader *reader, xmlNode *root)
{
  for (xmlNode *body = root->children; body; body = body->next)
    for (xmlNode *node = office_is_word (body, "body") ? body->children : NULL; node; node = node->next)
      for (xmlNode *part = office_is_word (node, "sectPr") ? node->children : NULL; part; part = part->next)
        take_section_part (reader, part);
}

static void
drop_if_there (Reader *reader, const GPtrArray *relations, const char *kind, const char *what)
{
  if (office_house_find_relation (relations, kind, NULL))
    g_ptr_array_add (reader->result->dropped, g_strdup (what));
}

static void
take_settings (Reader *reader)
{
  const OfficeRelation *relation = office_house_find_relation (reader->relations, "settings", NULL);
  g_autoptr (xmlDoc) document = relation ? office_house_parse (reader->parts, relation->target) : NULL;
  if (!document)
    return;
  g_autoptr (GPtrArray) relations = office_house_read_relations (reader->parts, relation->target);
  drop_if_there (reader, relations, "attachedTemplate", "the template that it is attached to");
  for (xmlNode *node = xmlDocGetRootElement (document)->children; node; node = node->next)
    if (office_is_word (node, "evenAndOddHeaders"))
      reader->result->has_even_pages = TRUE;
}

/* What styles lean on. */
static void
take_shared_parts (Reader *reader)
{
  static const struct {
    const char *kind, *type;
  } shared[] = { { "theme", "application/vnd.openxmlformats-officedocument.theme+xml" },
                 { "numbering", WORD "numbering+xml" } };
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++) {
    const OfficeRelation *relation = office_house_find_relation (reader->relations, shared[i].kind, NULL);
    g_free (relation ? take_part (reader, relation, shared[i].type) : NULL);
  }
}

static gboolean
read_document (Reader *reader, const char *const *styles, ChnOfficeFault *fault)
{
  g_autoptr (GPtrArray) top = office_house_read_relations (reader->parts, "");
  const OfficeRelation *main_part = office_house_find_relation (top, "officeDocument", NULL);
  g_autoptr (xmlDoc) document = main_part ? office_house_parse (reader->parts, main_part->target) : NULL;
  if (!document)
    return office_fail (fault, CHN_ERROR_SYNTAX, "it is no document of Word");
  if (!office_is_word (xmlDocGetRootElement (document), "document"))
    return office_fail (fault, CHN_ERROR_UNSUPPORTED,
                        "it is in the strict variant of the format; save it as an ordinary Word document");
  reader->relations = office_house_read_relations (reader->parts, main_part->target);
  drop_if_there (reader, reader->relations, "vbaProject", "macros");
  take_styles (reader, styles);
  take_settings (reader);
  take_section (reader, xmlDocGetRootElement (document));
  take_shared_parts (reader);
  return TRUE;
}

static void
free_part (gpointer data)
{
  ChnPackagePart *part = data;
  g_free ((gpointer) part->name);
  g_free ((gpointer) part->bytes);
  g_free (part);
}

void
office_house_free (ChnHouseTemplate *house)
{
  for (guint i = 0; i < house->n_styles; i++)
    g_free (house->style_ids[i]);
  g_free (house->style_ids);
  g_free (house->styles);
  g_free (house->references);
  g_free (house->section);
  g_free (house->relations);
  g_free (house->types);
  g_ptr_array_unref (house->parts);
  g_ptr_array_unref (house->dropped);
  g_free (house);
}

ChnHouseTemplate *
office_house_read (GBytes *bytes, gsize most, const char *const *styles, ChnOfficeFault *fault)
{
  g_auto (OfficeParts) parts = { 0 };
  if (!office_parts_read (&parts, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), most, NULL, fault))
    return NULL;
  ChnHouseTemplate *house = g_new0 (ChnHouseTemplate, 1);
  house->parts = g_ptr_array_new_with_free_func (free_part);
  house->dropped = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .parts = &parts,
                    .result = house,
                    .extensions = g_hash_table_new (g_str_hash, g_str_equal),
                    .relation_elements = g_string_new (NULL),
                    .types = g_string_new (NULL),
                    .references = g_string_new (NULL),
                    .section = g_string_new (NULL) };
  gboolean is_read = read_document (&reader, styles, fault);
  house->relations = g_string_free (reader.relation_elements, FALSE);
  house->types = g_string_free (reader.types, FALSE);
  house->references = g_string_free (reader.references, FALSE);
  house->section = g_string_free (reader.section, FALSE);
  g_hash_table_unref (reader.extensions);
  g_clear_pointer (&reader.relations, g_ptr_array_unref);
  if (is_read)
    return house;
  office_house_free (house);
  return NULL;
}
