/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was known when: publication dates, announcements, and values that fall back to what was said. */
#include <string.h>

#include <chancery/chancery.h>

#include "suite.h"

/* Sources by when they came out, to the day, to the month, by symbol, and not known. */
static const char file[] =
    "timeline: t\n"
    "title: T\n"
    "extra: [{X-OWN: kept}]\n"
    "queries: {q: meeting}\n"
    "actors:\n"
    "  prk: {kind: state, name: North Korea}\n"
    "forums:\n"
    "  un: {name: United Nations}\n"
    "  un.sc: {name: Security Council}\n"
    "  un.ga: {name: General Assembly}\n"
    "sources:\n"
    "  nov5: {date: 2014-11-05}\n"
    "  dec: {date: 2014-12}\n"
    "  dec22: {date: 2014-12-22}\n"
    "  later: {date: 2017-01-25}\n"
    "  resolution: {symbol: S/RES/2270 (2016)}\n"
    "  undated: {title: No date}\n"
    "  read: {accessed: 2015-06-30}\n"
    "events:\n"
    "  - {id: meeting, date: 2014-12-22, title: The Council met, forum: un.sc, vote: 11-2-2, symbols: [S/PV.7353],\n"
    "     sources: [{source: nov5, says: {date: 2014-12-18, title: The Council may meet, status: planned}},\n"
    "               {source: dec22, says: {vote: 11-2}}, {source: later, says: {date: 2014-12-22, vote: 11-2-2}}]}\n"
    "  - {id: guess, date: 2014-12-10, title: Asked, sources: [{source: nov5, says: {date: 2014-12}}]}\n"
    "  - {id: monthly, date: 2014-11-20, title: Told, summary: In full, sources: [dec]}\n"
    "  - {id: adopted, date: 2016-03-02, title: Adopted, sources: [resolution]}\n"
    "  - {id: known, date: 2014-11-01, title: Known, sources: [undated]}\n"
    "  - {id: consulted, date: 2014-11-02, title: Consulted, sources: [read]}\n"
    "  - {id: early, date: 2014-12-01, title: Early, sources: [{source: nov5, says: {date: 2014-11-04}}, later]}\n"
    "  - {id: unsourced, date: 2014-01-01, title: Unsourced}\n"
    "  - {id: sought, date: 2015-01/2015-03, title: Not held, status: not-held,\n"
    "     sources: [{source: nov5, says: {status: planned}}, {source: later, says: {status: not-held}}]}\n"
    "  - {id: ahead, date: 2018-05, title: Ahead, status: planned, sources: [later]}\n"
    "  - {id: long, date: 2014-11-03/2015-02-01, title: Long, relations: {leads-to: meeting},\n"
    "     sources: [nov5, later]}\n"
    "  - {id: coarse, date: 2014-11-04, title: Coarse, kind: meeting, forum: un.ga,\n"
    "     sources: [{source: nov5, says: {date: 2014-11, forum: un, kind: vote}}, later]}\n";

typedef struct {
  const char *as_of;
  gboolean strict;
  const char *id;
  const char *known; /* status, date, vote, symbol, kind, forum; "-" where there is none; NULL: nothing */
} AsOfCase;

static const AsOfCase cases[] = {
  { "2014-11-04", FALSE, "meeting", NULL },
  { "2014-11-05", FALSE, "meeting", "planned 2014-12-18 - - other un.sc" },
  { "2014-11-05", TRUE, "meeting", "planned 2014-12-18 - - other un.sc" },
  { "2014-12-21", FALSE, "meeting", "planned 2014-12-18 - - other un.sc" },
  { "2014-12-22", FALSE, "meeting", "occurred 2014-12-22 11-2 S/PV.7353 other un.sc" },
  { "2017", FALSE, "meeting", "occurred 2014-12-22 11-2-2 S/PV.7353 other un.sc" },
  { "2014-12-09", FALSE, "guess", NULL },
  { "2014-12-10", FALSE, "guess", "occurred 2014-12-10 - - other -" },
  { "2014-11-30", FALSE, "monthly", NULL },
  { "2014-12-01", FALSE, "monthly", "occurred 2014-11-20 - - other -" },
  { "2014-12-01", TRUE, "monthly", NULL },
  { "2014-12-30", TRUE, "monthly", NULL },
  { "2014-12-31", TRUE, "monthly", "occurred 2014-11-20 - - other -" },
  { "2014-12", TRUE, "monthly", "occurred 2014-11-20 - - other -" },
  { "2015-12-31", FALSE, "adopted", NULL },
  { "2016-03-02", FALSE, "adopted", "occurred 2016-03-02 - - other -" },
  { "2016-03-02", TRUE, "adopted", NULL },
  { "2016-12-31", TRUE, "adopted", "occurred 2016-03-02 - - other -" },
  { "2014-10-31", FALSE, "known", NULL },
  { "2014-11-01", FALSE, "known", "occurred 2014-11-01 - - other -" },
  { "2030-11-01", TRUE, "known", NULL },
  { "2015-06-29", TRUE, "consulted", NULL },
  { "2015-06-30", TRUE, "consulted", "occurred 2014-11-02 - - other -" },
  { "2014-11-02", FALSE, "consulted", "occurred 2014-11-02 - - other -" },
  { "2014-11-04", FALSE, "early", NULL },
  { "2014-11-05", TRUE, "early", "occurred 2014-11-04 - - other -" },
  { "2016-12-31", FALSE, "early", "occurred 2014-11-04 - - other -" },
  { "2017-01-25", FALSE, "early", "occurred 2014-12-01 - - other -" },
  { "2030-11-01", FALSE, "unsourced", NULL },
  { "2014-11-30", FALSE, "sought", "planned [2014-11-30..] - - other -" },
  { "2016-01-01", FALSE, "sought", "planned [2016-01-01..] - - other -" },
  { "2017-01-25", FALSE, "sought", "not-held 2015-01/2015-03 - - other -" },
  { "2017-01-24", FALSE, "ahead", NULL },
  { "2017-01-25", FALSE, "ahead", "planned 2018-05 - - other -" },
  { "2014-11-30", FALSE, "long", "occurred 2014-11-03/.. - - other -" },
  { "2015-02-01", FALSE, "long", "occurred 2014-11-03/2015-02-01 - - other -" },
  { "2014-11-30", FALSE, "coarse", "occurred 2014-11 - - vote un" },
  { "2017-02", FALSE, "coarse", "occurred 2014-11-04 - - meeting un.ga" },
};

