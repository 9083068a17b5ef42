/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what mappings say of cells, dates and JSON. */
#include <string.h>

#include <chancery/chancery.h>

#include "curate/import/date-precision.h"
#include "curate/import/grid-json.h"
#include "curate/import/translation.h"
#include "suite.h"

static void
test_precision (void)
{
  static const struct {
    const char *date, *word, *edtf; /* NULL: it says nothing of this date */
  } cases[] = {
    { "2014-12-18", "day", "2014-12-18" },
    { "2014-12-18", "week", "2014-12-18~" },
    { "2014-12-18", "month", "2014-12" },
    { "2014-12-18", "year", "2014" },
    { "1930-01-01", "decade", "193X" },
    { "1901-01-01", "century", "19XX" },
    { "2000-01-01", "century", "19XX" },
    { "2001-01-01", "century", "20XX" },
    { "1900-01-01", "century", "18XX" },
    { "2000-01-01", "millennium", "1XXX" },
    { "-0043-03-15", "month", "-0043-03" },
    { "-0043-03-15", "decade", "-004X" },
    { "0001-01-01", "century", "00XX" },
    { "2014-12", "day", "2014-12" },
    { "2014", "month", "2014" },
    { "2014", "week", "2014" },
    { "2014/2015", "year", NULL },
    { "2014-12-18", "hour", NULL },
    { "2014-12-18", "", NULL },
    { "201", "year", NULL },
    { "2014-12-18T10:00", "month", NULL },
    { "", "day", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *edtf = chn_date_precision_dup (cases[i].date, cases[i].word);
    CU_ASSERT_EQUAL (edtf != NULL, cases[i].edtf != NULL);
    g_autoptr (ChnDate) date = edtf ? chn_date_parse (edtf, -1, NULL) : NULL;
    if (edtf && cases[i].edtf) {
      CHN_ASSERT_STRING (edtf, cases[i].edtf);
      CU_ASSERT_PTR_NOT_NULL (date);
    }
  }
}

static ChnRegistry *
new_registry (void)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "chn", "China", NULL, NULL);
  chn_registry_builder_set_actor_code (builder, "chn", CHN_CODE_COW, "710");
  chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, "zaf", "South Africa", NULL, NULL);
  chn_registry_builder_set_actor_code (builder, "zaf", CHN_CODE_NUMERIC, "710");
  return chn_registry_builder_seal (builder, NULL);
}

static void
check_translation (ChnTranslation *translation, const char *cell, const char *meaning, gboolean is_whole)
{
  g_autoptr (ChnRegistry) registry = new_registry ();
  g_autoptr (GString) out = g_string_new (NULL);
  CU_ASSERT_EQUAL (chn_translation_append (translation, registry, cell, out), is_whole);
  CHN_ASSERT_STRING (out->str, meaning);
}

static void
test_tables (void)
{
  g_autoptr (ChnTranslation) table = chn_translation_new ("codes");
  chn_translation_add (table, "01*", "speaks");
  chn_translation_add (table, "0114*", "whispers");
  chn_translation_add (table, "KN", "prk");
  chn_translation_add (table, "ZZ", "-");
  check_translation (table, "010", "speaks", TRUE);
  check_translation (table, "01141", "whispers", TRUE);
  check_translation (table, "KN", "prk", TRUE);
  check_translation (table, "KN; 01", "prk; speaks", TRUE);
  check_translation (table, "kn", "kn", TRUE);
  check_translation (table, "ZZ;KN", "prk", FALSE);
  chn_translation_add (table, "*", "-");
  check_translation (table, "kn", "", FALSE);
}

static void
test_codes (void)
{
  g_autoptr (ChnTranslation) cow = chn_translation_new_known ("cow");
  g_autoptr (ChnTranslation) numeric = chn_translation_new_known ("iso-numeric");
  g_autoptr (ChnTranslation) markup = chn_translation_new_known ("markup");
  check_translation (cow, "710", "chn", TRUE);
  check_translation (numeric, "710", "zaf", TRUE);
  check_translation (numeric, "711", "", FALSE);
  check_translation (markup, "<p>3 < 5 &amp; <b>more</b></p>", "3 < 5 & more\n", TRUE);
  check_translation (markup, "&lt;b&gt; <", "<b> <", TRUE);
  CU_ASSERT_PTR_NULL (chn_translation_new_known ("fips"));
}

static ChnGrid *
read_json (const char *text, const char *member)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  if (member)
    g_ptr_array_add (rows, (gpointer) member);
  return chn_grid_read_json (text, strlen (text), "in", rows, chn_limits_get_default (), NULL);
}

/* Row 0 names the columns. */
static void
check_cell (const char *text, const char *member, guint row, guint column, const char *cell)
{
  g_autoptr (ChnGrid) grid = read_json (text, member);
  CU_ASSERT_PTR_NOT_NULL_FATAL (grid);
  CU_ASSERT_TRUE_FATAL (row < grid->rows->len);
  CHN_ASSERT_STRING (chn_grid_get (grid, row, column), cell);
}

static void
test_json (void)
{
  check_cell ("[{\"a\":1},{\"b\":{\"c\":true}}]", NULL, 0, 1, "b.c");
  check_cell ("[{\"a\":1},{\"b\":{\"c\":true}}]", NULL, 2, 1, "true");
  check_cell ("{\"a\":[\"x\",{\"y\":null},\"z\"]}", NULL, 1, 0, "x; z");
  check_cell ("{\"t\":{\"a\":0},\"e\":[{\"a\":1},{\"a\":2}],\"u\":3}", "e", 2, 0, "2");
  check_cell ("{\"t\":{\"a\":0},\"e\":[{\"a\":1},{\"a\":2}],\"u\":3}", "f", 0, 0, "t.a");
  check_cell ("{\"a\":1}\n{\"a\":2}\n", NULL, 2, 0, "2");
  check_cell ("\xEF\xBB\xBF {\"a\":\"\\u00e9\"}", NULL, 1, 0, "é");
  CU_ASSERT_PTR_NULL (read_json ("{\"a\":", NULL));
  CU_ASSERT_PTR_NULL (read_json ("[1,]", NULL));
}

static const ChnTest tests[] = {
  { "how much of a date is known", test_precision },
  { "what stands for what", test_tables },
  { "codes of States, and marks of pages", test_codes },
  { "objects are rows", test_json },
};

CHN_SUITE ("curate/mapping", tests)
