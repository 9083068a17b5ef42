/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A date in English, for briefings.
 *
 *   date     = part
 *            | part "–" part | "from " part " to " part | "since " part | "until " part   intervals
 *            | day ", " hh ":" mm "–" hh ":" mm [ " (" offset ")" ]                         of one day
 *            | "between " part " and " part | part " or earlier" | part " or later"       one of
 *            | element { ", " element } (" or " | " and ") element                        one of, all of
 *            | envelope " (EDTF " canonical text ")"             where English has no words
 *
 * What the last part says of month and year the others leave out: "18–20 November 2014".
 */
#include <string.h>

#include "base/civil.h"
#include "date/english.h"

#define EN_DASH "\xE2\x80\x93"

typedef struct {
  const ChnDatePart *last; /* the part that is written in full */
  ChnElision elision;
} Style;

static gboolean
is_unqualified (const ChnDatePart *part)
{
  return part->qualifier[0] == 0 && part->qualifier[1] == 0 && part->qualifier[2] == 0;
}

static gboolean
is_exact (const ChnDatePart *part)
{
  return is_unqualified (part) && part->year_mask == 0 && part->month_mask == 0 && part->day_mask == 0 &&
         part->significant == 0;
}

static void
narrow (Style *style, const ChnDatePart *part, const ChnDatePart *last)
{
  gboolean fits = is_exact (part) && part->form == last->form && part->year == last->year &&
                  (part->form == CHN_PART_DAY || part->form == CHN_PART_MONTH);
  if (!fits)
    style->elision = CHN_ELIDE_NOTHING;
  else if (part->form == CHN_PART_MONTH || part->month != last->month)
    style->elision = MIN (style->elision, CHN_ELIDE_YEAR);
}

static Style
choose_style (const ChnDate *date)
{
  const ChnDateItem *end = &date->items[date->n_items - 1];
  const ChnDatePart *last = end->is_range && end->to_kind == CHN_END_PART ? &end->to : &end->from;
  Style style = { last, CHN_ELIDE_MONTH };
  for (guint i = 0; i < date->n_items; i++) {
    const ChnDateItem *item = &date->items[i];
    if (item->from_kind == CHN_END_PART)
      narrow (&style, &item->from, last);
    if (item->is_range && item->to_kind == CHN_END_PART)
      narrow (&style, &item->to, last);
  }
  return style;
}

static gboolean
append_part (const Style *style, const ChnDatePart *part, GString *out)
{
  return chn_english_append_part (part, part == style->last ? CHN_ELIDE_NOTHING : style->elision, out);
}

static gboolean
append_dashed (const Style *style, const ChnDateItem *item, GString *out)
{
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) to = g_string_new (NULL);
  if (!append_part (style, &item->from, from) || !append_part (style, &item->to, to))
    return FALSE;
  gboolean tight =
      item->from.form == CHN_PART_YEAR ? item->from.year >= 1000 && item->to.year >= 1000 : !strchr (from->str, ' ');
  g_string_append_printf (out, "%s%s%s", from->str, tight ? EN_DASH : " " EN_DASH " ", to->str);
  return TRUE;
}

