/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every row of the table of other programs' words is refused as a query, and what is written instead is one. */
#include <chancery/query.h>
#include <string.h>

#include "suite.h"

/* What stands for the names in capitals, the longer of two that begin alike first. */
static const struct {
  const char *name, *sample;
} samples[] = {
  { "EITHER", "tag:a tag:b" },
  { "FIELD2", "kind" },
  { "FIELD", "tag" },
  { "LISTED", "tag" },
  { "RANGED", "year" },
  { "PROSE", "title" },
  { "DATED", "date" },
  { "GROUP", "(un or hrc)" },
  { "VALUE2", "2016" },
  { "VALUE", "2014" },
  { "LIKE", "'%korea%'" },
  { "LIST", "un,hrc" },
  { "DATE2", "2016" },
  { "DATE", "2014" },
  { "SAID", "yesterday" },
  { "YEAR2", "2016" },
  { "YEAR", "2014" },
  { "YMD2", "2014/12/22" },
  { "YMD", "2014/11/18" },
  { "EVENT", "coi-report" },
  { "PATTERN", "korea" },
  { "WORD2", "rights" },
  { "WORD", "human" },
  { "KEY", "kind" },
  { "ANY", "x" },
  { "N", "5" },
};

static char *
dup_sample (const char *wording)
{
  GString *out = g_string_new (NULL);
  for (const char *at = wording; *at;) {
    guint i = 0;
    while (i < G_N_ELEMENTS (samples) &&
           (!g_str_has_prefix (at, samples[i].name) || g_ascii_isupper (at[strlen (samples[i].name)])))
      i++;
    g_string_append_printf (out, "%.*s", i < G_N_ELEMENTS (samples) ? G_MAXINT : 1,
                            i < G_N_ELEMENTS (samples) ? samples[i].sample : at);
    at += i < G_N_ELEMENTS (samples) ? strlen (samples[i].name) : 1;
  }
  return g_string_free (out, FALSE);
}

/* What is written, without the quotes that a shell takes. */
static char *
dup_unquoted (const char *written)
{
  g_auto (GStrv) words = NULL;
  if (!*written || !g_shell_parse_argv (written, NULL, &words, NULL))
    return g_strdup (written);
  return g_strjoinv (" ", words);
}

/* Signs that stand between terms need some. */
static char *
dup_typed (const char *wording)
{
  g_autofree char *sample = dup_sample (wording);
  g_autofree char *written = chn_query_translate (sample);
  return written ? g_steal_pointer (&sample) : g_strdup_printf ("human %s kind:vote", sample);
}

static void
test_table (void)
{
  guint n = 0;
  const ChnQueryIdiom *idioms = chn_query_get_idioms (&n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *typed = dup_typed (idioms[i].typed);
    g_autofree char *quoted = chn_query_translate (typed);
    g_autofree char *written = quoted ? dup_unquoted (quoted) : NULL;
    g_autoptr (ChnQuery) query = chn_query_parse (typed, NULL, NULL);
    g_autofree char *again = written ? chn_query_translate (written) : NULL;
    g_autofree char *seen = query || !written || again
                                ? g_strdup_printf ("\"%s\", written \"%s\", then \"%s\"", typed, written, again)
                                : NULL;
    CHN_ASSERT_STRING (seen, NULL);
  }
}

static void
test_queries_of_ours (void)
{
  static const char *const queries[] = {
    "forum:un.sc kind:meeting",
    "date:2014-11..2014-12 forum=un.ga",
    "title=\"a report\"",
    "tag:(icc, upr) NOT no:..15",
    "date>2014",
    "[2014-04-27..2014-05-01]",
    "date:2014-09~",
    "symbol:\"S/RES/2270 (2016)\"",
    "trail:@coi-report",
    "within:+90d@coi-report",
    "\"a && b\" \"un.*\"",
    "maybe:(no:russia OR no:china)",
    "vot*",
    "human rights",
    "date=2014-Q4",
    "-kind:report",
  };
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autofree char *written = chn_query_translate (queries[i]);
    CHN_ASSERT_STRING (written, NULL);
  }
}

static const ChnTest tests[] = {
  { "what other programs say is refused, and what is written instead is a query", test_table },
  { "queries of ours are left alone", test_queries_of_ours },
};

CHN_SUITE ("query/idiom", tests)
