/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Random queries over a random timeline give the same rows planned, unplanned and row by row, and the same
 * again from its snapshot, which has an index of words.
 */
#include "query/plan.h"

#include "reopen.h"
#include "sample.h"

enum { N_EVENTS = 300, N_QUERIES = 1500, DEEPEST = 4 };

static const char *
pick (GRand *random, const char *const *choices, guint n)
{
  return choices[g_rand_int_range (random, 0, (gint32) n)];
}

#define PICK(random, choices) pick ((random), (choices), G_N_ELEMENTS (choices))

static char *
random_date (GRand *random)
{
  int year = g_rand_int_range (random, 2000, 2021), month = g_rand_int_range (random, 1, 13);
  int day = g_rand_int_range (random, 1, 29);
  switch (g_rand_int_range (random, 0, 14)) {
  case 0:
    return g_strdup_printf ("%d", year);
  case 1:
    return g_strdup_printf ("%d-%02d", year, month);
  case 2:
    return g_strdup_printf ("%d-%02d/%d", year, month, year + g_rand_int_range (random, 1, 9));
  case 3:
    return g_strdup_printf ("[%d-%02d-%02d,%d]", year, month, day, year + 2);
  case 4:
    return g_strdup_printf ("/%d", year);
  case 5:
    return g_strdup_printf ("%d/..", year);
  case 6:
    return g_strdup_printf ("%d-%02d-%02dT12:00:00", year, month, day);
  case 7:
    return g_strdup_printf ("%d-%02d~", year, month);
  case 8:
    return g_strdup_printf ("%d-%02d-%02d?", year, month, day);
  case 9:
    return g_strdup_printf ("{%d,%d-%02d}", year, year + 3, month);
  case 10:
    return g_strdup_printf ("%d-XX-%02d", year, day);
  case 11:
    return g_strdup_printf ("%d-%02d-%02dT%02d:30%+03d:00", year, month, day, g_rand_int_range (random, 0, 24),
                            g_rand_int_range (random, 1, 13));
  case 12:
    return g_strdup_printf ("%d-%02d-%02dT23:00/%d-%02d-%02dT01:30", year, month, day, year, month, day + 1);
  default:
    return g_strdup_printf ("%d-%02d-%02d", year, month, day);
  }
}

/* Some events have dates of which queries take the ends. */
static char *
draw_date (GRand *random, guint event)
{
  switch (event) {
  case 3:
    return g_strdup ("2005-03-01");
  case 9:
    return g_strdup ("2009-09");
  case 70:
    return g_strdup ("2010-05/2011");
  case 99:
    return g_strdup ("2013");
  default:
    return random_date (random);
  }
}

/* Whether the relation drawn for an event points at itself. */
static gboolean
is_own (const GPtrArray *texts, guint i)
{
  return g_str_has_suffix (strchr (texts->pdata[i * 3 + 2], ':') + 1, texts->pdata[i * 3]);
}

