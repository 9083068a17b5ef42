/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of text in pictures: what is shown, how wide it is, where it is cut and broken. */
#include "document/typing.h"

#include <string.h>

#include "document/even-type.h"
#include "suite.h"

static const ChnType ten = { .size = 10 }, ten_bold = { .size = 10, .is_bold = TRUE };

static void
test_guard (void)
{
  static const struct {
    const char *text, *shown;
  } cases[] = {
    { "The Council met", "The Council met" },
    { "  two \n lines\t ", "two lines" },
    { "\u202Egnp.exe", "<U+202E>gnp.exe" },
    { "\x1B[31m", "<U+001B>[31m" },
    { "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645" },
    { "\xFFx", "\uFFFDx" },
    { "", "" },
  };
  g_autoptr (ChnTyping) typing = chn_typing_new (&even_type, "any");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    CHN_ASSERT_STRING (chn_typing_guard (typing, cases[i].text), cases[i].shown);
}

/* Of what no picture could show a beginning is shown. */
static void
test_enormous (void)
{
  g_autoptr (ChnTyping) typing = chn_typing_new (&even_type, "any");
  g_autofree char *text = g_strnfill (100000, 'w');
  const char *shown = chn_typing_guard (typing, text);
  CU_ASSERT_TRUE (strlen (shown) < 2000);
  CU_ASSERT_TRUE (g_str_has_suffix (shown, "w…"));
}

static void
test_width (void)
{
  g_autoptr (ChnTyping) typing = chn_typing_new (&even_type, "any");
  for (guint again = 0; again < 2; again++) {
    CU_ASSERT_DOUBLE_EQUAL (chn_type (typing, "The Council met", &ten).width, 75, 1e-9);
    CU_ASSERT_DOUBLE_EQUAL (chn_type (typing, "The Council met", &ten_bold).width, 90, 1e-9);
  }
  CU_ASSERT_DOUBLE_EQUAL (chn_type (typing, "", &ten).width, 0, 1e-9);
  CU_ASSERT_FALSE (chn_type (typing, "\"2014\" met", &ten).is_leftward);
  CU_ASSERT_TRUE (chn_type (typing, "\"2014\" \u0627\u062C\u062A\u0645\u0639 UN", &ten).is_leftward);
}

static void
test_cut (void)
{
  static const struct {
    const char *text;
    double width;
    const char *cut; /* NULL: nothing worth it is left */
  } cases[] = {
    { "The Council met", 75, "The Council met" },
    { "The Council of Europe met in Strasbourg", 150, "The Council of Europe met…" },
    { "The Council of Europe, in Strasbourg", 115, "The Council of Europe…" },
    { "The Council of Europe met in Strasbourg", 85, NULL },
    { "Incomprehensibilities", 50, NULL },
    { "\u5B89\u7406\u4F1A\u901A\u8FC7\u51B3\u8BAE", 30, "\u5B89\u7406\u4F1A\u901A\u8FC7…" },
  };
  g_autoptr (ChnTyping) typing = chn_typing_new (&even_type, "any");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ChnTyped cut = chn_type_cut (typing, cases[i].text, &ten, cases[i].width, 0.55);
    CHN_ASSERT_STRING (cut.text, cases[i].cut);
    CU_ASSERT_TRUE (cut.width <= cases[i].width);
  }
}

static void
test_lines (void)
{
  g_autoptr (ChnTyping) typing = chn_typing_new (&even_type, "any");
  static const struct {
    const char *text;
    guint most;
    const char *lines;
  } cases[] = {
    { "ECOSOC and Commission on Human Rights", 9, "ECOSOC and|Commission|on Human|Rights|" },
    { "ECOSOC and Commission on Human Rights", 2, "ECOSOC and|Commission…|" },
    { "Menschenrechtsrat", 9, "Menschenrech|tsrat|" },
    { "Menschenrechtsrat", 1, "Menschenrec…|" },
    { "a\u0301a\u0301a\u0301a\u0301a\u0301a\u0301a\u0301", 9, "a\u0301a\u0301a\u0301a\u0301a\u0301a\u0301|a\u0301|" },
    { "", 9, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) lines = chn_type_lines (typing, cases[i].text, &ten, 60, cases[i].most);
    g_autoptr (GString) joined = g_string_new (NULL);
    for (guint k = 0; k < lines->len; k++)
      g_string_append_printf (joined, "%s|", g_array_index (lines, ChnTyped, k).text);
    CHN_ASSERT_STRING (joined->str, cases[i].lines);
  }
}

static const ChnTest tests[] = {
  { "what could be obeyed is shown", test_guard }, { "an enormous text is cut", test_enormous },
  { "width is that of the words", test_width },    { "a cut leaves words, and enough of them", test_cut },
  { "lines hold what fits", test_lines },
};

CHN_SUITE ("document/typing", tests)