static ChnTimeline *
read_timeline (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) faults = chn_report_new ();
  g_autoptr (ChnRegistry) empty = chn_registry_builder_seal (chn_registry_builder_new (NULL), &error);
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (empty, faults, NULL);
  const ChnFormat *yaml = chn_format_find ("yaml", &error);
  if (!yaml || !chn_format_read (yaml, file, strlen (file), "test.yaml", builder, &error)) {
    CHN_FAIL ("%s", error->message);
    return NULL;
  }
  ChnTimeline *timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), &error);
  CHN_ASSERT_NO_ERROR (error);
  return timeline;
}

static ChnTimeline *
ask (const ChnTimeline *timeline, const char *text, gboolean strict)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, &error);
  CHN_ASSERT_NO_ERROR (error);
  ChnTimeline *then = chn_timeline_as_of (timeline, date, strict, &error);
  CHN_ASSERT_NO_ERROR (error);
  return then;
}

static const char *
get_first (const ChnEvent *event, ChnField field)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  return n > 0 ? items[0] : "-";
}

static char *
dup_known (const ChnTimeline *timeline, const char *id)
{
  guint row = 0;
  if (!chn_timeline_find (timeline, id, &row))
    return NULL;
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, row, event);
  g_autofree char *status = chn_event_dup_value (event, CHN_FIELD_STATUS),
                  *kind = chn_event_dup_value (event, CHN_FIELD_KIND);
  g_autofree char *vote = chn_event_dup_value (event, CHN_FIELD_VOTE);
  return g_strdup_printf ("%s %s %s %s %s %s", status, chn_event_get_text (event, CHN_FIELD_DATE), vote ? vote : "-",
                          get_first (event, CHN_FIELD_SYMBOLS), kind, get_first (event, CHN_FIELD_FORUMS));
}

static void
test_cases (void)
{
  g_autoptr (ChnTimeline) timeline = read_timeline ();
  for (guint i = 0; timeline && i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (ChnTimeline) then = ask (timeline, cases[i].as_of, cases[i].strict);
    g_autofree char *known = then ? dup_known (then, cases[i].id) : NULL;
    if (g_strcmp0 (known, cases[i].known) != 0)
      CHN_FAIL ("%s as of %s%s: found %s, expected %s", cases[i].id, cases[i].as_of,
                cases[i].strict ? " strictly" : "", known ? known : "nothing",
                cases[i].known ? cases[i].known : "nothing");
    else
      CU_PASS ("as expected");
  }
}

/* Only what was out is cited, and only what was known is pointed at. */
static void
test_references (void)
{
  g_autoptr (ChnTimeline) timeline = read_timeline ();
  g_autoptr (ChnTimeline) early = ask (timeline, "2014-11-04", FALSE), then = ask (timeline, "2014-11-30", FALSE);
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint row = 0, n = 0;
  CU_ASSERT_PTR_NULL (chn_timeline_find_source (then, "dec"));
  CU_ASSERT_PTR_NOT_NULL (chn_timeline_find_source (then, "nov5"));
  CU_ASSERT_FALSE (chn_timeline_find (early, "long", &row));
  CU_ASSERT_FATAL (chn_timeline_find (then, "long", &row));
  chn_timeline_load (then, row, event);
  chn_event_get_citations (event, &n);
  CU_ASSERT_EQUAL (n, 1);
  chn_event_get_relations (event, &n);
  CU_ASSERT_EQUAL (n, 1);
  CU_ASSERT_FATAL (chn_timeline_find (then, "meeting", &row));
  chn_timeline_load (then, row, event);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_TITLE), "The Council may meet");
}

static void
test_no_end (void)
{
  g_autoptr (ChnTimeline) timeline = read_timeline ();
  g_autoptr (ChnDate) date = chn_date_parse ("2014/..", -1, NULL);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_timeline_as_of (timeline, date, FALSE, &error));
  CU_ASSERT_TRUE (g_error_matches (error, CHN_ERROR, CHN_ERROR_RANGE));
}

/* The file's own header is no event's and was known at any time. */
static void
test_header (void)
{
  g_autoptr (ChnTimeline) timeline = read_timeline ();
  g_autoptr (ChnTimeline) then = ask (timeline, "2014-11-30", FALSE);
  guint n = 0;
  CHN_ASSERT_STRING (chn_timeline_get_header (then, 0, CHN_HEADER_TITLE), "T");
  const ChnSavedQuery *queries = chn_timeline_get_queries (then, 0, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (n > 0 ? queries[0].text : NULL, "meeting");
  const ChnExtra *extras = chn_timeline_get_header_extras (then, 0, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (n > 0 ? extras[0].key : NULL, "X-OWN");
  CHN_ASSERT_STRING (n > 0 ? extras[0].value : NULL, "kept");
}

static const ChnTest tests[] = {
  { "the header stays", test_header },
  { "what was known of each event", test_cases },
  { "sources and relations of the time", test_references },
  { "a date without an end is refused", test_no_end },
};

CHN_SUITE ("curate/as-of", tests)
