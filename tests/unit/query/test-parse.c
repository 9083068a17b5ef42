/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The grammar of queries: what they mean, what is refused and where, and the bounds. */
#include "query/parse.h"

#include <string.h>

#include "query/query.h"
#include "suite.h"

typedef struct {
  const char *query;
  const char *tree;
} Meaning;

static const Meaning meanings[] = {
  { "", "" },
  { " \t\r\n", "" },
  { "report", "report" },
  { "\"commission of inquiry\"", "\"commission of inquiry\"" },
  { "forum:un.ga kind:report", "forum:un.ga AND kind:report" },
  { "forum:un.ga AND kind:report", "forum:un.ga AND kind:report" },
  { "a b OR c d", "(a AND b) OR (c AND d)" },
  { "a or b and not c", "a OR (b AND (NOT c))" },
  { "NOT a b", "(NOT a) AND b" },
  { "NOT (a b)", "NOT (a AND b)" },
  { "-a -kind:report", "(NOT a) AND (NOT kind:report)" },
  { "a -(b OR c)", "a AND (NOT (b OR c))" },
  { "NOT NOT a", "NOT (NOT a)" },
  { "maybe:(no:russia)", "maybe:(no:russia)" },
  { "-Maybe:(a OR b) c", "(NOT maybe:(a OR b)) AND c" },
  { "maybe:((a b))", "maybe:(a AND b)" },
  { "maybe:(maybe:(-a) b)", "maybe:(maybe:(NOT a) AND b)" },
  { "a AND -b", "a AND (NOT b)" },
  { "(a (b c)) d", "a AND b AND c AND d" },
  { "(a OR b) OR c", "a OR b OR c" },
  { "((a))", "a" },
  { "Forum:un.sc", "forum:un.sc" },
  { "KIND=report", "kind=report" },
  { "importance>=4 importance<5 yes>100 no<=3", "importance>=4 AND importance<5 AND yes>100 AND no<=3" },
  { "date:2014..2016-03", "date:2014..2016-03" },
  { "date:..2014", "date:..2014" },
  { "date:2014..", "date:2014.." },
  { "yes:..", "yes:.." },
  { "date:2014/..", "date:2014/.." },
  { "date:../2014", "date:../2014" },
  { "date:[2014-04-27..2014-05-01]", "date:[2014-04-27..2014-05-01]" },
  { "date:[1667,1668,1670..1672]", "date:\"[1667,1668,1670..1672]\"" },
  { "date:[..1984]..2014", "date:[..1984]..2014" },
  { "date:2014-11-18T15:08:00-05:00", "date:2014-11-18T15:08:00-05:00" },
  { "date:@coi-report..@ga-69-188+1y", "date:@coi-report..@ga-69-188+1y" },
  { "date:today-90d..today", "date:today-90d..today" },
  { "@coi-report", "@coi-report" },
  { "@@brief kind:report", "@@brief AND kind:report" },
  { "id:@@brief", "id:@@brief" },
  { "kind:(report, vote,draft)", "kind:(report, vote, draft)" },
  { "actor:(North Korea, Japan )", "actor:(\"North Korea\", Japan)" },
  { "kind:(report)", "kind:report" },
  { "kind:((report, vote), draft)", "kind:(report, vote, draft)" },
  { "date:(2014-01 .. 2014-03, 2015)", "date:(2014-01..2014-03, 2015)" },
  { "actor:\"North Korea\"", "actor:\"North Korea\"" },
  { "title:\"a \\\"b\\\" \\\\ c\\d\"", "title:\"a \\\"b\\\" \\\\ c\\\\d\"" },
  { "symbol:S/RES/2270(2016)", "symbol:\"S/RES/2270(2016)\"" },
  { "symbol:(S/RES/2270 (2016), A/69/1)", "symbol:(\"S/RES/2270 (2016)\", A/69/1)" },
  { "(kind:report)", "kind:report" },
  { "title:wait..what", "title:wait..what" },
  { "15:00", "15:00" },
  { "決議 人権", "決議 AND 人権" },
  { "title:人権", "title:人権" },
  { "a\u00a0b", "a AND b" },
  { "android notable orchid", "android AND notable AND orchid" },
  { "\"and\" or \"OR\"", "\"and\" OR \"OR\"" },
  { "a - b", "a AND - AND b" },
  { "tag:((ta[lks), human)", "tag:(\"ta[lks\", human)" },
  { "tag:(ta]lks, [a], human)", "tag:(ta]lks, [a], human)" },
};

