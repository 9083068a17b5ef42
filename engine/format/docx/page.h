/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/docx/part.h"

/* The width of text between the margins; this and the others in twentieths of a point. A table lies along the long
 * side of the paper. */
guint chn_docx_get_width (const ChnDocxPart *part);

/* The width and height between the margins, across or upright. */
void chn_docx_get_room (const ChnDocxPart *part, gboolean lies_across, guint *width, guint *height);

/* The element that says what pages are like, behind all that stands on them. */
void chn_docx_put_section (ChnDocxPart *part, gboolean lies_across);
