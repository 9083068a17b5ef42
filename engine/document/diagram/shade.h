/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/theme.h"

/* The tint of text that is legible on a tint of that opacity, laid over the paper; CHN_TINT_NONE where neither the
 * ink nor the paper is. */
ChnTint chn_shade_find_ink (ChnTheme theme, ChnTint tint, double opacity);

/* Opacities from light to dark, on all of which text is legible: of so many the one at an index. */
double chn_shade_find_opacity (ChnTheme theme, ChnTint tint, guint index);
enum { CHN_N_SHADES = 5 };

/* How well one colour stands out from another, 1 to 21 (WCAG 2.2, contrast ratio). */
double chn_shade_find_contrast (guint32 one, guint32 other);

/* A colour laid over another. */
guint32 chn_shade_blend (guint32 over, guint32 under, double opacity);