static char *
canonical (const char *text, GError **error)
{
  g_autoptr (ChnQuery) query = chn_query_parse (text, NULL, error);
  return query ? chn_node_dup_text (query->root) : NULL;
}

static void
test_meanings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *tree = canonical (meanings[i].query, &error);
    CHN_ASSERT_NO_ERROR (error);
    CHN_ASSERT_STRING (tree, meanings[i].tree);
    g_autofree char *again = tree ? canonical (tree, &error) : NULL;
    CHN_ASSERT_STRING (again, meanings[i].tree);
  }
}

typedef struct {
  const char *query;
  ChnError code;
  gsize offset;
  gsize length;
  const char *message;
  const char *hint;
} Fault;

static const Fault faults[] = {
  { "forrum:un.sc", CHN_ERROR_UNKNOWN, 0, 6, "unknown field \"forrum\"", "did you mean \"forum\"?" },
  { "kind:report AND spnsor:eu", CHN_ERROR_UNKNOWN, 16, 6, "unknown field \"spnsor\"", "did you mean \"sponsor\"?" },
  { "xyzzyq:un.sc", CHN_ERROR_UNKNOWN, 0, 6, "unknown field \"xyzzyq\"",
    "to search for the text itself, put it in quotes" },
  { "(a", CHN_ERROR_SYNTAX, 0, 1, "the parenthesis \"(\" is not closed", "add a \")\"" },
  { "a ((b) c", CHN_ERROR_SYNTAX, 2, 1, "the parenthesis \"(\" is not closed", "add a \")\"" },
  { "a)", CHN_ERROR_SYNTAX, 1, 1, "\")\" without a \"(\" before it", "remove it, or quote the text" },
  { "a ()", CHN_ERROR_SYNTAX, 2, 2, "nothing stands between \"(\" and \")\"",
    "write a query between them, or remove them" },
  { "a OR", CHN_ERROR_SYNTAX, 4, 0, "the query ends where a term should follow",
    "write a term here, or quote the word before" },
  { "NOT", CHN_ERROR_SYNTAX, 3, 0, "the query ends where a term should follow",
    "write a term here, or quote the word before" },
  { "and b", CHN_ERROR_SYNTAX, 0, 3, "found \"and\", expected a term",
    "write a term before it; to search for the word, quote it" },
  { "a OR OR b", CHN_ERROR_SYNTAX, 5, 2, "found \"OR\", expected a term",
    "write a term before it; to search for the word, quote it" },
  { "(a OR) b", CHN_ERROR_SYNTAX, 5, 1, "found \")\", expected a term",
    "write a term before it; to search for the word, quote it" },
  { "title:\"open", CHN_ERROR_SYNTAX, 6, 5, "the quotation is not closed", "add the closing \"" },
  { "forum: un.sc", CHN_ERROR_SYNTAX, 0, 12, "\"forum: un.sc\" is said otherwise here", "write forum:un.sc" },
  { "kind:", CHN_ERROR_SYNTAX, 5, 0, "\"kind:\" lacks its value",
    "write kind: and, without a blank, a kind of event" },
  { "forum<un", CHN_ERROR_SYNTAX, 0, 6, "\"forum\" has no order to compare by", "write forum: or forum=" },
  { "importance>2..3", CHN_ERROR_SYNTAX, 11, 4, "\">\" takes one value", "write importance: before a list or range" },
  { "importance>(2,3)", CHN_ERROR_SYNTAX, 11, 5, "\">\" takes one value",
    "write importance: before a list or range" },
  { "kind:(a", CHN_ERROR_SYNTAX, 5, 1, "the list's \"(\" is not closed", "add a \")\"" },
  { "kind:(a,", CHN_ERROR_SYNTAX, 8, 0, "\"kind:\" lacks its value",
    "write kind: and, without a blank, a kind of event" },
  { "kind:()", CHN_ERROR_SYNTAX, 6, 0, "\"kind:\" lacks its value",
    "write kind: and, without a blank, a kind of event" },
  { "kind:(a \"b\")", CHN_ERROR_SYNTAX, 8, 1, "found \" in a list, expected \",\" or \")\"",
    "write a comma between values" },
  { "date:@", CHN_ERROR_SYNTAX, 5, 1, "nothing follows \"@\"", "write @ and the id of an event" },
  { "a @@", CHN_ERROR_SYNTAX, 2, 2, "nothing follows \"@@\"", "write @@ and the name of a query" },
  { "a\x01", CHN_ERROR_SYNTAX, 1, 1, "the query contains a control character", "queries are UTF-8 text" },
  { "ab\xff", CHN_ERROR_SYNTAX, 2, 1, "the query contains a byte that is not UTF-8", "queries are UTF-8 text" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GError) error = NULL;
    gsize offset = 999, length = 999;
    g_autoptr (ChnQuery) query = chn_query_parse (faults[i].query, NULL, &error);
    if (query) {
      CHN_FAIL ("taken: %s", faults[i].query);
      continue;
    }
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) faults[i].code);
    CU_ASSERT_TRUE (chn_error_get_place (error, &offset, &length));
    CHN_ASSERT_STRING (error->message, faults[i].message);
    CHN_ASSERT_STRING (chn_error_get_hint (error), faults[i].hint);
    CHN_ASSERT_INT (offset, faults[i].offset);
    CHN_ASSERT_INT (length, faults[i].length);
  }
}

