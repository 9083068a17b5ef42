/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names that do not resolve and values that make no sense are errors at their place, never empty answers. */
#include "sample.h"

typedef struct {
  const char *query;
  ChnError code;
  const char *place; /* the part of the query that is wrong */
  const char *message;
  const char *hint; /* NULL: whatever the lower layer says, but something */
} Fault;

static const Fault faults[] = {
  { "kind:report forum:un.secco", CHN_ERROR_UNKNOWN, "un.secco", NULL, NULL },
  { "forum:un.ga.nothing", CHN_ERROR_UNKNOWN, "un.ga.nothing", NULL, "below un.ga there are un.ga.c3" },
  { "forum:bilateral.nothing", CHN_ERROR_UNKNOWN, "bilateral.nothing", NULL, "nothing lies below bilateral" },
  { "actor:Kor", CHN_ERROR_UNKNOWN, "Kor", NULL, NULL },
  { "sponsor:\"North Corea\"", CHN_ERROR_UNKNOWN, "\"North Corea\"", NULL, NULL },
  { "no:chian", CHN_ERROR_UNKNOWN, "chian", NULL, NULL },
  { "date:2014-13", CHN_ERROR_RANGE, NULL, NULL, NULL },
  { "date:18.11.2014", CHN_ERROR_SYNTAX, NULL, NULL, NULL },
  { "date:2014..2014-13", CHN_ERROR_RANGE, NULL, NULL, NULL },
  { "date:2016..2014", CHN_ERROR_RANGE, "2016..2014", "the range ends before it begins",
    "write the earlier date first" },
  { "date:today-90q", CHN_ERROR_SYNTAX, NULL, NULL, NULL },
  { "date:@coi-reprot", CHN_ERROR_UNKNOWN, "@coi-reprot", "unknown event \"coi-reprot\"",
    "did you mean \"coi-report\"?" },
  { "date:@@brief", CHN_ERROR_SYNTAX, "@@brief", "a saved query is not a date", "write @ and the id of an event" },
  { "date=[2014-01-01,2014-03-01]", CHN_ERROR_RANGE, "[2014-01-01,2014-03-01]",
    "\"=\" cannot ask about a date with gaps", "list the dates, as in date=(1667,1668), or write date:" },
  { "date>2014/..", CHN_ERROR_RANGE, "2014/..", "the date has no end to compare with",
    "write a date that has both ends" },
  { "year:2014-05", CHN_ERROR_SYNTAX, "2014-05", "\"2014-05\" is not a year", "write date:2014-05" },
  { "kind:reprot", CHN_ERROR_UNKNOWN, "reprot", "unknown kind \"reprot\"", "did you mean \"report\"?" },
  { "kind:(report, vot)", CHN_ERROR_UNKNOWN, "vot", "unknown kind \"vot\"", "did you mean \"vote\"?" },
  { "status:planed", CHN_ERROR_UNKNOWN, "planed", "unknown status \"planed\"", "did you mean \"planned\"?" },
  { "vote:adoptd", CHN_ERROR_UNKNOWN, "adoptd", "unknown value of \"vote\" \"adoptd\"", "did you mean \"adopted\"?" },
  { "is:xyzzy", CHN_ERROR_UNKNOWN, "xyzzy", "unknown value of \"is\" \"xyzzy\"",
    "write approximate, uncertain, timed, planned, overdue, disputed, superseded, confirmed, single or unsourced" },
  { "disputed:importance", CHN_ERROR_UNKNOWN, "importance", "unknown field that sources speak about \"importance\"",
    "write date, vote, forum, symbol, actor, kind, status, place, nth, title or summary" },
  { "says:nobody", CHN_ERROR_UNKNOWN, "nobody", "unknown source \"nobody\"",
    "write a key, a symbol, or words of a title, author or publisher" },
  { "precision:moth", CHN_ERROR_UNKNOWN, "moth", "unknown precision \"moth\"", "did you mean \"month\"?" },
  { "importance:6", CHN_ERROR_RANGE, "6", "importance runs from 1 to 5, found \"6\"", "write 1 to 5, as in 4.." },
  { "importance:huge", CHN_ERROR_SYNTAX, "huge", "\"huge\" is not a count",
    "write a whole number, or a range such as 10..20" },
  { "yes:1x", CHN_ERROR_SYNTAX, "1x", "\"1x\" is not a count", "write a whole number, or a range such as 10..20" },
  { "yes:20..10", CHN_ERROR_RANGE, "20..10", "the range ends before it begins", "write the smaller one first" },
  { "yes:9999999999", CHN_ERROR_SYNTAX, "9999999999", "\"9999999999\" is not a count",
    "write a whole number, or a range such as 10..20" },
  { "tag:human-right", CHN_ERROR_UNKNOWN, "human-right", "unknown tag \"human-right\"",
    "did you mean \"human-rights\"?" },
  { "tag=Human-Rights", CHN_ERROR_UNKNOWN, "Human-Rights", "unknown tag \"Human-Rights\"",
    "did you mean \"human-rights\"?" },
  { "series:xyzzy", CHN_ERROR_UNKNOWN, "xyzzy", "unknown series \"xyzzy\"",
    "no event of this timeline belongs to it; chancery count --by series has those there are" },
  { "source:wilis-2017", CHN_ERROR_UNKNOWN, "wilis-2017", "unknown source \"wilis-2017\"",
    "did you mean \"willis-2017\"?" },
  { "source=willis", CHN_ERROR_UNKNOWN, "willis", "unknown source \"willis\"", "did you mean \"willis-2017\"?" },
  { "id:coi-reprot", CHN_ERROR_UNKNOWN, "coi-reprot", "unknown event \"coi-reprot\"",
    "did you mean \"coi-report\"?" },
  { "a @nothing-of-the-kind", CHN_ERROR_UNKNOWN, "@nothing-of-the-kind", "unknown event \"nothing-of-the-kind\"",
    "write the id of an event of this timeline" },
  { "kind:@coi-report", CHN_ERROR_SYNTAX, "@coi-report", "\"kind\" does not take an event", "write a kind of event" },
  { "forum:@@brief", CHN_ERROR_SYNTAX, "@@brief", "\"forum\" does not take a saved query",
    "write a forum's id, name or alias" },
  { "title:--", CHN_ERROR_SYNTAX, "--", "\"--\" has nothing to search for", "write a word" },
  { "@@breif", CHN_ERROR_UNKNOWN, "@@breif", "unknown saved query \"breif\"", "did you mean \"brief\"?" },
  { "a @@loop", CHN_ERROR_CONFLICT, "@@loop",
    "in the saved query \"loop\": in the saved query \"noose\": the saved query \"loop\" refers to itself",
    "write it without naming itself" },
  { "@@broken", CHN_ERROR_UNKNOWN, "@@broken", "in the saved query \"broken\": unknown field \"forrum\"",
    "did you mean \"forum\"?" },
};

