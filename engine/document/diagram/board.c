/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sheets of trails and counts: the head, and the size of text for which there is room. */
#include "document/diagram/board.h"

/* The height of text at the scale 1, in units. */
static const double usual_base = 10.5;

/* From large to small, the larger ones for wide sheets; where a sheet may be as high as it has to be, that one. */
static const double scales[] = { 1.5, 1.35, 1.2, 1.1, 1, .9, .8, .7, .6, .5, .42, .35, .28, .22, .17, .13, .1 };
static const double free_scale = 1.2, width_of_scale = 1000;

/* Above a line's baseline, and below it, in heights of its text. */
static const double ascent = 0.95;

GArray *
chn_board_break (const ChnBoard *board, const char *text, const ChnType *type, double width, guint most)
{
  return chn_type_lines (board->typing, chn_typing_guard (board->typing, text), type, width, most);
}

double
chn_board_put_lines (const ChnBoard *board, const GArray *lines, double x, double y, const ChnType *type,
                     ChnTint tint, double leading)
{
  for (guint i = 0; i < lines->len; i++) {
    double baseline = y + i * type->size * leading + type->size * ascent;
    chn_draw_text (board->drawing, x, baseline, &g_array_index (lines, ChnTyped, i), type, tint);
  }
  return y + lines->len * type->size * leading;
}

void
chn_board_put_text (const ChnBoard *board, const ChnTyped *text, double x, double y, const ChnType *type,
                    ChnTint tint, ChnAlign align)
{
  static const double shares[] = { [CHN_ALIGN_START] = 0, [CHN_ALIGN_END] = 1, [CHN_ALIGN_MIDDLE] = 0.5 };
  chn_draw_text (board->drawing, x - text->width * shares[align], y, text, type, tint);
}

ChnTyped
chn_board_type (const ChnBoard *board, const char *text, const ChnType *type)
{
  return chn_type (board->typing, chn_typing_guard (board->typing, text), type);
}

static void
put_paragraph (ChnBoard *board, const char *text, const ChnType *type, ChnTint tint, double leading, guint most)
{
  g_autoptr (GArray) lines = chn_board_break (board, text, type, board->right - board->left, most);
  board->y = chn_board_put_lines (board, lines, board->left, board->y, type, tint, leading);
}

static void
put_head (ChnBoard *board, const ChnDiagramHead *head)
{
  put_paragraph (board, head->title, &(ChnType){ board->base * 1.65, TRUE }, CHN_TINT_INK, 1.25, 4);
  board->y += board->base * 0.25;
  put_paragraph (board, head->subtitle, &(ChnType){ .size = board->base }, CHN_TINT_SOFT, 1.4, 6);
  board->y += board->base;
}

/* Gives how high the sheet has to be. */
static double
put_all (ChnBoard *board, const ChnBoardContent *content, double width, double scale)
{
  double margin = MIN (14 * scale, width * 0.03);
  board->base = usual_base * scale;
  board->left = margin;
  board->right = width - margin;
  board->y = margin;
  put_head (board, content->head);
  content->put (board, content->content);
  return board->y + margin;
}

static ChnScene *
finish (ChnBoard *board, const ChnBoardContent *content, const ChnPictureOptions *options, double width,
        double height)
{
  const ChnSheet sheet = { .width = width,
                           .height = height,
                           .dots = options->canvas.dots,
                           .millimetres = options->canvas.millimetres,
                           .language = content->head->language ? content->head->language : "en",
                           .font = options->font,
                           .title = chn_typing_guard (board->typing, content->head->title),
                           .description = content->head->description };
  return chn_drawing_finish (board->drawing, &sheet);
}

static guint
find_first_scale (double width)
{
  guint i = 0;
  while (scales[i] > MAX (free_scale, width / width_of_scale))
    i++;
  return i;
}

/* A sheet in text of one size; says how high it has to be. */
static ChnScene *
try_scale (const ChnBoardContent *content, const ChnPictureOptions *options, ChnTyping *typing, double scale,
           double spare, double *height)
{
  const ChnCanvas *canvas = &options->canvas;
  double width = canvas->is_exact ? canvas->width : content->width;
  g_autoptr (ChnDrawing) drawing = chn_drawing_new (options->theme);
  ChnBoard board = { .drawing = drawing,
                     .typing = typing,
                     .theme = options->theme,
                     .height = canvas->is_exact ? canvas->height : 0,
                     .spare = spare,
                     .is_tight = canvas->is_exact && scale <= CHN_LEGIBLE_SCALE };
  *height = put_all (&board, content, width, scale);
  g_steal_pointer (&drawing);
  return finish (&board, content, options, width, canvas->is_exact ? MAX (canvas->height, *height) : *height);
}

ChnScene *
chn_board_draw (const ChnBoardContent *content, const ChnPictureOptions *options, const ChnPicturePlugin *plugin,
                double *scale)
{
  const ChnCanvas *canvas = &options->canvas;
  double height = 0, unused = 0, *used = scale ? scale : &unused;
  g_autoptr (ChnTyping) typing = chn_typing_new (plugin, options->font);
  *used = free_scale;
  if (!canvas->is_exact)
    return try_scale (content, options, typing, *used, 0, &height);
  for (guint i = find_first_scale (canvas->width);; i++) {
    *used = scales[i];
    g_autoptr (ChnScene) scene = try_scale (content, options, typing, *used, 0, &height);
    if (height <= canvas->height)
      return try_scale (content, options, typing, *used, canvas->height - height, &height);
    if (i + 1 == G_N_ELEMENTS (scales))
      return g_steal_pointer (&scene);
  }
}