/* A query of n pieces. */
static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *out = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append (out, piece);
  g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static gboolean
is_taken (const char *text, const ChnLimits *limits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnQuery) query = chn_query_parse (text, limits, &error);
  if (!query)
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  return query != NULL;
}

typedef struct {
  const char *piece;
  const char *after;
} Deep;

static void
test_depth (void)
{
  static const Deep deep[] = { { "-", "a" }, { "NOT ", "a" } };
  for (guint i = 0; i < G_N_ELEMENTS (deep); i++) {
    g_autofree char *fits = repeat ("", deep[i].piece, 64, deep[i].after);
    g_autofree char *exceeds = repeat ("", deep[i].piece, 65, deep[i].after);
    CU_ASSERT_TRUE (is_taken (fits, NULL));
    CU_ASSERT_FALSE (is_taken (exceeds, NULL));
  }
  for (guint n = 64; n <= 65; n++) {
    g_autofree char *open = repeat ("", "(", n, "a");
    g_autofree char *text = repeat (open, ")", n, "");
    CHN_ASSERT_INT (is_taken (text, NULL), n == 64);
    g_autofree char *list = repeat ("kind:", "(", n, "a");
    g_autofree char *lists = repeat (list, ")", n, "");
    CHN_ASSERT_INT (is_taken (lists, NULL), n == 64);
  }
}

static void
test_terms (void)
{
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[CHN_LIMIT_QUERY_TERMS] = 10;
  for (guint n = 10; n <= 11; n++) {
    g_autofree char *words = repeat ("", "a ", n, "");
    g_autofree char *list = repeat ("kind:(", "a,", n - 1, "a)");
    CHN_ASSERT_INT (is_taken (words, &limits), n == 10);
    CHN_ASSERT_INT (is_taken (list, &limits), n == 10);
  }
}

static void
test_length (void)
{
  ChnLimits limits = *chn_limits_get_default ();
  limits.value[CHN_LIMIT_QUERY] = 5;
  CU_ASSERT_TRUE (is_taken ("abcde", &limits));
  CU_ASSERT_FALSE (is_taken ("abcdef", &limits));
}

static void
test_text_is_kept (void)
{
  g_autoptr (ChnQuery) query = chn_query_parse ("  kind:report ", NULL, NULL);
  CHN_ASSERT_STRING (chn_query_get_text (query), "  kind:report ");
  CHN_ASSERT_INT (query->root->place.offset, 2);
  CHN_ASSERT_INT (query->root->place.length, 11);
  chn_query_free (NULL);
}

static const ChnTest tests[] = {
  { "queries mean what the grammar says, and so does their canonical text", test_meanings },
  { "faults are refused at their place with a hint", test_faults },
  { "nesting is bounded", test_depth },
  { "terms are bounded", test_terms },
  { "length is bounded", test_length },
  { "a query keeps its text", test_text_is_kept },
};

CHN_SUITE ("query/parse", tests)
