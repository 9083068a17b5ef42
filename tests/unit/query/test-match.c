/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What each field matches, generously and strictly, over a small timeline. */
#include "sample.h"

typedef struct {
  const char *query;
  const char *ids;
} Answer;

static const Answer dates[] = {
  { "date:2014-09", "autumn-talks september twice" },
  { "date=2014-09", "" },
  { "date:2014-10-01", "autumn-talks" },
  { "date:2014-09-27", "autumn-talks twice" },
  { "date:2014-11..2014-12 forum:un.ga", "c3-vote ga-69-188" },
  { "date=2014-09..2014-10", "twice" },
  { "date:..2013", "hrc-22-13" },
  { "date:2021..", "brexit next-plan" },
  { "date<2014-02-17", "hrc-22-13" },
  { "date<=2014-02-17", "hrc-22-13 coi-report" },
  { "date>2019", "brexit next-plan" },
  { "date>=2019", "late-plan brexit next-plan" },
  { "date:(2013, 2021)", "hrc-22-13 brexit" },
  { "date:[2014-02-17,2014-12-22]", "coi-report sc-7353" },
  { "date:2014-11-18T15:08:00", "c3-vote" },
  { "date:@coi-report", "coi-report" },
  { "date:@coi-report..@coi-report+1m", "coi-report annex" },
  { "date:@ga-69-188-30d..@ga-69-188", "c3-vote ga-69-188" },
  { "date:today-1y..today", "late-plan" },
  { "date:this-year-7y", "hrc-22-13" },
  { "date:today..today+P1Y1M", "brexit" },
  { "year:2013", "hrc-22-13" },
  { "year=2015", "tokyo" },
  { "year:2018..2019", "guterres-letter late-plan" },
  { "year>2021", "next-plan" },
  { "year:this-year+1y", "brexit" },
};

static const Answer names[] = {
  { "forum:un.ga", "c3-vote ga-69-188" },
  { "forum=un.ga", "ga-69-188" },
  { "forum:\"third committee\"", "c3-vote" },
  { "forum:security-council", "sc-7353 late-plan" },
  { "forum=(un, un.ga)", "ga-69-188 guterres-letter" },
  { "actor:prk", "hrc-22-13 coi-report autumn-talks september c3-vote ga-69-188 sc-7353" },
  { "actor:north-korea kind:report", "coi-report september" },
  { "actor:\"North Korea\" kind:report", "coi-report september" },
  { "actor:DPRK kind:report", "coi-report september" },
  { "actor:EU", "hrc-22-13 c3-vote ga-69-188" },
  { "actor=EU", "hrc-22-13 ga-69-188" },
  { "sponsor:EU year:2014", "c3-vote ga-69-188" },
  { "sponsor=eu year:2014", "ga-69-188" },
  { "sponsor:gbr", "c3-vote brexit" },
  { "author:prk", "september" },
  { "addressee:secretary-general", "coi-report" },
  { "actor:secretary-general", "coi-report guterres-letter" },
  { "actor=secretary-general", "" },
  { "actor:(\"Côte d'Ivoire\", guterres)", "annex guterres-letter" },
  { "kind:(draft, VISIT)", "twice brexit" },
  { "symbol:A/HRC/25", "coi-report" },
  { "symbol:a/hrc/25/63", "coi-report" },
  { "symbol:A/HRC/2", "annex" },
  { "symbol:A/HRC", "hrc-22-13 coi-report annex" },
  { "symbol:A/C.3/69", "c3-vote" },
  { "symbol:S/PV", "sc-7353" },
  { "symbol=A/RES/69/188", "ga-69-188" },
  { "symbol=A/HRC/25", "" },
  { "tag:human-rights", "coi-report september" },
  { "tag:\"Human Rights\"", "coi-report september" },
  { "tag=coi", "coi-report" },
  { "source:willis-2017", "coi-report" },
  { "source:willis", "coi-report" },
  { "source:\"the conversation\"", "coi-report" },
  { "source=willis-2017", "coi-report" },
  { "series:bilateral-talks", "autumn-talks" },
  { "series=\"Bilateral Talks\"", "autumn-talks" },
  { "id:coi-report", "coi-report" },
  { "id:(brexit, @tokyo, brexit)", "tokyo brexit" },
  { "@coi-report OR @tokyo", "coi-report tokyo" },
  { "@@brief", "hrc-22-13 coi-report c3-vote ga-69-188 sc-7353" },
  { "@@council", "sc-7353" },
  { "id:(@@council, tokyo)", "sc-7353 tokyo" },
  { "-@@brief year:2014", "annex autumn-talks september twice" },
};

