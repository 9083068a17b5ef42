/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The parser of the Extended Date/Time Format (ISO 8601-2:2019, clauses 4 to 8; LoC EDTF 2019-02-04).
 *
 *   edtf     = part | interval | set
 *   interval = end "/" end                      not both empty
 *   end      = part | ".." | ""                 open; unknown
 *   set      = "[" list "]" | "{" list "}"      one of; all of
 *   list     = element { "," element }
 *   element  = part | part ".." part | ".." part | part ".."      the open ones first and last only
 */
#include <string.h>

#include "date/date.h"

enum { MOST_BYTES = 16384, MOST_ITEMS = 1000 };

static gboolean
fail_order (ChnScanner *scanner, gsize start, const char *what)
{
  return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, scanner->at - start, "the end of the %s is before its start",
                        what);
}

/* Where both say how far they are from UTC, the clocks of two places may show an end before its start. */
static gboolean
are_instants (const ChnDateItem *item)
{
  return item->from.form == CHN_PART_TIME && item->to.form == CHN_PART_TIME && item->from.has_offset &&
         item->to.has_offset;
}

/* An end that is not masked must not begin before the start does; a masked one may lie anywhere in its span. */
static gboolean
is_ordered (const ChnDateItem *item)
{
  gint64 start, end_first, end_last, unused;
  if (item->from_kind != CHN_END_PART || item->to_kind != CHN_END_PART)
    return TRUE;
  chn_part_get_bounds (&item->from, &start, &unused);
  chn_part_get_bounds (&item->to, &end_first, &end_last);
  if (are_instants (item))
    return end_first - item->to.offset * 60 >= start - item->from.offset * 60;
  gboolean masked = item->to.year_mask != 0 || item->to.month_mask != 0 || item->to.day_mask != 0;
  return (masked ? end_last : end_first) >= start;
}

static gboolean
scan_end (ChnScanner *scanner, gboolean absent, ChnDatePart *part, guint8 *kind)
{
  *kind = CHN_END_UNKNOWN;
  if (absent)
    return TRUE;
  *kind = CHN_END_OPEN;
  if (chn_scan_take_dots (scanner))
    return TRUE;
  *kind = CHN_END_PART;
  return chn_scan_part (scanner, part);
}

static gboolean
scan_interval (ChnScanner *scanner, ChnDateItem *item)
{
  item->is_range = TRUE;
  if (!scan_end (scanner, chn_scan_peek (scanner) == '/', &item->from, &item->from_kind))
    return FALSE;
  if (!chn_scan_take (scanner, '/'))
    return chn_scan_fail_expected (scanner, "the end of the date, or \"/\" and the end of an interval");
  gsize start = scanner->at;
  if (!scan_end (scanner, start == scanner->length, &item->to, &item->to_kind))
    return FALSE;
  if (item->from_kind == CHN_END_UNKNOWN && item->to_kind == CHN_END_UNKNOWN)
    return chn_scan_fail (scanner, CHN_ERROR_SYNTAX, 0, 1, "found \"/\" alone, expected a date before or after it");
  if (scanner->at < scanner->length)
    return chn_scan_fail_expected (scanner, "the end of the interval");
  return is_ordered (item) || fail_order (scanner, start, "interval");
}

static gboolean
scan_element (ChnScanner *scanner, gboolean is_first, ChnDateItem *item)
{
  gsize start = scanner->at;
  if (is_first && chn_scan_take_dots (scanner)) {
    item->is_range = TRUE;
    item->from_kind = CHN_END_OPEN;
    return chn_scan_part (scanner, &item->to);
  }
  if (!chn_scan_part (scanner, &item->from))
    return FALSE;
  if (!chn_scan_take_dots (scanner))
    return TRUE;
  item->is_range = TRUE;
  char next = chn_scan_peek (scanner);
  if (next == ']' || next == '}') {
    item->to_kind = CHN_END_OPEN;
    return TRUE;
  }
  if (!chn_scan_part (scanner, &item->to))
    return FALSE;
  return is_ordered (item) || fail_order (scanner, start, "range");
}

