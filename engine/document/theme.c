/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The themes of pictures: the colours of each tint. */
#include "document/theme.h"

static const guint32 colours[CHN_N_THEMES][CHN_N_TINTS] = {
  /* clang-format off */
  [CHN_THEME_LIGHT] = {
    [CHN_TINT_PAPER] = 0xfdfcfa, [CHN_TINT_INK] = 0x1c1b19, [CHN_TINT_SOFT] = 0x5f5b54, [CHN_TINT_RULE] = 0xc9c4ba, [CHN_TINT_BAND] = 0xf5f3ee,
    [CHN_TINT_BLUE] = 0x0072b2, [CHN_TINT_VERMILION] = 0xb84a00, [CHN_TINT_GREEN] = 0x00785a, [CHN_TINT_PURPLE] = 0x8a2a6e,
    [CHN_TINT_SKY] = 0x2f7fb5, [CHN_TINT_AMBER] = 0x8a6200, [CHN_TINT_ROSE] = 0xc2366b, [CHN_TINT_GREY] = 0x6b6b6b,
  },
  [CHN_THEME_DARK] = {
    [CHN_TINT_PAPER] = 0x15171a, [CHN_TINT_INK] = 0xe6e3dd, [CHN_TINT_SOFT] = 0xa9a69f, [CHN_TINT_RULE] = 0x3d4147, [CHN_TINT_BAND] = 0x1b1e22,
    [CHN_TINT_BLUE] = 0x5aa9f0, [CHN_TINT_VERMILION] = 0xff8a4c, [CHN_TINT_GREEN] = 0x3fc79a, [CHN_TINT_PURPLE] = 0xd89bd8,
    [CHN_TINT_SKY] = 0x9adcf5, [CHN_TINT_AMBER] = 0xf2c14e, [CHN_TINT_ROSE] = 0xff7fa0, [CHN_TINT_GREY] = 0xa8a8a8,
  },
  [CHN_THEME_PRINT] = {
    [CHN_TINT_PAPER] = 0xffffff, [CHN_TINT_INK] = 0x000000, [CHN_TINT_SOFT] = 0x444444, [CHN_TINT_RULE] = 0xb0b0b0, [CHN_TINT_BAND] = 0xf4f4f4,
    [CHN_TINT_BLUE] = 0x0072b2, [CHN_TINT_VERMILION] = 0xb84a00, [CHN_TINT_GREEN] = 0x00785a, [CHN_TINT_PURPLE] = 0x8a2a6e,
    [CHN_TINT_SKY] = 0x2f7fb5, [CHN_TINT_AMBER] = 0x8a6200, [CHN_TINT_ROSE] = 0xc2366b, [CHN_TINT_GREY] = 0x6b6b6b,
  },
  /* clang-format on */
};

const guint32 *
chn_theme_get_colours (ChnTheme theme)
{
  return colours[theme];
}
