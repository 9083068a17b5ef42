/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The scanner of JSON: what RFC 8259 takes and refuses, kind by kind, what it leaves open, and where faults stand. */
#include "base/json.h"

#include <string.h>

#include "base/error.h"
#include "suite.h"

typedef struct {
  const char *text;
  gsize length;
} Input;

#define T(text)                                                                                                      \
  {                                                                                                                  \
    text, sizeof (text) - 1                                                                                          \
  }

static gboolean
scan (const char *text, gsize length, const ChnLimits *limits, GError **error)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autofree char *exact = g_memdup2 (text, length); /* so that a sanitizer sees any byte too many */
  ChnJsonScanner scanner;
  ChnJsonToken token = { .type = CHN_JSON_NULL };
  chn_json_scanner_init (&scanner, exact, length, limits, arena);
  while (token.type != CHN_JSON_END)
    if (!chn_json_scanner_next (&scanner, &token, error))
      return FALSE;
  return TRUE;
}

static void
check_all (const Input *inputs, guint n, gboolean expected)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    gboolean taken = scan (inputs[i].text, inputs[i].length, chn_limits_get_default (), &error);
    if (taken != expected)
      CHN_FAIL ("row %u, %s: %s", i, inputs[i].text, error ? error->message : "was taken");
    else
      CU_PASS ("as expected");
  }
}

static const Input taken[] = {
  /* arrays */
  T ("[]"),
  T ("[ ]"),
  T ("[\t\n\r ]"),
  T ("[[]]"),
  T ("[[] ]"),
  T ("[[],[[]]]"),
  T ("[\"\"]"),
  T ("[\"x\"]"),
  T ("[null]"),
  T ("[false]"),
  T ("[1,null,\"1\",{}]"),
  T ("[null, 1, \"1\", {}]"),
  T ("[1\n]"),
  T (" [1]"),
  T ("[2] "),
  T ("[1,null,null,null,2]"),
  T ("[\n1\n,\n2\n]"),
  T ("[[[[[[[[1]]]]]]]]"),
  /* numbers */
  T ("[0]"),
  T ("[-0]"),
  T ("[0e1]"),
  T ("[0e+1]"),
  T ("[0E0]"),
  T ("[ 4]"),
  T ("[123]"),
  T ("[-123]"),
  T ("[20e1]"),
  T ("[1E22]"),
  T ("[1E-2]"),
  T ("[1E+2]"),
  T ("[1e-2]"),
  T ("[123e65]"),
  T ("[123e45]"),
  T ("[123.456e78]"),
  T ("[123.456789]"),
  T ("[-1]"),
  T ("[-0.0]"),
  T ("[0.0]"),
  T ("[1.5]"),
  T ("[1.50]"),
  T ("[10]"),
  T ("[100.001]"),
  T ("[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]"),
  T ("[9223372036854775807]"),
  T ("[-9223372036854775808]"),
  T ("[1e308]"),
  T ("[-1.7976931348623157e308]"),
  T ("[0.1e1]"),
  T ("[0e-0]"),
  T ("[1e00]"),
  T ("[1e01]"),
  T ("[1.0E+00]"),
  /* objects */
  T ("{}"),
  T ("{ }"),
  T ("{\"a\":1}"),
  T ("{ \"a\" : 1 }"),
  T ("{\"\":0}"),
  T ("{\"a\":[]}"),
  T ("{\"a\":{}}"),
  T ("{\"a\":\"b\",\"c\":\"d\"}"),
  T ("{\"x\":[{\"id\":\"xx\"}],\"id\":\"xx\"}"),
  T ("{\n\"a\":\"b\"\n}"),
  T ("{\"a\":\"b\",\"a\":\"c\"}"), /* keys are compared by who takes the tokens */
  T ("{\"foo\\u0062ar\":42}"),
  T ("{\"\\u0444\\u043e\":\"\\u043f\"}"),
  T ("{\"min\":-1.0e+28,\"max\":1.0e+28}"),
  T ("{\"a\":null,\"b\":true,\"c\":false}"),
  /* strings */
  T ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"),
  T ("[\"\\\\u0030\"]"),
  T ("[\"\\\"\"]"),
  T ("[\"a/*b*/c/*d//e\"]"),
  T ("[\"\\\\a\"]"),
  T ("[\"\\\\n\"]"),
  T ("[\"\\u0012\"]"),
  T ("[\"\\u0060\\u012a\\u12AB\"]"),
  T ("[\"\\uFFFF\"]"),
  T ("[\"\\uD801\\udc37\"]"),
  T ("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]"),
  T ("[\"\\uDBFF\\uDFFF\"]"),
  T ("[\"\\uDBFF\\uDFFE\"]"),
  T ("[\"\\uFDD0\"]"),
  T ("[\"\\uFFFE\"]"),
  T ("[\"\\u0821\"]"),
  T ("[\"\\u0123\"]"),
  T ("[\"new\\u000Aline\"]"),
  T ("[\"\\u000A\"]"),
  T ("[\"\\u0022\"]"),
  T ("[\"\\u005C\"]"),
  T ("[\"\\u200B\"]"),
  T ("[\"\\u2064\"]"),
  T ("[\"\\u00A0\"]"),
  T ("[\"\\u0061\\u30af\\u30EA\\u30b9\"]"),
  T ("[\"\\u0020\"]"),
  T ("[\"\\u002c\"]"),
  T ("[\"\x7F\"]"),
  T ("[\"a\x7F"
     "a\"]"),
  T ("[\" \"]"),
  T ("[\"asd \"]"),
  T ("[\"\xC2\x80\"]"),
  T ("[\"\xDF\xBF\"]"),
  T ("[\"\xE0\xA0\x80\"]"),
  T ("[\"\xED\x9F\xBF\"]"),
  T ("[\"\xEE\x80\x80\"]"),
  T ("[\"\xEF\xBF\xBF\"]"),
  T ("[\"\xF0\x90\x80\x80\"]"),
  T ("[\"\xF4\x8F\xBF\xBF\"]"),
  T ("[\"\xF0\x9B\xBF\xBF\"]"),
  T ("[\"\xE2\x80\xA8\"]"),
  T ("[\"\xE2\x80\xA9\"]"),
  T ("[\"\xE2\x8D\x82\xE3\x88\xB4\xE2\x8D\x82\"]"),
  T ("[\"\xCF\x80\"]"),
  T ("[\"\xF0\x9D\x84\x9E\"]"),
  T ("[\"\xEF\xBB\xBF\"]"),
  T ("[\"12345678\xC3\xA9"
     "12345678\"]"),
  /* scalars as the whole text */
  T ("\"\""),
  T ("\"x\""),
  T ("42"),
  T ("-0.1"),
  T ("-7e3"),
  T ("null"),
  T ("true"),
  T ("false"),
  T (" null "),
  T ("\t1\n"),
  T ("\r\n{}\r\n"),
  T ("0"),
  T ("\" \""),
};

