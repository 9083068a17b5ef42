/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Queries: parsing ends in a tree or in an error with a place and a hint; the tree's canonical text
 * parses to the same tree; a bound query has the same rows with and without its plan. */
#include <chancery/error.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "query/query.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef struct {
  const char *id, *date, *title, *forum, *actor, *symbol, *tag;
} Row;

static const Row rows[] = {
  { "coi-report", "2014-02-17", "The commission’s report", "un.hrc", "prk", "A/HRC/25/63", "human-rights" },
  { "autumn", "2014-09~/2014-10", "Talks", "un", "fra", "A/C.3/69/L.28/Rev.1", "talks" },
  { "twice", "[2014-09-27,2014-10-03]", "国連人権理事会", "un.hrc", "eu", "S/PV.7353", "talks" },
  { "since", "2015/..", "Côte d’Ivoire", "un", "prk", "A/RES/69/188", "human-rights" },
};

static ChnRegistry *
make_registry (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "prk", "Korea, North", "North Korea", NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "fra", "France", NULL, NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_ORGANISATION, "eu", "European Union", NULL, NULL);
  chn_registry_builder_add_member (builder, "eu", &(ChnMembership){ .actor = "fra" });
  chn_registry_builder_add_forum (builder, "un", "United Nations", NULL, NULL);
  chn_registry_builder_add_forum (builder, "un.hrc", "Human Rights Council", NULL, NULL);
  return chn_registry_builder_seal (builder, NULL);
}

static void
add_row (ChnTimelineBuilder *builder, const Row *row)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnDate) date = chn_date_parse (row->date, -1, NULL);
  chn_event_set_text (event, CHN_FIELD_ID, row->id, -1);
  chn_event_set_text (event, CHN_FIELD_TITLE, row->title, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_add_item (event, CHN_FIELD_FORUMS, row->forum, -1);
  chn_event_add_item (event, CHN_FIELD_SYMBOLS, row->symbol, -1);
  chn_event_add_item (event, CHN_FIELD_TAGS, row->tag, -1);
  chn_event_add_actor (event, row->actor, -1, 0);
  chn_timeline_builder_add_event (builder, event);
}

static gpointer
make_timeline (gpointer nothing)
{
  (void) nothing;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnRegistry) registry = make_registry ();
  ChnReport *report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, "fuzz");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "fuzz");
  chn_timeline_builder_add_query (builder, "brief", "forum:un.hrc OR @@talks");
  chn_timeline_builder_add_query (builder, "talks", "tag:talks");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (builder, &rows[i]);
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  g_assert_no_error (error);
  chn_report_free (report);
  return timeline;
}

static void
check_error (const GError *error, const char *text)
{
  gsize offset = 0, length = 0;
  g_assert_nonnull (error);
  g_assert_true (error->domain == CHN_ERROR && *error->message);
  if (chn_error_get_place (error, &offset, &length))
    g_assert_cmpuint (offset + length, <=, strlen (text));
  else
    g_assert_cmpint (error->code, ==, CHN_ERROR_LIMIT);
}

/*
 * Quoting may lengthen the text, so that a bound may refuse it. What other programs understand is ours where it
 * stands in more that they do not; by itself it is refused, and said how it is written here.
 */
static void
check_canonical (const ChnQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = chn_node_dup_text (query->root);
  g_autoptr (ChnQuery) again = chn_query_parse (text, NULL, &error);
  if (!again) {
    g_autofree char *said_here = chn_query_translate (text);
    g_assert_true (said_here || g_error_matches (error, CHN_ERROR, CHN_ERROR_LIMIT));
    return;
  }
  g_autofree char *twice = chn_node_dup_text (again->root);
  g_assert_cmpstr (twice, ==, text);
}

static void
check_rows (const ChnQuery *query)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr (GError) error = NULL;
  ChnTimeline *timeline = g_once (&once, make_timeline, NULL);
  g_autoptr (ChnDate) today = chn_date_new_from_day (2020, 2, 29);
  g_autoptr (ChnBoundQuery) bound = chn_query_bind (query, timeline, today, &error);
  g_auto (ChnRows) planned = { 0 }, unplanned = { 0 };
  if (!bound) {
    check_error (error, chn_query_get_text (query));
    return;
  }
  chn_bound_query_run (bound, TRUE, &planned);
  chn_bound_query_run (bound, FALSE, &unplanned);
  g_assert_cmpuint (planned.n, ==, unplanned.n);
  g_assert_true (planned.n == 0 || memcmp (planned.row, unplanned.row, planned.n * sizeof *planned.row) == 0);
  g_autofree char *explained = chn_bound_query_explain (bound);
  g_assert_true (g_str_has_suffix (explained, "\n"));
}

/* Lines as the words of a command line: whatever they are, the join is a text. */
static void
check_arguments (const char *text)
{
  g_auto (GStrv) arguments = g_strsplit (text, "\n", -1);
  g_autofree char *joined = chn_query_join_arguments ((const char *const *) arguments);
  g_assert_nonnull (joined);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnQuery) query = chn_query_parse (text, NULL, &error);
  check_arguments (text);
  if (!query) {
    check_error (error, text);
    return 0;
  }
  check_canonical (query);
  check_rows (query);
  return 0;
}
