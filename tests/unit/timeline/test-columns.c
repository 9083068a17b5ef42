/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the columns: dictionaries and their rows, ids, backlinks relations, dates against ranges. */
#include "timeline/columns.h"

#include <string.h>

#include "timeline/fixture.h"

static const ChnColumns *
get_columns (const ChnTimeline *timeline)
{
  chn_timeline_need_indexes (timeline);
  return chn_timeline_get_columns (timeline);
}

static ChnTimeline *
make_timeline (Fixture *fixture)
{
  static const struct {
    const char *id, *date, *actor, *forum, *symbol, *tag;
    guint kind;
  } events[] = {
    { "d", "2017", "usa", "un.ga.c3", "A/C.3/69/L.28", "rights", 3 },
    { "c", "2016", "prk", "un.sc", "S/RES/2321 (2016)", "nuclear", 1 },
    { "b", "2015", "prk", "un.ga", "A/RES/69/188", "rights", 1 },
    { "a", "2014", "chn", "un.ga.c3", "A/C.3/69/L.28/Rev.1", "rights", 3 },
  };
  fixture_init (fixture, NULL);
  fixture_add_source (fixture, "uncited", "A title", 1);
  fixture_add_source (fixture, "cited", "A title", 2);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    ChnEvent *event = fixture_begin_event (fixture, events[i].id, events[i].date, i + 1);
    chn_event_add_actor (event, events[i].actor, -1, 0);
    chn_event_add_actor (event, events[i].actor, -1, 1);
    chn_event_add_item (event, CHN_FIELD_FORUMS, events[i].forum, -1);
    chn_event_add_item (event, CHN_FIELD_SYMBOLS, events[i].symbol, -1);
    chn_event_add_item (event, CHN_FIELD_TAGS, events[i].tag, -1);
    chn_event_set_term (event, CHN_FIELD_KIND, events[i].kind);
    if (i > 0)
      chn_event_add_relation (event, i, "d", -1);
    if (i == 2) {
      const ChnBallot ballots[] = { { "cod", CHN_BALLOT_NO } };
      ChnVote vote = { 1, 1, 1, 1, CHN_METHOD_RECORDED, CHN_RESULT_ADOPTED, 1, ballots, FALSE };
      chn_event_set_vote (event, &vote);
      chn_event_add_citation (event, &(ChnCitation){ .source = "cited" });
      chn_event_add_relation (event, 5, "a", -1);
    }
    fixture_add (fixture);
  }
  return fixture_seal (fixture);
}

/* Rows of a code as digits: "03". */
static char *
dup_rows (const ChnColumns *columns, ChnDictionaryId dictionary, const char *text)
{
  guint32 code;
  guint n = 0;
  if (!chn_columns_find_code (columns, dictionary, text, &code))
    return NULL;
  const guint32 *rows = chn_columns_get_rows (columns, dictionary, code, &n);
  GString *digits = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (digits, "%u", rows[i]);
  return g_string_free (digits, FALSE);
}

static void
test_rows_of_codes (void)
{
  static const struct {
    ChnDictionaryId dictionary;
    const char *text, *rows;
  } cases[] = {
    { CHN_DICTIONARY_ACTORS, "prk", "12" },      { CHN_DICTIONARY_ACTORS, "usa", "3" },
    { CHN_DICTIONARY_ACTORS, "cod", "" },        { CHN_DICTIONARY_ACTORS, "cog", NULL },
    { CHN_DICTIONARY_ACTORS, "pr", NULL },       { CHN_DICTIONARY_ACTORS, "zzz", NULL },
    { CHN_DICTIONARY_FORUMS, "un.ga.c3", "03" }, { CHN_DICTIONARY_FORUMS, "un.ga", "1" },
    { CHN_DICTIONARY_FORUMS, "un", NULL },       { CHN_DICTIONARY_SYMBOLS, "A/RES/69/188", "1" },
    { CHN_DICTIONARY_TAGS, "rights", "013" },    { CHN_DICTIONARY_SOURCES, "cited", "1" },
    { CHN_DICTIONARY_SOURCES, "uncited", "" },   { CHN_DICTIONARY_KINDS, "resolution", "12" },
    { CHN_DICTIONARY_KINDS, "draft", "03" },     { CHN_DICTIONARY_KINDS, "visit", "" },
    { CHN_DICTIONARY_KINDS, "nothing", NULL },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  const ChnColumns *columns = get_columns (timeline);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rows = dup_rows (columns, cases[i].dictionary, cases[i].text);
    if (g_strcmp0 (rows, cases[i].rows) != 0)
      CHN_FAIL ("%s: rows %s", cases[i].text, rows ? rows : "none");
  }
}

static void
test_dictionaries_are_ordered (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  const ChnColumns *columns = get_columns (timeline);
  for (guint i = 0; i < CHN_DICTIONARY_KINDS; i++)
    for (guint32 code = 1; code < columns->dictionary[i].n_codes; code++)
      CU_ASSERT (strcmp (chn_columns_get_code_text (columns, (ChnDictionaryId) i, code - 1),
                         chn_columns_get_code_text (columns, (ChnDictionaryId) i, code)) < 0);
}