static ChnTimeline *
random_timeline (GRand *random)
{
  static const char *const kinds[] = { "report", "vote", "meeting", "visit" };
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc", "un.ga un.sc", NULL };
  static const char *const actors[] = { "prk:subject", "fra:sponsor", "gbr:sponsor prk:subject", "eu:sponsor", NULL };
  static const char *const tags[] = { "a", "b", "a b", NULL };
  static const char *const votes[] = { "10-2-3", "consensus", NULL };
  static const char *const titles[] = { "A report of France", "The visit", "Reports and votes",
                                        "国連人権理事会の決議" };
  static const char *const summaries[] = {
    "Votes, and a visit to Côte-d’Ivoire", "report report report", "The visit; the vote", "人権", NULL,
  };
  static const char *const places[] = { "New York", "Geneva", "New-York, Geneva", NULL };
  static const char *const quotes[] = { "a visit of the votes", "France", NULL };
  static const char *const series[] = { "Annual review", "talks", NULL };
  static const char *const symbols[] = { "A/RES/69/188", "A/C.3/69/L.28/Rev.1 S/PV.7353", "S/2014/872", NULL };
  static const char *const statuses[] = { "occurred", "planned", "cancelled", "not-held" };
  static const char *const rolls[] = { "chn:no rus:no fra:yes", "jpn:abstain gbr:yes", NULL };
  static const char *const revised[] = { "2014-05-01", "2014-06", "2014-06-15T10:30Z", NULL };
  static const char *const says[] = { "2010", "2014-05", NULL, NULL };
  static const char *const relations[] = { "cites", "leads-to", "part-of", "responds-to", "related-to" };
  static const char *const sources[] = { "un-record", "willis-2017", NULL };
  static const char *const repeats[] = {
    "FREQ=YEARLY", "FREQ=MONTHLY;COUNT=5", "FREQ=HOURLY", NULL, NULL, NULL, NULL
  };
  static SampleRow rows[N_EVENTS];
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_EVENTS; i++) {
    g_ptr_array_add (texts, g_strdup_printf ("event-%u", i));
    g_ptr_array_add (texts, draw_date (random, i));
    g_ptr_array_add (
        texts, g_strdup_printf ("%s:event-%d", PICK (random, relations), g_rand_int_range (random, 0, N_EVENTS)));
    rows[i] = (SampleRow){ .id = texts->pdata[i * 3],
                           .date = texts->pdata[i * 3 + 1],
                           .title = PICK (random, titles),
                           .kind = PICK (random, kinds),
                           .forums = PICK (random, forums),
                           .actors = PICK (random, actors),
                           .tags = PICK (random, tags),
                           .vote = PICK (random, votes),
                           .roll = PICK (random, rolls),
                           .method = (ChnVoteMethod) g_rand_int_range (random, 0, CHN_METHOD_PROCEDURAL + 1),
                           .result = (ChnVoteResult) g_rand_int_range (random, 0, CHN_RESULT_ADOPTED + 1),
                           .summary = PICK (random, summaries),
                           .place = PICK (random, places),
                           .quote = PICK (random, quotes),
                           .series = PICK (random, series),
                           .symbols = PICK (random, symbols),
                           .status = PICK (random, statuses),
                           .says_date = PICK (random, says),
                           .importance = (guint) g_rand_int_range (random, 0, 6),
                           .sources = PICK (random, sources),
                           .nth = (guint) g_rand_int_range (random, 0, 9),
                           .repeat = i % 4 == 0 ? PICK (random, repeats) : NULL,
                           .revised = PICK (random, revised),
                           .relations = is_own (texts, i) ? NULL : texts->pdata[i * 3 + 2] };
  }
  ChnTimeline *timeline = sample_timeline (rows, N_EVENTS);
  g_ptr_array_unref (texts);
  return timeline;
}

/* Values for a field, or for all fields that take the same; with a ":" in front those that can only be asked so. */
typedef struct {
  const char *field, *takes;
  const char *values[10];
} Values;

