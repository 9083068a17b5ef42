/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Growing scenes, item by item. */
#include "document/drawing.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"

struct _ChnDrawing {
  ChnTheme theme;
  ChnArena *arena;
  GArray *items;    /* ChnItem */
  GArray *steps;    /* ChnStep */
  guint first_step; /* of the path that grows */
};

/* A scene with what its texts lie in. */
typedef struct {
  ChnScene scene;
  ChnArena *arena;
} Owned;

ChnDrawing *
chn_drawing_new (ChnTheme theme)
{
  ChnDrawing *drawing = g_new0 (ChnDrawing, 1);
  drawing->theme = theme;
  drawing->arena = chn_arena_new ();
  drawing->items = g_array_new (FALSE, FALSE, sizeof (ChnItem));
  drawing->steps = g_array_new (FALSE, FALSE, sizeof (ChnStep));
  return drawing;
}

void
chn_drawing_free (ChnDrawing *drawing)
{
  if (!drawing)
    return;
  chn_arena_free (drawing->arena);
  g_array_free (drawing->items, TRUE);
  g_array_free (drawing->steps, TRUE);
  g_free (drawing);
}

const char *
chn_drawing_copy (ChnDrawing *drawing, const char *text)
{
  return text ? chn_arena_strndup (drawing->arena, text, -1) : NULL;
}

static void
add (ChnDrawing *drawing, const ChnItem *item)
{
  g_array_append_vals (drawing->items, item, 1);
}

void
chn_draw_open (ChnDrawing *drawing, const char *id, const char *target, const char *title)
{
  add (drawing, &(ChnItem){ .kind = CHN_ITEM_OPEN,
                            .id = chn_drawing_copy (drawing, id),
                            .target = chn_drawing_copy (drawing, target),
                            .text = chn_drawing_copy (drawing, title) });
}

void
chn_draw_close (ChnDrawing *drawing)
{
  add (drawing, &(ChnItem){ .kind = CHN_ITEM_CLOSE });
}

void
chn_draw_rect (ChnDrawing *drawing, const ChnBox *box, const ChnPaint *paint)
{
  chn_draw_fading_rect (drawing, box, 0, 0, paint);
}

void
chn_draw_round_rect (ChnDrawing *drawing, const ChnBox *box, double radius, const ChnPaint *paint)
{
  double most = MIN (box->right - box->left, box->bottom - box->top) / 2;
  add (drawing, &(ChnItem){ .kind = CHN_ITEM_RECT,
                            .x = box->left,
                            .y = box->top,
                            .x2 = box->right,
                            .y2 = box->bottom,
                            .size = MIN (radius, most),
                            .paint = *paint });
}

void
chn_draw_fading_rect (ChnDrawing *drawing, const ChnBox *box, double left, double right, const ChnPaint *paint)
{
  add (drawing, &(ChnItem){ .kind = CHN_ITEM_RECT,
                            .x = box->left,
                            .y = box->top,
                            .x2 = box->right,
                            .y2 = box->bottom,
                            .fade_left = left,
                            .fade_right = right,
                            .paint = *paint });
}

void
chn_draw_line (ChnDrawing *drawing, double x, double y, double x2, double y2, const ChnPaint *paint)
{
  add (drawing, &(ChnItem){ .kind = CHN_ITEM_LINE, .x = x, .y = y, .x2 = x2, .y2 = y2, .paint = *paint });
}

void
chn_draw_circle (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  add (drawing, &(ChnItem){ .kind = CHN_ITEM_CIRCLE, .x = x, .y = y, .size = radius, .paint = *paint });
}

static void
add_step (ChnDrawing *drawing, const ChnStep *step)
{
  g_array_append_vals (drawing->steps, step, 1);
}

void
chn_draw_move_to (ChnDrawing *drawing, double x, double y)
{
  add_step (drawing, &(ChnStep){ .kind = CHN_STEP_MOVE, .x = x, .y = y });
}

void
chn_draw_line_to (ChnDrawing *drawing, double x, double y)
{
  add_step (drawing, &(ChnStep){ .kind = CHN_STEP_LINE, .x = x, .y = y });
}

void
chn_draw_curve_to (ChnDrawing *drawing, double x1, double y1, double x2, double y2, double x, double y)
{
  add_step (drawing, &(ChnStep){ CHN_STEP_CURVE, x, y, x1, y1, x2, y2 });
}

void
chn_draw_close_path (ChnDrawing *drawing)
{
  add_step (drawing, &(ChnStep){ .kind = CHN_STEP_CLOSE });
}

void
chn_draw_path (ChnDrawing *drawing, const ChnPaint *paint)
{
  guint first = drawing->first_step;
  drawing->first_step = drawing->steps->len;
  add (drawing,
       &(ChnItem){
           .kind = CHN_ITEM_PATH, .first_step = first, .n_steps = drawing->steps->len - first, .paint = *paint });
}

void
chn_draw_arrow_head (ChnDrawing *drawing, double x0, double y0, double x, double y, double size, ChnTint tint)
{
  double length = MAX (hypot (x - x0, y - y0), 1e-9);
  double dx = (x - x0) / length * size, dy = (y - y0) / length * size;
  chn_draw_move_to (drawing, x, y);
  chn_draw_line_to (drawing, x - dx - dy / 2, y - dy + dx / 2);
  chn_draw_line_to (drawing, x - dx + dy / 2, y - dy - dx / 2);
  chn_draw_close_path (drawing);
  chn_draw_path (drawing, &(ChnPaint){ .fill = tint });
}

void
chn_draw_text (ChnDrawing *drawing, double x, double y, const ChnTyped *text, const ChnType *type, ChnTint tint)
{
  add (drawing, &(ChnItem){ .kind = CHN_ITEM_TEXT,
                            .x = x,
                            .y = y,
                            .x2 = x + text->width,
                            .y2 = y,
                            .size = type->size,
                            .text = chn_drawing_copy (drawing, text->text),
                            .is_bold = type->is_bold,
                            .is_leftward = text->is_leftward,
                            .paint = { .fill = tint } });
}

/* An array's elements, for the scene to keep. */
static gpointer
steal (GArray **array)
{
  return g_array_free (g_steal_pointer (array), FALSE);
}

ChnScene *
chn_drawing_finish (ChnDrawing *drawing, const ChnSheet *sheet)
{
  Owned *owned = g_new0 (Owned, 1);
  owned->scene = (ChnScene){ .width = sheet->width,
                             .height = sheet->height,
                             .dots = sheet->dots,
                             .millimetres = sheet->millimetres,
                             .language = chn_drawing_copy (drawing, sheet->language),
                             .font = chn_drawing_copy (drawing, sheet->font),
                             .title = chn_drawing_copy (drawing, sheet->title),
                             .description = chn_drawing_copy (drawing, sheet->description),
                             .n_items = drawing->items->len };
  memcpy (owned->scene.colour, chn_theme_get_colours (drawing->theme), sizeof owned->scene.colour);
  owned->scene.item = steal (&drawing->items);
  owned->scene.step = steal (&drawing->steps);
  owned->arena = drawing->arena;
  g_free (drawing);
  return &owned->scene;
}

void
chn_scene_free (ChnScene *scene)
{
  Owned *owned = (Owned *) scene;
  if (!owned)
    return;
  g_free ((gpointer) scene->item);
  g_free ((gpointer) scene->step);
  chn_arena_free (owned->arena);
  g_free (owned);
}