static void
check_place (const Fault *fault, const GError *error)
{
  gsize offset = 0, length = 0;
  if (!chn_error_get_place (error, &offset, &length) || offset + length > strlen (fault->query)) {
    CHN_FAIL ("%s: no place, or one outside", fault->query);
    return;
  }
  g_autofree char *place = g_strndup (fault->query + offset, length);
  if (fault->place)
    CHN_ASSERT_STRING (place, fault->place);
}

static void
test_faults (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  for (guint i = 0; timeline && i < G_N_ELEMENTS (faults); i++) {
    const Fault *fault = &faults[i];
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnBoundQuery) bound = sample_bind (timeline, fault->query, &error);
    if (bound) {
      CHN_FAIL ("taken: %s", fault->query);
      continue;
    }
    if (!g_error_matches (error, CHN_ERROR, (int) fault->code))
      CHN_FAIL ("%s: code %d: %s", fault->query, error->code, error->message);
    check_place (fault, error);
    if (fault->message)
      CHN_ASSERT_STRING (error->message, fault->message);
    if (fault->hint)
      CHN_ASSERT_STRING (chn_error_get_hint (error), fault->hint);
    if (!chn_error_get_hint (error))
      CHN_FAIL ("%s: no hint: %s", fault->query, error->message);
    if (strchr (error->message, '\n'))
      CHN_FAIL ("%s: more than one line", fault->query);
  }
}

/* Saved queries that double each other are bounded like any query. */
static void
test_terms_of_saved_queries (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 2048; i++)
    g_string_append (text, "@@brief ");
  g_autoptr (ChnBoundQuery) fits = sample_bind (timeline, text->str, &error);
  CHN_ASSERT_NO_ERROR (error);
  g_string_append (text, "@@brief");
  g_autoptr (ChnBoundQuery) exceeds = sample_bind (timeline, text->str, &error);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  CU_ASSERT_PTR_NOT_NULL (fits);
  CU_ASSERT_PTR_NULL (exceeds);
}

/* A user's own saved queries stand behind the timeline's. */
static void
test_own_queries (void)
{
  static const ChnSavedQuery own[] = { { "brief", "id:annex" },
                                       { "mine", "@@council OR id:tokyo" },
                                       { "ring", "@@mine @@ring" } };
  static const struct {
    const char *query, *same_as;
  } pairs[] = { { "@@brief", "importance:4.." },
                { "@@mine", "(importance:4.. forum:un.sc) OR id:tokyo" },
                { "@@ring", NULL } };
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnQuery) query = chn_query_parse (pairs[i].query, NULL, &error);
    g_autoptr (ChnBoundQuery) bound = chn_query_bind_with (query, timeline, NULL, own, G_N_ELEMENTS (own), &error);
    g_autoptr (ChnBoundQuery) same = pairs[i].same_as ? sample_bind (timeline, pairs[i].same_as, NULL) : NULL;
    CU_ASSERT_EQUAL (bound == NULL, pairs[i].same_as == NULL);
    if (!bound)
      CU_ASSERT_TRUE (g_error_matches (error, CHN_ERROR, CHN_ERROR_CONFLICT));
    for (guint row = 0; bound && row < chn_timeline_get_n_events (timeline); row++)
      CU_ASSERT_EQUAL (chn_bound_query_matches (bound, row), chn_bound_query_matches (same, row));
  }
}

static const ChnTest tests[] = {
  { "faults are refused at their place with a hint", test_faults },
  { "terms of saved queries are bounded", test_terms_of_saved_queries },
  { "a user's own saved queries", test_own_queries },
};

CHN_SUITE ("query/bind", tests)
