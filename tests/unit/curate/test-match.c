/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what tells that two events are one: words, dates, and pairs with their reasons. */
#include <string.h>

#include <chancery/chancery.h>

#include "curate/match/weigh-date.h"
#include "curate/match/words.h"
#include "suite.h"

static GArray *
list_words (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  chn_trait_words (text, folded, numbers);
  chn_trait_sort (numbers, 0);
  return numbers;
}

static gboolean
have_same_words (const char *a, const char *b)
{
  g_autoptr (GArray) one = list_words (a), other = list_words (b);
  return one->len == other->len && memcmp (one->data, other->data, one->len * sizeof (guint32)) == 0;
}

static void
test_words (void)
{
  static const char *const same[][2] = {
    { "Negotiation", "negotiations" },
    { "meeting meeting", "meetings" },
    { "North-South talks", "talk south north" },
    { "adopted", "adopts" },
    { "parties", "party" },
    { "", " ,;" },
    { "Ünïted", "united" },
  };
  static const char *const others[][2] = {
    { "Iran", "Iraq" }, { "use", "us" }, { "vote", "veto" }, { "talk", "talk two" }, { "des", "de" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    if (!have_same_words (same[i][0], same[i][1]))
      CHN_FAIL ("\"%s\" and \"%s\" have other words", same[i][0], same[i][1]);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (have_same_words (others[i][0], others[i][1]))
      CHN_FAIL ("\"%s\" and \"%s\" have the same words", others[i][0], others[i][1]);
}

/* Lists of any length, behind what stands there already. */
static void
test_sort (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  for (guint n = 0; n < 120; n++) {
    g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
    g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
    const guint32 before[] = { 9, 3 };
    g_array_append_vals (numbers, before, G_N_ELEMENTS (before));
    for (guint i = 0; i < n; i++) {
      guint32 number = g_rand_int (random) % 60;
      g_array_append_val (numbers, number);
      g_hash_table_add (wanted, GUINT_TO_POINTER (number));
    }
    chn_trait_sort (numbers, G_N_ELEMENTS (before));
    CHN_ASSERT_INT (numbers->len, G_N_ELEMENTS (before) + g_hash_table_size (wanted));
    CHN_ASSERT_INT (memcmp (numbers->data, before, sizeof before), 0);
    for (guint i = G_N_ELEMENTS (before); i < numbers->len; i++) {
      guint32 number = g_array_index (numbers, guint32, i);
      CU_ASSERT_TRUE (g_hash_table_contains (wanted, GUINT_TO_POINTER (number)));
      CU_ASSERT_TRUE (i == G_N_ELEMENTS (before) || g_array_index (numbers, guint32, i - 1) < number);
    }
  }
}

static double
weigh_dates (const char *a, const char *b, guint *reasons)
{
  g_autoptr (ChnDate) one = chn_date_parse (a, -1, NULL), other = chn_date_parse (b, -1, NULL);
  *reasons = 0;
  return chn_weigh_dates (chn_date_get_bounds (one), chn_date_get_bounds (other), reasons);
}

/* Each says more for one event than the next. */
static void
test_dates (void)
{
  static const struct {
    const char *a, *b;
    guint reason;
  } rows[] = {
    { "2014-11-18/2014-11-20", "2014-11-18/2014-11-20", CHN_MATCH_DATE },
    { "2014-11-18", "2014-11-18", CHN_MATCH_DATE },
    { "2014-11", "2014-11", CHN_MATCH_DATE },
    { "2014-11", "2014-11-18", CHN_MATCH_NEAR_DATE },
    { "2014", "2014-11-18", CHN_MATCH_NEAR_DATE },
    { "2014-11-18", "2014-11-19", CHN_MATCH_NEAR_DATE },
    { "2014-11-18", "2014-11-20", CHN_MATCH_OTHER_DATE },
    { "2014-11-18", "2014-11-25", CHN_MATCH_OTHER_DATE },
    { "2014-11-18", "2015-11-18", CHN_MATCH_OTHER_DATE },
    { "2014-11-18", "2020", CHN_MATCH_OTHER_DATE },
  };
  double before = G_MAXDOUBLE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint reasons = 0, turned = 0;
    double weight = weigh_dates (rows[i].a, rows[i].b, &reasons);
    if (reasons != rows[i].reason || !(weight < before))
      CHN_FAIL ("%s and %s: %f, reasons %x", rows[i].a, rows[i].b, weight, reasons);
    CU_ASSERT_DOUBLE_EQUAL (weigh_dates (rows[i].b, rows[i].a, &turned), weight, 0);
    CHN_ASSERT_INT (turned, reasons);
    before = weight;
  }
}

static ChnTimeline *
read_timeline (const char *name, const char *events)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) faults = chn_report_new ();
  g_autoptr (ChnRegistry) empty = chn_registry_builder_seal (chn_registry_builder_new (NULL), &error);
  ChnTimelineBuilder *builder = chn_timeline_builder_new (empty, faults, NULL);
  g_autofree char *text = g_strdup_printf ("timeline: %s\nforums:\n  un: {name: Union}\n  un.sc: {name: Council}\n"
                                           "  un.ga: {name: Assembly}\nevents:\n%s\n",
                                           name, events);
  ChnTimeline *timeline = NULL;
  if (chn_format_read (chn_format_find ("yaml", NULL), text, strlen (text), name, builder, &error))
    timeline = chn_timeline_builder_seal (builder, &error);
  if (!timeline)
    CHN_FAIL ("%s", error->message);
  return timeline;
}

#define OTHERS                                                                                                       \
  "- {id: o1, date: 2011-02-03, title: Inspectors visited the reactor, kind: visit}\n"                               \
  "- {id: o2, date: 2012-05-06, title: A convoy crossed the river, kind: other}\n"

