/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The legend of a trail or a count: signs with what they mean. */
#include "document/diagram/signs.h"

/* In heights of the text. */
static const double radius = 0.42, label_gap = 0.5, item_gap = 1.7, line_height = 1.75;

void
chn_signs_put (ChnBoard *board, const ChnSign *signs, guint n)
{
  const ChnType type = { .size = board->base * 0.95 };
  double x = board->left, y = board->y + type.size * line_height / 2, field = 2 * radius * type.size;
  for (guint i = 0; i < n; i++) {
    ChnTyped label = chn_board_type (board, signs[i].label, &type);
    double whole = field + label_gap * type.size + label.width;
    if (x > board->left && x + whole > board->right) {
      x = board->left;
      y += type.size * line_height;
    }
    signs[i].draw (board, x + field / 2, y, field / 2, signs[i].what);
    chn_draw_text (board->drawing, x + field + label_gap * type.size, y + type.size * 0.36, &label, &type,
                   CHN_TINT_SOFT);
    x += whole + item_gap * type.size;
  }
  board->y = n > 0 ? y + type.size * line_height / 2 : board->y;
}
