/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what cells of tables of votes mean. */
#include <string.h>

#include "format/rolls/ballot-word.h"
#include "format/rolls/columns.h"
#include "format/rolls/unres.h"
#include "suite.h"

static void
test_ballots (void)
{
  static const struct {
    const char *word;
    int ballot;
  } cases[] = {
    { "yes", CHN_BALLOT_YES },
    { "no", CHN_BALLOT_NO },
    { "abstain", CHN_BALLOT_ABSTAIN },
    { "Y", CHN_BALLOT_YES },
    { "N", CHN_BALLOT_NO },
    { "A", CHN_BALLOT_ABSTAIN },
    { "X", CHN_BALLOT_NOT_VOTING },
    { "1", CHN_BALLOT_YES },
    { "2", CHN_BALLOT_ABSTAIN },
    { "3", CHN_BALLOT_NO },
    { "YES", CHN_BALLOT_YES },
    { "Absent", CHN_BALLOT_NOT_VOTING },
    { "9", CHN_BALLOT_WORD_NO_MEMBER },
    { "", CHN_BALLOT_WORD_UNKNOWN },
    { "yess", CHN_BALLOT_WORD_UNKNOWN },
    { "ye", CHN_BALLOT_WORD_UNKNOWN },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    CU_ASSERT_EQUAL (chn_ballot_word_find (cases[i].word, strlen (cases[i].word)), cases[i].ballot);
}

static void
test_resolutions (void)
{
  static const struct {
    const char *text, *symbol; /* NULL: none */
  } cases[] = {
    { "A/RES/74/19", "A/RES/74/19" },
    { "R/69/188", "A/RES/69/188" },
    { "R/50/29D", "A/RES/50/29[D]" },
    { "R/31/6E", "A/RES/31/6[E]" },
    { "R/26/2799F", "A/RES/2799(XXVI)[F]" },
    { "A/RES/74/24A", "A/RES/74/24[A]" },
    { "R/18/1881", "A/RES/1881(XVIII)" },
    { "R/17/1208", NULL }, /* a page */
    { "R/1/66", NULL },
    { "R/32/88B/VII", NULL },
    { "R/69/", NULL },
    { "R/6444A", NULL },
    { "ESS/5/97", NULL },
    { "SS/5", NULL },
    { "", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *symbol = chn_unres_dup_symbol (cases[i].text);
    CHN_ASSERT_STRING (symbol ? symbol : "none", cases[i].symbol ? cases[i].symbol : "none");
  }
}

static void
test_columns (void)
{
  CU_ASSERT_EQUAL (chn_roll_column_find ("ms_code", 7), CHN_ROLL_VOTER);
  CU_ASSERT_EQUAL (chn_roll_column_find ("MS_CODE", 7), CHN_ROLL_VOTER);
  CU_ASSERT_EQUAL (chn_roll_column_find ("ms_cod", 6), -1);
  CU_ASSERT_EQUAL (chn_roll_column_find ("", 0), -1);
  guint64 ballots = (guint64) 1 << CHN_ROLL_RCID | (guint64) 1 << CHN_ROLL_VOTER | (guint64) 1 << CHN_ROLL_BALLOT;
  CU_ASSERT_TRUE (chn_roll_columns_suffice (ballots));
  CU_ASSERT_FALSE (chn_roll_columns_suffice (ballots & ~((guint64) 1 << CHN_ROLL_RCID)));
  CU_ASSERT_FALSE (chn_roll_columns_suffice ((guint64) 1 << CHN_ROLL_DATE | (guint64) 1 << CHN_ROLL_YES));
}

static const ChnTest tests[] = {
  { "words for ballots", test_ballots },
  { "what stands for a resolution", test_resolutions },
  { "columns", test_columns },
};

CHN_SUITE ("format/rolls", tests)
