/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/diagram.h>

#include "document/drawing.h"
#include "document/picture/mark.h"
#include "document/picture/options.h"

/* What a trail or a count is drawn on: a sheet with a title, on which parts are put one below the other. */
typedef struct {
  ChnDrawing *drawing;
  ChnTyping *typing;
  ChnTheme theme;
  double base; /* height of most text, from which all lengths follow */
  double left, right;
  double y;          /* where the next part begins */
  double height;     /* of the sheet; 0 where it is as high as it has to be */
  double spare;      /* height that would be left empty, and may be put between parts */
  gboolean is_tight; /* its text is as small as it may be, and what has no room is left to the description */
} ChnBoard;

/* Puts what there is to see, from board->y on, and moves that below it. */
typedef void (*ChnBoardFunc) (ChnBoard *board, gconstpointer content);

/* What is put, how, and how wide the sheet is where nobody says. */
typedef struct {
  const ChnDiagramHead *head;
  ChnBoardFunc put;
  gconstpointer content;
  double width;
} ChnBoardContent;

/* Draws it in the largest text for which the sheet has room; `scale`, which may be NULL, says how large. */
ChnScene *chn_board_draw (const ChnBoardContent *content, const ChnPictureOptions *options,
                          const ChnPicturePlugin *plugin, double *scale);

/* Lines of a text no wider than that, ChnTyped; and the same put from y down, each `leading` heights below the other.
 * Gives the y below them. */
GArray *chn_board_break (const ChnBoard *board, const char *text, const ChnType *type, double width, guint most);
double chn_board_put_lines (const ChnBoard *board, const GArray *lines, double x, double y, const ChnType *type,
                            ChnTint tint, double leading);

/* A text on the baseline y: from x on, up to x, or around it. */
typedef enum { CHN_ALIGN_START, CHN_ALIGN_END, CHN_ALIGN_MIDDLE } ChnAlign;
void chn_board_put_text (const ChnBoard *board, const ChnTyped *text, double x, double y, const ChnType *type,
                         ChnTint tint, ChnAlign align);

/* A text as it is shown and how wide it is. */
ChnTyped chn_board_type (const ChnBoard *board, const char *text, const ChnType *type);
