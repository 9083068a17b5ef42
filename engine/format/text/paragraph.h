/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/renderer.h"

/* Runs in one text, fit to be shown on a terminal. */
char *chn_text_dup_paragraph (const ChnDocument *document, ChnStretch runs);

/* The same of a table's cell; on a narrow terminal an event's label stands for its title. */
char *chn_text_dup_cell (const ChnRendering *rendering, const ChnEntry *entry, const ChnParagraph *paragraph);

/* The title of a group, with a blank line before all but the first; of one without a title nothing. */
void chn_text_put_heading (const ChnRendering *rendering, guint number);
