/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "parts.h"

/* The readers of each kind of document; FALSE with the fault. */
gboolean office_xlsx_read (const OfficeParts *parts, const ChnOfficeSink *sink, ChnOfficeFault *fault);
gboolean office_ods_read (const OfficeParts *parts, const ChnOfficeSink *sink, ChnOfficeFault *fault);
gboolean office_docx_read (const OfficeParts *parts, const ChnOfficeSink *sink, ChnOfficeFault *fault);
gboolean office_html_read (const char *bytes, gsize length, const ChnOfficeSink *sink, ChnOfficeFault *fault);

/* The relations of a part of a document (ECMA-376, part 2): id -> target. */
GHashTable *office_relations_read (const OfficeParts *parts, const char *name, ChnOfficeFault *fault);
