/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/scene.h"

/* Which colours a picture has; in the order of the write option's words (format/options.c). */
typedef enum { CHN_THEME_LIGHT, CHN_THEME_DARK, CHN_THEME_PRINT, CHN_N_THEMES } ChnTheme;

/* The colours of a theme, one of each tint: 0xRRGGBB. */
const guint32 *chn_theme_get_colours (ChnTheme theme);
