/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where the sources of the bundled chronology differ from it, and what is made of each difference. */
#include <chancery/chancery.h>

#include <string.h>

#include "suite.h"

typedef struct {
  const char *id; /* in differences.csv of the tests' data, which says where each is from */
  const char *topic;
  const char *event;
  ChnField field;
  const char *source;
  ChnStance stance;
  ChnAgreement agreement;
} Difference;

static const Difference differences[] = {
  { "c01", "a report dated \"shortly after\" another", "dahrs-report", CHN_FIELD_DATE, "vinjamuri-2014",
    CHN_STANCE_PARTIAL, CHN_AGREEMENT_PARTIAL },
  { "c01", "a report dated \"in September\"", "dahrs-report", CHN_FIELD_DATE, "icc-article-2014", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "c03", "50,000 or 53,000 words", "dahrs-report", CHN_FIELD_SUMMARY, "guardian-2014-09-15", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c04", "said in a report or at a briefing", "dprk-un-briefing-2014", CHN_FIELD_ACTORS, "vinjamuri-2014",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c05", "labour camps acknowledged at that briefing", "dprk-un-briefing-2014", CHN_FIELD_DATE, "icc-article-2014",
    CHN_STANCE_PARTIAL, CHN_AGREEMENT_DISPUTED },
  { "c06", "which body voted 111-19-55", "c3-2014", CHN_FIELD_FORUMS, "icc-article-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c06", "the counts of that vote", "c3-2014", CHN_FIELD_VOTE, "icc-article-2014", CHN_STANCE_CONFIRMS,
    CHN_AGREEMENT_CONFIRMED },
  { "c07", "who issued the report", "coi-report-published", CHN_FIELD_ACTORS, "icc-article-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c08", "the document's date for the day of publication", "coi-report-published", CHN_FIELD_DATE,
    "whats-in-blue-2014-04-16", CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c09", "the day on which the inquiry began", "hrc-22-13", CHN_FIELD_DATE, "un-geneva-2013-05-07",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c10", "when a chairman was slandered", "kcna-attack-kirby", CHN_FIELD_DATE, "icc-article-2014",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c11", "a test \"two months ago\"", "dprk-nuclear-test-5", CHN_FIELD_DATE, "willis-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_CONFIRMED },
  { "c12", "a vote without its abstentions", "cuban-amendment-rejected", CHN_FIELD_VOTE, "icc-article-2014",
    CHN_STANCE_PARTIAL, CHN_AGREEMENT_CONFIRMED },
  { "c13", "the year of an amendment", "cuban-amendment-rejected", CHN_FIELD_DATE, "ncnk", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c14", "how many sponsors", "c3-2014-draft-rev1", CHN_FIELD_SUMMARY, "icc-article-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c15", "invited, or on a condition", "dprk-darusman-meeting-1", CHN_FIELD_SUMMARY, "vinjamuri-2014",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c16", "a data set off by one in 2007", "ga-62-167", CHN_FIELD_VOTE, "un-roll-calls", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c17", "a data set off by one in 2009", "ga-64-175", CHN_FIELD_VOTE, "un-roll-calls", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c18", "two votes run together", "ga-69-188", CHN_FIELD_VOTE, "kirby-website", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c19", "abstentions miscounted", "hrc-25-25", CHN_FIELD_VOTE, "kirby-website", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c19", "Geneva or New York", "hrc-25-25", CHN_FIELD_PLACE, "kirby-website", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c20", "seven signatories or nine", "sc-letter-2016", CHN_FIELD_SUMMARY, "sc-12615", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c21", "a symbol of the wrong session", "ga-72-188", CHN_FIELD_SYMBOLS, "global-r2p-1295", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c22", "a speech on Friday", "ri-su-yong-unga-2014", CHN_FIELD_DATE, "koogle-tv-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c22", "a speech on Sunday", "ri-su-yong-unga-2014", CHN_FIELD_DATE, "21cir-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c23", "\"nearly half\" of which cycle", "upr-dprk-1-reply", CHN_FIELD_SUMMARY, "rt-upr-2014",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c24", "a week across the end of a month", "upr-dprk-1-reply", CHN_FIELD_DATE, "son-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "c25", "the third meeting", "sc-meeting-3", CHN_FIELD_NTH, "willis-2017", CHN_STANCE_CONFIRMS,
    CHN_AGREEMENT_SINGLE },
  { "c26", "language said to be new", "sc-res-1718", CHN_FIELD_SUMMARY, "willis-2017", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c27", "a review foreseen by its month", "upr-dprk-3", CHN_FIELD_DATE, "son-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_CONFIRMED },
  { "c28", "a vote foreseen a day late", "chr-2005-11", CHN_FIELD_DATE, "donga-2005-04-12", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "c29", "an office foreseen a year early", "ohchr-seoul-office", CHN_FIELD_DATE, "arirang-2014-05-29",
    CHN_STANCE_PARTIAL, CHN_AGREEMENT_CONFIRMED },
  { "c30", "a text older than its dateline", "trump-inauguration", CHN_FIELD_DATE, "willis-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "c31", "a wrong row for the 61st session", "ga-61-174", CHN_FIELD_SYMBOLS, "public-vote-table",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c31", "a wrong row for the 68th session", "ga-68-183", CHN_FIELD_VOTE, "public-vote-table", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c03", "or 167 pages", "dahrs-report", CHN_FIELD_SUMMARY, "cathcart-2014-09-17", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c04", "said at the briefing", "dprk-un-briefing-2014", CHN_FIELD_ACTORS, "bellenews-2014-10",
    CHN_STANCE_CONFIRMS, CHN_AGREEMENT_DISPUTED },
  { "c06", "a second source names the Assembly", "c3-2014", CHN_FIELD_FORUMS, "inner-city-press-2014-12-05",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c06", "and two name the committee", "c3-2014", CHN_FIELD_FORUMS, "witness-to-transformation-2014",
    CHN_STANCE_CONFIRMS, CHN_AGREEMENT_DISPUTED },
  { "c08", "a third month for its publication", "coi-report-published", CHN_FIELD_DATE, "nk-news",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c10", "the day itself", "kcna-attack-kirby", CHN_FIELD_DATE, "washington-post-2014-04-22", CHN_STANCE_CONFIRMS,
    CHN_AGREEMENT_DISPUTED },
  { "c12", "the whole vote", "cuban-amendment-rejected", CHN_FIELD_VOTE, "ga-shc-4122", CHN_STANCE_CONFIRMS,
    CHN_AGREEMENT_CONFIRMED },
  { "c13", "the same year from another page", "cuban-amendment-rejected", CHN_FIELD_DATE, "north-korea-in-the-world",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "c14", "more than 50", "c3-2014-draft-rev1", CHN_FIELD_SUMMARY, "ap-2014-11-12", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "c22", "a speech on Saturday", "ri-su-yong-unga-2014", CHN_FIELD_DATE, "japan-times-2014-09-28",
    CHN_STANCE_CONFIRMS, CHN_AGREEMENT_DISPUTED },
  { "c24", "the week itself", "upr-dprk-1-reply", CHN_FIELD_DATE, "upr-info-dprk", CHN_STANCE_CONFIRMS,
    CHN_AGREEMENT_PARTIAL },
  { "c31", "and its count", "ga-61-174", CHN_FIELD_VOTE, "public-vote-table", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
};

/* What reads like one event told twice, and is two. */
static const struct {
  const char *id, *topic, *first, *first_date, *second, *second_date;
} pairs[] = {
  { "c02", "two reports of one body in a year", "dahrs-report", "2014-09-13", "dahrs-rebuttal", "2014-11-28" },
  { "c06", "the committee's vote and the Assembly's", "c3-2014", "2014-11-18", "ga-69-188", "2014-12-18" },
  { "c08", "a report completed and published", "coi-report", "2014-02-07", "coi-report-published", "2014-02-17" },
  { "c08", "a report published and presented", "coi-report-published", "2014-02-17", "coi-presented", "2014-03-17" },
};

/* What the record says of each, asked as a question. */
static const struct {
  const char *id, *query, *events;
} answers[] = {
  { "c01", "author:dahrs date=2014-09", "dahrs-report" },
  { "c02", "author:dahrs date:2014", "dahrs-report dahrs-rebuttal" },
  { "c03", "id:dahrs-report is:disputed disputed:summary", "dahrs-report" },
  { "c04", "speaker:choe-myong-nam date=2014-10-07", "dprk-un-briefing-2014" },
  { "c05", "\"prison camps\" \"reform through labour\" date=2014-10-07", "dprk-un-briefing-2014" },
  { "c06", "yes:111 no:19 abstain:55 forum=un.ga.c3", "c3-2014" },
  { "c06", "yes:111 no:19 abstain:55 forum=un.ga", "" },
  { "c07", "author=coi-dprk date=2014-02-17", "coi-report-published" },
  { "c08", "id:(coi-report, coi-report-published, coi-presented) date=2014-02-07", "coi-report" },
  { "c08", "id:(coi-report, coi-report-published, coi-presented) date=2014-02-17", "coi-report-published" },
  { "c08", "id:(coi-report, coi-report-published, coi-presented) date=2014-03-17", "coi-presented" },
  { "c09", "symbol=A/HRC/RES/22/13 date=2013-03-21", "hrc-22-13" },
  { "c10", "id:kcna-attack-kirby date=2014-04-22", "kcna-attack-kirby" },
  { "c11", "within=82d@dprk-nuclear-test-5 id:sc-res-2321", "sc-res-2321" },
  { "c11", "within:81d@dprk-nuclear-test-5 id:sc-res-2321", "" },
  { "c11", "within:2m@dprk-nuclear-test-5 id:sc-res-2321", "" },
  { "c12", "yes:40 no:77 abstain:50 vote:rejected", "cuban-amendment-rejected" },
  { "c13", "sponsor:cuba vote:rejected year=2014", "cuban-amendment-rejected" },
  { "c13", "sponsor:cuba year:2015", "" },
  { "c14", "\"fifty-eight states\" date=2014-11-14", "c3-2014-draft-rev1" },
  { "c15", "darusman \"on condition\" date=2014-10-27", "dprk-darusman-meeting-1" },
  { "c16", "symbol=A/RES/62/167 yes:101 no:22 abstain:59", "ga-62-167" },
  { "c17", "symbol=A/RES/64/175 yes:99 no:20 abstain:63", "ga-64-175" },
  { "c18", "symbol=A/RES/69/188 yes:116 no:20 abstain:53", "ga-69-188" },
  { "c19", "symbol=A/HRC/RES/25/25 yes:30 no:6 abstain:11 place:geneva", "hrc-25-25" },
  { "c20",
    "symbol=S/2016/1034 sponsor:france sponsor:japan sponsor:malaysia sponsor:new-zealand sponsor:spain "
    "sponsor:ukraine sponsor:uk sponsor:usa sponsor:uruguay",
    "sc-letter-2016" },
  { "c21", "symbol=A/RES/72/188", "ga-72-188" },
  { "c22", "speaker:ri-su-yong date=2014-09-27", "ri-su-yong-unga-2014" },
  { "c23", "\"81 of the 167\"", "upr-dprk-1-reply" },
  { "c24", "id:upr-dprk-1-reply date=2014-04-27..2014-05-01", "upr-dprk-1-reply" },
  { "c24", "id:upr-dprk-1-reply date=2014-05", "" },
  { "c25", "series:sc-dprk-human-rights nth:3", "sc-meeting-3" },
  { "c26", "symbol=\"S/RES/1718 (2006)\" year=2006", "sc-res-1718" },
  { "c27", "id:upr-dprk-3 date=2019-05-09 status:occurred", "upr-dprk-3" },
  { "c28", "id:chr-2005-11 date=2005-04-14", "chr-2005-11" },
  { "c29", "id:ohchr-seoul-office date=2015-06-23", "ohchr-seoul-office" },
  { "c30", "id:trump-inauguration date=2017-01-20", "trump-inauguration" },
  { "c31", "symbol=A/RES/61/174 yes:99 no:21 abstain:56", "ga-61-174" },
  { "c31", "symbol=A/RES/68/183 vote:consensus", "ga-68-183" },
};

static ChnTimeline *
read_bundled (void)
{
  const char *folder = g_getenv ("CHANCERY_DATA_DIR");
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *registry_folder = g_build_filename (folder, "registry", NULL);
  g_autoptr (ChnRegistry) registry = chn_registry_load (registry_folder, report, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (registry, report, NULL);
  if (!chn_read_file (folder, NULL, builder, &error)) {
    CHN_FAIL ("%s", error->message);
    return NULL;
  }
  return chn_timeline_builder_seal (g_steal_pointer (&builder), &error);
}

/* The claim of a source about a field. */
static gboolean
find_claim (const ChnTimeline *timeline, guint at, const ChnEvent *event, const Difference *row, ChnStance *stance)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++)
      if (g_str_equal (citations[i].source, row->source) && citations[i].claims[k].field == row->field) {
        *stance = chn_timeline_judge_claim (timeline, at, i, k);
        return TRUE;
      }
  return FALSE;
}

static void
check_difference (const ChnTimeline *timeline, const Difference *row)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint at = 0;
  ChnStance stance = CHN_STANCE_CONFIRMS;
  if (!chn_timeline_find (timeline, row->event, &at)) {
    CHN_FAIL ("%s: no event %s", row->topic, row->event);
    return;
  }
  chn_timeline_load (timeline, at, event);
  ChnAgreement agreement = chn_timeline_judge_field (timeline, at, row->field);
  if (!find_claim (timeline, at, event, row, &stance))
    CHN_FAIL ("%s: %s says nothing of it", row->topic, row->source);
  else if (stance != row->stance || agreement != row->agreement)
    CHN_FAIL ("%s: %s %s, all in all %s", row->topic, row->source, chn_stance_get_name (stance),
              chn_agreement_get_name (agreement));
  else
    CU_PASS ("as expected");
}

