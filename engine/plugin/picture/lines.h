/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "plugin/picture/faces.h"
#include "plugin/picture/look.h"

/* A line of a block. */
typedef struct {
  PangoLayoutLine *line; /* the layout's */
  double x;              /* of its left end, from the block's */
  double baseline;       /* from its top */
  double height;
  guint first_call, n_calls; /* of notes */
} ChnLine;

/* A block that is broken into lines. */
typedef struct {
  const ChnBlock *block; /* NULL: of a text of the pages' own, such as a heading of a column */
  const ChnSpan *span;
  guint n_spans;
  const ChnLook *look;
  PangoLayout *layout;
  guint *start; /* of each span in the layout's text, and its end */
  ChnLine *line;
  guint n_lines;
  guint *call; /* numbers of notes, in the order of their calls */
} ChnLines;

ChnLines *chn_lines_new (ChnFaces *faces, const ChnPages *pages, const ChnBlock *block, double width);
/* Of one text, in one line that is cut where it is too long for the width. */
ChnLines *chn_lines_new_single (ChnFaces *faces, const ChnSpan *span, const ChnLook *look, double width);
void chn_lines_free (ChnLines *lines);

/* Of some lines, with the air before the first of all and behind the last. */
double chn_lines_get_height (const ChnLines *lines, guint first, guint n);

/* Which span a byte of the layout's text belongs to. */
guint chn_lines_find_span (const ChnLines *lines, int offset);

/* By how much a span stands above the line. */
double chn_lines_get_rise (const ChnLines *lines, guint span);
