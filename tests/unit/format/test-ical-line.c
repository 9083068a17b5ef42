/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/ical/line.h"

#include <string.h>

#include "suite.h"

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

typedef void (*PutFunc) (ChnContentLine *line, const char *name, const char *value);

static char *
emit (PutFunc put, const char *name, const char *value)
{
  GString *out = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new (collect, out);
  g_auto (ChnContentLine) line = { 0 };
  chn_line_init (&line, writer);
  put (&line, name, value);
  CU_ASSERT (chn_writer_finish (writer, NULL));
  return g_string_free (out, FALSE);
}

static void
test_escaping (void)
{
  static const struct {
    const char *text, *line;
  } cases[] = {
    { "plain", "SUMMARY:plain\r\n" },
    { "a,b;c\\d", "SUMMARY:a\\,b\\;c\\\\d\r\n" },
    { "one\ntwo", "SUMMARY:one\\ntwo\r\n" },
    { "one\r\ntwo\rthree", "SUMMARY:one\\ntwo\\nthree\r\n" },
    { "esc\x1B[0m", "SUMMARY:esc\xEF\xBF\xBD[0m\r\n" },
    { "tab\there", "SUMMARY:tab\there\r\n" },
    { "\nBEGIN:VEVENT", "SUMMARY:\\nBEGIN:VEVENT\r\n" },
    { "", "" },
    { NULL, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line = emit (chn_line_put_text_property, "SUMMARY", cases[i].text);
    CHN_ASSERT_STRING (line, cases[i].line);
  }
}

static void
test_uri (void)
{
  g_autofree char *line =
      emit (chn_line_put_uri_property, "URL", "https://docs.un.org/S/RES/2321 (2016)\r\nX:y\xC3\xA9");
  CHN_ASSERT_STRING (line, "URL:https://docs.un.org/S/RES/2321%20(2016)%0D%0AX:y%C3%A9\r\n");
}

/* Each physical line is valid UTF-8 of at most 75 octets, and unfolding gives the value back. */
static void
check_folding (const char *value)
{
  g_autofree char *folded = emit (chn_line_put_property, "X", value);
  g_auto (GStrv) lines = g_strsplit (folded, "\r\n", -1);
  g_autoptr (GString) unfolded = g_string_new (NULL);
  for (guint i = 0; lines[i]; i++) {
    CU_ASSERT (strlen (lines[i]) <= 75);
    CU_ASSERT (g_utf8_validate (lines[i], -1, NULL));
    CU_ASSERT (i == 0 || lines[i][0] == ' ' || lines[i][0] == '\0');
    g_string_append (unfolded, i == 0 ? lines[i] : lines[i] + (lines[i][0] != '\0'));
  }
  g_autofree char *expected = g_strconcat ("X:", value, NULL);
  CHN_ASSERT_STRING (unfolded->str, expected);
}

static void
test_folding (void)
{
  static const char *const units[] = { "a", "\xC3\xA9", "\xE4\xBA\xBA", "\xF0\x9F\x95\x8A", " ", "ab\xE4\xBA\xBA" };
  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
    for (guint n = 0; n < 160; n++) {
      g_autoptr (GString) value = g_string_new (NULL);
      for (guint i = 0; i < n; i++)
        g_string_append (value, units[unit]);
      check_folding (value->str);
    }
}

static const ChnTest tests[] = {
  { "TEXT is escaped and cannot break its line", test_escaping },
  { "URI values are percent-encoded", test_uri },
  { "lines are folded at 75 octets between characters", test_folding },
};

CHN_SUITE ("format/ical-line", tests)
