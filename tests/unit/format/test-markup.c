/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/markup.h"

#include "format/address.h"
#include "suite.h"

static char *
dup_put (void (*put) (ChnWriter *out, const char *text), const char *text)
{
  GString *out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (out);
  put (writer, text);
  CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
  return g_string_free (out, FALSE);
}

static void
test_text (void)
{
  static const struct {
    const char *text, *shown, *quoted;
  } cases[] = {
    { "A/RES/69/188", "A/RES/69/188", "A/RES/69/188" },
    { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;" },
    { "\"'&amp;", "\"'&amp;amp;", "&quot;&#39;&amp;amp;" },
    { "two\nlines\tand", "two lines and", "two lines and" },
    { "\x1B[31m", "&lt;U+001B&gt;[31m", "&lt;U+001B&gt;[31m" },
    { "\u202Egnp.exe", "&lt;U+202E&gt;gnp.exe", "&lt;U+202E&gt;gnp.exe" },
    { "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
      "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645" },
    { "\xFF\xC3", "\uFFFD\uFFFD", "\uFFFD\uFFFD" },
    { "\uFFFE\uFFFD", "&lt;U+FFFE&gt;\uFFFD", "&lt;U+FFFE&gt;\uFFFD" },
    { "", "", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *shown = dup_put (chn_markup_put_text, cases[i].text);
    g_autofree char *quoted = dup_put (chn_markup_put_attribute, cases[i].text);
    CHN_ASSERT_STRING (shown, cases[i].shown);
    CHN_ASSERT_STRING (quoted, cases[i].quoted);
  }
}

static void
test_address (void)
{
  g_autofree char *address = dup_put (chn_markup_put_address, "https://x.org/?a=1&b=\"'><é");
  CHN_ASSERT_STRING (address, "https://x.org/?a=1&amp;b=%22&#39;%3E%3C%C3%A9");
  CU_ASSERT_TRUE (chn_address_is_link ("HTTPS://x.org"));
  CU_ASSERT_TRUE (chn_address_is_link ("mailto:a@b.org"));
  CU_ASSERT_FALSE (chn_address_is_link ("javascript:alert(1)"));
  CU_ASSERT_FALSE (chn_address_is_link ("data:text/html,x"));
  CU_ASSERT_FALSE (chn_address_is_link (" https://x.org"));
  CU_ASSERT_FALSE (chn_address_is_link ("//x.org"));
}

static const ChnTest tests[] = {
  { "text and quoted text come out as they are", test_text },
  { "addresses that may be links, and how they are written", test_address },
};

CHN_SUITE ("format/markup", tests)
