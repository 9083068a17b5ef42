/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The TeX of bibliographies: read as text, and text written so that TeX takes none of it for something else. */
#include "format/references/tex.h"

#include "suite.h"

static void
test_reading (void)
{
  static const struct {
    const char *tex, *text;
  } cases[] = {
    { "", "" },
    { "plain words", "plain words" },
    { "{The {Hague}}", "The Hague" },
    { "G\\\"{o}del, G\\\"odel, G{\\\"o}del", "Gödel, Gödel, Gödel" },
    { "caf\\'e, \\'{e}, \\' e", "café, é, é" },
    { "\\`a \\^e \\~n \\=o \\.z", "à ê ñ ō ż" },
    { "\\u{g} \\r{u} \\H{o} \\v{c} \\c{c} \\k{a} \\d{s}", "ğ ů ő č ç ą ṣ" },
    { "\\v c \\c c", "č ç" },
    { "\\'\\i \\'{\\i} \\v{\\j}", "í í ǰ" },
    { "\\'{é}", "é\u0301" },
    { "\\ss{} \\ae \\AE{}s \\oe \\OE \\aa \\AA \\o \\O \\l \\L", "ß æÆs œŒåÅøØłŁ" },
    { "Stra\\ss e, Stra{\\ss}e", "Straße, Straße" },
    { "\\i \\j \\S 1 \\dots{} \\ldots", "ij§1 … …" },
    { "1914\\textendash 1918 \\textemdash{} \\textquoteleft a\\textquoteright", "1914–1918 — ‘a’" },
    { "\\textbackslash{} \\textasciitilde{} \\textasciicircum{}", "\\ ~ ^" },
    { "1914--1918 --- a-b", "1914–1918 — a-b" },
    { "\\emph{words} \\unknown {}x", "words x" },
    { "\\& \\% \\$ \\# \\_ \\{ \\} \\é", "& % $ # _ { } é" },
    { "a~b\n  c\t d ~ e", "a b c d e" },
    { "  ahead, and behind  ", "ahead, and behind" },
    { "https://example.org/\\~{}jane \\^{} \\~ {}x", "https://example.org/~jane ^ ~x" },
    { "\\u{} \\~", "~" },
    { "\\", "" },
    { "\\'\\ix \\'\\o", "íx \\\u0301o" },
    { "}{ { }", "" },
    { "\\uppercase \\cedilla", "" },
    { "\\u1, \\c-", "1, -" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = chn_tex_dup_text (cases[i].tex);
    CHN_ASSERT_STRING (text, cases[i].text);
  }
}

/* Bytes that are no text stay what they are: whoever reads a file has refused it by then. */
static void
test_no_text (void)
{
  g_autofree char *text = chn_tex_dup_text ("a\xFF-z");
  CHN_ASSERT_STRING (text, "a\xFF-z");
}

static void
test_writing (void)
{
  static const struct {
    const char *text, *tex;
  } cases[] = {
    { "", "" },
    { "plain words, é", "plain words, é" },
    { "\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}" },
    { "~^{}&%$#_", "\\textasciitilde{}\\textasciicircum{}\\{\\}\\&\\%\\$\\#\\_" },
    { "two\nlines", "two lines" },
    { "two\r\nlines", "two<U+000D> lines" },
    { "a\rb", "a<U+000D>b" },
    { "a--b ---", "a-{}-b -{}-{}-" },
    { "a-b", "a-b" },
    { "\x1b[2J\u202E", "<U+001B>[2J<U+202E>" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    chn_tex_append (out, cases[i].text);
    CHN_ASSERT_STRING (out->str, cases[i].tex);
  }
}

/* What was written is read as it was. */
static void
test_return (void)
{
  static const char *const texts[] = { "\\input{x}", "50% & $3 #1 a_b", "~ ^ {a}", "a--b", "a---b",
                                       "-- -",       "Łódź – “x”" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    chn_tex_append (out, texts[i]);
    g_autofree char *again = chn_tex_dup_text (out->str);
    CHN_ASSERT_STRING (again, texts[i]);
  }
}

static const ChnTest tests[] = {
  { "TeX is read as text", test_reading },
  { "bytes that are no text stay", test_no_text },
  { "text is written for TeX", test_writing },
  { "what was written is read as it was", test_return },
};

CHN_SUITE ("format/tex", tests)
