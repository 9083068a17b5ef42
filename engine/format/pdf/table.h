/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/pdf/spans.h"

/* The columns of a document that is laid out as a table; owned by the caller. */
ChnPagesColumn *chn_pdf_make_columns (const ChnDocument *document, guint *n);

/* An entry as a row, which has a block at least for each column, if an empty one. */
void chn_pdf_add_row (ChnPdfText *text, const ChnEntry *entry);