static gboolean
scan_list (ChnScanner *scanner, char closing, GArray *items)
{
  do {
    ChnDateItem item = { 0 };
    if (items->len == MOST_ITEMS)
      return chn_scan_fail (scanner, CHN_ERROR_LIMIT, scanner->at, 0, "found more than %d elements in a set",
                            MOST_ITEMS);
    if (!scan_element (scanner, items->len == 0, &item))
      return FALSE;
    g_array_append_val (items, item);
    gboolean open = item.is_range && item.to_kind == CHN_END_OPEN;
    if (open && chn_scan_peek (scanner) != closing)
      return chn_scan_fail_expected (scanner, "the end of the set after an open range");
  } while (chn_scan_take (scanner, ','));
  if (!chn_scan_take (scanner, closing))
    return chn_scan_fail_expected (scanner, closing == ']' ? "\",\", \"..\" or \"]\"" : "\",\", \"..\" or \"}\"");
  return scanner->at == scanner->length || chn_scan_fail_expected (scanner, "the end of the date after the set");
}

static guint8
get_level (ChnDateShape shape, const ChnDateItem *items)
{
  if (shape == CHN_SHAPE_ONE_OF || shape == CHN_SHAPE_ALL_OF)
    return 2;
  guint8 level = items[0].from_kind == CHN_END_PART ? items[0].from.level : 1;
  if (shape == CHN_SHAPE_SINGLE)
    return level;
  guint8 end = items[0].to_kind == CHN_END_PART ? items[0].to.level : 1;
  level = MAX (level, end);
  /* Level 1 has long years, but not in intervals. */
  gboolean is_long = ABS (items[0].from.year) > 9999 || ABS (items[0].to.year) > 9999;
  return is_long ? 2 : level;
}

static ChnDate *
date_new (ChnDateShape shape, const ChnDateItem *items, guint n_items, const char *text, gsize length)
{
  gsize items_size = n_items * sizeof (ChnDateItem);
  ChnDate *date = g_malloc (sizeof (ChnDate) + items_size + length + 1);
  char *copy = (char *) date + sizeof (ChnDate) + items_size;
  g_atomic_ref_count_init (&date->references);
  date->shape = (guint8) shape;
  date->level = get_level (shape, items);
  date->n_items = n_items;
  memcpy (date->items, items, items_size);
  memcpy (copy, text, length);
  copy[length] = '\0';
  date->text = copy;
  chn_date_compute_bounds (date);
  return date;
}

static ChnDate *
parse_set (ChnScanner *scanner)
{
  char opening = scanner->text[scanner->at++];
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ChnDateItem));
  if (!scan_list (scanner, opening == '[' ? ']' : '}', items))
    return NULL;
  ChnDateShape shape = opening == '[' ? CHN_SHAPE_ONE_OF : CHN_SHAPE_ALL_OF;
  return date_new (shape, (const ChnDateItem *) (gpointer) items->data, items->len, scanner->text, scanner->length);
}

static ChnDate *
parse_single_or_interval (ChnScanner *scanner)
{
  ChnDateItem item = { 0 };
  if (chn_scan_plain (scanner->text, scanner->length, &item.from))
    return date_new (CHN_SHAPE_SINGLE, &item, 1, scanner->text, scanner->length);
  if (!memchr (scanner->text, '/', scanner->length)) {
    if (!chn_scan_part (scanner, &item.from))
      return NULL;
    if (scanner->at < scanner->length) {
      chn_scan_fail_expected (scanner, "the end of the date");
      return NULL;
    }
    return date_new (CHN_SHAPE_SINGLE, &item, 1, scanner->text, scanner->length);
  }
  if (!scan_interval (scanner, &item))
    return NULL;
  return date_new (CHN_SHAPE_INTERVAL, &item, 1, scanner->text, scanner->length);
}

ChnDate *
chn_date_parse_plainly (const char *text, gsize length, ChnDateFault *fault)
{
  ChnScanner scanner = { .text = text, .length = length };
  ChnDate *date = NULL;
  if (length > MOST_BYTES)
    chn_scan_fail (&scanner, CHN_ERROR_LIMIT, MOST_BYTES, 0, "the date is longer than %d bytes", MOST_BYTES);
  else if (length == 0)
    chn_scan_fail_expected (&scanner, "a date");
  else if (text[0] == '[' || text[0] == '{')
    date = parse_set (&scanner);
  else
    date = parse_single_or_interval (&scanner);
  if (!date && fault)
    *fault = scanner.fault;
  return date;
}
