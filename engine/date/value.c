/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The date as a value: references, what it was read from, what it says of itself, order. */
#include "base/civil.h"
#include "date/date.h"

ChnDate *
chn_date_ref (ChnDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);
  g_atomic_ref_count_inc (&date->references);
  return date;
}

void
chn_date_unref (ChnDate *date)
{
  if (date && g_atomic_ref_count_dec (&date->references))
    g_free (date);
}

const char *
chn_date_get_text (const ChnDate *date)
{
  return date->text;
}

int
chn_date_get_level (const ChnDate *date)
{
  return date->level;
}

const ChnDateBounds *
chn_date_get_bounds (const ChnDate *date)
{
  return &date->bounds;
}

gboolean
chn_date_get_utc_offset (const ChnDate *date, int *minutes)
{
  const ChnDatePart *part = &date->items[0].from;
  if (date->shape > CHN_SHAPE_INTERVAL || date->items[0].from_kind != CHN_END_PART || !part->has_offset)
    return FALSE;
  *minutes = part->offset;
  return TRUE;
}

static gboolean
is_local_time (const ChnDatePart *part, guint8 kind)
{
  return kind == CHN_END_PART && part->form == CHN_PART_TIME && !part->has_offset;
}

const ChnDatePart *
chn_date_get_local_time (const ChnDate *date, guint index)
{
  guint n = 0;
  for (guint i = 0; i < date->n_items; i++) {
    const ChnDateItem *item = &date->items[i];
    if (is_local_time (&item->from, item->from_kind) && n++ == index)
      return &item->from;
    if (item->is_range && is_local_time (&item->to, item->to_kind) && n++ == index)
      return &item->to;
  }
  return NULL;
}

ChnDate *
chn_date_new_from_day (gint64 year, int month, int day)
{
  if (year < -9999 || year > 9999 || month < 1 || month > 12 || day < 1 || day > chn_civil_month_length (year, month))
    return NULL;
  char text[16];
  g_snprintf (text, sizeof text, "%s%04d-%02d-%02d", year < 0 ? "-" : "", (int) ABS (year), month, day);
  return chn_date_parse (text, -1, NULL);
}

int
chn_date_compare (const ChnDate *a, const ChnDate *b)
{
  const ChnDateBounds *x = &a->bounds, *y = &b->bounds;
  if (x->earliest != y->earliest)
    return x->earliest < y->earliest ? -1 : 1;
  if (x->latest != y->latest)
    return x->latest < y->latest ? -1 : 1;
  if (x->precision != y->precision)
    return x->precision < y->precision ? -1 : 1;
  if (g_str_equal (a->text, b->text))
    return 0;
  g_autofree char *a_text = chn_date_dup_canonical (a);
  g_autofree char *b_text = chn_date_dup_canonical (b);
  int order = g_strcmp0 (a_text, b_text);
  return (order > 0) - (order < 0);
}

const char *
chn_precision_get_name (ChnPrecision precision)
{
  static const char *const names[] = { "second", "minute", "day",     "month",      "season",
                                       "year",   "decade", "century", "millennium", "unbounded" };
  g_return_val_if_fail ((guint) precision < G_N_ELEMENTS (names), NULL);
  return names[precision];
}
