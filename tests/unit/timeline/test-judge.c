/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How the sources of an event together stand to its record. */
#include <chancery/judge.h>

#include "fixture.h"

/* Sources: two of one author, two of one publisher, one of neither. */
static const struct {
  const char *key, *author, *publisher;
} sources[] = {
  { "a1", "Ann Author", "One" }, { "a2", "ann  author", "Two" }, { "p1", NULL, "Press" },
  { "p2", NULL, "PRESS" },       { "p3", "Press", "Three" },     { "x", NULL, NULL },
};

typedef struct {
  const char *source;
  ChnField field;
  const char *value;
  gboolean foreseen;
} Said;

typedef struct {
  const char *label;
  ChnField field;
  ChnAgreement agreement;
  guint n_voices;
  Said said[4];
} JudgeCase;

#define DATE CHN_FIELD_DATE
#define VOTE CHN_FIELD_VOTE

/* The record: 18 November 2014, Third Committee, 40-77-50, third of its series. */
static const JudgeCase cases[] = {
  { "nobody", DATE, CHN_AGREEMENT_SILENT, 0, { { NULL, DATE, NULL, FALSE } } },
  { "another field", VOTE, CHN_AGREEMENT_SILENT, 1, { { "x", DATE, "2014-11-18", FALSE } } },
  { "one", DATE, CHN_AGREEMENT_SINGLE, 1, { { "x", DATE, "2014-11-18", FALSE } } },
  { "one author twice",
    DATE,
    CHN_AGREEMENT_SINGLE,
    1,
    { { "a1", DATE, "2014-11-18", FALSE }, { "a2", DATE, "2014-11-18", FALSE } } },
  { "one agency, thrice",
    DATE,
    CHN_AGREEMENT_SINGLE,
    1,
    { { "p1", DATE, "2014-11-18", FALSE },
      { "p2", DATE, "2014-11-18", FALSE },
      { "p3", DATE, "2014-11-18", FALSE } } },
  { "two authors",
    DATE,
    CHN_AGREEMENT_CONFIRMED,
    2,
    { { "a1", DATE, "2014-11-18", FALSE }, { "p1", DATE, "2014-11-18", FALSE } } },
  { "month", DATE, CHN_AGREEMENT_PARTIAL, 1, { { "x", DATE, "2014-11", FALSE } } },
  { "day and month",
    DATE,
    CHN_AGREEMENT_PARTIAL,
    2,
    { { "x", DATE, "2014-11-18", FALSE }, { "p1", DATE, "2014-11", FALSE } } },
  { "two days and a month",
    DATE,
    CHN_AGREEMENT_CONFIRMED,
    3,
    { { "x", DATE, "2014-11-18", FALSE }, { "p1", DATE, "2014-11", FALSE }, { "a1", DATE, "2014-11-18", FALSE } } },
  { "overlap", DATE, CHN_AGREEMENT_PARTIAL, 1, { { "x", DATE, "2014-11-18/2014-12", FALSE } } },
  { "one against two",
    DATE,
    CHN_AGREEMENT_DISPUTED,
    3,
    { { "x", DATE, "2014-11-18", FALSE },
      { "p1", DATE, "2014-11-19", FALSE },
      { "a1", DATE, "2014-11-18", FALSE } } },
  { "a plan that slipped", DATE, CHN_AGREEMENT_PARTIAL, 1, { { "x", DATE, "2014-11-19", TRUE } } },
  { "a plan that came true", DATE, CHN_AGREEMENT_PARTIAL, 1, { { "x", DATE, "2014-11-18", TRUE } } },
  { "two of three counts", VOTE, CHN_AGREEMENT_PARTIAL, 1, { { "x", VOTE, "40-77", FALSE } } },
  { "other counts", VOTE, CHN_AGREEMENT_DISPUTED, 1, { { "x", VOTE, "40-77-51", FALSE } } },
  { "the body above voted not",
    CHN_FIELD_FORUMS,
    CHN_AGREEMENT_DISPUTED,
    1,
    { { "x", CHN_FIELD_FORUMS, "un.ga", FALSE } } },
  { "the body", CHN_FIELD_FORUMS, CHN_AGREEMENT_SINGLE, 1, { { "x", CHN_FIELD_FORUMS, "un.ga.c3", FALSE } } },
  { "ordinal", CHN_FIELD_NTH, CHN_AGREEMENT_SINGLE, 1, { { "x", CHN_FIELD_NTH, "3", FALSE } } },
  { "other ordinal", CHN_FIELD_NTH, CHN_AGREEMENT_DISPUTED, 1, { { "x", CHN_FIELD_NTH, "4", FALSE } } },
  { "kind", CHN_FIELD_KIND, CHN_AGREEMENT_DISPUTED, 1, { { "x", CHN_FIELD_KIND, "visit", FALSE } } },
  { "actor", CHN_FIELD_ACTORS, CHN_AGREEMENT_SINGLE, 1, { { "x", CHN_FIELD_ACTORS, "prk", FALSE } } },
  { "symbol", CHN_FIELD_SYMBOLS, CHN_AGREEMENT_DISPUTED, 1, { { "x", CHN_FIELD_SYMBOLS, "A/C.3/69/L.1", FALSE } } },
  { "title", CHN_FIELD_TITLE, CHN_AGREEMENT_SINGLE, 1, { { "x", CHN_FIELD_TITLE, "a TITLE", FALSE } } },
};

