/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the guards on text from outside and text for a terminal. */
#include <string.h>

#include "base/guard.h"
#include "suite.h"

static void
test_check (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    ChnGuard found;
    gsize offset;
  } rows[] = {
    { "plain\ttext\r\n", 12, CHN_GUARD_FINE, 12 },
    { "", 0, CHN_GUARD_FINE, 0 },
    { "ab\0cd", 5, CHN_GUARD_NUL, 2 },
    { "ab\xFFzz", 5, CHN_GUARD_UTF8, 2 },
    { "ab\xE2\x80", 4, CHN_GUARD_UTF8, 2 },
    { "ab\x1B[31m", 7, CHN_GUARD_CONTROL, 2 },
    { "ab\x7F", 3, CHN_GUARD_CONTROL, 2 },
    { "ab\xC2\x85", 4, CHN_GUARD_CONTROL, 2 },
    { "\x01\xFF", 2, CHN_GUARD_CONTROL, 0 },
    { "\xED\xA0\x80", 3, CHN_GUARD_UTF8, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize offset = 99;
    CHN_ASSERT_INT (chn_guard_check (rows[i].bytes, rows[i].length, &offset), rows[i].found);
    CHN_ASSERT_INT (offset, rows[i].offset);
  }
}

/* No character is cut in two, however long it is. */
static void
test_fit (void)
{
  static const struct {
    const char *text;
    gsize most;
    int fit;
  } rows[] = {
    { "", 4, 0 },     { "abc", 4, 3 },    { "abcd", 4, 4 },   { "abcde", 4, 4 },      { "abcé", 4, 3 },
    { "abcé", 5, 5 }, { "ab人権", 4, 2 }, { "ab人権", 5, 5 }, { "\U0001F3DB", 3, 0 }, { "é", 0, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    CHN_ASSERT_INT (chn_guard_fit (rows[i].text, strlen (rows[i].text), rows[i].most), rows[i].fit);
}

static void
test_visible (void)
{
  static const struct {
    const char *text;
    gboolean keep_lines;
    const char *visible;
  } rows[] = {
    { "plain", FALSE, "plain" },          { "\x1B[31m", FALSE, "<U+001B>[31m" },
    { "a\u00ADb", TRUE, "a<U+00AD>b" },   { "a\u061Cb", TRUE, "a<U+061C>b" },
    { "a\nb\tc", TRUE, "a\nb\tc" },       { "a\nb\tc", FALSE, "a<U+000A>b<U+0009>c" },
    { "a\rb", TRUE, "a<U+000D>b" },       { "\xE2\x80\xAE", FALSE, "<U+202E>" },
    { "\xE2\x80\xA8", TRUE, "<U+2028>" }, { "caf\xC3\xA9", FALSE, "caf\xC3\xA9" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *visible = chn_guard_dup_visible (rows[i].text, -1, rows[i].keep_lines);
    CHN_ASSERT_STRING (visible, rows[i].visible);
  }
}

static void
test_locate (void)
{
  static const struct {
    const char *text;
    gsize offset;
    guint line, column;
  } rows[] = {
    { "", 0, 1, 1 },        { "abc", 2, 1, 3 },   { "a\nbc", 3, 2, 2 },
    { "a\r\nbc", 4, 2, 2 }, { "a\rbc", 3, 2, 2 }, { "\xC3\xA9\xC3\xA9x", 4, 1, 3 },
    { "a\n\nb", 3, 3, 1 },  { "abc", 99, 1, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint line, column;
    chn_guard_locate (rows[i].text, strlen (rows[i].text), rows[i].offset, &line, &column);
    CHN_ASSERT_INT (line, rows[i].line);
    CHN_ASSERT_INT (column, rows[i].column);
  }
}

static void
test_names (void)
{
  CHN_ASSERT_STRING (chn_guard_get_name (CHN_GUARD_NUL), "a NUL byte");
  CHN_ASSERT_STRING (chn_guard_get_name (CHN_GUARD_CONTROL), "a control character");
}

static const ChnTest tests[] = {
  { "messages show whole characters", test_fit },
  { "the first fault and its offset", test_check },
  { "hazards are made visible", test_visible },
  { "lines and columns", test_locate },
  { "faults have names", test_names },
};

CHN_SUITE ("base/guard", tests)
