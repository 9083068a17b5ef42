/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/docx/part.h"

/* The part "word/document.xml". */
void chn_docx_put_body (ChnDocxPart *part);

/* The part "word/footnotes.xml". */
void chn_docx_put_footnotes (ChnDocxPart *part);

/* What both begin with: the names of the spaces that they use. */
#define CHN_DOCX_NAMESPACES                                                                                          \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                        \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