static const Values values[] = {
  { "date",
    NULL,
    { "2010", "2005..2012", "..2004", "2011-05", ":[2004,2016]", "@event-9", ":2008-02~", "@event-3..@event-99",
      "2010-05-05T12:00Z..2011" } },
  { "year", NULL, { "2008", "2008..2012", "2015..", "(2004, 2016)" } },
  { "during", NULL, { "@event-70", "2009..2011", "@event-3..@event-99" } },
  { "overlaps", NULL, { "@event-70", "2010", "@event-3..2009" } },
  { "begins", NULL, { "@event-9", "2010", "2006..@event-70" } },
  { "ends", NULL, { "@event-99", "(2010, 2012-05)", "2013.." } },
  { "before", NULL, { "2011", "@event-9", "@event-70+1y" } },
  { "after", NULL, { "2015", "@event-99", "2009-05-01" } },
  { "within", NULL, { "90d@event-9", "(+1y@event-9, -1y@event-99)", "40d@2012-05" } },
  { "revised",
    NULL,
    { "2014", "2014-06..", "..2014-06-10", "2014-06-15T10:00Z..", ":2014-06~", "@event-99..", ".." } },
  { "forum", NULL, { "un.ga", "un", "(un.sc, un.ga.c3)", "\"Security Council\"", "un.hrc" } },
  { "actor", "an actor's name, alias, code or id", { "eu", "prk", "p5", "jpn", "\"North Korea\"", "(fra, gbr)" } },
  { "kind", NULL, { "report", "(vote, visit)", "treaty-action" } },
  { "symbol", NULL, { ":A/RES", "S/PV.7353", ":A/C.3/69", "(A/RES/69/188, S/2014/872)", ":S/2014" } },
  { "member", NULL, { "eu", "p5", "(eu, p5)" } },
  { "vote", NULL, { "consensus", "none", "adopted", "(rejected, recorded)", "veto", "failed", "unanimous" } },
  { "veto", NULL, { "chn", "p5", "(fra, gbr)", "jpn" } },
  { "yes",
    "a number or range, or an actor where a roll call is known; all(GROUP) for all its members",
    { "2", "1..9", "10..", "fra", "p5", "chn", "all(p5)", "(all(eu), chn)" } },
  { "agree",
    "two or more actors in parentheses, or a group",
    { "(chn, rus)", "p5", "(fra, p5)", "(jpn, gbr, chn)" } },
  { "margin", NULL, { "..10", "5..", "2", "(1, 3..4)" } },
  { "share", NULL, { "..0.5", "60%..", "0.67", "0.4..0.6" } },
  { "status", NULL, { "planned", "(cancelled, not-held)" } },
  { "tag", NULL, { "a", "(a, b)", ":B" } },
  { "source",
    "a source's key, or words of its title, author or publisher",
    { "un-record", "willis-2017", "(un-record, willis-2017)", ":willis", ":diplomacy" } },
  { "disputed",
    "a field: date, vote, forum, symbol, actor, kind, status, place, nth, title or summary",
    { "date", "(vote, place)", "title" } },
  { "importance", NULL, { "4..", "1", "..3", "(2, 5)" } },
  { "precision", NULL, { "month..", "day", "day..year" } },
  { "confidence", NULL, { "none", "(verified, reported)" } },
  { "visibility", NULL, { "public", "(restricted, private)" } },
  { "place", NULL, { "geneva", "\"new york\"", "gen*", "\"york, geneva\"" } },
  { "series", NULL, { "talks", "\"Annual review\"", ":annual-review", ":TALKS" } },
  { "id", NULL, { "event-7", "(event-3, event-250)", "@@brief", "(event-7, @@council)" } },
  { "nth", NULL, { "3..5", "8", "(1, 2)" } },
  { "title", NULL, { "visit", "\"the visit\"", "rep*", "人権", "\"reports and\"", "(france, votes)" } },
  { "text", NULL, { "visit", "\"the vote\"", "\"report report\"", "人", "\"votes, and a\"", "cote*" } },
  { "is",
    NULL,
    { "unsourced", "disputed", "single", "(planned, overdue)", "timed", "approximate", "uncertain", "confirmed" } },
  { "maybe", NULL, { ":(no:prk)", ":(actor:p5 vote:adopted)", ":(NOT yes:(fra, chn))", ":(abstain:..5)" } },
  { "trail", "an event, @id", { "@event-100", "(event-5, event-90)", "@event-40", "@event-77" } },
};

static const char *const bare[] = {
  "france",
  "report",
  "\"the visit\"",
  "\"report report\"",
  "人権",
  "理事",
  "vot*",
  "\"vote the\"",
  "\"a of\"",
  "geneva",
  "69",
  "\"and a visit\"",
  "@@brief",
  "event",
  "\"North Korea\"",
};

