/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields margin and share: what votes in favour and against come to together.
 *
 *   margin = 1*9digit
 *   share  = ( "0" / "1" ) [ "." 1*6digit ] / 1*3digit [ "." 1*4digit ] "%"
 */
#include <string.h>

#include "base/error.h"
#include "query/match/match.h"
#include "query/roll-sums.h"

typedef struct {
  const ChnElectorates *electorates;
  ChnPairFunc find;
  guint n;
  ChnCounts *ranges;
} Pair;

/* A number with decimals in units of the last of them that there may be; FALSE where it is none. */
static gboolean
read_decimal (const char *text, gsize length, guint most_decimals, gint64 *number, guint *n_decimals)
{
  gsize whole = strspn (text, "0123456789");
  gsize decimals = whole < length && text[whole] == '.' ? strspn (text + whole + 1, "0123456789") : 0;
  if (whole == 0 || whole > 3 || decimals > most_decimals || whole + (decimals > 0 ? 1 + decimals : 0) != length)
    return FALSE;
  *number = g_ascii_strtoll (text, NULL, 10);
  for (guint i = 0; i < most_decimals; i++)
    *number = *number * 10 + (i < decimals ? text[whole + 1 + i] - '0' : 0);
  *n_decimals = (guint) decimals;
  return TRUE;
}

/* Millionths; `half` is half of the last digit, of hundredths at most. */
static gboolean
read_share (const ChnOperand *operand, gint64 *share, gint64 *half)
{
  gsize length = operand->text ? strlen (operand->text) : 0;
  gboolean is_percent = length > 0 && operand->text[length - 1] == '%';
  guint n_decimals = 0;
  if (operand->kind != CHN_OPERAND_WORD && operand->kind != CHN_OPERAND_QUOTED)
    return FALSE;
  if (!read_decimal (operand->text, length - (is_percent ? 1 : 0), is_percent ? 4 : 6, share, &n_decimals) ||
      *share > CHN_SHARE_WHOLE)
    return FALSE;
  n_decimals = MAX (n_decimals + (is_percent ? 2 : 0), 2);
  for (*half = CHN_SHARE_WHOLE / 2; n_decimals > 0; n_decimals--)
    *half /= 10;
  return TRUE;
}

static gboolean
parse_share (const ChnOperand *operand, gint64 *number, GError **error)
{
  gint64 half;
  if (read_share (operand, number, &half))
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length,
                    "write a number from 0 to 1 or a percentage, or a range such as ..0.5 or 60%..75%",
                    "\"%s\" is not a share", operand->text);
  return FALSE;
}

/* A share that is written with so many digits is each that is rounded to them; whole numbers, and "=", are exact. */
static void
widen_share (const ChnNode *term, const ChnValue *value, ChnCounts *counts)
{
  gint64 share, half;
  if (value->is_range || term->op != CHN_OP_GENEROUS || !read_share (&value->low, &share, &half) ||
      share % CHN_SHARE_WHOLE == 0)
    return;
  counts->low = MAX (share - half, 0);
  counts->high = MIN (share + half - 1, CHN_SHARE_WHOLE);
}

static gboolean
bind_pair (ChnBinder *binder, ChnCondition *condition, ChnNumberFunc parse, ChnPairFunc find, const char *unknown,
           GError **error)
{
  const ChnNode *term = condition->term;
  Pair *pair = chn_arena_alloc (binder->arena, sizeof *pair);
  pair->find = find;
  pair->n = term->n_values;
  pair->ranges = chn_arena_alloc (binder->arena, term->n_values * sizeof (ChnCounts));
  for (guint i = 0; i < term->n_values; i++) {
    if (!chn_counts_bind (term, &term->values[i], parse, &pair->ranges[i], error))
      return FALSE;
    if (parse == parse_share)
      widen_share (term, &term->values[i], &pair->ranges[i]);
  }
  pair->electorates = chn_binder_get_electorates (binder);
  condition->data = pair;
  condition->unknown = unknown;
  return TRUE;
}

gboolean
chn_bind_margin (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_pair (binder, condition, chn_counts_parse_number, chn_pair_find_margin,
                    "by how many it was adopted or rejected", error);
}

gboolean
chn_bind_share (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_pair (binder, condition, parse_share, chn_pair_find_share, "which share was in favour", error);
}

ChnAnswer
chn_match_pair (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Pair *pair = condition->data;
  g_auto (ChnRoll) roll = { .columns = NULL };
  if (!chn_roll_init (&roll, pair->electorates, columns, row))
    return CHN_ANSWER_NO;
  return chn_roll_ask_pair (&roll, pair->find, pair->ranges, pair->n, condition->strict);
}

/* Counts tell it, where both are known and there was a vote to count. */
void
chn_describe_pair (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const Pair *pair = condition->data;
  gboolean is_share = pair->find == chn_pair_find_share;
  (void) columns;
  for (guint i = 0; i < pair->n; i++) {
    ChnPairStretch stretch = { is_share, pair->ranges[i].low, pair->ranges[i].high, CHN_SHARE_WHOLE };
    g_array_append_val (description->pairs, stretch);
  }
  chn_description_add_doubt (description, "yes", "?");
  chn_description_add_doubt (description, "no", "?");
  chn_description_add_doubt (description, "vote", "consensus");
  g_ptr_array_add (description->never, g_strdup (CHN_KEY_UNCAST));
  description->is_exact = TRUE;
}
