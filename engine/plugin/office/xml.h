/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libxml/xmlreader.h>

#include "base/office.h"

/* XML, element by element; a document type, with which entities could come, is refused. */
typedef struct {
  xmlTextReaderPtr reader;
  ChnOfficeFault *fault;
} OfficeXml;

/* FALSE with the fault. The bytes stay the caller's. */
gboolean office_xml_open (OfficeXml *xml, GBytes *bytes, ChnOfficeFault *fault);
void office_xml_close (OfficeXml *xml);

/* To the next node; FALSE at the end, or with the fault. */
gboolean office_xml_next (OfficeXml *xml);

/* Whether the node at hand begins, or ends, an element of this local name. An empty element begins alone. */
gboolean office_xml_begins (const OfficeXml *xml, const char *name);
gboolean office_xml_ends (const OfficeXml *xml, const char *name);
gboolean office_xml_is_empty (const OfficeXml *xml);

/* The text at hand, NULL where it is none. Borrowed. */
const char *office_xml_get_text (const OfficeXml *xml);

/* An attribute by its local name; NULL where there is none. */
char *office_xml_dup_attribute (const OfficeXml *xml, const char *name);
/* As a number; `otherwise` where there is none. */
guint office_xml_get_number (const OfficeXml *xml, const char *name, guint otherwise);

/* Passes over the element at hand. */
void office_xml_skip (OfficeXml *xml);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OfficeXml, office_xml_close)