/* An event of either chronology, what must and must not be said of them, and whether they are one for certain. */
static const struct {
  const char *name, *a, *b;
  guint has, lacks;
  gboolean is_sure;
} pairs[] = {
  { "two", "{id: x, date: 2014-11-18, title: The committee voted, forum: un.ga, vote: 111-19-55}",
    "{id: y, date: 2014-11-18, title: Third Committee adopts draft, forum: un.ga, vote: 111-19-55}",
    CHN_MATCH_DATE | CHN_MATCH_FORUM | CHN_MATCH_VOTE, CHN_MATCH_ID | CHN_MATCH_ORIGIN, TRUE },
  { "two", "{id: x, date: 2014-11-18, title: The committee voted, forum: un.ga, vote: 111-19-55}",
    "{id: y, date: 2014-11-18, title: The committee chose a chair, forum: un.ga, vote: 77-20-54}",
    CHN_MATCH_OTHER_VOTE, CHN_MATCH_VOTE, FALSE },
  { "two", "{id: x, date: 2014-12-22, title: A meeting on human rights, symbols: [S/PV.7353], kind: meeting}",
    "{id: y, date: 2014-12-22, title: The Council took it up, symbols: [S/PV.7353], kind: meeting}",
    CHN_MATCH_SYMBOL | CHN_MATCH_DATE | CHN_MATCH_KIND, CHN_MATCH_OTHER_SYMBOL, TRUE },
  { "two", "{id: x, date: 2014-12-22, title: Envoys spoke at the lake, symbols: [S/PV.7353]}",
    "{id: y, date: 2014-12-22, title: Envoys spoke at the lake, symbols: [S/PV.7354]}", CHN_MATCH_OTHER_SYMBOL,
    CHN_MATCH_SYMBOL, FALSE },
  { "one", "{id: x, date: 2014-12-22, title: Envoys spoke}", "{id: x, date: 2014-12-23, title: Something else}",
    CHN_MATCH_ORIGIN, 0, TRUE },
  { "two", "{id: x, date: 2014-12-22, title: Envoys spoke at the lake, extra: [{UID: u@x}]}",
    "{id: y, date: 2014-12-22, title: Talks were opened, extra: [{UID: u@x}]}", CHN_MATCH_UID | CHN_MATCH_DATE,
    CHN_MATCH_ID, TRUE },
  { "two", "{id: x, date: 2014-12-22, title: Something, extra: [{origin: two/y}]}",
    "{id: y, date: 2010, title: Another thing}", CHN_MATCH_ORIGIN, 0, TRUE },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    guint n = 0;
    g_autofree char *ours = g_strconcat (OTHERS, "- ", pairs[i].a, NULL),
                    *theirs = g_strconcat ("- ", pairs[i].b, NULL);
    g_autoptr (ChnTimeline) a = read_timeline ("one", ours), b = read_timeline (pairs[i].name, theirs);
    g_autoptr (ChnMatches) matches = chn_matches_new (a, b);
    const ChnMatch *match = chn_matches_get (matches, &n);
    guint reasons = n > 0 ? match->reasons : 0;
    gboolean is_sure = n > 0 && match->score >= CHN_MATCH_SURE;
    if (is_sure != pairs[i].is_sure || (reasons & pairs[i].has) != pairs[i].has || reasons & pairs[i].lacks)
      CHN_FAIL ("%s and %s: %u, score %f, reasons %x", pairs[i].a, pairs[i].b, n, n > 0 ? match->score : 0, reasons);
    CU_ASSERT_TRUE (n <= 1);
  }
}

/* Each event is one with one other at most, and of two that fit alike neither is certain. */
static void
test_rivals (void)
{
  guint n = 0;
  g_autoptr (ChnTimeline) a =
      read_timeline ("one", OTHERS "- {id: x, date: 2014-11-18, title: Envoys spoke at the lake}\n"
                                   "- {id: y, date: 2014-11-18, title: Envoys spoke at the lake}");
  g_autoptr (ChnTimeline) b = read_timeline ("two", "- {id: z, date: 2014-11-18, title: Envoys spoke at the lake}");
  g_autoptr (ChnMatches) matches = chn_matches_new (a, b);
  const ChnMatch *match = chn_matches_get (matches, &n);
  CHN_ASSERT_INT (n, 1);
  CU_ASSERT_TRUE (n == 1 && match->reasons & CHN_MATCH_RIVAL && match->score < CHN_MATCH_SURE);
}

/* A timeline that is held against itself gives pairs of two rows, each once. */
static void
test_within (void)
{
  guint n = 0;
  g_autoptr (ChnTimeline) timeline = read_timeline (
      "one", OTHERS "- {id: x, date: 2014-11-18, title: Envoys spoke at the lake, symbols: [S/2014/1]}\n"
                    "- {id: y, date: 2014-11-18, title: Talks at the lake, symbols: [S/2014/1]}");
  g_autoptr (ChnMatches) matches = chn_matches_new_within (timeline);
  const ChnMatch *match = chn_matches_get (matches, &n);
  CHN_ASSERT_INT (n, 1);
  CU_ASSERT_TRUE (n == 1 && match->a < match->b && match->reasons & CHN_MATCH_SYMBOL);
}

static const ChnTest tests[] = {
  { "words without their endings", test_words },
  { "numbers are sorted, each once", test_sort },
  { "dates speak the less, the farther they are apart", test_dates },
  { "pairs and their reasons", test_pairs },
  { "an event with two likely others", test_rivals },
  { "pairs of one timeline", test_within },
};

CHN_SUITE ("curate/match", tests)
