/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/ical/scan.h"

#include <string.h>

#include <chancery/error.h>
#include <glib/gstdio.h>

#include "suite.h"

/* Every line as name[;param=value]*:value behind what was mended, faults as "! message", joined by newlines. */
static char *
scan (const char *text, gsize length, const ChnLimits *limits)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (text, length, limits);
  g_autoptr (GString) out = g_string_new (NULL);
  for (;;) {
    g_autoptr (GError) error = NULL;
    ChnScanLine line;
    ChnScanResult result = chn_scanner_next (scanner, &line, &error);
    if (result == CHN_SCAN_END)
      return g_strdup (out->str);
    g_string_append_printf (out, "%s%u ", out->len > 0 ? "\n" : "", line.line);
    if (result == CHN_SCAN_FAULT) {
      g_string_append_printf (out, "! %s", error->message);
      continue;
    }
    g_string_append_printf (out, "%s%s", line.mended ? line.mended : "", line.mended ? ": " : "");
    g_string_append_len (out, line.name.text, (gssize) line.name.length);
    for (guint i = 0; i < line.n_parameters; i++) {
      g_string_append_c (out, ';');
      g_string_append_len (out, line.parameter[i].name.text, (gssize) line.parameter[i].name.length);
      g_string_append_c (out, '=');
      g_string_append_len (out, line.parameter[i].value.text, (gssize) line.parameter[i].value.length);
    }
    g_string_append_c (out, ':');
    g_string_append_len (out, line.value.text, (gssize) line.value.length);
  }
}

static void
test_lines (void)
{
  static const struct {
    const char *text, *lines;
  } cases[] = {
    { "", "" },
    { "A:b\r\nC:d\r\n", "1 A:b\n2 C:d" },
    { "A:b\nC:d", "1 A:b\n2 C:d" },
    { "A:b\rC:d\r", "1 A:b\n2 C:d" },
    { "\xEF\xBB\xBF"
      "A:b\r\n",
      "1 A:b" },
    { "A:one\r\n two\r\n\t three\r\nB:x", "1 A:onetwo three\n4 B:x" },
    { "A:caf\xC3\r\n \xA9\r\n", "1 A:caf\xC3\xA9" },
    { "\r\n\r\nA:b\r\n \r\n", "3 A:b" },
    { "A:b\r\r\n \r\nC:d\r\n", "1 A:b\n3 C:d" },
    { "A;X=1;Y=\"a;b:c\",d:v:w", "1 A;X=1;Y=\"a;b:c\",d:v:w" },
    { "A;TZID=t://m/C;X=1:20140101", "1 A;TZID=t://m/C;X=1:20140101" },
    { "A;TZID=t:20140101", "1 A;TZID=t:20140101" },
    { "A;X=t://m/C:1", "1 A;X=t://m/C:1" },
    { "A;TZID=t://m/C", "1 ! the line ends inside a parameter" },
    { "A :b", "1 A:b" },
    { "A", "1 ! a line without a colon behind its name" },
    { ":b\r\nC:d", "1 ! a line that does not begin with a name\n2 C:d" },
    { "A;X:b\r\nC:d", "1 a parameter without name or \"=\": A;X=:b\n2 C:d" },
    { "A;X=\"b:c\r\nC:d", "1 the line ends inside a parameter: A;X=b:c\n2 C:d" },
    { "A:b\x01"
      "c\r\nC:d",
      "1 a control character in the line: A:b\xEF\xBF\xBD"
      "c\n2 C:d" },
    { "A:b\xFF\r\nC:d", "1 a byte that is not UTF-8 in the line: A:bÿ\n2 C:d" },
    { "A:b\xE9\xC3\xA9\x93\r\nC:d", "1 a byte that is not UTF-8 in the line: A:béé“\n2 C:d" },
    { "A:b\x01\x02\r\nC:d", "1 a control character in the line: A:b\n2 C:d" },
    { "A:b\rc\nC:d", "1 a carriage return in the line: A:b c\n2 C:d" },
    { "A:one\n\n\n two\nC:d", "1 A:onetwo\n5 C:d" },
    { "A;X=a\\; b;Y=c:d", "1 the line ends inside a parameter: A;X=\"a; b\";Y=c:d" },
    { "A;X=a\\:b", "1 the line ends inside a parameter: A;X=\"a\\\":b" },
    { "A;TZID=(UTC-05:00) East (US & C):1", "1 a colon in a parameter: A;TZID=\"(UTC-05:00) East (US & C)\":1" },
    { "A;;X=;:d", "1 a parameter without name or \"=\": A;X=:d" },
    { "A ; X = a ; Y=b :c", "1 a parameter without name or \"=\": A;X=a ;Y=b :c" },
    { "A;CN=\"b\"c\":d", "1 the line ends inside a parameter: A;CN=bc:d" },
    { "A;QUOTED-PRINTABLE:b=C3=A9=0D=0Ac", "1 a parameter without name or \"=\": A:bé\\nc" },
    { "A;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:b=E9=\nc=\n d\nC:d", "1 a value in quoted-printable or of another charset: A:bécd\n4 C:d" },
    { "A;CHARSET=ISO-8859-5:\xBC", "1 a byte that is not UTF-8 in the line: A:М" },
    { "A;ENCODING=QUOTED-PRINTABLE:b=\nEND:X", "1 a value in quoted-printable or of another charset: A:b\n2 END:X" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = scan (cases[i].text, strlen (cases[i].text), chn_limits_get_default ());
    CHN_ASSERT_STRING (lines, cases[i].lines);
  }
}

static void
test_nul (void)
{
  g_autofree char *lines = scan ("A:b\0c\r\nC:d", 10, chn_limits_get_default ());
  CHN_ASSERT_STRING (lines, "1 a NUL byte in the line: A:b\xEF\xBF\xBD"
                            "c\n2 C:d");
}

/* One scan is given its bytes whole and looks far ahead; the other never has more than a line, and cannot. */
static void
append_scan (GString *out, const char *text, gsize length)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (text, length, chn_limits_get_default ());
  for (;;) {
    g_autoptr (GError) error = NULL;
    ChnScanLine line;
    ChnScanResult result = chn_scanner_next (scanner, &line, &error);
    if (result == CHN_SCAN_END)
      return;
    g_string_append_len (out, line.content.text, (gssize) line.content.length);
    g_string_append_printf (out, "|%s\n", result == CHN_SCAN_FAULT ? error->message : "");
  }
}

