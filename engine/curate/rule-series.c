/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lint rule about ordinals: a series counts in the order of time, and each ordinal is given once. */
#include "curate/rule-order.h"

typedef struct {
  const ChnCheck *whole;
  ChnEvent *event;
} Report;

/* Has the report stand at a row. */
static ChnCheck
stand_at (const Report *report, guint row)
{
  ChnCheck check = *report->whole;
  chn_timeline_load (check.timeline, row, report->event);
  check.event = report->event;
  check.row = row;
  return check;
}

static void
report_order (const ChnOrdered *item, const ChnOrdered *other, gpointer data)
{
  ChnCheck check = stand_at (data, item->row);
  chn_check_found (&check, CHN_FIELD_NTH, 0, "check the ordinals and the dates of both",
                   "number %u of %s (%s) cannot come %s number %u, %s", (guint) item->number,
                   chn_event_get_text (check.event, CHN_FIELD_SERIES),
                   chn_event_get_text (check.event, CHN_FIELD_DATE),
                   item->earliest > other->latest ? "after" : "before", (guint) other->number,
                   chn_timeline_get_id (check.timeline, other->row));
}

static void
report_twice (const Report *report, const ChnOrdered *item, guint first)
{
  ChnCheck check = stand_at (report, item->row);
  chn_check_found (&check, CHN_FIELD_NTH, 0, "count one of them anew, or leave the ordinal out",
                   "number %u of %s is %s already", (guint) item->number,
                   chn_event_get_text (check.event, CHN_FIELD_SERIES), chn_timeline_get_id (check.timeline, first));
}

/* What did not take place may have left its number to what came in its stead. */
static GArray *
take_series (const ChnColumns *columns, guint32 code)
{
  guint n = 0;
  const guint32 *rows = chn_columns_get_rows (columns, CHN_DICTIONARY_SERIES, code, &n);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (ChnOrdered));
  for (guint i = 0; i < n; i++) {
    guint nth = chn_columns_get_nth (columns, rows[i]);
    const ChnDateBounds bounds = chn_columns_get_bounds (columns, rows[i]);
    ChnOrdered item = { rows[i], 0, bounds.earliest, bounds.latest, nth, FALSE };
    if (nth > 0 && chn_columns_get_status (columns, rows[i]) == CHN_STATUS_OCCURRED)
      g_array_append_val (items, item);
  }
  return items;
}

static void
check_twice (const Report *report, const GArray *items)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL); /* by ordinal: 1 + row */
  for (guint i = 0; i < items->len; i++) {
    const ChnOrdered *item = &g_array_index (items, ChnOrdered, i);
    gpointer known = g_hash_table_lookup (first, GUINT_TO_POINTER ((guint) item->number));
    if (known)
      report_twice (report, item, GPOINTER_TO_UINT (known) - 1);
    else
      g_hash_table_insert (first, GUINT_TO_POINTER ((guint) item->number), GUINT_TO_POINTER (item->row + 1));
  }
}

void
chn_rule_series_order (const ChnCheck *check)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  Report report = { check, event };
  chn_timeline_need_indexes (check->timeline);
  const ChnColumns *columns = chn_timeline_get_columns (check->timeline);
  for (guint32 code = 0; code < columns->dictionary[CHN_DICTIONARY_SERIES].n_codes; code++) {
    g_autoptr (GArray) items = take_series (columns, code);
    check_twice (&report, items);
    chn_find_disorder (items, report_order, &report);
  }
}
