/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of slugs: what is one, where one goes wrong, and what is suggested instead. */
#include "model/slug.h"

#include <string.h>

#include "suite.h"

static void
test_checks (void)
{
  static const struct {
    const char *text;
    gboolean good;
    gsize offset;
    const char *near;
  } rows[] = {
    { "a", TRUE, 1, "a" },
    { "ga-69-188", TRUE, 9, "ga-69-188" },
    { "s.pv.7353", TRUE, 9, "s-pv-7353" },
    { "2014", TRUE, 4, "2014" },
    { "", FALSE, 0, NULL },
    { "-a", FALSE, 0, "a" },
    { "a-", FALSE, 2, "a" },
    { "a--b", FALSE, 2, "a-b" },
    { "a..b", FALSE, 2, "a-b" },
    { "GA_69_188", FALSE, 0, "ga-69-188" },
    { "commission of inquiry", FALSE, 10, "commission-of-inquiry" },
    { "côte d’ivoire", FALSE, 1, "cote-divoire" },
    { "北", FALSE, 0, NULL },
    { "a\nb", FALSE, 1, "a-b" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize offset = 999;
    gboolean good = chn_slug_check (rows[i].text, &offset);
    if (good != rows[i].good || offset != rows[i].offset)
      CHN_FAIL ("\"%s\": %d at %zu", rows[i].text, good, offset);
    g_autofree char *near = chn_slug_dup_near (rows[i].text);
    CHN_ASSERT_STRING (near, rows[i].near);
  }
}

static void
test_bound (void)
{
  g_autofree char *longest = g_strnfill (CHN_SLUG_MAX, 'a');
  g_autofree char *longer = g_strnfill (CHN_SLUG_MAX + 1, 'a');
  gsize offset = 0;
  CU_ASSERT (chn_slug_check (longest, &offset));
  CU_ASSERT_FALSE (chn_slug_check (longer, &offset));
  CHN_ASSERT_INT (offset, CHN_SLUG_MAX);
}

static void
test_suggestions_are_slugs (void)
{
  static const char *const texts[] = { "A.B", "--x--", "É. 1 / 2", "DPRK's reply", "a\t\tb", "x  -  y", "…1…2…" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    gsize offset;
    g_autofree char *near = chn_slug_dup_near (texts[i]);
    if (!near || !chn_slug_check (near, &offset))
      CHN_FAIL ("\"%s\" gives \"%s\"", texts[i], near);
  }
  g_autofree char *far = g_strnfill (500, 'B');
  g_autofree char *near = chn_slug_dup_near (far);
  gsize offset;
  CU_ASSERT (chn_slug_check (near, &offset));
}

static const ChnTest tests[] = {
  { "slugs are told from others", test_checks },
  { "a slug has at most 128 bytes", test_bound },
  { "what is suggested is a slug", test_suggestions_are_slugs },
};

CHN_SUITE ("model/slug", tests)
