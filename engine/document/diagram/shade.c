/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which text is legible on which colour. */
#include "document/diagram/shade.h"

#include <math.h>

/* WCAG 2.2, 1.4.3. */
static const double least_contrast = 4.5;

static double
find_channel (guint32 colour, guint shift)
{
  return (double) (colour >> shift & 0xff) / 255;
}

static double
find_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* WCAG 2.2, relative luminance. */
static double
find_luminance (guint32 colour)
{
  return 0.2126 * find_light (find_channel (colour, 16)) + 0.7152 * find_light (find_channel (colour, 8)) +
         0.0722 * find_light (find_channel (colour, 0));
}

double
chn_shade_find_contrast (guint32 one, guint32 other)
{
  double a = find_luminance (one), b = find_luminance (other);
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

guint32
chn_shade_blend (guint32 over, guint32 under, double opacity)
{
  guint32 blended = 0;
  for (guint shift = 0; shift <= 16; shift += 8) {
    double channel = find_channel (over, shift) * opacity + find_channel (under, shift) * (1 - opacity);
    blended |= (guint32) (channel * 255 + 0.5) << shift;
  }
  return blended;
}

ChnTint
chn_shade_find_ink (ChnTheme theme, ChnTint tint, double opacity)
{
  const guint32 *colour = chn_theme_get_colours (theme);
  guint32 ground = chn_shade_blend (colour[tint], colour[CHN_TINT_PAPER], opacity);
  double ink = chn_shade_find_contrast (colour[CHN_TINT_INK], ground);
  double paper = chn_shade_find_contrast (colour[CHN_TINT_PAPER], ground);
  if (MAX (ink, paper) < least_contrast)
    return CHN_TINT_NONE;
  return ink >= paper ? CHN_TINT_INK : CHN_TINT_PAPER;
}

double
chn_shade_find_opacity (ChnTheme theme, ChnTint tint, guint index)
{
  static const double wanted[CHN_N_SHADES] = { .12, .26, .42, .6, 1 };
  static const double step = 0.01;
  double opacity = wanted[index];
  while (opacity > step && chn_shade_find_ink (theme, tint, opacity) == CHN_TINT_NONE)
    opacity -= step;
  return opacity;
}
