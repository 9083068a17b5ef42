/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A picture in numbers: what is drawn where, in the order in which it is drawn. Whoever lays a picture out makes one
 * (document/drawing.h); whoever draws it, as SVG or by cairo, decides nothing. Lengths are units from the upper left
 * corner; text is shown as it stands, and is safe to show (document/drawing.h guards it).
 */

/* What a colour is for; a theme says which colour that is. */
typedef enum {
  CHN_TINT_NONE,
  CHN_TINT_PAPER,
  CHN_TINT_INK,
  CHN_TINT_SOFT, /* text of less weight */
  CHN_TINT_RULE, /* thin lines between parts */
  CHN_TINT_BAND, /* every other stretch of the background */
  CHN_TINT_BLUE, /* from here: told apart by colour-blind eyes, and seen on the paper */
  CHN_TINT_VERMILION,
  CHN_TINT_GREEN,
  CHN_TINT_PURPLE,
  CHN_TINT_SKY,
  CHN_TINT_AMBER,
  CHN_TINT_ROSE,
  CHN_TINT_GREY,
  CHN_N_TINTS,
} ChnTint;

typedef struct {
  ChnTint fill, stroke;
  double width;   /* of the stroke */
  double opacity; /* of the fill; 0 stands for 1 */
  gboolean is_dashed;
} ChnPaint;

typedef enum {
  CHN_ITEM_RECT,   /* from x, y to x2, y2 */
  CHN_ITEM_LINE,   /* from x, y to x2, y2 */
  CHN_ITEM_CIRCLE, /* around x, y */
  CHN_ITEM_PATH,   /* steps */
  CHN_ITEM_TEXT,   /* from x to x2 on the baseline y */
  CHN_ITEM_OPEN,   /* a group begins, which is one thing: an event */
  CHN_ITEM_CLOSE,  /* it ends */
} ChnItemKind;

typedef struct {
  ChnItemKind kind;
  double x, y, x2, y2;
  double size; /* of text: the height of its font; of a circle: its radius; of a rectangle: of its corners */
  ChnPaint paint;
  double fade_left, fade_right; /* of a rectangle: which share of its width fades */
  guint first_step, n_steps;
  const char *text;   /* of a group: its title, or NULL */
  const char *id;     /* of a group: which event it is, or NULL */
  const char *target; /* of a group: an address that may be a link; or NULL */
  gboolean is_bold;
  gboolean is_leftward; /* the text runs from right to left */
} ChnItem;

typedef enum { CHN_STEP_MOVE, CHN_STEP_LINE, CHN_STEP_CURVE, CHN_STEP_CLOSE } ChnStepKind;

/* One step of a path: to x, y, and a curve by way of two points (Bézier). */
typedef struct {
  ChnStepKind kind;
  double x, y, x1, y1, x2, y2;
} ChnStep;

typedef struct {
  double width, height;
  double dots;        /* a unit in pixels, where it is drawn in pixels; 0 stands for 1 */
  double millimetres; /* a unit on paper; 0 where it is for screens */
  const char *language;
  const char *font; /* families, the first that there is: "Noto Sans, sans-serif" */
  const char *title, *description;
  guint32 colour[CHN_N_TINTS]; /* 0xRRGGBB */
  const ChnItem *item;
  guint n_items;
  const ChnStep *step;
} ChnScene;
