/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tests of the colours of pictures: what is read and what is seen stands out from the paper (WCAG 2.2, 1.4.3), and
 * kinds are told apart by every eye: with colour-blindness simulated (Machado, Oliveira and Fernandes, 2009), colours
 * differ by CIEDE2000.
 */
#include "document/theme.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "format/html/page.h"
#include "suite.h"

typedef struct {
  double at[3];
} Colour;

static Colour
linearize (guint32 colour)
{
  Colour linear;
  for (guint i = 0; i < 3; i++) {
    double value = ((colour >> (16 - 8 * i)) & 0xFF) / 255.0;
    linear.at[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
  }
  return linear;
}

static double
find_luminance (const Colour *c)
{
  return 0.2126 * c->at[0] + 0.7152 * c->at[1] + 0.0722 * c->at[2];
}

static double
find_contrast (guint32 a, guint32 b)
{
  Colour first = linearize (a), second = linearize (b);
  double one = find_luminance (&first) + 0.05, other = find_luminance (&second) + 0.05;
  return MAX (one, other) / MIN (one, other);
}

/* What shows where a colour lies over another with that opacity. */
static guint32
blend (guint32 over, guint32 under, double opacity)
{
  guint32 blended = 0;
  for (guint shift = 0; shift <= 16; shift += 8) {
    double value = opacity * ((over >> shift) & 0xFF) + (1 - opacity) * ((under >> shift) & 0xFF);
    blended |= (guint32) (value + 0.5) << shift;
  }
  return blended;
}

static const struct {
  const char *name;
  double matrix[3][3];
} eyes[] = {
  { "usual", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopic",
    { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopic",
    { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopic",
    { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
};

static Colour
multiply (const double matrix[3][3], const Colour *c)
{
  Colour product;
  for (guint i = 0; i < 3; i++)
    product.at[i] = matrix[i][0] * c->at[0] + matrix[i][1] * c->at[1] + matrix[i][2] * c->at[2];
  return product;
}

static double
compress (double value)
{
  return value > 0.008856 ? cbrt (value) : 7.787 * value + 16 / 116.0;
}

/* L*, a*, b* under D65, as an eye sees it. */
static Colour
find_lab (guint32 colour, guint eye)
{
  static const double xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                    { 0.2126729, 0.7151522, 0.0721750 },
                                    { 0.0193339, 0.1191920, 0.9503041 } };
  Colour linear = linearize (colour);
  Colour seen = multiply (eyes[eye].matrix, &linear);
  for (guint i = 0; i < 3; i++)
    seen.at[i] = CLAMP (seen.at[i], 0, 1);
  Colour tristimulus = multiply (xyz, &seen);
  double x = compress (tristimulus.at[0] / 0.95047), y = compress (tristimulus.at[1]),
         z = compress (tristimulus.at[2] / 1.08883);
  return (Colour){ { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static double
find_hue (double a, double b)
{
  double hue = atan2 (b, a) * 180 / G_PI;
  return hue < 0 ? hue + 360 : hue;
}

static double
cos_degrees (double degrees)
{
  return cos (degrees * G_PI / 180);
}

/* CIEDE2000 of two colours in L*, a*, b*. */
static double
find_difference (const Colour *one, const Colour *other)
{
  double c7 = pow ((hypot (one->at[1], one->at[2]) + hypot (other->at[1], other->at[2])) / 2, 7);
  double g = 1.5 - 0.5 * sqrt (c7 / (c7 + pow (25, 7)));
  double a1 = one->at[1] * g, a2 = other->at[1] * g, b1 = one->at[2], b2 = other->at[2];
  double chroma1 = hypot (a1, b1), chroma2 = hypot (a2, b2), hue1 = find_hue (a1, b1), hue2 = find_hue (a2, b2);
  double dh = hue2 - hue1, sum = hue1 + hue2;
  dh += dh > 180 ? -360 : dh < -180 ? 360 : 0;
  double hue = fabs (hue1 - hue2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  double light = (one->at[0] + other->at[0]) / 2, chroma = (chroma1 + chroma2) / 2;
  double t = 1 - 0.17 * cos_degrees (hue - 30) + 0.24 * cos_degrees (2 * hue) + 0.32 * cos_degrees (3 * hue + 6) -
             0.20 * cos_degrees (4 * hue - 63);
  double lightness =
      (other->at[0] - one->at[0]) / (1 + 0.015 * pow (light - 50, 2) / sqrt (20 + pow (light - 50, 2)));
  double saturation = (chroma2 - chroma1) / (1 + 0.045 * chroma);
  double turn = 2 * sqrt (chroma1 * chroma2) * sin (dh / 2 * G_PI / 180) / (1 + 0.015 * chroma * t);
  double rotation = -2 * sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7))) *
                    sin (60 * exp (-pow ((hue - 275) / 25, 2)) * G_PI / 180);
  return sqrt (lightness * lightness + saturation * saturation + turn * turn + rotation * saturation * turn);
}

/* The pairs of Sharma, Wu and Dalal's test data for CIEDE2000 that try its branches. */
static void
test_difference (void)
{
  static const struct {
    Colour one, other;
    double difference;
  } cases[] = {
    { { { 50, 2.6772, -79.7751 } }, { { 50, 0, -82.7485 } }, 2.0425 },
    { { { 50, -1, 2 } }, { { 50, 0, 0 } }, 2.3669 },
    { { { 50, 2.5, 0 } }, { { 50, 0, -2.5 } }, 4.3065 },
    { { { 50, 2.5, 0 } }, { { 73, 25, -18 } }, 27.1492 },
    { { { 2.0776, 0.0795, -1.1350 } }, { { 0.9033, -0.0636, -0.5514 } }, 0.9082 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    CU_ASSERT_DOUBLE_EQUAL (find_difference (&cases[i].one, &cases[i].other), cases[i].difference, 1e-4);
}

static void
test_contrast (void)
{
  static const double least = 4.5, bar = 0.24; /* how strong bars are (document/picture/draw.c) */
  for (guint theme = 0; theme < CHN_N_THEMES; theme++) {
    const guint32 *colour = chn_theme_get_colours ((ChnTheme) theme);
    for (guint tint = CHN_TINT_INK; tint < CHN_N_TINTS; tint++) {
      gboolean is_ground = tint == CHN_TINT_RULE || tint == CHN_TINT_BAND;
      if (!is_ground && find_contrast (colour[tint], colour[CHN_TINT_PAPER]) < least)
        CHN_FAIL ("%06x is hard to see on the paper of theme %u", colour[tint], theme);
      if (!is_ground && find_contrast (colour[tint], colour[CHN_TINT_BAND]) < least)
        CHN_FAIL ("%06x is hard to see on the bands of theme %u", colour[tint], theme);
      guint32 filled = blend (colour[tint], colour[CHN_TINT_BAND], bar);
      if (tint >= CHN_TINT_BLUE && find_contrast (colour[CHN_TINT_INK], filled) < least)
        CHN_FAIL ("text is hard to read on bars of %06x in theme %u", colour[tint], theme);
    }
    CU_ASSERT_TRUE (find_contrast (colour[CHN_TINT_SOFT], colour[CHN_TINT_BAND]) >= least);
  }
}

static void
test_colour_blindness (void)
{
  static const double least = 10;
  for (guint theme = 0; theme < CHN_N_THEMES; theme++)
    for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      for (guint i = CHN_TINT_BLUE; i < CHN_N_TINTS; i++)
        for (guint k = i + 1; k < CHN_N_TINTS; k++) {
          const guint32 *colour = chn_theme_get_colours ((ChnTheme) theme);
          Colour one = find_lab (colour[i], eye), other = find_lab (colour[k], eye);
          double difference = find_difference (&one, &other);
          if (difference < least)
            CHN_FAIL ("%06x and %06x are alike to %s eyes: %.1f", colour[i], colour[k], eyes[eye].name, difference);
        }
  CU_PASS ("all pairs were compared");
}

/* A page names the colours that files have. */
static void
test_page (void)
{
  static const char *const names[] = { "blue", "vermilion", "green", "purple", "sky", "amber", "rose", "grey" };
  const char *at = chn_html_style;
  for (guint theme = 0; theme < CHN_N_THEMES; theme++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
      g_autofree char *rule =
          g_strdup_printf ("--%s: #%06x", names[i], chn_theme_get_colours ((ChnTheme) theme)[CHN_TINT_BLUE + i]);
      at = strstr (at, rule);
      if (!at) {
        CHN_FAIL ("the page has no \"%s\" in its place", rule);
        return;
      }
    }
}

static const ChnTest tests[] = {
  { "differences are those that were published", test_difference },
  { "what is read and seen stands out from the paper", test_contrast },
  { "colour-blind eyes tell kinds apart", test_colour_blindness },
  { "a page has the same colours", test_page },
};

CHN_SUITE ("document/theme", tests)
