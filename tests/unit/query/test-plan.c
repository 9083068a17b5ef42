/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random queries over a random timeline give the same rows planned, unplanned and row by row. */
#include "query/plan.h"

#include "sample.h"

enum { N_EVENTS = 300, N_QUERIES = 3000, DEEPEST = 4 };

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
  switch (g_rand_int_range (random, 0, 8)) {
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
  default:
    return g_strdup_printf ("%d-%02d-%02d", year, month, day);
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
  static const char *const titles[] = { "A report of France", "The visit", "Reports and votes" };
  static const char *const relations[] = { "cites", "leads-to", "part-of", "responds-to", "related-to" };
  static const char *const repeats[] = {
    "FREQ=YEARLY", "FREQ=MONTHLY;COUNT=5", "FREQ=HOURLY", NULL, NULL, NULL, NULL
  };
  static SampleRow rows[N_EVENTS];
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_EVENTS; i++) {
    g_ptr_array_add (texts, g_strdup_printf ("event-%u", i));
    g_ptr_array_add (texts, random_date (random));
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
                           .importance = (guint) g_rand_int_range (random, 0, 6),
                           .sources = g_rand_boolean (random) ? "un-record" : NULL,
                           .nth = (guint) g_rand_int_range (random, 0, 9),
                           .repeat = i % 4 == 0 ? PICK (random, repeats) : NULL,
                           .relations = is_own (texts, i) ? NULL : texts->pdata[i * 3 + 2] };
  }
  ChnTimeline *timeline = sample_timeline (rows, N_EVENTS);
  g_ptr_array_unref (texts);
  return timeline;
}

static void
append_term (GRand *random, GString *out)
{
  static const char *const terms[] = {
    "forum:un.ga",
    "forum=un.ga",
    "forum:un",
    "forum:(un.sc, un.ga.c3)",
    "actor:eu",
    "actor=eu",
    "sponsor:p5",
    "actor:prk",
    "kind:report",
    "kind:(vote, visit)",
    "tag:a",
    "tag:(a, b)",
    "source:un-record",
    "id:event-7",
    "id:(event-3, event-250)",
    "date:2010",
    "date=2010",
    "date:2005..2012",
    "date=2005..2012",
    "date:..2004",
    "date>2015",
    "date<2003",
    "year:2008..",
    "year=2011",
    "date:[2004,2016]",
    "date:@event-9",
    "importance:4..",
    "yes:10",
    "vote:consensus",
    "vote:none",
    "france",
    "report",
    "title:visit",
    "is:unsourced",
    "is:disputed",
    "NOT single:date",
    "precision:month..",
    "@@brief",
    "symbol:A/RES",
    "actor:jpn",
    "cites:@event-5",
    "cited-by+:(event-5, event-90)",
    "leads-to+:@event-40",
    "comprises:@event-12",
    "related-to+:@event-77",
    "trail:@event-100",
    "before:@event-9",
    "before=@event-70",
    "after:@event-11",
    "after=2015",
    "during=@event-21",
    "within:90d@event-9",
    "within=(+1y@event-9, -1y@event-140)",
    "nth:3..5",
    "trail=(event-100, event-200)",
  };
  g_string_append (out, PICK (random, terms));
}

static void
append_query (GRand *random, GString *out, guint depth)
{
  int shape = depth >= DEEPEST ? 0 : g_rand_int_range (random, 0, 6);
  if (shape < 2) {
    append_term (random, out);
    return;
  }
  g_string_append (out, shape == 2 ? "-(" : "(");
  append_query (random, out, depth + 1);
  for (int n = shape == 2 ? 0 : g_rand_int_range (random, 1, 4); n > 0; n--) {
    g_string_append (out, shape == 3 ? " OR " : " ");
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
match_row_by_row (const ChnBoundQuery *query, ChnRows *rows)
{
  rows->row = g_new (guint, N_EVENTS);
  for (guint row = 0; row < N_EVENTS; row++)
    if (chn_bound_query_matches (query, row))
      rows->row[rows->n++] = row;
}

/* The number of rows that the query has, or -1 when the three ways differ. */
static int
compare_ways (ChnTimeline *timeline, const char *text, guint64 *asked)
{
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) planned = { 0 }, unplanned = { 0 }, naive = { 0 };
  g_auto (ChnPlan) plan = { 0 };
  g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, &error);
  CHN_ASSERT_NO_ERROR (error);
  if (!query)
    return -1;
  chn_bound_query_run (query, TRUE, &planned);
  chn_bound_query_run (query, FALSE, &unplanned);
  match_row_by_row (query, &naive);
  chn_plan_init (&plan, query->root, query->columns);
  *asked += plan.estimate;
  if (planned.n > plan.estimate)
    CHN_FAIL ("%s: %u rows, estimate %u", text, planned.n, (guint) plan.estimate);
  return is_same (&planned, &unplanned) && is_same (&planned, &naive) ? (int) planned.n : -1;
}

static void
test_same_rows (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20141118);
  g_autoptr (ChnTimeline) timeline = random_timeline (random);
  guint n_some = 0, n_all = 0;
  guint64 asked = 0;
  for (guint i = 0; i < N_QUERIES; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    append_query (random, text, 0);
    int n = compare_ways (timeline, text->str, &asked);
    if (n < 0)
      CHN_FAIL ("the ways differ: %s", text->str);
    n_some += n > 0 && n < N_EVENTS;
    n_all += n == N_EVENTS;
  }
  /* The draw is of use only when many answers are neither empty nor everything, and when plans spare rows. */
  CU_ASSERT_TRUE (n_some > N_QUERIES / 3);
  CU_ASSERT_TRUE (n_all < N_QUERIES / 2);
  CU_ASSERT_TRUE (asked < (guint64) N_QUERIES * N_EVENTS * 3 / 4);
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
  { "forum:un.ga kind:report", "    kind:report: this kind; at most 3 of 14 rows\n" },
  { "forum:un.ga kind:report", "  take the rows listed for forum:un.ga\n" },
  { "actor:eu",
    "= eu, European Union, or a member at the event's date\n      eu at the dates found, 2 members: fra gbr\n" },
  { "actor:eu", "run\n  asked 4 rows, found 3\n" },
  { "date:2014-02", "    = 2014-02-01..2014-02-28\n" },
  { "date:2014-11-18T12:00:00", "    = 2014-11-18T12:00:00..2014-11-18T12:00:00\n" },
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
