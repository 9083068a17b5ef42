/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what is isolated beside letters from right to left. */
#include "format/pdf/bidi.h"

#include <string.h>

#include "suite.h"

static void
test_directions (void)
{
  CU_ASSERT_FALSE (chn_bidi_has_right_to_left (""));
  CU_ASSERT_FALSE (chn_bidi_has_right_to_left ("111-19-55 북한 Кириллица"));
  CU_ASSERT_TRUE (chn_bidi_has_right_to_left ("resolution قرار"));
  CU_ASSERT_TRUE (chn_bidi_has_right_to_left ("\xFF\xD7\xA9")); /* behind a byte that is no UTF-8 */
  CU_ASSERT_FALSE (chn_bidi_has_right_to_left ("a letter that is cut \xD7"));
}

static void
test_figures (void)
{
  static const struct {
    const char *text, *figures; /* NULL: none */
  } cases[] = {
    { "", NULL },
    { "قرار", NULL },
    { "in favour, قرار.", NULL },
    { "قرار 111-19-55 صوتا", "111-19-55" },
    { "من 2013–2014.", "2013–2014" },
    { "(A/RES/69/188)", "A/RES/69/188" },
    { "S/PV.7353.", "S/PV.7353" },
    { "في 15:30, لا", "15:30" },
    { "18 December", "18" },
    { "- 7 -", "7" },
    { "Resolution/no number, then 5", "5" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize n = 0, before = chn_bidi_find_figures (cases[i].text, &n);
    g_autofree char *found = g_strndup (cases[i].text + before, n);
    CHN_ASSERT_STRING (found, cases[i].figures ? cases[i].figures : "");
    CU_ASSERT_EQUAL (n == 0 ? before : 0, n == 0 ? strlen (cases[i].text) : 0);
  }
}

static const ChnTest tests[] = {
  { "letters from right to left are seen", test_directions },
  { "figures and symbols are found", test_figures },
};

CHN_SUITE ("format/bidi", tests)
