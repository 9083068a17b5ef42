/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The themes of pictures: the colours of each tint. */
#include "document/theme.h"

static const guint32 colours[CHN_N_THEMES][CHN_N_TINTS] = {
  /* clang-format off */
  [CHN_THEME_LIGHT] = {
    [CHN_TINT_PAPER] = 0xfdfcfa, [CHN_TINT_INK] = 0x1c1b19, [CHN_TINT_SOFT] = 0x5f5b54, [CHN_TINT_RULE] = 0xc9c4ba, [CHN_TINT_BAND] = 0xf8f6f2,
    [CHN_TINT_BLUE] = 0x0746d9, [CHN_TINT_VERMILION] = 0xd3350d, [CHN_TINT_GREEN] = 0x0a5849, [CHN_TINT_PURPLE] = 0x622871,
    [CHN_TINT_SKY] = 0x1a7a9c, [CHN_TINT_AMBER] = 0x762f06, [CHN_TINT_ROSE] = 0xaf2f5f, [CHN_TINT_GREY] = 0x6b7277,
  },
  [CHN_THEME_DARK] = {
    [CHN_TINT_PAPER] = 0x15171a, [CHN_TINT_INK] = 0xe6e3dd, [CHN_TINT_SOFT] = 0xa9a69f, [CHN_TINT_RULE] = 0x3d4147, [CHN_TINT_BAND] = 0x1b1e22,
    [CHN_TINT_BLUE] = 0x617df6, [CHN_TINT_VERMILION] = 0xfe7342, [CHN_TINT_GREEN] = 0x56b3b7, [CHN_TINT_PURPLE] = 0xd8afff,
    [CHN_TINT_SKY] = 0x9fffed, [CHN_TINT_AMBER] = 0xeae953, [CHN_TINT_ROSE] = 0xffada7, [CHN_TINT_GREY] = 0x968e87,
  },
  [CHN_THEME_PRINT] = {
    [CHN_TINT_PAPER] = 0xffffff, [CHN_TINT_INK] = 0x000000, [CHN_TINT_SOFT] = 0x444444, [CHN_TINT_RULE] = 0xb0b0b0, [CHN_TINT_BAND] = 0xf7f7f7,
    [CHN_TINT_BLUE] = 0x0746d9, [CHN_TINT_VERMILION] = 0xd3350d, [CHN_TINT_GREEN] = 0x0a5849, [CHN_TINT_PURPLE] = 0x622871,
    [CHN_TINT_SKY] = 0x1a7a9c, [CHN_TINT_AMBER] = 0x762f06, [CHN_TINT_ROSE] = 0xaf2f5f, [CHN_TINT_GREY] = 0x6b7277,
  },
  /* clang-format on */
};

const guint32 *
chn_theme_get_colours (ChnTheme theme)
{
  return colours[theme];
}
