/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "base/pages.h"

/* The fonts of a text, and which of them stand in for the first, where that lacks characters. */
typedef struct {
  PangoContext *context;
  const char *font;    /* families, as they are asked for */
  char *own;           /* the family that was found first */
  GHashTable *known;   /* PangoFont -> 1 + its index in stand_ins; 0: it is of the own family */
  GArray *stand_ins;   /* ChnStandIn */
  gboolean lacks_font; /* one of them could not be opened */
} ChnFaces;

/* `stand_ins` is borrowed, and grows. */
ChnFaces *chn_faces_new (const char *font, GArray *stand_ins);
void chn_faces_free (ChnFaces *faces);

/* The faces of a line of a layout that has that text. */
void chn_faces_note (ChnFaces *faces, const PangoLayoutLine *line, const char *text);

/* Says of which language the letters of each script are, since pango asks the user's environment otherwise, and picks
 * fonts and glyphs by it. */
void chn_faces_add_languages (PangoAttrList *attributes, const char *text);
