/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* A range of whole numbers, both ends inclusive. */
typedef struct {
  gint64 low, high;
} ChnCounts;

/* What makes a number of an operand's text. The text of an unknown one gets its own error. */
typedef gboolean (*ChnNumberFunc) (const ChnOperand *operand, gint64 *number, GError **error);

/* A whole number of at most nine digits. */
gboolean chn_counts_parse_number (const ChnOperand *operand, gint64 *number, GError **error);

/* Reads one value, a number or range, under the term's operator. */
gboolean chn_counts_bind (const ChnNode *term, const ChnValue *value, ChnNumberFunc parse, ChnCounts *counts,
                          GError **error);

static inline gboolean
chn_counts_contain (const ChnCounts *counts, guint n, gint64 number)
{
  for (guint i = 0; i < n; i++)
    if (number >= counts[i].low && number <= counts[i].high)
      return TRUE;
  return FALSE;
}

/* Whether all numbers from one to another are in the ranges; and whether any is. */
gboolean chn_counts_contain_all (const ChnCounts *counts, guint n, gint64 low, gint64 high);
gboolean chn_counts_contain_any (const ChnCounts *counts, guint n, gint64 low, gint64 high);
