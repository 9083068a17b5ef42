/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of which name is suggested for a wrong one. */
#include "base/suggest.h"
#include "suite.h"

static const char *const names[] = { "date",       "forum",      "actor", "kind",  "symbol",
                                     "importance", "not-voting", "no",    "single" };

static void
test_table (void)
{
  static const struct {
    const char *wanted, *expected;
  } rows[] = {
    { "forrum", "forum" },
    { "fourm", "forum" },
    { "FORUM", "forum" },
    { "import", "importance" },
    { "symbl", "symbol" },
    { "elephant", NULL },
    { "notvoting", "not-voting" },
    { "x", NULL },
    { "dat", "date" },
    { "kinds", "kind" },
    { "", NULL },
    { "on", NULL },
    { "since", NULL },
    { "No", "no" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (ChnSuggestion) suggestion;
    chn_suggestion_init (&suggestion, rows[i].wanted, -1);
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      chn_suggestion_offer (&suggestion, names[j]);
    CHN_ASSERT_STRING (chn_suggestion_get (&suggestion), rows[i].expected);
  }
}

static void
test_answer (void)
{
  g_auto (ChnSuggestion) suggestion;
  chn_suggestion_init (&suggestion, "North Koreaa", -1);
  chn_suggestion_offer_for (&suggestion, "North Korea", "prk");
  chn_suggestion_offer_for (&suggestion, "South Korea", "kor");
  CHN_ASSERT_STRING (chn_suggestion_get (&suggestion), "prk");
}

static void
test_long_names (void)
{
  g_autofree char *wanted = g_strnfill (500, 'a');
  g_auto (ChnSuggestion) suggestion;
  chn_suggestion_init (&suggestion, wanted, -1);
  chn_suggestion_offer (&suggestion, "aaaa");
  CU_ASSERT_PTR_NULL (chn_suggestion_get (&suggestion));
}

static const ChnTest tests[] = {
  { "the nearest name, if one is near", test_table },
  { "a candidate may stand for another name", test_answer },
  { "names without bound are not compared", test_long_names },
};

CHN_SUITE ("base/suggest", tests)
