/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/text/wrap.h"
#include "suite.h"

typedef struct {
  const char *text;
  guint width;
  const char *lines; /* joined by | */
} WrapCase;

static const WrapCase cases[] = {
  { "", 10, "" },
  { "one", 10, "one" },
  { "one two three", 7, "one two|three" },
  { "one two three", 8, "one two|three" },
  { "one  two", 3, "one|two" },
  { "unbreakable", 4, "unbr|eaka|ble" },
  { "a unbreakable", 4, "a|unbr|eaka|ble" },
  { "exact fit", 9, "exact fit" },
  { "exact fits", 9, "exact|fits" },
  { "人权理事会决议", 6, "人权理|事会决|议" },
  { "人", 1, "人" },
  { "e\xCC\x81t\xC3\xA9 fini", 3, "e\xCC\x81t\xC3\xA9|fin|i" },
  { "x", 0, "x" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) lines = chn_wrap_text (cases[i].text, cases[i].width);
    g_autofree char *joined = g_strjoinv ("|", lines);
    CHN_ASSERT_STRING (joined, cases[i].lines);
  }
}

static void
test_width (void)
{
  CHN_ASSERT_INT (chn_wrap_get_width ("abc"), 3);
  CHN_ASSERT_INT (chn_wrap_get_width ("人权"), 4);
  CHN_ASSERT_INT (chn_wrap_get_width ("e\xCC\x81"), 1);
  CHN_ASSERT_INT (chn_wrap_get_width (""), 0);
}

/* Nothing but blanks is lost, and no line is wider than asked unless one character is. */
static void
test_properties (void)
{
  const char *text = "The Council 安全理事会 met — quietly, on 22 December 2014, at Headquarters";
  for (guint width = 2; width < 80; width++) {
    g_auto (GStrv) lines = chn_wrap_text (text, width);
    g_autoptr (GString) letters = g_string_new (NULL);
    g_autoptr (GString) expected = g_string_new (text);
    for (guint i = 0; lines[i]; i++) {
      CU_ASSERT (chn_wrap_get_width (lines[i]) <= width);
      g_string_append (letters, lines[i]);
    }
    g_string_replace (letters, " ", "", 0);
    g_string_replace (expected, " ", "", 0);
    CHN_ASSERT_STRING (letters->str, expected->str);
  }
}

static const ChnTest tests[] = {
  { "lines are broken between words, else inside them", test_lines },
  { "wide characters count two, marks none", test_width },
  { "nothing but blanks is lost at any width", test_properties },
};

CHN_SUITE ("format/wrap", tests)
