/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Words and phrases over random texts, found with and without the index of words, and by a plain walk over
 * the words that the texts were made of, which knows nothing of how the engine cuts and folds them.
 */
#include <string.h>

#include "reopen.h"
#include "sample.h"

enum { N_EVENTS = 400, N_MANY = 9000, N_QUERIES = 1500, N_MANY_QUERIES = 120, MOST_WORDS = 12, LONGEST_PHRASE = 4 };

/* A word as it is written and as it is looked up. */
typedef struct {
  const char *written, *folded;
} Token;

#define LETTERS_40 "abcdefghijklmnopqrstuvwxyzabcdefghijklmn"

static const Token tokens[] = {
  { "report", "report" },
  { "Report", "report" },
  { "reports", "reports" },
  { "reporter", "reporter" },
  { "box", "box" },
  { "BOXES", "boxes" },
  { "e", "e" },
  { "es", "es" },
  { "s", "s" },
  { "un", "un" },
  { "69", "69" },
  { "69s", "69s" },
  { "1a", "1a" },
  { "Élodie", "elodie" },
  { "E\u0301lodie", "elodie" },
  { "élodies", "elodies" },
  { "Straße", "strasse" },
  { "права", "права" },
  { "ПРАВА", "права" },
  { "прав", "прав" },
  { "праваs", "праваs" },
  { "ﬁnal", "final" },
  { "Łódź", "lodz" },
  { "Lodz", "lodz" },
  { "œuvre", "oeuvre" },
  { "Æs", "aes" },
  { "U.S.", "us" },
  { "US", "us" },
  { "D.P.R.K.", "dprk" },
  { "п.р.а.в.", "прав" },
  { "ελληνικός", "ελληνικοσ" },
  { LETTERS_40 "opqrstu", LETTERS_40 "opqrstu" },   /* 47 bytes, and with the endings of a plural */
  { LETTERS_40 "opqrstus", LETTERS_40 "opqrstus" }, /* the longest that the index keeps whole */
  { LETTERS_40 "opqrstues", LETTERS_40 "opqrstues" },
  { LETTERS_40 "opqrstuvwx", LETTERS_40 "opqrstuvwx" }, /* differ only behind that */
  { LETTERS_40 "opqrstuvwy", LETTERS_40 "opqrstuvwy" },
  { LETTERS_40 "opqrstuvwxs", LETTERS_40 "opqrstuvwxs" },
};

/* What may stand between words; in a search the first kind is all the same. */
static const struct {
  const char *written;
  gboolean is_blank;
} between[] = {
  { " ", TRUE },  { " ", TRUE },   { " ", TRUE },   { "-", TRUE },   { "  ", TRUE }, { "\n\n", TRUE },
  { "‑", TRUE },  { " — ", TRUE }, { " - ", TRUE }, { ", ", FALSE }, { "/", FALSE }, { ". ", FALSE },
  { "’", FALSE }, { " (", FALSE }, { "; ", FALSE }, { "…", FALSE },
};

typedef struct {
  guint n;
  guint16 token[MOST_WORDS], gap[MOST_WORDS]; /* gap[i] stands behind token[i] */
  char *written;
} Text;

enum { TITLE, SUMMARY, PLACE, QUOTE, N_TEXTS };

typedef struct {
  guint n;
  Text (*texts)[N_TEXTS];
  char **ids;
  ChnTimeline *built, *indexed, *mapped; /* the same without an index, with one, and out of a snapshot */
  GString *image;
} World;

static void
make_text (GRand *random, guint most, Text *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  text->n = (guint) g_rand_int_range (random, 1, (gint32) most + 1);
  for (guint i = 0; i < text->n; i++) {
    gboolean again = i > 0 && g_rand_int_range (random, 0, 3) == 0;
    text->token[i] = again ? text->token[i - 1] : (guint16) g_rand_int_range (random, 0, G_N_ELEMENTS (tokens));
    text->gap[i] = (guint16) g_rand_int_range (random, 0, G_N_ELEMENTS (between));
    g_string_append (out, tokens[text->token[i]].written);
    if (i + 1 < text->n || g_rand_boolean (random))
      g_string_append (out, between[text->gap[i]].written);
  }
  text->written = g_string_free (g_steal_pointer (&out), FALSE);
}