static void
test_differences (void)
{
  g_autoptr (ChnTimeline) timeline = read_bundled ();
  for (guint i = 0; timeline && i < G_N_ELEMENTS (differences); i++)
    check_difference (timeline, &differences[i]);
}

static void
check_date (const ChnTimeline *timeline, const char *id, const char *date)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint row = 0;
  if (!chn_timeline_find (timeline, id, &row)) {
    CHN_FAIL ("no event %s", id);
    return;
  }
  chn_timeline_load (timeline, row, event);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_DATE), date);
}

static void
test_pairs (void)
{
  g_autoptr (ChnTimeline) timeline = read_bundled ();
  for (guint i = 0; timeline && i < G_N_ELEMENTS (pairs); i++) {
    check_date (timeline, pairs[i].first, pairs[i].first_date);
    check_date (timeline, pairs[i].second, pairs[i].second_date);
  }
}

static void
ask (ChnTimeline *timeline, const char *id, const char *text, const char *events)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnQuery) query = chn_query_parse (text, NULL, &error);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, NULL, &error) : NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_auto (ChnRows) rows = { 0 };
  if (bound)
    chn_bound_query_run (bound, TRUE, &rows);
  for (guint i = 0; i < rows.n; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", chn_timeline_get_id (timeline, rows.row[i]));
  CHN_ASSERT_NO_ERROR (error);
  if (strcmp (found->str, events) != 0)
    CHN_FAIL ("%s: %s: \"%s\" for \"%s\"", id, text, found->str, events);
}

