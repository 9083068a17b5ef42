/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The YAML cursor: places, keys, aliases, tags, documents, and each bound at N and N + 1. */
#include <string.h>

#include "format/yaml/node.h"
#include "suite.h"

/* Reads the root as one tree, and what was found wrong with it. */
static char *
read_faults (const char *text, gsize length, const ChnLimits *limits)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnYamlFaults faults = { report, "sample", NULL };
  g_autoptr (ChnYaml) yaml = chn_yaml_new (text, length, &faults, limits ? limits : chn_limits_get_default ());
  if (chn_yaml_begin (yaml)) {
    chn_yaml_read_value (yaml);
    chn_yaml_end (yaml);
  }
  GString *found = g_string_new (NULL);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    g_string_append_printf (found, "%s%u:%u %s", i > 0 ? ", " : "", finding->line, finding->column, finding->code);
  }
  return g_string_free (found, FALSE);
}

typedef struct {
  const char *text;
  const char *faults;
} FaultRow;

static void
check_rows (const FaultRow *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *faults = read_faults (rows[i].text, strlen (rows[i].text), NULL);
    if (strcmp (faults, rows[i].faults) != 0)
      CHN_FAIL ("\"%s\": found \"%s\", expected \"%s\"", rows[i].text, faults, rows[i].faults);
  }
}

