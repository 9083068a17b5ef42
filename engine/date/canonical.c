/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The canonical text: one spelling for each meaning. Long years are written out (Y17E7 is
 * Y170000000, Y2E3 is 2000), zero offsets are Z, and a qualifier stands once, as far right as it
 * holds for everything before it; what is left stands left of its component, or right of the year.
 */
#include "date/date.h"

static const char *
qualifier_text (guint8 qualifier)
{
  static const char *const text[] = { "", "?", "~", "%" };
  return text[qualifier & 3];
}

/* How the qualifiers of components are written with as few signs as can be. */
static void
place_qualifiers (const ChnDatePart *part, int last, guint8 *left, guint8 *right)
{
  guint8 covered = 0;
  for (int i = last; i >= 0; i--) {
    guint8 shared = 3;
    for (int j = 0; j <= i; j++)
      shared &= part->qualifier[j];
    right[i] = shared & (guint8) ~covered;
    covered |= shared;
    left[i] = part->qualifier[i] & (guint8) ~covered;
  }
}

static void
append_digits (GString *out, gint64 value, guint mask, int n)
{
  char digits[24];
  for (int i = n - 1; i >= 0; i--, value /= 10, mask >>= 1)
    digits[i] = (mask & 1) ? 'X' : (char) ('0' + value % 10);
  g_string_append_len (out, digits, n);
}

static void
append_year (const ChnDatePart *part, GString *out)
{
  gint64 magnitude = ABS (part->year);
  gboolean is_long = magnitude > 9999;
  if (is_long)
    g_string_append_c (out, 'Y');
  if (part->negative)
    g_string_append_c (out, '-');
  if (is_long)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, magnitude);
  else
    append_digits (out, magnitude, part->year_mask, 4);
  if (part->significant > 0)
    g_string_append_printf (out, "S%u", part->significant);
}

void
chn_year_append (gint64 year, GString *out)
{
  append_year (&(ChnDatePart){ .form = CHN_PART_YEAR, .year = year, .negative = year < 0 }, out);
}

static void
append_time (const ChnDatePart *part, GString *out)
{
  g_string_append_printf (out, "T%02u:%02u", part->hour, part->minute);
  if (!part->to_minute)
    g_string_append_printf (out, ":%02u", part->second);
  if (!part->has_offset)
    return;
  int distance = ABS (part->offset);
  if (distance == 0)
    g_string_append_c (out, 'Z');
  else
    g_string_append_printf (out, "%c%02d:%02d", part->offset < 0 ? '-' : '+', distance / 60, distance % 60);
}

void
chn_part_append (const ChnDatePart *part, GString *out)
{
  static const int last_of_form[] = {
    [CHN_PART_YEAR] = CHN_COMPONENT_YEAR,    [CHN_PART_MONTH] = CHN_COMPONENT_MONTH,
    [CHN_PART_SEASON] = CHN_COMPONENT_MONTH, [CHN_PART_DAY] = CHN_COMPONENT_DAY,
    [CHN_PART_TIME] = CHN_COMPONENT_DAY,
  };
  guint8 left[CHN_N_COMPONENTS] = { 0 }, right[CHN_N_COMPONENTS] = { 0 };
  int last = last_of_form[part->form];
  place_qualifiers (part, last, left, right);
  append_year (part, out);
  g_string_append (out, qualifier_text (right[CHN_COMPONENT_YEAR] | left[CHN_COMPONENT_YEAR]));
  for (int i = CHN_COMPONENT_MONTH; i <= last; i++) {
    gboolean is_day = i == CHN_COMPONENT_DAY;
    g_string_append_printf (out, "-%s", qualifier_text (left[i]));
    append_digits (out, is_day ? part->day : part->month, is_day ? part->day_mask : part->month_mask, 2);
    g_string_append (out, qualifier_text (right[i]));
  }
  if (part->form == CHN_PART_TIME)
    append_time (part, out);
}

static void
append_end (const ChnDatePart *part, guint8 kind, GString *out)
{
  if (kind == CHN_END_PART)
    chn_part_append (part, out);
  else if (kind == CHN_END_OPEN)
    g_string_append (out, "..");
}

static void
append_element (const ChnDateItem *item, GString *out)
{
  if (item->from_kind == CHN_END_PART)
    chn_part_append (&item->from, out);
  if (!item->is_range)
    return;
  g_string_append (out, "..");
  if (item->to_kind == CHN_END_PART)
    chn_part_append (&item->to, out);
}

char *
chn_date_dup_canonical (const ChnDate *date)
{
  GString *out = g_string_sized_new (32);
  const ChnDateItem *first = &date->items[0];
  if (date->shape == CHN_SHAPE_SINGLE)
    chn_part_append (&first->from, out);
  if (date->shape == CHN_SHAPE_INTERVAL) {
    append_end (&first->from, first->from_kind, out);
    g_string_append_c (out, '/');
    append_end (&first->to, first->to_kind, out);
  }
  if (date->shape == CHN_SHAPE_SINGLE || date->shape == CHN_SHAPE_INTERVAL)
    return g_string_free (out, FALSE);
  g_string_append_c (out, date->shape == CHN_SHAPE_ONE_OF ? '[' : '{');
  for (guint i = 0; i < date->n_items; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    append_element (&date->items[i], out);
  }
  g_string_append_c (out, date->shape == CHN_SHAPE_ONE_OF ? ']' : '}');
  return g_string_free (out, FALSE);
}