static const Answer counts[] = {
  { "vote:procedural", "sc-7353" },
  { "vote:consensus", "hrc-22-13" },
  { "vote:(recorded, consensus)", "hrc-22-13 c3-vote ga-69-188" },
  { "vote:adopted", "hrc-22-13 c3-vote ga-69-188 sc-7353" },
  { "vote:rejected", "" },
  { "vote:none kind:(report,visit)", "coi-report annex september twice" },
  { "yes:111", "c3-vote" },
  { "yes=111..116", "c3-vote ga-69-188" },
  { "no:..15", "sc-7353" },
  { "abstain>=53", "c3-vote ga-69-188" },
  { "yes:..", "c3-vote ga-69-188 sc-7353" },
  { "no:china", "c3-vote sc-7353" },
  { "no:p5", "c3-vote sc-7353" },
  { "no=p5", "c3-vote sc-7353" },
  { "yes:eu", "c3-vote sc-7353" },
  { "yes:uk", "c3-vote" },
  { "yes:(116, uk)", "c3-vote ga-69-188" },
  { "importance:4..", "hrc-22-13 coi-report c3-vote ga-69-188 sc-7353" },
  { "importance:..3", "annex" },
  { "importance=4", "c3-vote sc-7353" },
  { "precision:month", "annex autumn-talks late-plan next-plan" },
  { "precision:second", "c3-vote" },
  { "precision>=year", "tokyo" },
  { "confidence:none id:tokyo", "tokyo" },
  { "status:planned", "late-plan next-plan" },
  { "is:planned", "late-plan next-plan" },
  { "is:overdue", "late-plan" },
  { "is:approximate", "autumn-talks" },
  { "is:uncertain", "september" },
  { "is:timed", "c3-vote" },
  { "is:disputed", "sc-7353" },
  { "is:single year:2014", "coi-report c3-vote ga-69-188 sc-7353" },
  { "is:confirmed", "" },
  { "says:willis-2017", "coi-report" },
  { "says=un-record", "sc-7353" },
  { "disputed:date", "sc-7353" },
  { "disputed:(vote, forum)", "" },
  { "partial:date", "coi-report" },
  { "confirmed:date OR single:date", "" },
  { "is:unsourced year:2014", "annex autumn-talks september twice" },
};

static const Answer texts[] = {
  { "", "hrc-22-13 coi-report annex autumn-talks september twice c3-vote ga-69-188 sc-7353 tokyo guterres-letter "
        "late-plan brexit next-plan" },
  { "title:report", "coi-report annex september" },
  { "title:rep", "" },
  { "title:rep*", "coi-report annex september" },
  { "title=\"a visit\"", "twice" },
  { "title=visit", "" },
  { "title:\"commission's report\"", "coi-report" },
  { "title:human-rights", "hrc-22-13 autumn-talks" },
  { "title:\"human rights\"", "hrc-22-13 autumn-talks" },
  { "title:人権", "tokyo" },
  { "text:\"crimes against humanity\"", "coi-report" },
  { "text:sanction", "guterres-letter" },
  { "place:geneva", "coi-report" },
  { "place=Gen", "" },
  { "cote", "annex" },
  { "CÔTE", "annex" },
  { "\"cote d'ivoire\"", "annex" },
  { "\"viet nam\"", "guterres-letter" },
  { "france", "c3-vote" },
  { "DPRK kind:vote", "c3-vote" },
  { "\"third committee\"", "c3-vote" },
  { "A/RES/69/188", "ga-69-188" },
  { "決議", "tokyo" },
  { "ban", "coi-report" },
  { "report -commission", "annex september" },
  { "NOT importance:1..5 AND (kind:visit OR kind:letter)", "twice guterres-letter" },
};

static char *
answer (ChnTimeline *timeline, const char *text, gboolean planned)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, &error);
  g_auto (ChnRows) rows = { 0 };
  CHN_ASSERT_NO_ERROR (error);
  if (!query)
    return g_strdup ("(refused)");
  chn_bound_query_run (query, planned, &rows);
  return sample_ids (timeline, &rows);
}

static void
check_answers (const Answer *answers, guint n)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  for (guint i = 0; timeline && i < n; i++)
    for (int planned = FALSE; planned <= TRUE; planned++) {
      g_autofree char *ids = answer (timeline, answers[i].query, planned);
      if (strcmp (ids, answers[i].ids) != 0)
        CHN_FAIL ("%s: found \"%s\", expected \"%s\"", answers[i].query, ids, answers[i].ids);
    }
}

static void
test_dates (void)
{
  check_answers (dates, G_N_ELEMENTS (dates));
}

static void
test_names (void)
{
  check_answers (names, G_N_ELEMENTS (names));
}

static void
test_counts (void)
{
  check_answers (counts, G_N_ELEMENTS (counts));
}

static void
test_texts (void)
{
  check_answers (texts, G_N_ELEMENTS (texts));
}

/* A bound query stands on its own once query and timeline are released. */
static void
test_lifetime (void)
{
  ChnTimeline *timeline = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
  g_autoptr (ChnBoundQuery) bound = sample_bind (timeline, "kind:report @@brief", NULL);
  g_auto (ChnRows) rows = { 0 };
  chn_timeline_unref (timeline);
  CU_ASSERT_PTR_NOT_NULL_FATAL (bound);
  chn_bound_query_run (bound, TRUE, &rows);
  CHN_ASSERT_INT (rows.n, 1);
  chn_bound_query_free (NULL);
}

static const ChnTest tests[] = {
  { "dates: possibly and certainly, ranges, comparisons, today, events", test_dates },
  { "names: forums with what lies below, actors and groups at the date, labels", test_names },
  { "votes, counts, scales and states", test_counts },
  { "words: folded, whole, in any script", test_texts },
  { "a bound query holds what it needs", test_lifetime },
};

CHN_SUITE ("query/match", tests)