static const char *const compared[] = {
  "date>2015",  "date<2003",    "date>=2010-05", "date<=2010-05",    "year>2012",     "yes>2", "no<=2",
  "abstain>=3", "importance>3", "importance<=2", "precision>=month", "precision<day", "nth>4", "nth<=2",
};

static const Values *
find_values (const ChnQueryField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].field, field->name) == 0)
      return &values[i];
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].takes && strcmp (values[i].takes, field->takes) == 0)
      return &values[i];
  return NULL;
}

/* Any field of the language, so that a new one cannot be left out. */
static void
append_field (GRand *random, GString *out)
{
  guint n_fields = 0, n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n_fields);
  const ChnQueryField *field = &fields[g_rand_int_range (random, 0, (gint32) n_fields)];
  const Values *drawn = find_values (field);
  if (!drawn) {
    CHN_FAIL ("no values for the field %s", field->name);
    return;
  }
  while (n < G_N_ELEMENTS (drawn->values) && drawn->values[n])
    n++;
  const char *value = pick (random, drawn->values, n);
  const char *op = *value == ':' ? "" : g_rand_int_range (random, 0, 3) > 0 ? ":" : "=";
  g_string_append_printf (out, "%s%s%s", field->name, op, value);
}

static void
append_term (GRand *random, GString *out)
{
  switch (g_rand_int_range (random, 0, 8)) {
  case 0:
  case 1:
    g_string_append (out, PICK (random, bare));
    break;
  case 2:
    g_string_append (out, PICK (random, compared));
    break;
  default:
    append_field (random, out);
  }
}

static void
append_query (GRand *random, GString *out, guint depth)
{
  static const char *const openings[] = { "", "", "", "-(", "(", "(", "(", "(", "maybe:(" };
  int shape = depth >= DEEPEST ? 0 : g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (openings));
  if (shape <= 2) {
    append_term (random, out);
    return;
  }
  g_string_append (out, openings[shape]);
  append_query (random, out, depth + 1);
  for (int n = shape == 3 ? 0 : g_rand_int_range (random, 1, 4); n > 0; n--) {
    g_string_append (out, shape == 4 ? " OR " : " ");
    append_query (random, out, depth + 1);
  }
  g_string_append_c (out, ')');
}

static gboolean
is_same (const ChnRows *a, const ChnRows *b)
{
  return a->n == b->n && (a->n == 0 || memcmp (a->row, b->row, a->n * sizeof *a->row) == 0);
}

static void
match_row_by_row (const ChnBoundQuery *query, ChnRows *rows, ChnRows *unknown)
{
  rows->row = g_new (guint, N_EVENTS);
  unknown->row = g_new (guint, N_EVENTS);
  for (guint row = 0; row < N_EVENTS; row++) {
    ChnAnswer answer = chn_bound_node_answer (query->root, query->columns, row);
    CU_ASSERT_EQUAL (chn_bound_query_matches (query, row), answer == CHN_ANSWER_YES);
    if (answer == CHN_ANSWER_YES)
      rows->row[rows->n++] = row;
    if (answer == CHN_ANSWER_UNKNOWN)
      unknown->row[unknown->n++] = row;
  }
}

/* Whether the three ways have these rows, which are taken from the first of them when there are none yet. */
static gboolean
compare_ways (ChnTimeline *timeline, const char *text, ChnRows *rows, ChnRows *unknown, guint64 *asked)
{
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) planned = { 0 }, unplanned = { 0 }, planned_unknown = { 0 }, unplanned_unknown = { 0 };
  g_auto (ChnPlan) plan = { 0 };
  g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, &error);
  if (error)
    CHN_FAIL ("%s: %s", text, error->message);
  if (!query)
    return FALSE;
  if (!rows->row)
    match_row_by_row (query, rows, unknown);
  chn_bound_query_divide (query, TRUE, &planned, &planned_unknown);
  chn_bound_query_divide (query, FALSE, &unplanned, &unplanned_unknown);
  chn_plan_init (&plan, query->root, query->columns);
  *asked += plan.estimate;
  if (planned.n > plan.estimate)
    CHN_FAIL ("%s: %u rows, estimate %u", text, planned.n, (guint) plan.estimate);
  return is_same (&planned, rows) && is_same (&unplanned, rows) && is_same (&planned_unknown, unknown) &&
         is_same (&unplanned_unknown, unknown);
}

