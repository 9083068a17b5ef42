/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whole numbers of queries: one, a range, a comparison. */
#include "query/counts.h"

#include <string.h>

#include "base/error.h"

enum { MOST_DIGITS = 9 };

gboolean
chn_counts_parse_number (const ChnOperand *operand, gint64 *number, GError **error)
{
  gsize length = operand->text ? strlen (operand->text) : 0;
  if ((operand->kind == CHN_OPERAND_WORD || operand->kind == CHN_OPERAND_QUOTED) && length > 0 &&
      length <= MOST_DIGITS && strspn (operand->text, "0123456789") == length) {
    *number = g_ascii_strtoll (operand->text, NULL, 10);
    return TRUE;
  }
  chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length,
                    "write a whole number, or a range such as 10..20", "\"%s\" is not a count", operand->text);
  return FALSE;
}

/* What an operator makes of one number. */
static ChnCounts
compare_counts (ChnOp op, gint64 number)
{
  switch (op) {
  case CHN_OP_BELOW:
    return (ChnCounts){ 0, number - 1 };
  case CHN_OP_UP_TO:
    return (ChnCounts){ 0, number };
  case CHN_OP_ABOVE:
    return (ChnCounts){ number + 1, G_MAXINT64 };
  case CHN_OP_FROM:
    return (ChnCounts){ number, G_MAXINT64 };
  case CHN_OP_GENEROUS:
  case CHN_OP_STRICT:
    break;
  }
  return (ChnCounts){ number, number };
}

gboolean
chn_counts_bind (const ChnNode *term, const ChnValue *value, ChnNumberFunc parse, ChnCounts *counts, GError **error)
{
  ChnCounts found = { 0, G_MAXINT64 };
  if (value->low.kind != CHN_OPERAND_NONE && !parse (&value->low, &found.low, error))
    return FALSE;
  if (value->high.kind != CHN_OPERAND_NONE && !parse (&value->high, &found.high, error))
    return FALSE;
  if (!value->is_range)
    found = compare_counts (term->op, found.low);
  if (value->is_range && found.high < found.low) {
    chn_error_set_at (error, CHN_ERROR_RANGE, value->place.offset, value->place.length, "write the smaller one first",
                      "the range ends before it begins");
    return FALSE;
  }
  *counts = found;
  return TRUE;
}

gboolean
chn_counts_contain_all (const ChnCounts *counts, guint n, gint64 low, gint64 high)
{
  gint64 next = low, reached = low - 1;
  while (next > reached && next <= high) {
    reached = next;
    for (guint i = 0; i < n; i++)
      if (next >= counts[i].low && next <= counts[i].high)
        next = MIN (counts[i].high, high) + 1;
  }
  return next > high;
}

gboolean
chn_counts_contain_any (const ChnCounts *counts, guint n, gint64 low, gint64 high)
{
  for (guint i = 0; i < n; i++)
    if (counts[i].low <= high && counts[i].high >= low)
      return TRUE;
  return FALSE;
}
