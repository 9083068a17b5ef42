/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/pages.h"

/* What each kind of block looks like; lengths in points. */
typedef struct {
  const char *tag;      /* of the structure (PDF 1.7, 14.8.4) */
  double size, leading; /* of the font, and from line to line */
  double before, after; /* nothing stands before it on top of a page */
  double indent, hang;  /* of all lines, and of all but the first */
  gboolean is_bold, is_italic;
  ChnTint tint;
  gboolean keeps; /* with what follows */
  guint outline;  /* its level in the outline; 0: none */
} ChnLook;

const ChnLook *chn_look_get (ChnBlockKind kind);

/* The colour of a tint on paper: 0xRRGGBB. */
guint32 chn_look_get_colour (ChnTint tint);
