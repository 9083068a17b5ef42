/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Three answers are combined as Kleene's tables say, which stand here in full. */
#include "query/answer.h"

#include "suite.h"

#define N CHN_ANSWER_NO
#define U CHN_ANSWER_UNKNOWN
#define Y CHN_ANSWER_YES

static const ChnAnswer answers[] = { N, U, Y };

static void
test_tables (void)
{
  static const ChnAnswer not [] = { Y, U, N };
  static const ChnAnswer and[3][3] = { { N, N, N }, { N, U, U }, { N, U, Y } };
  static const ChnAnswer or [3][3] = { { N, U, Y }, { U, U, Y }, { Y, Y, Y } };
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    CU_ASSERT_EQUAL (chn_answer_not (answers[i]), not [i]);
    for (guint j = 0; j < G_N_ELEMENTS (answers); j++) {
      CU_ASSERT_EQUAL (chn_answer_and (answers[i], answers[j]), and[i][j]);
      CU_ASSERT_EQUAL (chn_answer_or (answers[i], answers[j]), or [i][j]);
    }
  }
}

static void
test_of (void)
{
  CU_ASSERT_EQUAL (chn_answer_of (TRUE), CHN_ANSWER_YES);
  CU_ASSERT_EQUAL (chn_answer_of (4), CHN_ANSWER_YES);
  CU_ASSERT_EQUAL (chn_answer_of (FALSE), CHN_ANSWER_NO);
}

static const ChnTest tests[] = {
  { "the tables of NOT, AND and OR", test_tables },
  { "what is not left open", test_of },
};

CHN_SUITE ("query/answer", tests)
