/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of initials, which some write with full stops. */
#include "base/initials.h"

#include <string.h>

#include "base/segment.h"
#include "suite.h"

static void
test_folded (void)
{
  static const struct {
    const char *text, *folded;
  } rows[] = {
    { "U.S. policy", "us policy" },
    { "the D.P.R.K.", "the dprk" },
    { "U.S", "us" },
    { "U.S.-led talks (U.S.S.R.)", "us led talks (ussr)" },
    { "U.S.'s", "us's" },
    { "J.S.Bach", "js.bach" },
    { "Vitamin C. A meeting", "vitamin c. a meeting" },
    { "U. S.", "u. s." },
    { "end of it. Then", "end of it. then" },
    { "C.N.467.1997", "cn.467.1997" },
    { "A/C.3/69/L.28", "a/c.3/69/l.28" },
    { "No.5 v.1.2", "no.5 v.1.2" },
    { "..a.b..c.d.", "..ab.cd" },
    { "\u0421.\u0428.\u0410. \u0438", "\u0441\u0448\u0430 \u0438" },
    { "\u00C9.U.", "eu" },
    { "\u5317.\u671D", "\u5317.\u671D" },
    { ".", "." },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) folded = g_string_new (NULL);
    chn_segment_fold (rows[i].text, folded);
    CHN_ASSERT_STRING (folded->str, rows[i].folded);
  }
}

static void
test_plain (void)
{
  char buffer[64];
  CU_ASSERT_TRUE (chn_segment_fold_plain ("The U.S. and the D.P.R.K.", buffer, sizeof buffer));
  CHN_ASSERT_STRING (buffer, "the us and the dprk");
  CU_ASSERT_FALSE (chn_segment_fold_plain ("S\u00F8ren", buffer, sizeof buffer));
}

static void
test_length (void)
{
  char text[] = "u.s. and e.u.";
  CU_ASSERT_EQUAL (chn_initials_join (text, strlen (text)), strlen ("us and eu"));
  CHN_ASSERT_STRING (text, "us and eu");
}

static const ChnTest tests[] = {
  { "full stops of initials go, others stay", test_folded },
  { "in plain text, too", test_plain },
  { "the text is joined in place", test_length },
};

CHN_SUITE ("base/initials", tests)