static void
add_citations (ChnEvent *event, const JudgeCase *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (row->said) && row->said[i].source; i++) {
    const ChnClaim claims[] = { { row->said[i].field, row->said[i].value }, { CHN_FIELD_STATUS, "planned" } };
    ChnCitation citation = { .source = row->said[i].source,
                             .n_claims = row->said[i].foreseen ? 2 : 1,
                             .claims = claims };
    chn_event_add_citation (event, &citation);
  }
}

static ChnTimeline *
make_timeline (Fixture *fixture, const JudgeCase *row)
{
  ChnVote vote = CHN_VOTE_NONE;
  CU_ASSERT (chn_vote_parse_counts ("40-77-50", -1, &vote, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    ChnSource source = { { NULL } };
    source.text[CHN_SOURCE_KEY] = sources[i].key;
    source.text[CHN_SOURCE_AUTHOR] = sources[i].author;
    source.text[CHN_SOURCE_PUBLISHER] = sources[i].publisher;
    chn_timeline_builder_add_source (fixture->builder, &source, 1, 1);
  }
  ChnEvent *event = fixture_begin_event (fixture, "vote", "2014-11-18", 1);
  chn_event_add_item (event, CHN_FIELD_FORUMS, "un.ga.c3", -1);
  chn_event_add_item (event, CHN_FIELD_SYMBOLS, "A/C.3/69/L.28", -1);
  chn_event_add_actor (event, "prk", -1, 0);
  chn_event_set_vote (event, &vote);
  chn_event_set_text (event, CHN_FIELD_SERIES, "votes", -1);
  chn_event_set_number (event, CHN_FIELD_NTH, 3);
  add_citations (event, row);
  fixture_add (fixture);
  return fixture_seal (fixture);
}

static void
test_agreement (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Fixture) fixture = { 0 };
    fixture_init (&fixture, NULL);
    g_autoptr (ChnTimeline) timeline = make_timeline (&fixture, &cases[i]);
    ChnAgreement found = chn_timeline_judge_field (timeline, 0, cases[i].field);
    if (found != cases[i].agreement)
      CHN_FAIL ("%s: found %s, expected %s", cases[i].label, chn_agreement_get_name (found),
                chn_agreement_get_name (cases[i].agreement));
    CU_ASSERT_EQUAL (chn_timeline_count_voices (timeline, 0), cases[i].n_voices);
  }
}

