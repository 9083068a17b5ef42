/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows are ordered, given neighbours and limited. */
#include "sample.h"

typedef struct {
  const char *query;
  ChnSortKey key;
  gboolean reverse;
  const char *ids;
} Order;

static const Order orders[] = {
  { "year:2014 importance:1..", CHN_SORT_DATE, FALSE, "coi-report annex c3-vote ga-69-188 sc-7353" },
  { "year:2014 importance:1..", CHN_SORT_DATE, TRUE, "sc-7353 ga-69-188 c3-vote annex coi-report" },
  { "year:2014 importance:1..", CHN_SORT_IMPORTANCE, FALSE, "coi-report ga-69-188 c3-vote sc-7353 annex" },
  { "year:2014 importance:1..", CHN_SORT_FORUM, FALSE, "ga-69-188 c3-vote coi-report annex sc-7353" },
  { "year:2014 importance:1..", CHN_SORT_KIND, FALSE, "sc-7353 coi-report annex ga-69-188 c3-vote" },
  { "year:2014 importance:1..", CHN_SORT_TITLE, FALSE, "sc-7353 ga-69-188 annex coi-report c3-vote" },
  { "year:2014 importance:1..", CHN_SORT_ID, FALSE, "annex c3-vote coi-report ga-69-188 sc-7353" },
  { "year:2014 importance:1..", CHN_SORT_ID, TRUE, "sc-7353 ga-69-188 coi-report c3-vote annex" },
  { "title:nothing", CHN_SORT_TITLE, FALSE, "" },
};

static void
find (ChnTimeline *timeline, const char *text, ChnRows *rows)
{
  g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (query);
  chn_bound_query_run (query, TRUE, rows);
}

static void
test_orders (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_auto (ChnRows) rows = { 0 };
    find (timeline, orders[i].query, &rows);
    chn_rows_sort (&rows, timeline, orders[i].key, orders[i].reverse);
    g_autofree char *ids = sample_ids (timeline, &rows);
    CHN_ASSERT_STRING (ids, orders[i].ids);
  }
}

typedef struct {
  const char *query;
  guint n;
  const char *ids;
} Context;

static const Context contexts[] = {
  { "id:annex", 0, "annex" },
  { "id:annex", 1, "coi-report annex autumn-talks" },
  { "id:hrc-22-13 OR id:next-plan", 1, "hrc-22-13 coi-report brexit next-plan" },
  { "id:coi-report OR id:annex", 1, "hrc-22-13 coi-report annex autumn-talks" },
  { "title:nothing", 3, "" },
};

static void
test_context (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++) {
    g_auto (ChnRows) rows = { 0 };
    find (timeline, contexts[i].query, &rows);
    chn_rows_add_context (&rows, timeline, contexts[i].n);
    g_autofree char *ids = sample_ids (timeline, &rows);
    CHN_ASSERT_STRING (ids, contexts[i].ids);
  }
  g_auto (ChnRows) all = { 0 };
  find (timeline, "id:annex", &all);
  chn_rows_add_context (&all, timeline, G_MAXUINT);
  CHN_ASSERT_INT (all.n, G_N_ELEMENTS (sample_rows));
}

static void
test_limit (void)
{
  guint row[] = { 3, 1, 2 };
  ChnRows rows = { 3, row, NULL };
  chn_rows_limit (&rows, 4);
  CHN_ASSERT_INT (rows.n, 3);
  chn_rows_limit (&rows, 2);
  CHN_ASSERT_INT (rows.n, 2);
  CHN_ASSERT_INT (rows.row[1], 1);
}

static void
test_keys (void)
{
  for (int key = 0; key < CHN_N_SORTS; key++)
    CHN_ASSERT_INT (chn_sort_key_find (chn_sort_key_get_name ((ChnSortKey) key)), key);
  CHN_ASSERT_INT (chn_sort_key_find ("Title"), CHN_SORT_TITLE);
  CHN_ASSERT_INT (chn_sort_key_find ("size"), -1);
}

static const ChnTest tests[] = {
  { "rows are ordered by each key", test_orders },
  { "neighbours in time join, once each", test_context },
  { "a limit keeps the first", test_limit },
  { "keys have names", test_keys },
};

CHN_SUITE ("query/rows", tests)