static void
test_answers (void)
{
  g_autoptr (ChnTimeline) timeline = read_bundled ();
  for (guint i = 0; timeline && i < G_N_ELEMENTS (answers); i++)
    ask (timeline, answers[i].id, answers[i].query, answers[i].events);
}

/* Whether the tables above have a row of this id that is judged so, and an answer for it. */
static gboolean
is_covered (const char *id, const char *judged)
{
  gboolean found = strcmp (judged, "gap") == 0, answered = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    found = found || (strcmp (differences[i].id, id) == 0 &&
                      strcmp (chn_stance_get_name (differences[i].stance), judged) == 0);
  for (guint i = 0; i < G_N_ELEMENTS (pairs) && strcmp (judged, "two events") == 0; i++)
    found = found || strcmp (pairs[i].id, id) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    answered = answered || strcmp (answers[i].id, id) == 0;
  return found && answered;
}

/* Every difference that was collected is judged as was written down beside it. */
static void
test_all_are_covered (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_DATA"), "differences.csv", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &bytes, NULL, &error));
  g_auto (GStrv) lines = g_strsplit (g_strchomp (bytes), "\n", -1);
  CU_ASSERT_TRUE (g_strv_length (lines) > 1);
  for (guint i = 1; lines[0] && lines[i]; i++) {
    g_autofree char *id = g_strndup (lines[i], strcspn (lines[i], ","));
    const char *judged = strrchr (lines[i], ',') + 1;
    if (!is_covered (id, judged))
      CHN_FAIL ("%s: nothing is judged \"%s\" and answered", id, judged);
  }
}

static const ChnTest tests[] = {
  { "each difference is judged as it should be", test_differences },
  { "two events that read like one stay two", test_pairs },
  { "the record answers each", test_answers },
  { "none that was collected is left out", test_all_are_covered },
};

CHN_SUITE ("timeline/contradictions", tests)