static void
make_world (GRand *random, guint n, World *world)
{
  *world = (World){ .n = n, .texts = g_malloc0 (n * sizeof *world->texts), .ids = g_new0 (char *, n + 1) };
  g_autofree SampleRow *rows = g_new0 (SampleRow, n);
  for (guint i = 0; i < n; i++) {
    Text *texts = world->texts[i];
    for (guint k = 0; k < N_TEXTS; k++)
      make_text (random, k == SUMMARY ? MOST_WORDS : 3, &texts[k]);
    /* Ids in the order of the rows, so that rows come out as they went in. */
    world->ids[i] = g_strdup_printf ("event-%06u", i);
    rows[i] = (SampleRow){ .id = world->ids[i],
                           .date = "2014",
                           .title = texts[TITLE].written,
                           .summary = texts[SUMMARY].written,
                           .place = texts[PLACE].written,
                           .quote = texts[QUOTE].written,
                           .sources = "un-record" };
  }
  world->image = g_string_new (NULL);
  world->built = sample_timeline (rows, n);
  world->indexed = sample_timeline (rows, n);
  world->mapped = reopen (world->indexed, world->image);
}

static void
clear_world (World *world)
{
  chn_timeline_unref (world->mapped);
  chn_timeline_unref (world->indexed);
  chn_timeline_unref (world->built);
  g_string_free (world->image, TRUE);
  for (guint i = 0; i < world->n * N_TEXTS; i++)
    g_free (world->texts[i / N_TEXTS][i % N_TEXTS].written);
  g_strfreev (world->ids);
  g_free (world->texts);
}

typedef struct {
  const char *field; /* "" is a word without a field */
  gboolean wanted[N_TEXTS];
} Scope;

static const Scope scopes[] = {
  { "", { [TITLE] = TRUE, [SUMMARY] = TRUE } },
  { "title:", { [TITLE] = TRUE } },
  { "place:", { [PLACE] = TRUE } },
  { "text:", { TRUE, TRUE, TRUE, TRUE } },
};

/* A phrase asked for: words, of which the last may be a beginning. */
typedef struct {
  const Scope *scope;
  guint n;
  const char *words[LONGEST_PHRASE];
  gboolean is_beginning;
  char *beginning;
} Phrase;

static gboolean
ends_alike (const Phrase *phrase, const char *folded)
{
  const char *word = phrase->words[phrase->n - 1];
  const char *end = word + strlen (word);
  if (!g_str_has_prefix (folded, word))
    return FALSE;
  const char *rest = folded + strlen (word);
  gboolean is_letter = g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end)));
  return phrase->is_beginning || !*rest || (is_letter && (!strcmp (rest, "s") || !strcmp (rest, "es")));
}

static gboolean
stands_at (const Phrase *phrase, const Text *text, guint at)
{
  for (guint i = 0; i + 1 < phrase->n; i++)
    if (strcmp (tokens[text->token[at + i]].folded, phrase->words[i]) != 0 || !between[text->gap[at + i]].is_blank)
      return FALSE;
  return ends_alike (phrase, tokens[text->token[at + phrase->n - 1]].folded);
}

static gboolean
stands_in (const Phrase *phrase, const Text texts[N_TEXTS])
{
  for (guint k = 0; k < N_TEXTS; k++)
    for (guint at = 0; phrase->scope->wanted[k] && at + phrase->n <= texts[k].n; at++)
      if (stands_at (phrase, &texts[k], at))
        return TRUE;
  return FALSE;
}

/* Words that stand somewhere, most often, so that phrases have answers. */
static void
draw_phrase (GRand *random, const World *world, Phrase *phrase)
{
  const Text *text = &world->texts[g_rand_int_range (random, 0, (gint32) world->n)][SUMMARY];
  *phrase = (Phrase){ .scope = &scopes[g_rand_int_range (random, 0, G_N_ELEMENTS (scopes))] };
  phrase->n = (guint) g_rand_int_range (random, 1, LONGEST_PHRASE + 1);
  for (guint i = 0, at = (guint) g_rand_int_range (random, 0, (gint32) text->n); i < phrase->n; i++) {
    gboolean known = at + i < text->n && g_rand_int_range (random, 0, 8) > 0;
    guint token = known ? text->token[at + i] : (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (tokens));
    phrase->words[i] = tokens[token].folded;
  }
  if (g_rand_int_range (random, 0, 4) > 0)
    return;
  const char *last = phrase->words[phrase->n - 1];
  glong kept = g_rand_int_range (random, 1, (gint32) g_utf8_strlen (last, -1) + 1);
  phrase->is_beginning = TRUE;
  phrase->beginning = g_utf8_substring (last, 0, kept);
  phrase->words[phrase->n - 1] = phrase->beginning;
}

