/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugin "office": tables of spreadsheets, text documents and web pages, and packages of Word, by libarchive and
 * libxml2. */
#include <chancery/api.h>

#include "documents.h"
#include "house.h"
#include "xml.h"

CHN_API extern const ChnOfficePlugin chn_plugin_office;

static const struct {
  const char *part; /* that tells the kind of document */
  gboolean (*read) (const OfficeParts *parts, const ChnOfficeSink *sink, ChnOfficeFault *fault);
} kinds[] = {
  { "xl/workbook.xml", office_xlsx_read },
  { "content.xml", office_ods_read },
  { "word/document.xml", office_docx_read },
};

static gboolean
read_document (const char *bytes, gsize length, gsize most, const ChnOfficeSink *sink, ChnOfficeFault *fault)
{
  g_auto (OfficeParts) parts = { 0 };
  if (!office_parts_read (&parts, bytes, length, most, office_parts_hold_tables, fault))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (office_parts_get (&parts, kinds[i].part))
      return kinds[i].read (&parts, sink, fault) && !fault->message;
  return office_fail (fault, CHN_ERROR_UNSUPPORTED,
                      "found an archive without a spreadsheet (.xlsx, .ods) or text "
                      "document (.docx, .odt) in it");
}

GHashTable *
office_relations_read (const OfficeParts *parts, const char *name, ChnOfficeFault *fault)
{
  GHashTable *relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GBytes *bytes = office_parts_get (parts, name);
  g_auto (OfficeXml) xml = { 0 };
  if (!bytes || !office_xml_open (&xml, bytes, fault))
    return relations;
  while (office_xml_next (&xml)) {
    if (!office_xml_begins (&xml, "Relationship"))
      continue;
    g_autofree char *id = office_xml_dup_attribute (&xml, "Id"), *target = office_xml_dup_attribute (&xml, "Target");
    if (id && target)
      g_hash_table_replace (relations, g_steal_pointer (&id), g_steal_pointer (&target));
  }
  return relations;
}

const ChnOfficePlugin chn_plugin_office = {
  .version = CHN_OFFICE_VERSION,
  .unpack = office_unpack,
  .unpack_pieces = office_unpack_pieces,
  .read_document = read_document,
  .read_page = office_html_read,
  .write_package = office_package_write,
  .read_house = office_house_read,
  .free_house = office_house_free,
};
