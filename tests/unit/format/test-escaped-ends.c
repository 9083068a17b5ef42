/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Guards and escapers at the ends of what they take: half an escape, half a character, what is nearly a hazard. */
#include <string.h>

#include "base/csv-cell.h"
#include "base/error.h"
#include "base/guard.h"
#include "base/json-write.h"
#include "base/json.h"
#include "base/unescape.h"
#include "format/ical/line.h"
#include "format/markdown/escape.h"
#include "suite.h"

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static void
test_hazards (void)
{
  static const gunichar hazards[] = { 0xFFF9, 0xFFFB, 0xE0000, 0xE007F, 0x202E, 0x7F, 0x9F, 0xFEFF };
  static const gunichar others[] = { 0xFFF8, 0xFFFC, 0xDFFFF, 0xE0080, 0x202F, 0xA0, 0x10FFFF };
  for (guint i = 0; i < G_N_ELEMENTS (hazards); i++)
    CU_ASSERT_TRUE (chn_guard_is_hazard (hazards[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    CU_ASSERT_FALSE (chn_guard_is_hazard (others[i]));
}

static void
test_unescaped (void)
{
  static const struct {
    const char *text;
    gsize length;
    const char *plain;
    gsize n;
  } cases[] = {
    { "a\\", 2, "a\\", 2 },     { "a\\,b", 4, "a,b", 3 }, { "a\\nb\\N", 6, "a\nb\n", 4 },
    { "a\\\0b", 4, "a\\b", 3 }, { "a\\x", 3, "a\\x", 3 }, { "\\\\", 2, "\\", 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    char plain[16];
    gsize n = (gsize) (chn_unescape_text (plain, cases[i].text, cases[i].length) - plain);
    CHN_ASSERT_INT (n, cases[i].n);
    CU_ASSERT_EQUAL (memcmp (plain, cases[i].plain, n), 0);
  }
}

static void
test_cell (void)
{
  static const struct {
    const char *cell, *text;
  } stripped[] = { { "'x", "'x" }, { "'=x", "=x" }, { "''=x", "'=x" }, { "x", "x" }, { "'", "'" } };
  for (guint i = 0; i < G_N_ELEMENTS (stripped); i++) {
    const char *text = stripped[i].cell;
    gsize length = strlen (text);
    chn_csv_strip (&text, &length);
    CHN_ASSERT_STRING (text, stripped[i].text);
    CHN_ASSERT_INT (length, strlen (stripped[i].text));
  }
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  chn_csv_put_cell (writer, "a\xC2", 2, TRUE); /* half a control */
  CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
  CHN_ASSERT_STRING (out->str, "a\xC2");
}

static void
test_place (void)
{
  guint line = 0, column = 0;
  chn_guard_locate ("a\r", 2, 2, &line, &column);
  CHN_ASSERT_INT (line, 2);
  CHN_ASSERT_INT (column, 1);
}

static void
test_item (void)
{
  g_autoptr (GString) item = g_string_new (NULL);
  static const char list[] = " \\ a\\";
  const char *at = list, *begin = NULL;
  CU_ASSERT_TRUE (chn_csv_next_item (&at, list + strlen (list), &begin, item));
  CHN_ASSERT_STRING (item->str, " a\\");
  CU_ASSERT_FALSE (chn_csv_next_item (&at, list + strlen (list), &begin, item));
}

static void
test_json (void)
{
  static const struct {
    const char *text;
    gsize length;
    const char *said;
  } refused[] = {
    { "\0", 1, "found the byte 0x00" },
    { "\xE2\x80\xAE", 3, "found U+202E" },
    { "\xFF", 1, "found the byte 0xFF" },
    { "", 0, "found the end of the text" },
    { "x", 1, "found 'x'" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    ChnJsonScanner scanner;
    chn_json_scanner_init (&scanner, refused[i].text, refused[i].length, chn_limits_get_default (), NULL);
    CU_ASSERT_FALSE (chn_json_refuse (&scanner, refused[i].text, "a value", NULL, &error));
    CU_ASSERT_TRUE (g_str_has_prefix (error->message, refused[i].said));
  }
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  chn_json_put_text (writer, "a\xC2z\xE2");
  CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
  CHN_ASSERT_STRING (out->str, "\"a\\ufffdz\\ufffd\"");
}

static void
test_line (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  g_auto (ChnContentLine) line = { 0 };
  chn_line_clear (&line); /* what was never begun */
  chn_line_init (&line, writer);
  chn_line_put_text_property (&line, "X", "a\xC2");
  CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
  CHN_ASSERT_STRING (out->str, "X:a\xEF\xBF\xBD\r\n");
}

static void
test_named_link (void)
{
  static const struct {
    const char *address, *markdown;
  } cases[] = {
    { "https://example.org/", "[a b](<https://example.org/>)" },
    { "javascript:alert(1)", "a b" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
    chn_markdown_put_named_link (writer, "a b", cases[i].address);
    CU_ASSERT_TRUE (chn_writer_finish (writer, NULL));
    CHN_ASSERT_STRING (out->str, cases[i].markdown);
  }
}

static void
test_writer (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  chn_writer_fail (writer, g_error_new_literal (CHN_ERROR, CHN_ERROR_IO, "first"));
  chn_writer_fail (writer, g_error_new_literal (CHN_ERROR, CHN_ERROR_IO, "second"));
  CU_ASSERT_FALSE (chn_writer_finish (writer, &error));
  CHN_ASSERT_STRING (error->message, "first");
  chn_writer_free (NULL);
}

static const ChnTest tests[] = {
  { "what is nearly a hazard is none", test_hazards },
  { "a backslash at the end, before NUL and before what needs none", test_unescaped },
  { "apostrophes that keep nothing from running, and half a control", test_cell },
  { "the place behind a CR that ends the text", test_place },
  { "an item of a list that ends in a backslash", test_item },
  { "what JSON does not take is shown; what is no text is written as such", test_json },
  { "half a character in a line of a calendar", test_line },
  { "a link that leads to no page is its text", test_named_link },
  { "the first error of a writer stays", test_writer },
};

CHN_SUITE ("format/escaped-ends", tests)