/* What two sources say of a record that is vaguer than they are, or lasts. */
static const struct {
  const char *label, *date, *vote, *forum, *place;
  ChnField field;
  const char *says[2];
  ChnStance stance;
} vague[] = {
  { "two days of one month", "2013-11", NULL, NULL, NULL, DATE, { "2013-11-14", "2013-11-20" }, CHN_STANCE_DISPUTES },
  { "one day of a month", "2013-11", NULL, NULL, NULL, DATE, { "2013-11-14", "2013-11-14" }, CHN_STANCE_PRECISE },
  { "a day within a week",
    "2013-11",
    NULL,
    NULL,
    NULL,
    DATE,
    { "2013-11-14", "[2013-11-11..2013-11-17]" },
    CHN_STANCE_PRECISE },
  { "two months of a year", "2013", NULL, NULL, NULL, DATE, { "2013-11", "2013-12" }, CHN_STANCE_DISPUTES },
  { "days of what lasts",
    "2013-11-14/2013-11-20",
    NULL,
    NULL,
    NULL,
    DATE,
    { "2013-11-14", "2013-11-20" },
    CHN_STANCE_PARTIAL },
  { "a day that is not sure",
    "2013-11-14~",
    NULL,
    NULL,
    NULL,
    DATE,
    { "2013-11-14", "2013-11-14" },
    CHN_STANCE_PRECISE },
  { "one instant on two clocks",
    "2017-07-03T20:40:00-04:00",
    NULL,
    NULL,
    NULL,
    DATE,
    { "2017-07-04T09:40:00+09:00", "2017-07-03T20:40:00-04:00" },
    CHN_STANCE_CONFIRMS },
  { "two instants of one clock time",
    "2017-07-03T20:40:00-04:00",
    NULL,
    NULL,
    NULL,
    DATE,
    { "2017-07-03T20:40:00+09:00", "2017-07-03" },
    CHN_STANCE_DISPUTES },
  { "two clocks within a day",
    "2017-07-03/2017-07-04",
    NULL,
    NULL,
    NULL,
    DATE,
    { "2017-07-03T20:40:00-04:00", "2017-07-04T09:40:00+09:00" },
    CHN_STANCE_PARTIAL },
  { "years around a record", "2013-11", NULL, NULL, NULL, DATE, { "2013", "2013" }, CHN_STANCE_PARTIAL },
  { "two numbers of abstentions", "2013", "10-2", NULL, NULL, VOTE, { "10-2-3", "10-2-1" }, CHN_STANCE_DISPUTES },
  { "one number of abstentions", "2013", "10-2", NULL, NULL, VOTE, { "10-2-3", "10-2-3" }, CHN_STANCE_PRECISE },
  { "two votes where none is recorded",
    "2013",
    NULL,
    NULL,
    NULL,
    VOTE,
    { "10-2", "consensus" },
    CHN_STANCE_DISPUTES },
  { "two bodies of one organisation",
    "2013",
    NULL,
    "un",
    NULL,
    CHN_FIELD_FORUMS,
    { "un.ga.c3", "un.sc" },
    CHN_STANCE_DISPUTES },
  { "a committee of a body",
    "2013",
    NULL,
    "un.ga",
    NULL,
    CHN_FIELD_FORUMS,
    { "un.ga.c3", "un.ga.c3" },
    CHN_STANCE_PRECISE },
  { "two places where none is recorded",
    "2013",
    NULL,
    NULL,
    NULL,
    CHN_FIELD_PLACE,
    { "Geneva", "New York" },
    CHN_STANCE_DISPUTES },
  { "a place where none is recorded",
    "2013",
    NULL,
    NULL,
    NULL,
    CHN_FIELD_PLACE,
    { "Geneva", "GENEVA" },
    CHN_STANCE_PRECISE },
  { "two documents where none is recorded",
    "2013",
    NULL,
    NULL,
    NULL,
    CHN_FIELD_SYMBOLS,
    { "A/69/1", "A/69/2" },
    CHN_STANCE_PRECISE },
};

static void
test_vague_records (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vague); i++) {
    g_auto (Fixture) fixture = { 0 };
    ChnVote vote = CHN_VOTE_NONE;
    fixture_init (&fixture, NULL);
    ChnEvent *event = fixture_begin_event (&fixture, "vague", vague[i].date, 1);
    if (vague[i].vote && chn_vote_parse_counts (vague[i].vote, -1, &vote, NULL))
      chn_event_set_vote (event, &vote);
    if (vague[i].forum)
      chn_event_add_item (event, CHN_FIELD_FORUMS, vague[i].forum, -1);
    for (guint k = 0; k < 2; k++) {
      const ChnSource source = { { [CHN_SOURCE_KEY] = sources[k].key } };
      const ChnClaim claim = { vague[i].field, vague[i].says[k] };
      chn_timeline_builder_add_source (fixture.builder, &source, 1, 1);
      chn_event_add_citation (event, &(ChnCitation){ .source = source.text[0], .n_claims = 1, .claims = &claim });
    }
    fixture_add (&fixture);
    g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
    ChnStance stance = chn_timeline_judge_claim (timeline, 0, 0, 0);
    if (stance != vague[i].stance)
      CHN_FAIL ("%s: %s", vague[i].label, chn_stance_get_name (stance));
    CU_ASSERT_EQUAL (chn_timeline_is_disputed (timeline, 0), vague[i].stance == CHN_STANCE_DISPUTES);
  }
}

/* A field is disputed when a claim about it is, and so is the event. */
static void
test_claim_by_claim (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Fixture) fixture = { 0 };
    fixture_init (&fixture, NULL);
    g_autoptr (ChnTimeline) timeline = make_timeline (&fixture, &cases[i]);
    gboolean disputed = FALSE;
    for (guint k = 0; k < G_N_ELEMENTS (cases[i].said) && cases[i].said[k].source; k++)
      disputed |= chn_timeline_judge_claim (timeline, 0, k, 0) == CHN_STANCE_DISPUTES;
    CU_ASSERT_EQUAL (disputed, cases[i].agreement == CHN_AGREEMENT_DISPUTED);
    CU_ASSERT_EQUAL (chn_timeline_is_disputed (timeline, 0), disputed);
  }
}

static const ChnTest tests[] = {
  { "agreement of all sources, and their voices", test_agreement },
  { "a field is disputed when a claim is", test_claim_by_claim },
  { "claims that differ among each other", test_vague_records },
};

CHN_SUITE ("timeline/judge", tests)
