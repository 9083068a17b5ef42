/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of messages that are cut. */
#include "base/brief.h"

#include <string.h>

#include "suite.h"

static void
test_short (void)
{
  CU_ASSERT_PTR_NULL (chn_brief_dup (""));
  CU_ASSERT_PTR_NULL (chn_brief_dup ("what was found, what was expected"));
}

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new ("found \"");
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, "\", expected less");
  return g_string_free (text, FALSE);
}

static void
test_long (void)
{
  static const char *const pieces[] = { "a", "é", "日", "a ", "日本 ", "a/" };
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autofree char *text = repeat (pieces[i], 1 << 18);
    g_autofree char *brief = chn_brief_dup (text);
    CU_ASSERT_PTR_NOT_NULL_FATAL (brief);
    CU_ASSERT_TRUE (strlen (brief) < 10000 && g_utf8_validate (brief, -1, NULL));
    CU_ASSERT_TRUE (g_str_has_prefix (brief, "found \"") && g_str_has_suffix (brief, "expected less"));
    CU_ASSERT_PTR_NOT_NULL (strstr (brief, "…"));
  }
}

static const ChnTest tests[] = {
  { "what fits stays as it is", test_short },
  { "of what does not both ends stay, and characters whole", test_long },
};

CHN_SUITE ("base/brief", tests)
