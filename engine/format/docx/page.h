/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/docx/part.h"

/* The width between the margins, in twentieths of a point: a table lies along the long side of the paper. */
guint chn_docx_get_width (const ChnDocxPart *part);

/* The element that says what pages are like, behind all that stands on them. */
void chn_docx_put_section (ChnDocxPart *part);
