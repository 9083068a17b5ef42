/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What text on pages looks like, a row a kind of block. */
#include "plugin/picture/look.h"

static const ChnLook looks[CHN_N_BLOCK_KINDS] = {
  /* clang-format off */
  [CHN_BLOCK_TITLE]      = { "H1",   20,   26,   0,   8,   0, 0,  TRUE,  FALSE, CHN_TINT_INK,  TRUE,  0 },
  [CHN_BLOCK_FRONT]      = { "P",    9.5,  13.5, 0,   5,   0, 0,  FALSE, FALSE, CHN_TINT_SOFT, FALSE, 0 },
  [CHN_BLOCK_HEADING]    = { "H2",   13,   17,   18,  1,   0, 0,  TRUE,  FALSE, CHN_TINT_BLUE, TRUE,  1 },
  [CHN_BLOCK_SUBHEADING] = { "H3",   11,   15,   12,  0,   0, 0,  TRUE,  FALSE, CHN_TINT_INK,  TRUE,  2 },
  [CHN_BLOCK_ENTRY]      = { "P",    10,   14.2, 8,   0,   0, 0,  FALSE, FALSE, CHN_TINT_INK,  FALSE, 0 },
  [CHN_BLOCK_LINE]       = { "P",    10,   14.2, 5,   0,   0, 14, FALSE, FALSE, CHN_TINT_INK,  FALSE, 0 },
  [CHN_BLOCK_DETAIL]     = { "P",    9.5,  13.5, 3,   0,  14, 0,  FALSE, FALSE, CHN_TINT_INK,  FALSE, 0 },
  [CHN_BLOCK_REMARK]     = { "P",    9.5,  13.5, 3,   0,  14, 0,  FALSE, TRUE,  CHN_TINT_SOFT, FALSE, 0 },
  [CHN_BLOCK_NOTE]       = { "Note", 8,    11,   1.5, 0,   0, 12, FALSE, FALSE, CHN_TINT_INK,  FALSE, 0 },
  [CHN_BLOCK_LEGEND]     = { "P",    8.5,  11.5, 14,  0,   0, 0,  FALSE, FALSE, CHN_TINT_SOFT, FALSE, 0 },
  [CHN_BLOCK_HEAD]       = { "TH",   8.5,  11.5, 0,   0,   0, 0,  TRUE,  FALSE, CHN_TINT_INK,  FALSE, 0 },
  [CHN_BLOCK_CELL]       = { "P",    8.5,  11.5, 0,   2,   0, 0,  FALSE, FALSE, CHN_TINT_INK,  FALSE, 0 },
  /* clang-format on */
};

const ChnLook *
chn_look_get (ChnBlockKind kind)
{
  return &looks[kind];
}

guint32
chn_look_get_colour (ChnTint tint)
{
  static const guint32 colours[CHN_N_TINTS] = {
    [CHN_TINT_PAPER] = 0xffffff, [CHN_TINT_INK] = 0x1a1a1a,  [CHN_TINT_SOFT] = 0x555555,
    [CHN_TINT_RULE] = 0xb0b0b0,  [CHN_TINT_BLUE] = 0x0a4f8a,
  };
  return colours[tint];
}