static char *
write_phrase (GRand *random, const Phrase *phrase)
{
  GString *out = g_string_new (phrase->scope->field);
  g_string_append_c (out, '"');
  for (guint i = 0; i < phrase->n; i++) {
    g_autofree char *upper = g_utf8_strup (phrase->words[i], -1);
    g_string_append (out, i == 0 ? "" : g_rand_boolean (random) ? " " : "-");
    g_string_append (out, g_rand_boolean (random) ? upper : phrase->words[i]);
  }
  g_string_append (out, phrase->is_beginning ? "*\"" : "\"");
  return g_string_free (out, FALSE);
}

static void
expect_rows (ChnTimeline *timeline, const char *text, gboolean planned, const GArray *expected, const char *how)
{
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, &error);
  CHN_ASSERT_NO_ERROR (error);
  if (!query)
    return;
  chn_bound_query_run (query, planned, &rows);
  if (rows.n != expected->len || (rows.n > 0 && memcmp (rows.row, expected->data, rows.n * sizeof *rows.row) != 0))
    CHN_FAIL ("%s, %s%s: %u rows for %u", text, how, planned ? ", planned" : "", rows.n, expected->len);
  else
    CU_PASS ("as expected");
}

/* How many rows the phrase has. */
static guint
ask (const World *world, const Phrase *phrase, const char *text)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < world->n; row++)
    if (stands_in (phrase, world->texts[row]))
      g_array_append_val (expected, row);
  expect_rows (world->built, text, TRUE, expected, "built");
  expect_rows (world->indexed, text, TRUE, expected, "indexed");
  expect_rows (world->mapped, text, TRUE, expected, "mapped");
  expect_rows (world->mapped, text, FALSE, expected, "mapped");
  return expected->len;
}

static void
ask_many (guint32 seed, guint n_events, guint n_queries)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  World world;
  guint n_some = 0, n_rare = 0;
  make_world (random, n_events, &world);
  for (guint i = 0; i < n_queries; i++) {
    Phrase phrase;
    draw_phrase (random, &world, &phrase);
    g_autofree char *text = write_phrase (random, &phrase);
    guint n = ask (&world, &phrase, text);
    n_some += n > 0;
    n_rare += n > 0 && phrase.n > 1;
    g_free (phrase.beginning);
  }
  /* The draw is of use only when many phrases stand somewhere. */
  CU_ASSERT_TRUE (n_some > n_queries / 4);
  CU_ASSERT_TRUE (n_rare > n_queries / 10);
  clear_world (&world);
}

static void
phrases_are_found_where_they_stand (void)
{
  ask_many (20141222, N_EVENTS, chn_share (N_QUERIES));
}

/* So many rows that the index is made by several threads, in parts. */
static void
parts_of_an_index_join (void)
{
  ask_many (20151210, N_MANY, chn_share (N_MANY_QUERIES));
}

/* A text with what stands in it and what does not. */
typedef struct {
  const char *title, *summary;
  const char *queries[8];
  const char *not_queries[8];
} Edge;

static const Edge edges[] = {
  { "The human",
    "rights of all",
    { "\"the human\"", "\"rights of all\"", "title:human", "\"all\"" },
    { "\"human rights\"", "text:\"human rights\"", "\"the human rights of\"", "title:rights" } },
  { "人権理事会",
    "国連人権理事会の決議、北朝鮮",
    { "人権", "\"理事\"", "title:人権理事会", "\"決議\"", "\"の決\"", "北朝*" },
    { "\"権人\"", "\"会国\"", "\"議北\"", "title:国連", "\"事人\"" } },
  { "UN人権2014年",
    "ko한국어s 3人s",
    { "un", "\"un人\"", "\"人権2014\"", "\"2014年\"", "\"3人\"", "한국", "\"한국어s\"" },
    { "unn", "\"un 人\"", "201", "\"한국s\"", "\"人 権\"" } },
  { "no, no, no no",
    "yes yes. yes",
    { "\"no no\"", "\"no, no\"", "\"no, no, no no\"", "\"yes yes\"", "\"yes. yes\"" },
    { "\"no no no\"", "\"yes yes yes\"", "\"no yes\"", "\"no, yes\"", "\"yes, yes\"", "\"no; no\"" } },
  { "x\u0301\u0302 y\u0301z e\u0301",
    "\u0301 \u0301a -- b",
    { "\"x yz e\"", "\"yz e\u0301\"", "\"a b\"", "\"a-b\"", "ýz" },
    { "\"xyz\"", "\"y z\"", "\"e a\"", "\"a, b\"" } },
};

