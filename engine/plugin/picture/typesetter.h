/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "base/picture.h"

/* A font in two weights, and a layout in which text is set in it. */
struct _ChnTypesetter {
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *font[2]; /* regular, bold */
};

/* In which text is as wide as its font has it, at any size. Owned by the caller. */
PangoContext *chn_typesetter_make_context (void);

ChnTypesetter *chn_typesetter_new (const char *font);
void chn_typesetter_free (ChnTypesetter *typesetter);

/* Puts a text into the layout, in a font of that height. */
void chn_typesetter_set (ChnTypesetter *typesetter, const char *text, gsize length, double size, gboolean is_bold);

/* Whether the fonts of a line could be opened: pango draws boxes in the place of what it cannot. */
gboolean chn_typesetter_has_fonts (const PangoLayoutLine *line);

/* Of a text in a font, or what stands in for it, that had not all of them. */
void chn_typesetter_set_error (const char *font, GError **error);

/* How wide the text in the layout is, and where its baseline lies. */
double chn_typesetter_get_width (const ChnTypesetter *typesetter);
double chn_typesetter_get_baseline (const ChnTypesetter *typesetter);
