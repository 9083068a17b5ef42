/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <cairo-pdf.h>

#include "plugin/picture/lines.h"

/* Elements of the structure around blocks: what a part opens before it, and closes behind it. */
typedef enum {
  CHN_FRAME_TABLE = 1 << 0,
  CHN_FRAME_ROW = 1 << 1,
  CHN_FRAME_CELL = 1 << 2,
} ChnFrame;

/* Some lines of a block on a page. */
typedef struct {
  ChnLines *lines; /* NULL: nothing but frames */
  guint first, n;
  double x, y; /* of the upper left corner of the first line, in points from that of the page */
  guint opens, closes;
  gboolean is_repeated; /* stands there a second time, and is none of the text */
  guint caller;         /* of a note: the part of the page's body that calls it */
} ChnPart;

/* Draws a part, with the elements of the structure that it begins and ends, its links, and where others lead. */
void chn_part_draw (cairo_t *cairo, const ChnPart *part);

/* Draws lines that are no part of the text, such as the number of a page. */
void chn_part_draw_bare (cairo_t *cairo, const ChnLines *lines, double x, double y);

void chn_part_set_colour (cairo_t *cairo, ChnTint tint);
