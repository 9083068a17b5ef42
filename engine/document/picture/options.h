/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/theme.h"

/* The values of each stand in the order of the write options' words (format/options.c). */

/* What the lanes of a timeline are. */
typedef enum { CHN_LANES_FORUM, CHN_LANES_KIND, CHN_LANES_ACTOR, CHN_LANES_SERIES, CHN_N_LANES_BY } ChnLanesBy;

/* Even: what much is said of is wide; auto: even where most events lie on a small part of the time. */
typedef enum { CHN_AXIS_AUTO, CHN_AXIS_LINEAR, CHN_AXIS_EVEN } ChnAxisKind;

/* What a picture is drawn on. */
typedef struct {
  double width, height; /* in units, of which text has about eleven to its height */
  gboolean is_exact;    /* else no higher than that */
  double dots;          /* a unit in pixels, for formats that have some */
  double millimetres;   /* a unit on paper; 0: it is for screens */
} ChnCanvas;

typedef struct {
  ChnLanesBy lanes;
  ChnAxisKind axis;
  ChnTheme theme;
  ChnCanvas canvas;
  const char *font;
  gboolean in_page; /* which says itself what it is of */
} ChnPictureOptions;
