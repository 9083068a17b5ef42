/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sizes of pictures: sheets of paper by name, and pixels. */
#include "format/canvas.h"

#include <string.h>

#include "base/error.h"

/* In millimetres. */
static const struct {
  const char *name;
  double width, height;
} papers[] = {
  { "a3", 297, 420 },           { "a3-landscape", 420, 297 },        { "a4", 210, 297 },
  { "a4-landscape", 297, 210 }, { "letter", 215.9, 279.4 },          { "letter-landscape", 279.4, 215.9 },
  { "legal", 215.9, 355.6 },    { "legal-landscape", 355.6, 215.9 },
};

/* Units to an inch, as CSS has its pixels, and pixels to an inch where paper is drawn in some. */
static const double inch = 25.4, units = 96, dots = 300;

enum { LEAST = 320, MOST = 20000 };

static gboolean
read_pixels (const char *text, ChnCanvas *canvas)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 width = 0, height = 0;
  if (!parts[0] || !parts[1] || !g_ascii_string_to_unsigned (parts[0], 10, LEAST, MOST, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, LEAST / 2, MOST, &height, NULL))
    return FALSE;
  *canvas = (ChnCanvas){ .width = (double) width, .height = (double) height, .is_exact = TRUE, .dots = 1 };
  return TRUE;
}

gboolean
chn_canvas_find (const char *text, ChnCanvas *canvas, GError **error)
{
  if (!text || strcmp (text, "auto") == 0) {
    *canvas = (ChnCanvas){ .width = 1600, .height = 900, .dots = 1 };
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, text) == 0) {
      *canvas = (ChnCanvas){ .width = papers[i].width / inch * units,
                             .height = papers[i].height / inch * units,
                             .is_exact = TRUE,
                             .dots = dots / units,
                             .millimetres = inch / units };
      return TRUE;
    }
  if (read_pixels (text, canvas))
    return TRUE;
  chn_error_set (
      error, CHN_ERROR_RANGE,
      "write auto, a3, a4, letter or legal, each with -landscape too, or pixels from 320x160 to 20000x20000, "
      "as in 1600x900",
      "\"%s\" is no size of a picture", text);
  return FALSE;
}