static const Input refused[] = {
  /* arrays */
  T ("[1 true]"),
  T ("[a\xE5]"),
  T ("[\"\": 1]"),
  T ("[\"a\",,]"),
  T ("[,1]"),
  T ("[1,,2]"),
  T ("[\"x\",,]"),
  T ("[\"x\"]]"),
  T ("[\"\",]"),
  T ("[\"x\""),
  T ("[x"),
  T ("[3[4]]"),
  T ("[\xFF]"),
  T ("[1:2]"),
  T ("[,]"),
  T ("[-]"),
  T ("[   , \"\"]"),
  T ("[\"a\",\n4\n,1,"),
  T ("[1,]"),
  T ("[1,\n1\n,1"),
  T ("[\"\va\"\\f]"),
  T ("[*]"),
  T ("[\"\""),
  T ("[1,"),
  T ("["),
  T ("[1\n"),
  T ("[{}"),
  T ("[1}"),
  T ("[}"),
  T ("]"),
  T ("[]]"),
  T ("[[]"),
  T ("[1]x"),
  T ("[1][2]"),
  T ("[1],"),
  T ("[\"a\" \"b\"]"),
  T ("[1 000]"),
  T ("[\f]"),
  T ("[\v1]"),
  /* words */
  T ("[fals]"),
  T ("[nul]"),
  T ("[tru]"),
  T ("[True]"),
  T ("[NULL]"),
  T ("nulll"),
  T ("truex"),
  T ("[nan]"),
  T ("[NaN]"),
  T ("[-NaN]"),
  T ("[Infinity]"),
  T ("[-Infinity]"),
  T ("[inf]"),
  T ("[+Inf]"),
  T ("[-foo]"),
  T ("[undefined]"),
  T ("n"),
  T ("t"),
  T ("f"),
  T ("[true\0]"),
  T ("[truefalse]"),
  /* numbers */
  T ("[++1234]"),
  T ("[+1]"),
  T ("[-01]"),
  T ("[-1.0.]"),
  T ("[-2.]"),
  T ("[.-1]"),
  T ("[.2e-3]"),
  T ("[0.1.2]"),
  T ("[0.3e+]"),
  T ("[0.3e]"),
  T ("[0.e1]"),
  T ("[0E+]"),
  T ("[0E]"),
  T ("[0e+]"),
  T ("[0e]"),
  T ("[1.0e+]"),
  T ("[1.0e-]"),
  T ("[1.0e]"),
  T ("[1eE2]"),
  T ("[2.e+3]"),
  T ("[2.e-3]"),
  T ("[2.e3]"),
  T ("[9.e+]"),
  T ("[0x1]"),
  T ("[0x42]"),
  T ("[0b1]"),
  T ("[1+2]"),
  T ("[- 1]"),
  T ("[-012]"),
  T ("[012]"),
  T ("[00]"),
  T ("[-.123]"),
  T ("[-1x]"),
  T ("[1ea]"),
  T ("[1e1\xE5]"),
  T ("[1.]"),
  T (".123"),
  T ("[1.2a-3]"),
  T ("[1.8011670033376514H-308]"),
  T ("[1a]"),
  T ("[1_000]"),
  T ("[\xEF\xBC\x91]"),
  T ("[123\xE5]"),
  T ("-"),
  T ("--1"),
  T ("1-"),
  T ("[0.]"),
  T ("[1e]"),
  T ("[1e+-1]"),
  T ("[1,5.]"),
  /* objects */
  T ("[\"x\", truth]"),
  T ("{[: \"x\"}\n"),
  T ("{\"x\", null}"),
  T ("{\"x\"::\"b\"}"),
  T ("{\xF0\x9F\x87\xA8}"),
  T ("{\"a\":\"a\" 123}"),
  T ("{key: 'value'}"),
  T ("{\"\xB9\":\"0\",}"),
  T ("{\"a\" b}"),
  T ("{:\"b\"}"),
  T ("{\"a\" \"b\"}"),
  T ("{\"a\":"),
  T ("{\"a\""),
  T ("{1:1}"),
  T ("{9999E9999:1}"),
  T ("{null:null,null:null}"),
  T ("{\"id\":0,,,,,}"),
  T ("{'a':0}"),
  T ("{\"id\":0,}"),
  T ("{\"a\":\"b\"}/**/"),
  T ("{\"a\":\"b\"}/**//"),
  T ("{\"a\":\"b\"}//"),
  T ("{\"a\":\"b\"}/"),
  T ("{\"a\":\"b\",,\"c\":\"d\"}"),
  T ("{a: \"b\"}"),
  T ("{\"a\":\"a"),
  T ("{ \"foo\" : \"bar\", \"a\" }"),
  T ("{\"a\":\"b\"}#"),
  T ("{"),
  T ("}"),
  T ("{}}"),
  T ("{]"),
  T ("{,}"),
  T ("{\"a\"}"),
  T ("{\"a\":}"),
  T ("{\"a\":1"),
  T ("{\"a\":1,"),
  T ("{\"a\":1]"),
  T ("{\"a\":true,{\"b\":1}}"),
  T ("{\"a\":1;\"b\":2}"),
  T ("{\"a\"=1}"),
  T ("{\"a\":1 \"b\":2}"),
  T ("{true:1}"),
  T ("{[]:1}"),
  T ("{\"a\",1}"),
  /* strings */
  T (" "),
  T ("[\"\\uD800\\\"]"),
  T ("[\"\\uD800\\u\"]"),
  T ("[\"\\uD800\\u1\"]"),
  T ("[\"\\uD800\\u1x\"]"),
  T ("[\xC3\xA9]"),
  T ("[\"\\\0\"]"),
  T ("[\"\\x00\"]"),
  T ("[\"\\\\\\\"]"),
  T ("[\"\\\t\"]"),
  T ("[\"\\\xF0\x9F\x8C\x80\"]"),
  T ("[\"\\\"]"),
  T ("[\"\\u00A\"]"),
  T ("[\"\\uD834\\uDd\"]"),
  T ("[\"\\uD800\\uD800\\x\"]"),
  T ("[\"\\u\xE5\"]"),
  T ("[\"\\a\"]"),
  T ("[\"\\uqqqq\"]"),
  T ("[\"\\\xE5\"]"),
  T ("[\\u0020\"asd\"]"),
  T ("[\\n]"),
  T ("\""),
  T ("['single quote']"),
  T ("abc"),
  T ("[\"\\"),
  T ("[\"a\0a\"]"),
  T ("[\"new\nline\"]"),
  T ("[\"\t\"]"),
  T ("\"\\UA66D\""),
  T ("\"\"x"),
  T ("[\"\x1F\"]"),
  T ("[\"\\u123\"]"),
  T ("[\"\\u 123\"]"),
  T ("[\"\\u+123\"]"),
  T ("[\"\\u-123\"]"),
  T ("[\"\\u0x1\"]"),
  T ("[\"\\v\"]"),
  T ("[\"\\0\"]"),
  T ("[\"\\'\"]"),
  T ("[\"\\ \"]"),
  T ("[\"\r\"]"),
  T ("[\"\b\"]"),
  T ("\"\\u1234"),
  T ("\"abc\\"),
  T ("\"abc\\u"),
  T ("[\"x]"),
  T ("[\xE2\x80\x9Cx\xE2\x80\x9D]"),
  T ("`x`"),
  /* what is no JSON text at all */
  T (""),
  T ("<.>"),
  T ("[<null>]"),
  T ("aa"),
  T ("[1]]"),
  T ("*"),
  T ("{\"a\":true} \"x\""),
  T ("\xEF\xBB"),
  T ("\xE5"),
  T ("\xC3\xA5"),
  T ("[\xE2\x81\xA0]"),
  T ("[\x0C]"),
  T ("[\xC2\xA0]"),
  T ("[\xE3\x80\x80]"),
  T ("{\"a\":/*comment*/\"b\"}"),
  T ("[1]//x"),
  T ("#x\n1"),
  T ("[#{1}]"),
  T ("{\"\":"),
  T ("{\"a\":1}{\"b\":2}"),
  T ("1 2"),
  T ("1,2"),
  T ("[][]"),
  T ("\0"),
  T ("[]\0"),
  T ("\"a\" \"b\""),
  T ("/"),
  T ("[\"a\",\"b\";]"),
  T (","),
  T (":"),
  /* left open by the standard, and refused here: bytes that are no UTF-8 */
  T ("[\"\x81\"]"),
  T ("[\"\xFF\"]"),
  T ("[\"\xC0\xAF\"]"),
  T ("[\"\xE0\x80\xAF\"]"),
  T ("[\"\xF0\x80\x80\xAF\"]"),
  T ("[\"\xF8\x88\x80\x80\x80\"]"),
  T ("[\"\xFC\x83\xBF\xBF\xBF\xBF\"]"),
  T ("[\"\xFC\x80\x80\x80\x80\x80\"]"),
  T ("[\"\xED\xA0\x80\"]"),
  T ("[\"\xED\xBF\xBF\"]"),
  T ("[\"\xF4\xBF\xBF\xBF\"]"),
  T ("[\"\xF4\x90\x80\x80\"]"),
  T ("[\"\xF5\x80\x80\x80\"]"),
  T ("[\"\xE6\x97\xA5\xD1\x88\xFA\"]"),
  T ("[\"\xE0\xFF\"]"),
  T ("[\"\xC3\"]"),
  T ("[\"\xE9\"]"),
  T ("[\"\xE2\x82\"]"),
  T ("[\"\xF0\x9F\x98\"]"),
  T ("[\"\xC1\xBF\"]"),
  T ("[\"\x80\"]"),
  T ("[\"\xE2\x28\xA1\"]"),
  T ("\"\xC3"),
  T ("\"\xF0\x9F"),
  T ("[\"\xE2\x82\x28\"]"),
  /* halves of surrogate pairs, and U+0000 */
  T ("[\"\\uD800\"]"),
  T ("[\"\\uDADA\"]"),
  T ("[\"\\uDFAA\"]"),
  T ("[\"\\uDd1e\\uD834\"]"),
  T ("[\"\\uD800\\n\"]"),
  T ("[\"\\uD800abc\"]"),
  T ("[\"\\uD888\\u1234\"]"),
  T ("[\"\\uD800\\uD800\\n\"]"),
  T ("{\"\\uDFAA\":0}"),
  T ("[\"\\udc00\"]"),
  T ("[\"\\u0000\"]"),
  T ("{\"foo\\u0000bar\":42}"),
  /* numbers that could not be kept */
  T ("[123123e100000]"),
  T ("[-123123e100000]"),
  T ("[0.4e006699999999999999999999]"),
  T ("[1e400]"),
  T ("[-1e+9999]"),
  T ("[100000000000000000000]"),
  T ("[-123123123123123123123123123123]"),
  T ("[9223372036854775808]"),
  T ("[-9223372036854775809]"),
  T ("[18446744073709551616]"),
  /* a byte order mark, which whoever reads a file takes off, and other encodings */
  T ("\xEF\xBB\xBF{}"),
  T ("[\xEF\xBB\xBF]"),
  T ("\xFF\xFE[\0\"\0\xE9\0\"\0]\0"),
  T ("\0[\0\"\0\xE9\0\"\0]"),
  T ("[\0]\0"),
};

