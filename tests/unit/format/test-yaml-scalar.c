/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Scalars of the canonical writer: how each is spelt, and that the cursor reads the same text back. */
#include <string.h>

#include "format/yaml/node.h"
#include "format/yaml/scalar.h"
#include "suite.h"

typedef struct {
  const char *text;
  const char *block;
  const char *flow;
  const char *value; /* as a date or number, in a block */
} SpellingRow;

#define SAME(text)                                                                                                   \
  {                                                                                                                  \
    text, text, text, text                                                                                           \
  }
#define QUOTED(text)                                                                                                 \
  {                                                                                                                  \
    text, "\"" text "\"", "\"" text "\"", text                                                                       \
  }

static const SpellingRow spellings[] = {
  SAME ("plain words"),
  SAME ("S/RES/2321 (2016)"),
  SAME ("../2014"),
  SAME ("/2006"),
  SAME ("don't"),
  SAME ("北朝鮮"),
  SAME ("2014-zoo"),
  SAME ("\uFDF0"),
  QUOTED ("NO"),
  QUOTED ("yes"),
  QUOTED ("Off"),
  QUOTED ("null"),
  QUOTED ("true"),
  QUOTED ("1e3"),
  QUOTED ("0x1F"),
  QUOTED ("2014"),
  QUOTED ("2014-10"),
  QUOTED ("2014-10-09"),
  QUOTED ("408"),
  QUOTED (".5"),
  QUOTED ("+1"),
  QUOTED ("-5"),
  QUOTED (".inf"),
  { "~", "\"~\"", "\"~\"", "~" },
  { "", "\"\"", "\"\"", "\"\"" },
  { "190:20:30", "\"190:20:30\"", "\"190:20:30\"", "190:20:30" },
  { "2014?", "2014?", "\"2014?\"", "2014?" },
  { "2014-09~", "\"2014-09~\"", "\"2014-09~\"", "2014-09~" },
  { "2014-11-18T15:08:00Z", "\"2014-11-18T15:08:00Z\"", "\"2014-11-18T15:08:00Z\"", "2014-11-18T15:08:00Z" },
  { "[2014..]", "\"[2014..]\"", "\"[2014..]\"", "\"[2014..]\"" },
  { "a, b", "a, b", "\"a, b\"", "a, b" },
  { "a [b]", "a [b]", "\"a [b]\"", "a [b]" },
  { "https://a.b/c", "https://a.b/c", "\"https://a.b/c\"", "https://a.b/c" },
  { "a: b", "\"a: b\"", "\"a: b\"", "\"a: b\"" },
  { "a:", "\"a:\"", "\"a:\"", "\"a:\"" },
  { "a #b", "\"a #b\"", "\"a #b\"", "\"a #b\"" },
  { "a#b", "a#b", "a#b", "a#b" },
  { " a", "\" a\"", "\" a\"", "\" a\"" },
  { "a ", "\"a \"", "\"a \"", "\"a \"" },
  { "- a", "\"- a\"", "\"- a\"", "\"- a\"" },
  { "-", "\"-\"", "\"-\"", "\"-\"" },
  { "---", "\"---\"", "\"---\"", "\"---\"" },
  { "...", "\"...\"", "\"...\"", "\"...\"" },
  { "<<", "\"<<\"", "\"<<\"", "<<" },
  { "\"q\"", "\"\\\"q\\\"\"", "\"\\\"q\\\"\"", "\"\\\"q\\\"\"" },
  { "a\nb", "\"a\\nb\"", "\"a\\nb\"", "\"a\\nb\"" },
  { "a\tb\r", "\"a\\tb\\r\"", "\"a\\tb\\r\"", "\"a\\tb\\r\"" },
  { "a\\b", "a\\b", "a\\b", "a\\b" },
  { "a\u200Bb", "\"a\\u200Bb\"", "\"a\\u200Bb\"", "\"a\\u200Bb\"" },
  { "\u2028", "\"\\u2028\"", "\"\\u2028\"", "\"\\u2028\"" },
  { "\uFEFF", "\"\\uFEFF\"", "\"\\uFEFF\"", "\"\\uFEFF\"" },
  { "\U0001FFFE", "\"\\U0001FFFE\"", "\"\\U0001FFFE\"", "\"\\U0001FFFE\"" },
  { "\uFDD0", "\"\\uFDD0\"", "\"\\uFDD0\"", "\"\\uFDD0\"" },
  { "\u00AD", "\"\\xAD\"", "\"\\xAD\"", "\"\\xAD\"" },
};

static void
check_spelling (const char *text, guint flags, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  chn_scalar_append (out, text, flags);
  CHN_ASSERT_STRING (out->str, expected);
}

