/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about the numbers of meetings and resolutions, which are given out in the order of time. */
#include <stdlib.h>
#include <string.h>

#include <chancery/symbol.h>

#include "curate/rule-order.h"

/* A kind of documents that are numbered in the order of time. */
typedef struct {
  const char *prefix; /* of its symbols */
  const char *organ, *kind;
  const char *within; /* what they have in common beside it, or NULL */
} Series;

static const Series meetings[] = {
  { "S/PV", "S", "verbatim-record", NULL },
  { "A/", "A", "verbatim-record", "/PV." },
};

static const Series resolutions[] = {
  { "S/RES/", "S", "resolution", NULL },
  { "S/PRST/", "S", "presidential-statement", NULL },
  { "A/RES/", "A", "resolution", NULL },
};

typedef struct {
  const ChnCheck *whole;
  const Series *series;
  guint n_series;
  GHashTable *by_key; /* "0 69": a series and a session or year, to a GArray of ChnOrdered */
  ChnEvent *event;
} Search;

static gboolean
is_of (const Series *series, const ChnSymbol *symbol)
{
  return strcmp (chn_symbol_get_organ (symbol), series->organ) == 0 &&
         strcmp (chn_symbol_get_kind (symbol), series->kind) == 0 && chn_symbol_get_number (symbol) &&
         !chn_symbol_get_modifiers (symbol) && !chn_symbol_get_parallel (symbol);
}

/* What numbers count within: a session, and of statements a year. Meetings and resolutions of the Council are one
 * series for all time. */
static char *
dup_key (const Search *search, guint series, const ChnSymbol *symbol)
{
  const char *session = chn_symbol_get_session (symbol);
  gboolean by_year = strcmp (search->series[series].kind, "presidential-statement") == 0;
  return session   ? g_strdup_printf ("%u %s", series, session)
         : by_year ? g_strdup_printf ("%u %d", series, chn_symbol_get_year (symbol))
                   : g_strdup_printf ("%u", series);
}

/* Told without parsing it. */
static gboolean
may_be_of (const Series *series, const char *text)
{
  return strncmp (text, series->prefix, strlen (series->prefix)) == 0 &&
         (!series->within || strstr (text, series->within));
}

static guint
find_series (const Search *search, const char *text)
{
  guint series = 0;
  while (series < search->n_series && !may_be_of (&search->series[series], text))
    series++;
  return series;
}

static void
take_symbol (const Search *search, guint row, guint index, const char *text)
{
  guint series = find_series (search, text);
  g_autoptr (ChnSymbol) symbol = series < search->n_series ? chn_symbol_parse (text, -1, NULL) : NULL;
  if (!symbol || !is_of (&search->series[series], symbol))
    return;
  char *end = NULL;
  const ChnDateBounds bounds = chn_columns_get_bounds (chn_timeline_get_columns (search->whole->timeline), row);
  ChnOrdered item = {
    row, index, bounds.earliest, bounds.latest, g_ascii_strtoull (chn_symbol_get_number (symbol), &end, 10), FALSE
  };
  if (*end || item.number == 0)
    return;
  char *key = dup_key (search, series, symbol);
  GArray *items = g_hash_table_lookup (search->by_key, key);
  if (!items) {
    items = g_array_new (FALSE, FALSE, sizeof (ChnOrdered));
    g_hash_table_insert (search->by_key, g_strdup (key), items);
  }
  g_free (key);
  g_array_append_val (items, item);
}

/* Symbols are read off the columns: few rows have one of a series. */
static void
take_symbols (const Search *search)
{
  const ChnColumns *columns = chn_timeline_get_columns (search->whole->timeline);
  for (guint row = 0; row < columns->n_rows; row++) {
    guint n = 0;
    const char *text = chn_columns_get_symbol_texts (columns, row, &n);
    for (guint i = 0; i < n; i++, text += strlen (text) + 1)
      take_symbol (search, row, i, text);
  }
}

static void
report_symbol (const ChnOrdered *item, const ChnOrdered *other, gpointer data)
{
  Search *search = data;
  guint n = 0;
  ChnCheck check = *search->whole;
  g_autoptr (ChnEvent) against = chn_event_new ();
  check.event = search->event;
  check.row = item->row;
  chn_timeline_load (check.timeline, other->row, against);
  chn_timeline_load (check.timeline, item->row, search->event);
  const char *symbol = chn_event_get_items (search->event, CHN_FIELD_SYMBOLS, &n)[item->item];
  const char *opposed = chn_event_get_items (against, CHN_FIELD_SYMBOLS, &n)[other->item];
  gboolean is_later = item->earliest > other->latest;
  chn_check_found (&check, CHN_FIELD_SYMBOLS, item->item, "check the number and the date",
                   "%s (%s) cannot come %s %s (%s)", symbol, chn_event_get_text (search->event, CHN_FIELD_DATE),
                   is_later ? "after" : "before", opposed, chn_event_get_text (against, CHN_FIELD_DATE));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
check_series (const ChnCheck *whole, const Series *series, guint n_series)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GHashTable) by_key =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  Search search = { whole, series, n_series, by_key, event };
  take_symbols (&search);
  guint n = 0;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (by_key, &n);
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    chn_find_disorder (g_hash_table_lookup (by_key, keys[i]), report_symbol, &search);
}

void
chn_rule_meeting_order (const ChnCheck *check)
{
  check_series (check, meetings, G_N_ELEMENTS (meetings));
}

void
chn_rule_resolution_order (const ChnCheck *check)
{
  check_series (check, resolutions, G_N_ELEMENTS (resolutions));
}