/* Left open by the standard, and taken: numbers that a double only comes near to, and depth within the bound. */
static const Input taken_though_open[] = {
  T ("[123.456e-789]"),
  T ("[-1e-9999]"),
  T ("[1.0000000000000000000000000000000000000001]"),
  T ("[0.00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001e99]"),
};

static void
takes_json (void)
{
  check_all (taken, G_N_ELEMENTS (taken), TRUE);
  check_all (taken_though_open, G_N_ELEMENTS (taken_though_open), TRUE);
}

static void
refuses_what_is_none (void)
{
  check_all (refused, G_N_ELEMENTS (refused), FALSE);
}

/* Whatever is taken is so only as a whole, and no other byte may stand around it. */
static void
refuses_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++) {
    const char *text = taken[i].text;
    if (*text != '{' && *text != '[' && *text != '"')
      continue;
    gsize end = taken[i].length;
    while (g_ascii_isspace (text[end - 1]))
      end--;
    for (gsize n = 0; n < end; n++)
      if (scan (text, n, chn_limits_get_default (), NULL))
        CHN_FAIL ("%s: its first %zu bytes were taken", text, n);
    g_autofree char *more = g_strconcat (text, "x", NULL);
    CU_ASSERT_FALSE (scan (more, strlen (more), chn_limits_get_default (), NULL));
  }
}