static void
append_random_line (GString *text, GRand *random)
{
  static const char *const pieces[] = { "plain text ",    "é",           "日本",     "😀",    "\r\n ", "\t",
                                        "a\xC3\r\n \xA9", "x\rx",        "\xC2\x85", "\xFF", "\x01",  "\xE2\x80",
                                        "\x7F",           "\xED\xA0\x80" };
  gint32 n_fine = g_rand_int_range (random, 0, 40) ? 6 : G_N_ELEMENTS (pieces);
  g_string_append (text, "NAME:");
  for (gint32 n = g_rand_int_range (random, 0, 30); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, n_fine)]);
}

static void
test_look_ahead (void)
{
  enum { N = 40000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GString) text = g_string_new (NULL), alone = g_string_new (NULL), whole = g_string_new (NULL);
  for (guint i = 0; i < N; i++) {
    gsize start = text->len;
    append_random_line (text, random);
    g_string_append (text, i % 100 ? "\r\n" : "\n");
    append_scan (alone, text->str + start, text->len - start);
  }
  append_scan (whole, text->str, text->len);
  CU_ASSERT (g_string_equal (whole, alone));
}

static void
test_line_bound (void)
{
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[CHN_LIMIT_FILE] = 10;
  g_autofree char *exact = scan ("A:3456\r\n 7890\r\nB:x", 18, &limits);
  CHN_ASSERT_STRING (exact, "1 A:34567890\n3 B:x");
  g_autofree char *above = scan ("A:3456\r\n 78901\r\nB:x", 19, &limits);
  CHN_ASSERT_STRING (above, "1 ! a line of more than 10 bytes\n3 B:x");
}

static void
test_parameter_bound (void)
{
  for (guint n = CHN_SCAN_MOST_PARAMETERS; n <= CHN_SCAN_MOST_PARAMETERS + 1; n++) {
    g_autoptr (GString) text = g_string_new ("A");
    for (guint i = 0; i < n; i++)
      g_string_append (text, ";X=1");
    g_string_append (text, ":v");
    g_autoptr (ChnScanner) scanner = chn_scanner_new (text->str, text->len, chn_limits_get_default ());
    g_autoptr (GError) error = NULL;
    ChnScanLine line;
    ChnScanResult result = chn_scanner_next (scanner, &line, &error);
    CHN_ASSERT_INT (result, n <= CHN_SCAN_MOST_PARAMETERS ? CHN_SCAN_LINE : CHN_SCAN_FAULT);
    if (error)
      CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  }
}

static void
test_find_parameter (void)
{
  const char *text = "DTSTART;tzid=Europe/Paris;VALUE=DATE-TIME:20140101T000000";
  g_autoptr (ChnScanner) scanner = chn_scanner_new (text, strlen (text), chn_limits_get_default ());
  ChnScanLine line;
  CHN_ASSERT_INT (chn_scanner_next (scanner, &line, NULL), CHN_SCAN_LINE);
  const ChnSlice *zone = chn_scan_find_parameter (&line, "TZID");
  CU_ASSERT_FATAL (zone != NULL);
  CU_ASSERT (chn_slice_is (zone, "Europe/Paris"));
  CU_ASSERT (chn_slice_is_name (&line.name, "DTSTART"));
  CU_ASSERT (chn_scan_find_parameter (&line, "RANGE") == NULL);
}

static const ChnTest tests[] = {
  { "lines, folding, parameters, faults", test_lines },
  { "a NUL is replaced", test_nul },
  { "lines that were looked at together", test_look_ahead },
  { "a logical line at its bound and one above", test_line_bound },
  { "parameters at their bound and one above", test_parameter_bound },
  { "parameters are found in any case", test_find_parameter },
};

CHN_SUITE ("format/ical-scan", tests)