static gboolean
is_same_day (const ChnDatePart *a, const ChnDatePart *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

/* Two times. An offset that both have is said once, at the end. */
static gboolean
append_times (const ChnDateItem *item, GString *out)
{
  ChnDatePart from = item->from;
  gboolean shared = from.has_offset && item->to.has_offset && from.offset == item->to.offset;
  if (from.has_offset != item->to.has_offset)
    return FALSE;
  from.has_offset = from.has_offset && !shared;
  gboolean same_day = !from.has_offset && is_same_day (&from, &item->to);
  if (!chn_english_append_part (&from, CHN_ELIDE_NOTHING, out))
    return FALSE;
  g_string_append (out, same_day ? EN_DASH : " " EN_DASH " ");
  return chn_english_append_part (&item->to, same_day ? CHN_ELIDE_DAY : CHN_ELIDE_NOTHING, out);
}

static gboolean
append_closed_interval (const Style *style, const ChnDateItem *item, GString *out)
{
  gboolean alike = item->from.form == item->to.form && item->from.form != CHN_PART_SEASON;
  if (alike && item->from.form == CHN_PART_TIME)
    return append_times (item, out);
  if (alike && is_exact (&item->from) && is_exact (&item->to))
    return append_dashed (style, item, out);
  g_string_append (out, "from ");
  if (!append_part (style, &item->from, out))
    return FALSE;
  g_string_append (out, " to ");
  return append_part (style, &item->to, out);
}

static gboolean
append_endless_interval (const ChnDateItem *item, GString *out)
{
  if (item->from_kind == CHN_END_OPEN && item->to_kind == CHN_END_OPEN)
    g_string_append (out, "at any time");
  else
    g_string_append (out, item->to_kind == CHN_END_OPEN ? "since an unknown time" : "until an unknown time");
  return TRUE;
}

static gboolean
append_interval (const Style *style, const ChnDateItem *item, GString *out)
{
  gboolean has_start = item->from_kind == CHN_END_PART, has_end = item->to_kind == CHN_END_PART;
  if (has_start && has_end)
    return append_closed_interval (style, item, out);
  if (!has_start && !has_end)
    return append_endless_interval (item, out);
  g_string_append (out, !has_start ? "until " : item->to_kind == CHN_END_OPEN ? "since " : "from ");
  if (!chn_english_append_part (has_start ? &item->from : &item->to, CHN_ELIDE_NOTHING, out))
    return FALSE;
  if (item->to_kind == CHN_END_UNKNOWN)
    g_string_append (out, " (end unknown)");
  if (item->from_kind == CHN_END_UNKNOWN)
    g_string_append (out, " (start unknown)");
  return TRUE;
}

/* A set of one range of alternatives. */
static gboolean
append_between (const Style *style, const ChnDateItem *item, GString *out)
{
  if (item->from_kind == CHN_END_PART && item->to_kind == CHN_END_PART) {
    g_string_append (out, "between ");
    if (!append_part (style, &item->from, out))
      return FALSE;
    g_string_append (out, " and ");
    return append_part (style, &item->to, out);
  }
  gboolean earlier = item->from_kind == CHN_END_OPEN;
  gboolean told = chn_english_append_part (earlier ? &item->to : &item->from, CHN_ELIDE_NOTHING, out);
  g_string_append (out, earlier ? " or earlier" : " or later");
  return told;
}

static gboolean
append_element (const Style *style, const ChnDateItem *item, GString *out)
{
  if (!item->is_range)
    return append_part (style, &item->from, out);
  if (item->from_kind == CHN_END_OPEN) {
    g_string_append (out, "up to ");
    return append_part (style, &item->to, out);
  }
  if (!append_part (style, &item->from, out))
    return FALSE;
  g_string_append (out, item->to_kind == CHN_END_OPEN ? " onwards" : " to ");
  return item->to_kind == CHN_END_OPEN || append_part (style, &item->to, out);
}

static gboolean
append_set (const Style *style, const ChnDate *date, GString *out)
{
  gboolean one_of = date->shape == CHN_SHAPE_ONE_OF;
  if (one_of && date->n_items == 1 && date->items[0].is_range)
    return append_between (style, &date->items[0], out);
  if (date->bounds.flags & CHN_DATE_TIMED)
    return FALSE; /* times have commas of their own */
  if (date->n_items == 1)
    g_string_append (out, one_of ? "one of " : "all of ");
  for (guint i = 0; i < date->n_items; i++) {
    if (i > 0)
      g_string_append (out, i + 1 < date->n_items ? ", " : one_of ? " or " : " and ");
    if (!append_element (style, &date->items[i], out))
      return FALSE;
  }
  return TRUE;
}

static gboolean
append_date (const ChnDate *date, GString *out)
{
  Style style = choose_style (date);
  if (date->shape == CHN_SHAPE_SINGLE)
    return chn_english_append_part (&date->items[0].from, CHN_ELIDE_NOTHING, out);
  return date->shape == CHN_SHAPE_INTERVAL ? append_interval (&style, &date->items[0], out)
                                           : append_set (&style, date, out);
}

/* The first and last day, which every date has words for. */
static ChnDatePart
day_part (gint64 second)
{
  ChnCivil civil = chn_civil_from_seconds (second);
  return (ChnDatePart){
    .form = CHN_PART_DAY, .year = civil.year, .month = (guint8) civil.month, .day = (guint8) civil.day
  };
}

static void
append_envelope (const ChnDate *date, GString *out)
{
  ChnDateItem item = { .is_range = TRUE };
  item.from_kind = date->bounds.earliest == CHN_TIME_MIN ? CHN_END_OPEN : CHN_END_PART;
  item.to_kind = date->bounds.latest == CHN_TIME_MAX ? CHN_END_OPEN : CHN_END_PART;
  if (item.from_kind == CHN_END_PART)
    item.from = day_part (date->bounds.earliest);
  if (item.to_kind == CHN_END_PART)
    item.to = day_part (date->bounds.latest);
  Style style = { &item.to, CHN_ELIDE_MONTH };
  narrow (&style, &item.from, &item.to);
  if (item.from_kind != CHN_END_PART && item.to_kind != CHN_END_PART)
    g_string_append (out, "at any time");
  else
    append_between (&style, &item, out);
}

char *
chn_date_dup_humanized (const ChnDate *date)
{
  GString *out = g_string_sized_new (32);
  if (append_date (date, out))
    return g_string_free (out, FALSE);
  g_autofree char *canonical = chn_date_dup_canonical (date);
  g_string_truncate (out, 0);
  append_envelope (date, out);
  g_string_append_printf (out, " (EDTF %s)", canonical);
  return g_string_free (out, FALSE);
}