static void
test_faults (void)
{
  static const FaultRow rows[] = {
    { "a: b", "" },
    { "\xEF\xBB\xBF"
      "a: b",
      "" },
    { "a: b\r\nc: d\r\n", "" },
    { "%YAML 1.1\n---\na: b\n...\n", "" },
    { "", "1:1 document" },
    { "# nothing\n", "1:1 document" },
    { "a: b\n---\nc: d\n", "2:1 document" },
    { "%TAG !x! tag:x,2000:\n---\na: b\n", "1:1 document" },
    { "a: 1\na: 2\n", "2:1 duplicate-key" },
    { "x: {b: 1, c: 2, b: 3}\n", "1:17 duplicate-key" },
    { "? [a]\n: b\n", "1:3 shape" },
    { "\"\": b\n", "1:1 shape" },
    { "a: &x {b: 1}\nc: {<<: *x}\n", "2:5 merge-key" },
    { "a: !!int 5\n", "1:4 tag" },
    { "a: ! b\n", "1:4 tag" },
    { "a: !local [b]\n", "1:4 tag" },
    { "a: *x\n", "1:4 alias" },
    { "a: &x [*x]\n", "1:8 alias" },
    { "a: &x b\nc: *x\n", "" },
    { "a: \"b\\0c\"\n", "1:4 encoding" },
    { "a: \"\\x1B[31m\"\n", "1:4 encoding" },
    { "a: [b\n", "2:1 yaml" },
    { "a: b: c\n", "1:5 yaml" },
    { "a: \"b\n", "2:1 yaml" },
    { "a:\n\tb: c\n", "2:1 yaml" },
    { "a: @b\n", "1:4 yaml" },
    { "a: b\nÿ: \x01\n", "2:4 encoding" },
    { "ÿ\xFF", "1:2 encoding" },
    { "\xFF\xFE"
      "a",
      "1:1 encoding" },
    { "a: b\xEF\xBF\xBE\n", "1:5 encoding" },
    { "ab: {c: d}\nab: {c: d, c: e}\n", "2:12 duplicate-key, 2:1 duplicate-key" },
  };
  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_nul_and_utf16 (void)
{
  g_autofree char *nul = read_faults ("a: b\nc: \0", 9, NULL);
  CHN_ASSERT_STRING (nul, "2:4 encoding");
  g_autofree char *wide = read_faults ("a\0:\0 \0b\0", 8, NULL);
  CHN_ASSERT_STRING (wide, "1:1 encoding");
}

static void
test_places (void)
{
  static const char text[] = "ключ: значение\nb: \"x\\ty\"\nc: 'it''s'\nd: |\n  block\ne: two\n  lines\nf: 'plain'\n";
  static const struct {
    const char *key;
    const char *text;
    guint line;
    guint column;
    gboolean on_a_line;
    guint inset;
  } rows[] = {
    { "ключ", "значение", 1, 7, TRUE, 0 }, { "b", "x\ty", 2, 4, FALSE, 1 },      { "c", "it's", 3, 4, FALSE, 1 },
    { "d", "block\n", 4, 4, FALSE, 1 },    { "e", "two lines", 6, 4, FALSE, 0 }, { "f", "plain", 8, 4, TRUE, 1 },
  };
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnYamlFaults faults = { report, "sample", NULL };
  g_autoptr (ChnYaml) yaml = chn_yaml_new (text, strlen (text), &faults, chn_limits_get_default ());
  CU_ASSERT_TRUE_FATAL (chn_yaml_begin (yaml));
  const ChnYamlNode *root = chn_yaml_read_value (yaml);
  CU_ASSERT_PTR_NOT_NULL_FATAL (root);
  CHN_ASSERT_INT (root->n, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const ChnYamlNode *node = chn_yaml_get (root, rows[i].key);
    CU_ASSERT_PTR_NOT_NULL_FATAL (node);
    CHN_ASSERT_STRING (node->text, rows[i].text);
    CHN_ASSERT_INT (node->line, rows[i].line);
    CHN_ASSERT_INT (node->column, rows[i].column);
    CHN_ASSERT_INT (chn_yaml_stands_as_it_is (node), rows[i].on_a_line);
    CHN_ASSERT_INT (node->inset, rows[i].inset);
  }
}

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
check_bound (const char *what, ChnLimit limit, guint64 bound, char *text, const char *expected)
{
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[limit] = bound;
  g_autofree char *faults = read_faults (text, strlen (text), &limits);
  if (strcmp (faults, expected) != 0)
    CHN_FAIL ("%s: found \"%s\", expected \"%s\"", what, faults, expected);
  g_free (text);
}

static void
test_bounds (void)
{
  /* 17 nodes; a piece may have 16 times the bound. */
  static const char child[] = "[[a, a, a], [a, a, a], [a, a, a], [a, a, a]], ";
  check_bound ("depth N", CHN_LIMIT_DEPTH, 3, g_strdup ("[[[a]]]"), "");
  check_bound ("depth N+1", CHN_LIMIT_DEPTH, 3, g_strdup ("[[[[a]]]]"), "1:4 limit");
  check_bound ("block depth N", CHN_LIMIT_DEPTH, 3, g_strdup ("- - - a\n"), "");
  check_bound ("block depth N+1", CHN_LIMIT_DEPTH, 3, g_strdup ("- - - - a\n"), "1:7 limit");
  check_bound ("text N", CHN_LIMIT_TEXT, 5, g_strdup ("[abcde]"), "");
  check_bound ("text N+1", CHN_LIMIT_TEXT, 5, g_strdup ("[abcdef, ab]"), "1:2 limit");
  /* What is kept as it stood elsewhere is bounded by the file alone, and only that. */
  check_bound ("extra", CHN_LIMIT_TEXT, 5, g_strdup ("[{extra: {a: abcdef}, b: abcdef}]"), "1:26 limit");
  check_bound ("extras", CHN_LIMIT_TEXT, 5, g_strdup ("[{extra: [a: abcdef, b: [c, abcdef]]}, {a: abcdef}]"),
               "1:44 limit");
  check_bound ("text extra", CHN_LIMIT_TEXT, 5, g_strdup ("[{a: extra, b: abcdef}]"), "1:16 limit");
  check_bound ("long extra", CHN_LIMIT_TEXT, 5, repeat ("- extra:\n    a: \"", "abcdef", 20000, "\"\n"), "");
  check_bound ("items N", CHN_LIMIT_ITEMS, 3, g_strdup ("[a, b, c]"), "");
  check_bound ("items N+1", CHN_LIMIT_ITEMS, 3, g_strdup ("[a, b, c, d]"), "1:11 limit");
  check_bound ("pairs N", CHN_LIMIT_ITEMS, 3, g_strdup ("{a: 1, b: 1, c: 1}"), "");
  check_bound ("pairs N+1", CHN_LIMIT_ITEMS, 3, g_strdup ("{a: 1, b: 1, c: 1, d: 1}"), "1:20 limit");
  check_bound ("nodes N", CHN_LIMIT_ITEMS, 4, repeat ("[", child, 3, "[[a, a, a], [a, a, a], [a, a]]]"), "");
  check_bound ("nodes N+1", CHN_LIMIT_ITEMS, 4, repeat ("[", child, 3, "[[a, a, a], [a, a, a], [a, a, a]]]"),
               "1:170 limit");
  check_bound ("aliases N", CHN_LIMIT_ALIASES, 9, repeat ("[&x [a, b], ", "*x, ", 3, "]"), "");
  check_bound ("aliases N+1", CHN_LIMIT_ALIASES, 9, repeat ("[&x [a, b], ", "*x, ", 4, "]"), "1:25 limit");
}

/* Eight levels of nine aliases: 43 million nodes if they were followed. */
static void
test_alias_bomb (void)
{
  g_autoptr (GString) text = g_string_new ("a: &a [x, x, x, x, x, x, x, x, x]\n");
  for (char c = 'b'; c < 'j'; c++)
    g_string_append_printf (text, "%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c, c - 1, c - 1,
                            c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
  g_autofree char *faults = read_faults (text->str, text->len, NULL);
  CU_ASSERT_PTR_NOT_NULL (strstr (faults, "limit"));
}

static void
test_skip_and_enter (void)
{
  static const char text[] = "skipped: [a, {b: c}]\nlist: [x, y]\nscalar: z\nlist2: not\n";
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnYamlFaults faults = { report, "sample", NULL };
  g_autoptr (ChnYaml) yaml = chn_yaml_new (text, strlen (text), &faults, chn_limits_get_default ());
  gboolean entered = FALSE;
  CU_ASSERT_TRUE_FATAL (chn_yaml_begin (yaml));
  CU_ASSERT_PTR_NULL (chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered));
  CU_ASSERT_TRUE_FATAL (entered);
  CHN_ASSERT_STRING (chn_yaml_next_key (yaml)->text, "skipped");
  chn_yaml_skip_value (yaml);
  CHN_ASSERT_STRING (chn_yaml_next_key (yaml)->text, "list");
  chn_yaml_enter (yaml, CHN_YAML_LIST, &entered);
  CU_ASSERT_TRUE (entered);
  CHN_ASSERT_STRING (chn_yaml_next_item (yaml)->text, "x");
  CHN_ASSERT_STRING (chn_yaml_next_item (yaml)->text, "y");
  CU_ASSERT_PTR_NULL (chn_yaml_next_item (yaml));
  CHN_ASSERT_STRING (chn_yaml_next_key (yaml)->text, "scalar");
  chn_yaml_skip_value (yaml);
  CHN_ASSERT_STRING (chn_yaml_next_key (yaml)->text, "list2");
  CHN_ASSERT_STRING (chn_yaml_enter (yaml, CHN_YAML_LIST, &entered)->text, "not");
  CU_ASSERT_FALSE (entered);
  CU_ASSERT_PTR_NULL (chn_yaml_next_key (yaml));
  CHN_ASSERT_INT (chn_report_get_n_findings (report), 0);
}

static const ChnTest tests[] = {
  { "faults and their places", test_faults }, { "NUL and UTF-16", test_nul_and_utf16 },
  { "places of texts", test_places },         { "bounds at N and N + 1", test_bounds },
  { "alias bomb", test_alias_bomb },          { "entering and skipping", test_skip_and_enter },
};

CHN_SUITE ("format/yaml-cursor", tests)
