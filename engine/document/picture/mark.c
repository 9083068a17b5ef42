/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Marks: which shape and colour kinds of events have, all shapes of about the same weight to the eye. */
#include "document/picture/mark.h"

#include <string.h>

/* A polygon of points in radii around the centre. */
static void
draw_polygon (ChnDrawing *drawing, double x, double y, double radius, const double (*point)[2], guint n,
              const ChnPaint *paint)
{
  for (guint i = 0; i < n; i++) {
    double px = x + point[i][0] * radius, py = y + point[i][1] * radius;
    if (i == 0)
      chn_draw_move_to (drawing, px, py);
    else
      chn_draw_line_to (drawing, px, py);
  }
  chn_draw_close_path (drawing);
  chn_draw_path (drawing, paint);
}

static void
draw_square (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  static const double points[][2] = { { -.88, -.88 }, { .88, -.88 }, { .88, .88 }, { -.88, .88 } };
  draw_polygon (drawing, x, y, radius, points, G_N_ELEMENTS (points), paint);
}

static void
draw_diamond (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  static const double points[][2] = { { 0, -1.2 }, { 1.2, 0 }, { 0, 1.2 }, { -1.2, 0 } };
  draw_polygon (drawing, x, y, radius, points, G_N_ELEMENTS (points), paint);
}

static void
draw_circle (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  chn_draw_circle (drawing, x, y, radius, paint);
}

static void
draw_upward (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  static const double points[][2] = { { 0, -1.1 }, { 1.12, .88 }, { -1.12, .88 } };
  draw_polygon (drawing, x, y, radius, points, G_N_ELEMENTS (points), paint);
}

static void
draw_downward (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  static const double points[][2] = { { 0, 1.1 }, { 1.12, -.88 }, { -1.12, -.88 } };
  draw_polygon (drawing, x, y, radius, points, G_N_ELEMENTS (points), paint);
}

/* A balloon of speech: a box with a point below. */
static void
draw_balloon (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  static const double points[][2] = { { -1.15, -.95 }, { 1.15, -.95 }, { 1.15, .45 }, { .1, .45 },
                                      { -.55, 1.2 },   { -.55, .45 },  { -1.15, .45 } };
  draw_polygon (drawing, x, y, radius, points, G_N_ELEMENTS (points), paint);
}

static void
draw_plus (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  static const double points[][2] = { { -.4, -1.15 }, { .4, -1.15 }, { .4, -.4 },    { 1.15, -.4 },
                                      { 1.15, .4 },   { .4, .4 },    { .4, 1.15 },   { -.4, 1.15 },
                                      { -.4, .4 },    { -1.15, .4 }, { -1.15, -.4 }, { -.4, -.4 } };
  draw_polygon (drawing, x, y, radius, points, G_N_ELEMENTS (points), paint);
}

static void
draw_dot (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint)
{
  chn_draw_circle (drawing, x, y, radius * 0.75, paint);
}

enum { RESOLUTION, VOTE, MEETING, REPORT, REVIEW, STATEMENT, TEST, OTHER };

static const ChnMark marks[] = {
  [RESOLUTION] = { "Resolution, decision, draft", draw_square, CHN_TINT_BLUE },
  [VOTE] = { "Vote", draw_diamond, CHN_TINT_VERMILION },
  [MEETING] = { "Meeting, hearing, talks", draw_circle, CHN_TINT_GREEN },
  [REPORT] = { "Report, publication", draw_upward, CHN_TINT_PURPLE },
  [REVIEW] = { "Review, visit", draw_downward, CHN_TINT_SKY },
  [STATEMENT] = { "Statement, letter", draw_balloon, CHN_TINT_AMBER },
  [TEST] = { "Test, sanction", draw_plus, CHN_TINT_ROSE },
  [OTHER] = { "Other", draw_dot, CHN_TINT_GREY },
};

static const struct {
  const char *kind;
  guint mark;
} kinds[] = {
  { "resolution", RESOLUTION }, { "decision", RESOLUTION }, { "draft", RESOLUTION }, { "vote", VOTE },
  { "meeting", MEETING },       { "hearing", MEETING },     { "dialogue", MEETING }, { "report", REPORT },
  { "publication", REPORT },    { "review", REVIEW },       { "visit", REVIEW },     { "statement", STATEMENT },
  { "letter", STATEMENT },      { "test", TEST },           { "sanction", TEST },
};

const ChnMark *
chn_mark_find (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, kind) == 0)
      return &marks[kinds[i].mark];
  return &marks[OTHER];
}

const ChnMark *
chn_mark_get_all (guint *n)
{
  *n = G_N_ELEMENTS (marks);
  return marks;
}

void
chn_mark_draw (ChnDrawing *drawing, const ChnMark *mark, double x, double y, double radius, ChnMarkState state)
{
  const ChnPaint solid = { .fill = mark->tint };
  const ChnPaint hollow = { CHN_TINT_PAPER, mark->tint, 1.4, 0, FALSE };
  mark->draw (drawing, x, y, radius, state == CHN_MARK_SOLID ? &solid : &hollow);
  if (state != CHN_MARK_CROSSED)
    return;
  const ChnPaint stroke = { CHN_TINT_NONE, CHN_TINT_INK, 1.2, 0, FALSE };
  chn_draw_line (drawing, x - radius * 1.2, y - radius * 1.2, x + radius * 1.2, y + radius * 1.2, &stroke);
  chn_draw_line (drawing, x - radius * 1.2, y + radius * 1.2, x + radius * 1.2, y - radius * 1.2, &stroke);
}

void
chn_mark_draw_dispute (ChnDrawing *drawing, double x, double y, double radius)
{
  chn_draw_circle (drawing, x + radius + 1, y - radius - 0.6, 2, &(ChnPaint){ .fill = CHN_TINT_INK });
}