static void
places_faults (void)
{
  static const struct {
    Input input;
    gsize offset;
    const char *message, *hint;
  } rows[] = {
    { T ("{\"a\" 1}"), 5, "found '1', expected ':' behind a key", NULL },
    { T ("{\"a\":1 2}"), 7, "found '2', expected ',' or '}'", NULL },
    { T ("[1 2]"), 3, "found '2', expected ',' or ']'", NULL },
    { T ("[1,]"), 3, "found ']', expected a value", NULL },
    { T ("{\"a\":1,}"), 7, "found '}', expected a key in quotes", NULL },
    { T ("{a:1}"), 1, "found 'a', expected a key in quotes or '}'", NULL },
    { T ("['a']"), 1, "expected a value", "double quotes" },
    { T ("[01]"), 2, "leading zeros", "leading zeros" },
    { T ("[1.]"), 3, "found ']', expected a digit", NULL },
    { T ("[nul]"), 4, "expected null", NULL },
    { T ("[\"\xC3\xA9\xFF\"]"), 4, "found the byte 0xFF, expected UTF-8 text", "UTF-8" },
    { T ("[\"a\tb\"]"), 3, "found U+0009, expected a quote", "escape" },
    { T ("[\"a\\x\"]"), 4, "found 'x', expected one of", "backslash" },
    { T ("[\"a\\u12\"]"), 3, "without four hexadecimal digits", "four digits" },
    { T ("[\"\\ud800\"]"), 2, "half a surrogate pair", "both halves" },
    { T ("[\"\\u0000\"]"), 2, "\\u0000", "remove" },
    { T ("[99999999999999999999]"), 1, "too big", NULL },
    { T ("[1] 2"), 4, "nothing behind the value", NULL },
    { T ("\"a"), 2, "found the end of the text", NULL },
    { T ("[\xC3\xA9]"), 1, "found '\xC3\xA9', expected a value", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize offset = G_MAXSIZE;
    g_autoptr (GError) error = NULL;
    CU_ASSERT_FALSE (scan (rows[i].input.text, rows[i].input.length, chn_limits_get_default (), &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
    CU_ASSERT_TRUE (chn_error_get_place (error, &offset, NULL));
    CHN_ASSERT_INT (offset, rows[i].offset);
    const char *hint = chn_error_get_hint (error);
    if (!error || (!strstr (error->message, rows[i].message) && !strstr (hint ? hint : "", rows[i].message)))
      CHN_FAIL ("%s: %s", rows[i].input.text, error ? error->message : "-");
    if (rows[i].hint && !strstr (hint ? hint : "", rows[i].hint))
      CHN_FAIL ("%s: hint %s", rows[i].input.text, hint ? hint : "-");
  }
}

static void
gives_tokens (void)
{
  static const char text[] =
      " {\"k\u00E9\":[\"\u4E2D\",\"\\u00e9\\ud83d\\ude00\\n\",-12,1.5e3,true,false,null],\"\":{}}";
  static const struct {
    ChnJsonType type;
    guint column;
    const char *text;
  } rows[] = {
    { CHN_JSON_OBJECT, 1, "" },
    { CHN_JSON_KEY, 2, "k\u00E9" },
    { CHN_JSON_ARRAY, 7, "" },
    { CHN_JSON_STRING, 8, "\u4E2D" },
    { CHN_JSON_STRING, 12, "\u00E9\U0001F600\n" },
    { CHN_JSON_INTEGER, 35, "-12" },
    { CHN_JSON_FRACTION, 39, "1.5e3" },
    { CHN_JSON_TRUE, 45, "" },
    { CHN_JSON_FALSE, 50, "" },
    { CHN_JSON_NULL, 56, "" },
    { CHN_JSON_END_ARRAY, 60, "" },
    { CHN_JSON_KEY, 62, "" },
    { CHN_JSON_OBJECT, 65, "" },
    { CHN_JSON_END_OBJECT, 66, "" },
    { CHN_JSON_END_OBJECT, 67, "" },
    { CHN_JSON_END, 68, "" },
  };
  g_autoptr (ChnArena) arena = chn_arena_new ();
  ChnJsonScanner scanner;
  ChnJsonToken token;
  chn_json_scanner_init (&scanner, text, strlen (text), chn_limits_get_default (), arena);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_TRUE_FATAL (chn_json_scanner_next (&scanner, &token, &error));
    g_autofree char *found = g_strndup (token.text, token.length);
    CHN_ASSERT_INT (token.type, rows[i].type);
    CHN_ASSERT_INT (token.column, rows[i].column);
    CHN_ASSERT_STRING (found, rows[i].text);
    CHN_ASSERT_INT (token.integer, token.type == CHN_JSON_INTEGER ? -12 : 0);
    CHN_ASSERT_INT (token.is_escaped, i == 4);
  }
}

static void
check_limit (const char *text, ChnLimit limit, guint64 most, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[limit] = most;
  if (scan (text, strlen (text), &limits, &error) != expected)
    CHN_FAIL ("%" G_GUINT64_FORMAT ": %s", most, error ? error->message : "was taken");
  if (!expected)
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

static void
keeps_bounds (void)
{
  check_limit ("[[{\"a\":[]}]]", CHN_LIMIT_DEPTH, 4, TRUE);
  check_limit ("[[{\"a\":[]}]]", CHN_LIMIT_DEPTH, 3, FALSE);
  check_limit ("1", CHN_LIMIT_DEPTH, 0, TRUE);
  for (guint depth = CHN_JSON_MOST_DEPTH; depth <= CHN_JSON_MOST_DEPTH + 1; depth++) {
    g_autoptr (GString) deep = g_string_new (NULL);
    for (guint i = 0; i < depth; i++)
      g_string_append (deep, i % 2 ? "[" : "{\"a\":");
    g_string_append (deep, "0");
    for (guint i = depth; i > 0; i--)
      g_string_append (deep, (i - 1) % 2 ? "]" : "}");
    check_limit (deep->str, CHN_LIMIT_DEPTH, G_MAXUINT64, depth == CHN_JSON_MOST_DEPTH);
  }
  for (guint n = CHN_JSON_VALUES_PER_ITEM; n <= CHN_JSON_VALUES_PER_ITEM + 1; n++) {
    g_autoptr (GString) wide = g_string_new ("[0");
    for (guint i = 1; i < n; i++)
      g_string_append (wide, ",0");
    g_string_append_c (wide, ']');
    check_limit (wide->str, CHN_LIMIT_ITEMS, 1, n == CHN_JSON_VALUES_PER_ITEM);
  }
}

static const ChnTest tests[] = {
  { "takes JSON", takes_json },
  { "refuses what is none", refuses_what_is_none },
  { "refuses parts and more", refuses_parts },
  { "places faults", places_faults },
  { "gives tokens", gives_tokens },
  { "keeps bounds", keeps_bounds },
};

CHN_SUITE ("base/json", tests)
