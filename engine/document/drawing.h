/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/theme.h"
#include "document/typing.h"

/*
 * Where a scene grows (base/scene.h): items are put one after the other, each over those before it. Texts are copied;
 * those that are shown are guarded by whoever measures them (document/typing.h).
 */
typedef struct _ChnDrawing ChnDrawing;

/* A part of the picture: left < right, top < bottom. */
typedef struct {
  double left, top, right, bottom;
} ChnBox;

ChnDrawing *chn_drawing_new (ChnTheme theme);
void chn_drawing_free (ChnDrawing *drawing);

/* A copy that lives as long as the scene. */
const char *chn_drawing_copy (ChnDrawing *drawing, const char *text);

/* What comes until the group is closed is one thing, such as an event: what it is, whose title it has, and where it
 * leads. Each may be NULL. */
void chn_draw_open (ChnDrawing *drawing, const char *id, const char *target, const char *title);
void chn_draw_close (ChnDrawing *drawing);

void chn_draw_rect (ChnDrawing *drawing, const ChnBox *box, const ChnPaint *paint);
/* With round corners of that radius. */
void chn_draw_round_rect (ChnDrawing *drawing, const ChnBox *box, double radius, const ChnPaint *paint);
/* Which fades to the left and to the right, over that share of its width. */
void chn_draw_fading_rect (ChnDrawing *drawing, const ChnBox *box, double left, double right, const ChnPaint *paint);
void chn_draw_line (ChnDrawing *drawing, double x, double y, double x2, double y2, const ChnPaint *paint);
void chn_draw_circle (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint);

/* A path is begun, takes steps, and is drawn. */
void chn_draw_move_to (ChnDrawing *drawing, double x, double y);
void chn_draw_line_to (ChnDrawing *drawing, double x, double y);
void chn_draw_curve_to (ChnDrawing *drawing, double x1, double y1, double x2, double y2, double x, double y);
void chn_draw_close_path (ChnDrawing *drawing);
void chn_draw_path (ChnDrawing *drawing, const ChnPaint *paint);

/* The head of an arrow whose tip is at x, y, coming from the direction of x0, y0. */
void chn_draw_arrow_head (ChnDrawing *drawing, double x0, double y0, double x, double y, double size, ChnTint tint);

/* A text whose left end on the baseline is at x, y, however it runs. */
void chn_draw_text (ChnDrawing *drawing, double x, double y, const ChnTyped *text, const ChnType *type, ChnTint tint);

/* What the scene is of; its items are the drawing's. */
typedef struct {
  double width, height, dots, millimetres; /* as in ChnScene */
  const char *language, *font, *title, *description;
} ChnSheet;

/* The scene, which takes all that was drawn; the drawing is freed. */
ChnScene *chn_drawing_finish (ChnDrawing *drawing, const ChnSheet *sheet);
void chn_scene_free (ChnScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnDrawing, chn_drawing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnScene, chn_scene_free)