static void
test_prefixes (void)
{
  static const struct {
    const char *prefix;
    guint n;
  } cases[] = { { "A/", 3 }, { "A/C.3/69", 2 }, { "A/C.3/69/L.28/Rev.1", 1 }, { "S", 1 }, { "E/", 0 },
                { "", 4 },   { "Z", 0 } };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  const ChnColumns *columns = get_columns (timeline);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint32 first = 99, end = 99;
    chn_columns_find_prefix (columns, CHN_DICTIONARY_SYMBOLS, cases[i].prefix, &first, &end);
    CHN_ASSERT_INT (end - first, cases[i].n);
    for (guint32 code = first; code < end; code++)
      CU_ASSERT (
          g_str_has_prefix (chn_columns_get_code_text (columns, CHN_DICTIONARY_SYMBOLS, code), cases[i].prefix));
  }
}

static void
test_incoming (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  guint n = 0;
  const ChnBacklink *backlinks = chn_timeline_get_backlinks (timeline, 3, &n);
  CU_ASSERT_EQUAL_FATAL (n, 3);
  static const ChnBacklink expected[] = { { 3, 0 }, { 2, 1 }, { 1, 2 } };
  for (guint i = 0; i < n; i++) {
    CHN_ASSERT_INT (backlinks[i].type, expected[i].type);
    CHN_ASSERT_INT (backlinks[i].row, expected[i].row);
  }
  CHN_ASSERT_INT (chn_timeline_get_backlinks (timeline, 0, &n)[0].row, 1);
  CHN_ASSERT_INT (n, 1);
  chn_timeline_get_backlinks (timeline, 1, &n);
  CHN_ASSERT_INT (n, 0);
}

static void
test_ids (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *id = g_strdup_printf ("event-%u", i);
    fixture_add_plain (&fixture, id, i % 2 ? "2014" : "2013", i + 1);
  }
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *id = g_strdup_printf ("event-%u", i);
    guint row = G_MAXUINT;
    CU_ASSERT (chn_timeline_find (timeline, id, &row));
    CHN_ASSERT_STRING (chn_timeline_get_id (timeline, row), id);
  }
  guint row = 77;
  CU_ASSERT_FALSE (chn_timeline_find (timeline, "event-1000", &row));
  CU_ASSERT_FALSE (chn_timeline_find (timeline, "", &row));
  CHN_ASSERT_INT (row, 77);
  CHN_ASSERT_STRING (chn_timeline_suggest (timeline, "evnet-512"), "event-512");
}

static gint64
day (int year, int month)
{
  g_autoptr (ChnDate) date = chn_date_new_from_day (year, month, 1);
  return chn_date_get_bounds (date)->earliest;
}

static void
test_dates_with_gaps (void)
{
  static const char *const dates[] = { "[1667,1668,1670..1672]", "1667/1672" };
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  fixture_add_plain (&fixture, "a", dates[0], 1);
  fixture_add_plain (&fixture, "b", dates[1], 2);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  const ChnColumns *columns = get_columns (timeline);
  static const struct {
    int from, to;
  } ranges[] = { { 1669, 1670 }, { 1660, 1667 }, { 1660, 1680 }, { 1668, 1671 }, { 1673, 1680 } };
  for (guint row = 0; row < 2; row++) {
    g_autoptr (ChnDate) date = chn_date_parse (chn_columns_get_text (columns, CHN_FIELD_DATE, row), -1, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (ranges); i++) {
      gint64 from = day (ranges[i].from, 1), to = day (ranges[i].to, 1) - 1;
      CHN_ASSERT_INT (chn_columns_relate (columns, row, from, to), chn_date_relate (date, from, to));
    }
  }
  guint row = 9;
  CU_ASSERT (chn_timeline_find (timeline, "a", &row));
  CHN_ASSERT_INT (chn_columns_relate (columns, row, day (1669, 1), day (1670, 1) - 1), CHN_CERTAINTY_NO);
}

static void
test_absent_values_cost_nothing (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  fixture_add_plain (&fixture, "a", "2014", 1);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  const ChnColumns *columns = get_columns (timeline);
  CHN_ASSERT_INT (columns->n_units, CHN_RECORD_FIXED + 3); /* id, date and title */
  CU_ASSERT_PTR_NULL (chn_columns_get_text (columns, CHN_FIELD_SUMMARY, 0));
  guint n = 9;
  CU_ASSERT_PTR_NULL (chn_columns_get_vote (columns, 0, &n));
  CHN_ASSERT_INT (n, 0);
}

static const ChnTest tests[] = {
  { "codes have their rows, ascending, once each", test_rows_of_codes },
  { "dictionaries are in the order of their texts", test_dictionaries_are_ordered },
  { "prefixes give a range of codes", test_prefixes },
  { "relations are known from both ends", test_incoming },
  { "ids are found", test_ids },
  { "dates with gaps are asked themselves", test_dates_with_gaps },
  { "values that nothing has are not there", test_absent_values_cost_nothing },
};

CHN_SUITE ("timeline/columns", tests)