static void
test_same_rows (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20141118);
  g_autoptr (GString) image = g_string_new (NULL);
  g_autoptr (ChnTimeline) built = random_timeline (random);
  g_autoptr (GRand) again = g_rand_new_with_seed (20141118);
  g_autoptr (ChnTimeline) indexed = random_timeline (again);
  g_autoptr (ChnTimeline) mapped = reopen (indexed, image);
  const guint n_queries = chn_share (N_QUERIES);
  guint n_some = 0, n_all = 0, n_unknown = 0;
  guint64 asked = 0, asked_mapped = 0;
  for (guint i = 0; i < n_queries; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_auto (ChnRows) rows = { 0 }, unknown = { 0 };
    append_query (random, text, 0);
    if (!compare_ways (built, text->str, &rows, &unknown, &asked))
      CHN_FAIL ("the ways differ: %s", text->str);
    if (!compare_ways (mapped, text->str, &rows, &unknown, &asked_mapped))
      CHN_FAIL ("the snapshot differs: %s", text->str);
    n_some += rows.n > 0 && rows.n < N_EVENTS;
    n_all += rows.n == N_EVENTS;
    n_unknown += unknown.n > 0;
  }
  /* The draw is of use only when many answers are neither empty nor everything, and when plans spare rows. */
  CU_ASSERT_TRUE (n_some > n_queries / 4);
  CU_ASSERT_TRUE (n_all < n_queries / 2);
  CU_ASSERT_TRUE (n_unknown > n_queries / 50);
  CU_ASSERT_TRUE (asked < (guint64) n_queries * N_EVENTS * 3 / 4);
  CU_ASSERT_TRUE (asked_mapped < asked);
}

typedef struct {
  const char *query;
  const char *line;
} Line;

static const Line lines[] = {
  { "", "  (everything)\n" },
  { "", "  ask any of 14 rows\n" },
  { "forum:un.ga kind:report", "  forum:un.ga AND kind:report\n" },
  { "forum:un.ga kind:report", "      = un.ga, General Assembly, and all below\n" },
  { "forum:un.ga kind:report",
    "    kind:report: this kind, or one that is declared nearest to it; at most 3 of 14 rows\n" },
  { "forum:un.ga kind:report", "  take the rows listed for forum:un.ga\n" },
  { "actor:eu",
    "= eu, European Union, or a member at the event's date\n      eu at the dates found, 2 members: fra gbr\n" },
  { "actor:eu", "run\n  asked 4 rows, found 3\n" },
  { "date:2014-02", "    = 2014-02-01..2014-02-28\n" },
  { "date:2014-11-18T12:00:00", "    = 2014-11-18T17:00:00Z..2014-11-18T17:00:00Z\n" },
  { "date:..2013", "leave out what the dates rule out: rows 1 to 1 remain\n" },
  { "importance>3", "  importance>3: above; any of 14 rows\n" },
  { "@@brief", "  saved query brief, the timeline's\n    importance:4..: " },
  { "-(a OR b)", "  not\n    any of\n      a: contains it" },
};

static void
test_explain (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnBoundQuery) query = sample_bind (timeline, lines[i].query, &error);
    CHN_ASSERT_NO_ERROR (error);
    g_autofree char *text = query ? chn_bound_query_explain (query) : g_strdup ("");
    if (!strstr (text, lines[i].line))
      CHN_FAIL ("%s: no \"%s\" in:\n%s", lines[i].query, lines[i].line, text);
  }
}

static const ChnTest tests[] = {
  { "planned, unplanned and row by row agree", test_same_rows },
  { "a plan is explained", test_explain },
};

CHN_SUITE ("query/plan", tests)
