/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where the sources of the bundled chronology differ from it, and what is made of each difference. */
#include <chancery/chancery.h>

#include "suite.h"

typedef struct {
  const char *topic;
  const char *event;
  ChnField field;
  const char *source;
  ChnStance stance;
  ChnAgreement agreement;
} Difference;

static const Difference differences[] = {
  { "a report dated \"shortly after\" another", "dahrs-report", CHN_FIELD_DATE, "vinjamuri-2014", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "a report dated \"in September\"", "dahrs-report", CHN_FIELD_DATE, "icc-article-2014", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "50,000 or 53,000 words", "dahrs-report", CHN_FIELD_SUMMARY, "guardian-2014-09-15", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "said in a report or at a briefing", "dprk-un-briefing-2014", CHN_FIELD_ACTORS, "vinjamuri-2014",
    CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "labour camps acknowledged at that briefing", "dprk-un-briefing-2014", CHN_FIELD_DATE, "icc-article-2014",
    CHN_STANCE_PARTIAL, CHN_AGREEMENT_PARTIAL },
  { "which body voted 111-19-55", "c3-2014", CHN_FIELD_FORUMS, "icc-article-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "the counts of that vote", "c3-2014", CHN_FIELD_VOTE, "icc-article-2014", CHN_STANCE_CONFIRMS,
    CHN_AGREEMENT_CONFIRMED },
  { "who issued the report", "coi-report-published", CHN_FIELD_ACTORS, "icc-article-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "the document's date for the day of publication", "coi-report-published", CHN_FIELD_DATE,
    "whats-in-blue-2014-04-16", CHN_STANCE_DISPUTES, CHN_AGREEMENT_DISPUTED },
  { "the day on which the inquiry began", "hrc-22-13", CHN_FIELD_DATE, "un-geneva-2013-05-07", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "when a chairman was slandered", "kcna-attack-kirby", CHN_FIELD_DATE, "icc-article-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a test \"two months ago\"", "dprk-nuclear-test-5", CHN_FIELD_DATE, "willis-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_CONFIRMED },
  { "a vote without its abstentions", "cuban-amendment-rejected", CHN_FIELD_VOTE, "icc-article-2014",
    CHN_STANCE_PARTIAL, CHN_AGREEMENT_CONFIRMED },
  { "the year of an amendment", "cuban-amendment-rejected", CHN_FIELD_DATE, "ncnk", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "how many sponsors", "c3-2014-draft-rev1", CHN_FIELD_SUMMARY, "icc-article-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "invited, or on a condition", "dprk-darusman-meeting-1", CHN_FIELD_SUMMARY, "vinjamuri-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a data set off by one in 2007", "ga-62-167", CHN_FIELD_VOTE, "un-roll-calls", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a data set off by one in 2009", "ga-64-175", CHN_FIELD_VOTE, "un-roll-calls", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "two votes run together", "ga-69-188", CHN_FIELD_VOTE, "kirby-website", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "abstentions miscounted", "hrc-25-25", CHN_FIELD_VOTE, "kirby-website", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "Geneva or New York", "hrc-25-25", CHN_FIELD_PLACE, "kirby-website", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "seven signatories or nine", "sc-letter-2016", CHN_FIELD_SUMMARY, "sc-12615", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a symbol of the wrong session", "ga-72-188", CHN_FIELD_SYMBOLS, "global-r2p-1295", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a speech on Friday", "ri-su-yong-unga-2014", CHN_FIELD_DATE, "koogle-tv-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a speech on Sunday", "ri-su-yong-unga-2014", CHN_FIELD_DATE, "21cir-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "\"nearly half\" of which cycle", "upr-dprk-1-reply", CHN_FIELD_SUMMARY, "rt-upr-2014", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a week across the end of a month", "upr-dprk-1-reply", CHN_FIELD_DATE, "son-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "the third meeting", "sc-meeting-3", CHN_FIELD_NTH, "willis-2017", CHN_STANCE_CONFIRMS, CHN_AGREEMENT_SINGLE },
  { "language said to be new", "sc-res-1718", CHN_FIELD_SUMMARY, "willis-2017", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a review foreseen by its month", "upr-dprk-3", CHN_FIELD_DATE, "son-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_CONFIRMED },
  { "a vote foreseen a day late", "chr-2005-11", CHN_FIELD_DATE, "donga-2005-04-12", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "an office foreseen a year early", "ohchr-seoul-office", CHN_FIELD_DATE, "arirang-2014-05-29", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_CONFIRMED },
  { "a text older than its dateline", "trump-inauguration", CHN_FIELD_DATE, "willis-2017", CHN_STANCE_PARTIAL,
    CHN_AGREEMENT_PARTIAL },
  { "a wrong row for the 61st session", "ga-61-174", CHN_FIELD_SYMBOLS, "public-vote-table", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
  { "a wrong row for the 68th session", "ga-68-183", CHN_FIELD_VOTE, "public-vote-table", CHN_STANCE_DISPUTES,
    CHN_AGREEMENT_DISPUTED },
};

/* What reads like one event told twice, and is two. */
static const struct {
  const char *topic, *first, *first_date, *second, *second_date;
} pairs[] = {
  { "two reports of one body in a year", "dahrs-report", "2014-09-13", "dahrs-rebuttal", "2014-11-28" },
  { "the committee's vote and the Assembly's", "c3-2014", "2014-11-18", "ga-69-188", "2014-12-18" },
  { "a report completed and published", "coi-report", "2014-02-07", "coi-report-published", "2014-02-17" },
  { "a report published and presented", "coi-report-published", "2014-02-17", "coi-presented", "2014-03-17" },
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
find_claim (const ChnEvent *event, const Difference *row, ChnStance *stance)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++)
      if (g_str_equal (citations[i].source, row->source) && citations[i].claims[k].field == row->field) {
        *stance = chn_citation_judge (event, &citations[i], k);
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
  if (!find_claim (event, row, &stance))
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

static const ChnTest tests[] = {
  { "each difference is judged as it should be", test_differences },
  { "two events that read like one stay two", test_pairs },
};

CHN_SUITE ("timeline/contradictions", tests)