static void
test_spelling (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++) {
    check_spelling (spellings[i].text, CHN_SCALAR_TEXT, spellings[i].block);
    check_spelling (spellings[i].text, CHN_SCALAR_FLOW, spellings[i].flow);
    check_spelling (spellings[i].text, CHN_SCALAR_VALUE, spellings[i].value);
  }
  check_spelling ("plain words", CHN_SCALAR_QUOTED, "\"plain words\"");
}

/* What the cursor makes of the value of the key "k" of a mapping. */
static char *
read_back (const char *yaml_text)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnYamlFaults faults = { report, "sample", NULL };
  g_autoptr (ChnYaml) yaml = chn_yaml_new (yaml_text, strlen (yaml_text), &faults, chn_limits_get_default ());
  const ChnYamlNode *root = chn_yaml_begin (yaml) ? chn_yaml_read_value (yaml) : NULL;
  const ChnYamlNode *value = root ? chn_yaml_get (root, "k") : NULL;
  if (!value || value->kind == CHN_YAML_FAULTY) {
    g_autofree char *line =
        chn_report_get_n_findings (report) > 0 ? chn_finding_dup_line (chn_report_get_finding (report, 0)) : NULL;
    CHN_FAIL ("%s cannot be read: %s", yaml_text, line ? line : "?");
    return NULL;
  }
  return g_strdup (value->kind == CHN_YAML_LIST ? value->first->text : value->text);
}

static void
check_back (const char *text)
{
  g_autoptr (GString) block = g_string_new ("k: ");
  chn_scalar_append (block, text, CHN_SCALAR_TEXT);
  g_autoptr (GString) flow = g_string_new ("k: [");
  chn_scalar_append (flow, text, CHN_SCALAR_FLOW);
  g_string_append (flow, ", x]");
  g_autoptr (GString) prose = g_string_new ("k:");
  chn_scalar_append_prose (prose, text, 0);
  g_string_append (prose, "other: x\n");
  const char *const files[] = { block->str, flow->str, prose->str };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *back = read_back (files[i]);
    CHN_ASSERT_STRING (back, text);
  }
}

static void
test_back (void)
{
  static const char *const prose[] = {
    "One sentence.",
    "One. Two! Three? (Four.) Five",
    "Mr. Kim met U.N. envoys. They spoke.",
    "Two  blanks.  After a stop.",
    "First\nsecond",
    "First\n\nsecond\n\n\nthird",
    "# not a comment\n- not a list\n---\n...\nkey: value",
    "ends in a break\n",
    "\nbegins with one",
    "\n",
    "indented\n  line",
    " leading",
    "trailing blank \nin a line",
    "white\n \nline",
    "tab\tin it. And more.",
    "carriage\r\nreturn",
    "hidden \u202E and \u2028 too. And more.",
    "\"Quoted.\" And 'more.' End.",
    "A. B. C. D",
    "Year 2014. Next.",
  };
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    check_back (spellings[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    check_back (prose[i]);
}

static void
test_prose (void)
{
  static const struct {
    const char *text;
    const char *expected;
  } rows[] = {
    { "One line.", " One line.\n" },
    { "One line. And more", " >-\n    One line.\n    And more\n" },
    { "One (two). Three", " >-\n    One (two).\n    Three\n" },
    { "The U.N. Council", " The U.N. Council\n" },
    { "a\n\nb", " |-\n    a\n\n    b\n" },
    { "a\n", " \"a\\n\"\n" },
    { "One  blank. More", " >-\n    One  blank.\n    More\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    chn_scalar_append_prose (out, rows[i].text, 2);
    CHN_ASSERT_STRING (out->str, rows[i].expected);
  }
}

static void
test_long_keys (void)
{
  static const guint lengths[] = { 1, 999, 1000, 1001, 1024, 1025, 5000 };
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *key = g_strnfill (lengths[i], 'x');
    g_autoptr (GString) out = g_string_new ("k:\n  - ");
    chn_scalar_append_key (out, key, 4);
    g_string_append (out, " value\n");
    g_autoptr (ChnReport) report = chn_report_new ();
    ChnYamlFaults faults = { report, "sample", NULL };
    g_autoptr (ChnYaml) yaml = chn_yaml_new (out->str, out->len, &faults, chn_limits_get_default ());
    CU_ASSERT_TRUE_FATAL (chn_yaml_begin (yaml));
    const ChnYamlNode *root = chn_yaml_read_value (yaml);
    CU_ASSERT_PTR_NOT_NULL_FATAL (root);
    const ChnYamlNode *value = chn_yaml_get (chn_yaml_get (root, "k")->first, key);
    CU_ASSERT_PTR_NOT_NULL_FATAL (value);
    CHN_ASSERT_STRING (value->text, "value");
  }
}

static const ChnTest tests[] = {
  { "spelling in block, flow and as a value", test_spelling },
  { "reading back", test_back },
  { "blocks", test_prose },
  { "long keys", test_long_keys },
};

CHN_SUITE ("format/yaml-scalar", tests)