static guint
count_rows (ChnTimeline *timeline, const char *text, gboolean planned)
{
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) rows = { 0 };
  g_autoptr (ChnBoundQuery) query = sample_bind (timeline, text, &error);
  CHN_ASSERT_NO_ERROR (error);
  if (query)
    chn_bound_query_run (query, planned, &rows);
  return rows.n;
}

static void
expect_all_ways (ChnTimeline *built, ChnTimeline *mapped, const char *text, guint n)
{
  guint found[] = { count_rows (built, text, FALSE), count_rows (built, text, TRUE), count_rows (mapped, text, FALSE),
                    count_rows (mapped, text, TRUE) };
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    if (found[i] != n)
      CHN_FAIL ("%s, %s %s: %u rows for %u", text, i < 2 ? "built" : "mapped", i % 2 ? "planned" : "unplanned",
                found[i], n);
    else
      CU_PASS ("as expected");
}

static void
edges_of_texts_part_phrases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++) {
    SampleRow row = { .id = "a", .date = "2014", .title = edges[i].title, .summary = edges[i].summary };
    g_autoptr (GString) image = g_string_new (NULL);
    g_autoptr (ChnTimeline) built = sample_timeline (&row, 1);
    g_autoptr (ChnTimeline) indexed = sample_timeline (&row, 1);
    g_autoptr (ChnTimeline) mapped = reopen (indexed, image);
    for (guint k = 0; k < G_N_ELEMENTS (edges[i].queries); k++) {
      if (edges[i].queries[k])
        expect_all_ways (built, mapped, edges[i].queries[k], 1);
      if (edges[i].not_queries[k])
        expect_all_ways (built, mapped, edges[i].not_queries[k], 0);
    }
  }
}

/* A text of many words: `n` times one, then others; each number of the index takes more than a byte. */
static char *
repeat_word (const char *word, guint n, const char *behind)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s ", word);
  g_string_append (out, behind);
  return g_string_free (out, FALSE);
}

static void
long_texts_keep_their_places (void)
{
  g_autofree char *same = repeat_word ("no", 20000, "end");
  g_autofree char *other = repeat_word ("word", 300, "no end, yes. no no");
  g_autofree char *huge = repeat_word ("ab", 200000, "cd ab ef");
  SampleRow rows[] = {
    { .id = "a", .date = "2014", .title = "The end", .summary = same },
    { .id = "b", .date = "2014", .title = "no", .summary = other },
    { .id = "c", .date = "2014", .title = "ab", .summary = huge },
  };
  static const struct {
    const char *query;
    guint n;
  } cases[] = {
    { "\"no end\"", 2 },      { "\"no no end\"", 1 },  { "\"no no\"", 2 },          { "\"word no end\"", 1 },
    { "\"end no\"", 0 },      { "\"yes. no no\"", 1 }, { "\"ab cd\"", 1 },          { "\"cd ab ef\"", 1 },
    { "\"ab ef\"", 1 },       { "\"cd ef\"", 0 },      { "\"the no\"", 0 },         { "\"no no no no end\"", 1 },
    { "\"ab ab ab cd\"", 1 }, { "\"the end no\"", 0 }, { "\"word word wor*\"", 1 }, { "\"word end\"", 0 },
  };
  g_autoptr (GString) image = g_string_new (NULL);
  g_autoptr (ChnTimeline) built = sample_timeline (rows, G_N_ELEMENTS (rows));
  g_autoptr (ChnTimeline) indexed = sample_timeline (rows, G_N_ELEMENTS (rows));
  g_autoptr (ChnTimeline) mapped = reopen (indexed, image);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_all_ways (built, mapped, cases[i].query, cases[i].n);
  /* More words than are followed one by one. */
  g_autofree char *long_phrase = repeat_word ("no", 100, "end");
  g_autofree char *too_long = repeat_word ("word", 301, "no");
  g_autofree char *text = g_strdup_printf ("\"%s\"", long_phrase);
  g_autofree char *none = g_strdup_printf ("\"%s\"", too_long);
  expect_all_ways (built, mapped, text, 1);
  expect_all_ways (built, mapped, none, 0);
}

static const ChnTest tests[] = {
  { "phrases are found where they stand", phrases_are_found_where_they_stand },
  { "parts of an index join", parts_of_an_index_join },
  { "edges of texts part phrases", edges_of_texts_part_phrases },
  { "long texts keep their places", long_texts_keep_their_places },
};

CHN_SUITE ("query/phrases", tests)
