/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of text for people: hazards are shown, near names are found, far ones are not. */
#include <chancery/text.h>

#include "suite.h"

static void
test_visible (void)
{
  static const struct {
    const char *text;
    gboolean keep_lines;
    const char *visible;
  } rows[] = {
    { "plain, and Ž", FALSE, "plain, and Ž" },
    { "\033[31mred", TRUE, "<U+001B>[31mred" },
    { "a\nb\tc", TRUE, "a\nb\tc" },
    { "a\nb", FALSE, "a<U+000A>b" },
    { "\xE2\x80\xAEmorf", FALSE, "<U+202E>morf" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *visible = chn_text_dup_visible (rows[i].text, rows[i].keep_lines);
    CHN_ASSERT_STRING (visible, rows[i].visible);
  }
  g_autofree char *repaired = chn_text_dup_visible ("a\xFFz", FALSE);
  CU_ASSERT_TRUE (g_utf8_validate (repaired, -1, NULL));
}

static void
test_suggest (void)
{
  static const char *const names[] = { "list", "show", "export", "check", NULL };
  static const char *const none[] = { NULL };
  CHN_ASSERT_STRING (chn_text_suggest ("lsit", names), "list");
  CHN_ASSERT_STRING (chn_text_suggest ("EXPROT", names), "export");
  CU_ASSERT_PTR_NULL (chn_text_suggest ("resolution", names));
  CU_ASSERT_PTR_NULL (chn_text_suggest ("list", none));
}

static const ChnTest tests[] = {
  { "hazards are shown", test_visible },
  { "near names are found", test_suggest },
};

CHN_SUITE ("base/text", tests)
