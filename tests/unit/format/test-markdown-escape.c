/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/markdown/escape.h"

#include "suite.h"

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static char *
emit (void (*put) (ChnWriter *out, const char *text), const char *text)
{
  GString *out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  put (writer, text);
  CU_ASSERT (chn_writer_finish (writer, NULL));
  return g_string_free (out, FALSE);
}

static void
test_text (void)
{
  static const struct {
    const char *text, *markdown;
  } cases[] = {
    { "plain words, with (brackets) and a 16-9 dash.", "plain words, with (brackets) and a 16-9 dash." },
    { "*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`" },
    { "[a](javascript:x)", "\\[a\\](javascript:x)" },
    { "<script>", "\\<script\\>" },
    { "# heading", "\\# heading" },
    { "- item", "\\- item" },
    { "1. item", "1\\. item" },
    { "1) item", "1\\) item" },
    { "a 1. inside", "a 1. inside" },
    { "https://x", "https\\://x" },
    { "two\nlines", "two lines" },
    { "esc\x1B", "esc\\<U+001B\\>" },
    { "a|b & c~d", "a\\|b \\& c\\~d" },
    { "", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *markdown = emit (chn_markdown_put, cases[i].text);
    CHN_ASSERT_STRING (markdown, cases[i].markdown);
  }
}

static void
test_links (void)
{
  static const struct {
    const char *address, *markdown;
  } cases[] = {
    { "https://docs.un.org/S/2014/872", "<https://docs.un.org/S/2014/872>" },
    { "HTTP://x/<a>", "<HTTP://x/%3Ca%3E>" },
    { "mailto:a@b", "<mailto:a@b>" },
    { "javascript:alert(1)", "javascript:alert(1)" },
    { "https://x/a b\xC3\xA9", "<https://x/a%20b%C3%A9>" },
    { "file:///etc/passwd", "file\\:///etc/passwd" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *markdown = emit (chn_markdown_put_link, cases[i].address);
    CHN_ASSERT_STRING (markdown, cases[i].markdown);
  }
}

static const ChnTest tests[] = {
  { "text is escaped where it could be markup", test_text },
  { "only http, https and mailto become links", test_links },
};

CHN_SUITE ("format/markdown-escape", tests)
