/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <chancery/agreement.h>

#include "suite.h"

static ChnEvent *
make_event (const char *date, const char *forum, const char *counts)
{
  ChnEvent *event = chn_event_new ();
  g_autoptr (ChnDate) parsed = chn_date_parse (date, -1, NULL);
  chn_event_set_date (event, CHN_FIELD_DATE, parsed);
  chn_event_set_text (event, CHN_FIELD_TITLE, "The committee voted", -1);
  chn_event_add_item (event, CHN_FIELD_FORUMS, forum, -1);
  chn_event_add_item (event, CHN_FIELD_SYMBOLS, "A/C.3/69/L.28/Rev.1", -1);
  chn_event_add_actor (event, "prk", -1, 0);
  ChnVote vote = CHN_VOTE_NONE;
  if (counts)
    CU_ASSERT (chn_vote_parse_counts (counts, -1, &vote, NULL));
  chn_event_set_vote (event, &vote);
  return event;
}

typedef struct {
  const char *date, *forum, *counts;
  ChnField field;
  const char *value;
  ChnStance stance;
} StanceCase;

static const StanceCase cases[] = {
  { "2014-09-13", "un.ga", NULL, CHN_FIELD_DATE, "2014-09-13", CHN_STANCE_CONFIRMS },
  { "2014-09-13", "un.ga", NULL, CHN_FIELD_DATE, "2014-09", CHN_STANCE_PARTIAL },
  { "2014-09", "un.ga", NULL, CHN_FIELD_DATE, "2014-09-13", CHN_STANCE_PRECISE },
  { "2014-09-13", "un.ga", NULL, CHN_FIELD_DATE, "2014-02", CHN_STANCE_DISPUTES },
  { "2013-03-21", "un.ga", NULL, CHN_FIELD_DATE, "2013-03-22", CHN_STANCE_DISPUTES },
  { "[2014-04-27..2014-05-01]", "un.ga", NULL, CHN_FIELD_DATE, "2014-05", CHN_STANCE_PARTIAL },
  { "2014", "un.ga.c3", "40-77-50", CHN_FIELD_VOTE, "40-77-50", CHN_STANCE_CONFIRMS },
  { "2014", "un.ga.c3", "40-77-50", CHN_FIELD_VOTE, "40-77", CHN_STANCE_PARTIAL },
  { "2014", "un.ga.c3", "40-77", CHN_FIELD_VOTE, "40-77-50", CHN_STANCE_PRECISE },
  { "2014", "un.ga.c3", "40-77-50", CHN_FIELD_VOTE, "40-78", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", "40-77-50", CHN_FIELD_VOTE, "consensus", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", "consensus", CHN_FIELD_VOTE, "consensus", CHN_STANCE_CONFIRMS },
  { "2014", "un.ga.c3", "consensus", CHN_FIELD_VOTE, "30-6-11", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_FORUMS, "un.ga.c3", CHN_STANCE_CONFIRMS },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_FORUMS, "un.ga", CHN_STANCE_PARTIAL },
  { "2014", "un.ga.c3", "111-19-55", CHN_FIELD_FORUMS, "un.ga", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_FORUMS, "un.ga.c33", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_FORUMS, "un.sc", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_ACTORS, "prk", CHN_STANCE_CONFIRMS },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_ACTORS, "kor", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_SYMBOLS, "A/C.3/69/L.28/Rev.1", CHN_STANCE_CONFIRMS },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_SYMBOLS, "A/C.3/69/L.28", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_STATUS, "occurred", CHN_STANCE_CONFIRMS },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_STATUS, "planned", CHN_STANCE_PARTIAL },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_STATUS, "cancelled", CHN_STANCE_DISPUTES },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_TITLE, "the  COMMITTEE voted", CHN_STANCE_CONFIRMS },
  { "2014", "un.ga.c3", NULL, CHN_FIELD_TITLE, "The Assembly voted", CHN_STANCE_DISPUTES },
};

static void
test_stances (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const StanceCase *row = &cases[i];
    g_autoptr (ChnEvent) event = make_event (row->date, row->forum, row->counts);
    ChnClaim claim = { row->field, row->value };
    ChnStance stance = chn_claim_judge (event, &claim);
    if (stance != row->stance)
      CHN_FAIL ("%s beside %s: found %s, expected %s", row->value, chn_field_get_info (row->field)->name,
                chn_stance_get_name (stance), chn_stance_get_name (row->stance));
    else
      CU_PASS ("as expected");
  }
}

static void
test_values (void)
{
  static const struct {
    ChnField field;
    const char *value;
  } values[] = {
    { CHN_FIELD_DATE, "2014-11-18" }, { CHN_FIELD_FORUMS, "un.ga.c3" },
    { CHN_FIELD_VOTE, "111-19-55" },  { CHN_FIELD_ACTORS, "prk" },
    { CHN_FIELD_STATUS, "occurred" }, { CHN_FIELD_NTH, NULL },
    { CHN_FIELD_PLACE, NULL },        { CHN_FIELD_SYMBOLS, "A/C.3/69/L.28/Rev.1" },
  };
  g_autoptr (ChnEvent) event = make_event ("2014-11-18", "un.ga.c3", "111-19-55");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *value = chn_event_dup_value (event, values[i].field);
    CHN_ASSERT_STRING (value, values[i].value);
  }
}

static const ChnTest tests[] = {
  { "claims stand to the record as their field understands it", test_stances },
  { "the record's own value in one line", test_values },
};

CHN_SUITE ("model/agreement", tests)
