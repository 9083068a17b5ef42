/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of shades: what contrast is, and that text is legible on everything that diagrams put it on. */
#include "document/diagram/shade.h"

#include "suite.h"

/* WCAG 2.2 gives the first; the second is on the border of its level AA. */
static void
test_contrast (void)
{
  CU_ASSERT_DOUBLE_EQUAL (chn_shade_find_contrast (0x000000, 0xffffff), 21, 0.001);
  CU_ASSERT_DOUBLE_EQUAL (chn_shade_find_contrast (0x767676, 0xffffff), 4.54, 0.01);
  CU_ASSERT_EQUAL (chn_shade_blend (0xff0000, 0x0000ff, 0.5), 0x800080);
}

/* From light to dark, each darker than the one before. */
static void
test_legible (void)
{
  for (guint theme = 0; theme < CHN_N_THEMES; theme++) {
    const guint32 *colour = chn_theme_get_colours ((ChnTheme) theme);
    double before = 0;
    for (guint i = 0; i < CHN_N_SHADES; i++) {
      double opacity = chn_shade_find_opacity ((ChnTheme) theme, CHN_TINT_BLUE, i);
      ChnTint ink = chn_shade_find_ink ((ChnTheme) theme, CHN_TINT_BLUE, opacity);
      guint32 ground = chn_shade_blend (colour[CHN_TINT_BLUE], colour[CHN_TINT_PAPER], opacity);
      CU_ASSERT_TRUE (opacity > before + 0.05);
      CU_ASSERT_NOT_EQUAL (ink, CHN_TINT_NONE);
      CU_ASSERT_TRUE (chn_shade_find_contrast (colour[ink], ground) >= 4.5);
      before = opacity;
    }
  }
}

/* Of titles, and of all else that is said. */
static void
test_texts (void)
{
  for (guint theme = 0; theme < CHN_N_THEMES; theme++) {
    const guint32 *colour = chn_theme_get_colours ((ChnTheme) theme);
    for (guint ground = CHN_TINT_PAPER; ground <= CHN_TINT_BAND; ground += CHN_TINT_BAND - CHN_TINT_PAPER) {
      CU_ASSERT_TRUE (chn_shade_find_contrast (colour[CHN_TINT_INK], colour[ground]) >= 4.5);
      CU_ASSERT_TRUE (chn_shade_find_contrast (colour[CHN_TINT_SOFT], colour[ground]) >= 4.5);
    }
  }
}

static const ChnTest tests[] = {
  { "contrast", test_contrast },
  { "numbers are legible in every shade of every theme", test_legible },
  { "text is legible on paper and on bands", test_texts },
};

CHN_SUITE ("document/shade", tests)
