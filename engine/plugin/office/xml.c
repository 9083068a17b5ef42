/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads XML by libxml2's reader, within its own bounds on depth and text, without network, entities or document type.
 */
#include "xml.h"

#include <string.h>

#include "parts.h"

static void
ignore (void *unused, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr place)
{
  (void) unused, (void) message, (void) severity, (void) place;
}

gboolean
office_xml_open (OfficeXml *xml, GBytes *bytes, ChnOfficeFault *fault)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  xml->fault = fault;
  xml->reader = length < G_MAXINT ? xmlReaderForMemory (data ? data : "", (int) length, NULL, NULL,
                                                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                                  : NULL;
  if (!xml->reader)
    return office_fail (fault, CHN_ERROR_LIMIT, "a part of the file is too large");
  xmlTextReaderSetErrorHandler (xml->reader, ignore, NULL);
  return TRUE;
}

void
office_xml_close (OfficeXml *xml)
{
  if (xml->reader)
    xmlFreeTextReader (xml->reader);
  xml->reader = NULL;
}

gboolean
office_xml_next (OfficeXml *xml)
{
  if (xml->fault->message)
    return FALSE;
  int status = xmlTextReaderRead (xml->reader);
  if (status < 0)
    return office_fail (xml->fault, CHN_ERROR_SYNTAX, "the XML in it is damaged");
  if (status == 1 && xmlTextReaderNodeType (xml->reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    return office_fail (xml->fault, CHN_ERROR_SYNTAX,
                        "the XML in it declares a document type, which no such file does");
  return status == 1;
}

static gboolean
has_name (const OfficeXml *xml, const char *name)
{
  const xmlChar *local = xmlTextReaderConstLocalName (xml->reader);
  return local && strcmp ((const char *) local, name) == 0;
}

gboolean
office_xml_begins (const OfficeXml *xml, const char *name)
{
  return xmlTextReaderNodeType (xml->reader) == XML_READER_TYPE_ELEMENT && has_name (xml, name);
}

gboolean
office_xml_ends (const OfficeXml *xml, const char *name)
{
  return xmlTextReaderNodeType (xml->reader) == XML_READER_TYPE_END_ELEMENT && has_name (xml, name);
}

gboolean
office_xml_is_empty (const OfficeXml *xml)
{
  return xmlTextReaderIsEmptyElement (xml->reader) == 1;
}

const char *
office_xml_get_text (const OfficeXml *xml)
{
  int type = xmlTextReaderNodeType (xml->reader);
  gboolean is_text = type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                     type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE;
  return is_text ? (const char *) xmlTextReaderConstValue (xml->reader) : NULL;
}

char *
office_xml_dup_attribute (const OfficeXml *xml, const char *name)
{
  char *value = NULL;
  for (int more = xmlTextReaderMoveToFirstAttribute (xml->reader); more == 1 && !value;
       more = xmlTextReaderMoveToNextAttribute (xml->reader))
    if (has_name (xml, name))
      value = g_strdup ((const char *) xmlTextReaderConstValue (xml->reader));
  xmlTextReaderMoveToElement (xml->reader);
  return value;
}

guint
office_xml_get_number (const OfficeXml *xml, const char *name, guint otherwise)
{
  g_autofree char *text = office_xml_dup_attribute (xml, name);
  guint64 number = text ? g_ascii_strtoull (text, NULL, 10) : otherwise;
  return (guint) MIN (number, (guint64) G_MAXINT);
}

void
office_xml_skip (OfficeXml *xml)
{
  int depth = xmlTextReaderDepth (xml->reader);
  if (office_xml_is_empty (xml))
    return;
  while (office_xml_next (xml))
    if (xmlTextReaderNodeType (xml->reader) == XML_READER_TYPE_END_ELEMENT &&
        xmlTextReaderDepth (xml->reader) == depth)
      return;
}
