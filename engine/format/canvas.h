/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/picture/options.h"

/* Where nothing else is asked for: fonts that most systems have one of, all about as wide. */
#define CHN_CANVAS_FONT "Noto Sans, Open Sans, Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif"

/* What a picture is drawn on: that of a name such as "a4", or of "1600x900"; FALSE with an error. NULL stands for
 * what is as high as it has to be. */
gboolean chn_canvas_find (const char *text, ChnCanvas *canvas, GError **error);
