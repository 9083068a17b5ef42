/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Hostile input to the timeline reader: a clear error or a correct read, whatever is thrown at it. */
#include <string.h>

#include "format/yaml-sample.h"

static GString *
repeat (const char *before, const char *piece, gsize n, const char *after)
{
  GString *text = g_string_new (before);
  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return text;
}

/* Reads, and tells the first finding: its place and code. Takes the text. */
static char *
first_fault (GString *text)
{
  g_autofree char *places = sample_faults (text->str, (gssize) text->len, NULL);
  g_string_free (text, TRUE);
  return g_strndup (places, strcspn (places, "\n"));
}

static void
check (const char *what, GString *text, const char *expected)
{
  g_autofree char *fault = first_fault (text);
  if (strcmp (fault, expected) != 0)
    CHN_FAIL ("%s: found \"%s\", expected \"%s\"", what, fault, expected);
}

static void
test_bytes (void)
{
  check ("empty", g_string_new (""), "1:1 document");
  check ("NUL", g_string_new_len ("timeline: x\0y", 13), "1:12 encoding");
  check ("invalid UTF-8", g_string_new ("timeline: x\ntitle: a\xC3\x28\n"), "2:9 encoding");
  check ("overlong", g_string_new ("timeline: \xC0\xAF"), "1:11 encoding");
  check ("surrogate", g_string_new ("timeline: \xED\xA0\x80"), "1:11 encoding");
  check ("control", g_string_new ("timeline: \x1B[2J"), "1:11 encoding");
  check ("UTF-16 with mark", g_string_new_len ("\xFF\xFEt\0i\0", 6), "1:1 encoding");
  check ("UTF-16 without", g_string_new_len ("t\0i\0m\0", 6), "1:1 encoding");
  check ("mark", g_string_new ("\xEF\xBB\xBFtimeline: x\n"), "");
  check ("CR LF", g_string_new ("timeline: x\r\nevents:\r\n- id: a\r\n  date: 2014\r\n  title: T\r\n"), "");
  check ("CR", g_string_new ("timeline: x\revents:\r- id: a\r  date: 2014\r  title: T\r"), "");
}

static void
test_binary (void)
{
  GString *text = g_string_new (NULL);
  guint32 state = 12345;
  for (guint i = 0; i < 65536; i++) {
    state = state * 1664525 + 1013904223;
    g_string_append_c (text, (char) (state >> 24));
  }
  g_autofree char *fault = first_fault (text);
  CU_ASSERT_PTR_NOT_NULL (strstr (fault, "encoding"));
}

static void
test_long (void)
{
  static const gsize hundred = 100 * 1000 * 1000;
  GString *plain = g_string_sized_new (hundred + 16);
  g_string_append (plain, "timeline: ");
  g_string_set_size (plain, hundred);
  memset (plain->str + 10, 'x', hundred - 10);
  GString *quoted = g_string_new_len (plain->str, 8 * 1000 * 1000);
  quoted->str[10] = '"';
  GString *comment = g_string_new_len (plain->str, 8 * 1000 * 1000);
  comment->str[0] = '#';
  check ("a plain value", plain, "1:9 limit");
  check ("a quoted value", quoted, "1:9 limit");
  check ("a comment", comment, "1:1 limit");
}

static void
test_deep (void)
{
  check ("flow lists", repeat ("timeline: x\nother: ", "[", 10000, ""), "2:1 unknown-key");
  check ("flow lists in an event", repeat ("timeline: x\nevents: [{id: ", "[", 10000, ""), "2:76 limit");
  check ("flow mappings", repeat ("timeline: x\nevents: [", "{a: ", 10000, ""), "2:258 limit");
  check ("block lists", repeat ("timeline: x\nevents:\n", "- ", 10000, "a"), "3:127 limit");
  GString *blocks = g_string_new ("timeline: x\nevents:\n");
  for (guint i = 1; i < 10000; i++)
    g_string_append_printf (blocks, "%*sa:\n", (int) MIN (i, 100), "");
  g_string_append (blocks, "b");
  g_autofree char *fault = first_fault (blocks);
  CHN_ASSERT_STRING (fault, "66:65 limit");
}

static void
test_many_keys (void)
{
  GString *unknown = g_string_new ("timeline: x\n");
  GString *sources = g_string_new ("timeline: x\nsources:\n");
  GString *values = g_string_new ("timeline: x\nevents: [{id: a, date: 2014, title: T, extra: {");
  for (guint i = 0; i < 1000000; i++) {
    g_string_append_printf (unknown, "k%u: v\n", i);
    g_string_append_printf (sources, " k%u: {}\n", i);
    g_string_append_printf (values, "k%u: v, ", i);
  }
  g_string_append (values, "z: 0}}]\n");
  check ("unknown keys", unknown, "2:1 unknown-key");
  check ("sources", sources, "");
  check ("keys of an event", values, "2:98938 limit");
}

static void
test_aliases (void)
{
  GString *bomb = g_string_new ("timeline: x\nevents:\n- id: a\n  tags: &a [x, x, x, x, x, x, x, x, x, x]\n");
  for (char c = 'b'; c < 'z'; c++)
    g_string_append_printf (bomb, "- &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c - 1, c - 1,
                            c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
  g_autofree char *places = sample_faults (bomb->str, (gssize) bomb->len, NULL);
  CU_ASSERT_PTR_NOT_NULL (strstr (places, "limit"));
  g_string_free (bomb, TRUE);
  check ("many aliases", repeat ("timeline: x\nevents:\n- &e {id: a, date: 2014, title: T}\n", "- *e\n", 2000, ""),
         "3:11 duplicate-id");
}

static void
test_directives (void)
{
  check ("tag directives", repeat ("", "%TAG !a! tag:x,2000:\n", 200000, "---\ntimeline: x\n"), "2:1 yaml");
  check ("documents", repeat ("timeline: x\n", "---\ntimeline: x\n", 100000, ""), "2:1 document");
}

/* Cut anywhere, a file is read or refused, and never makes a fault without a place. */
static void
test_truncated (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_CORPUS"), "schema", "valid", "whole.yaml", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, &length, NULL));
  for (gsize end = 0; end <= length; end += 64) {
    g_autofree char *places = sample_faults (text, (gssize) end, NULL);
    if (strstr (places, "\n0:") || g_str_has_prefix (places, "0:"))
      CHN_FAIL ("cut at %" G_GSIZE_FORMAT ": %s", end, places);
  }
}

static const ChnTest tests[] = {
  { "bytes that are no text", test_bytes },
  { "binary", test_binary },
  { "a hundred megabytes in one line", test_long },
  { "ten thousand levels", test_deep },
  { "a million keys", test_many_keys },
  { "aliases", test_aliases },
  { "directives and documents", test_directives },
  { "truncated", test_truncated },
};

CHN_SUITE ("format/yaml-hostile", tests)
