/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What conditions ask for, in SQL: a piece for each thing that rows can be looked up by. */
#include "store/database/sql-terms.h"

#include <string.h>

#include "date/ends.h"
#include "store/database/rows.h"
#include "store/database/sql-words.h"

/* The number of a value, which is taken. */
static guint
put_value (const ChnSqlSaying *saying, char *value)
{
  g_ptr_array_add (saying->values, value);
  return saying->values->len;
}

/* Pieces joined by a word; those that decide by themselves, or say nothing, are left out. The pieces are taken. */
static char *
join (GPtrArray *pieces, const char *word, const char *neutral, const char *decisive)
{
  g_autoptr (GPtrArray) taken = pieces;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < taken->len; i++) {
    if (strcmp (taken->pdata[i], decisive) == 0)
      return g_strdup (decisive);
    if (strcmp (taken->pdata[i], neutral) != 0)
      g_string_append_printf (text, "%s%s", n++ > 0 ? word : "", (const char *) taken->pdata[i]);
  }
  if (n == 0)
    return g_strdup (neutral);
  return n > 1 ? g_strdup_printf ("(%s)", text->str) : g_strdup (text->str);
}

char *
chn_sql_say_any (GPtrArray *pieces)
{
  return join (pieces, " OR ", CHN_SQL_NONE, CHN_SQL_ALL);
}

char *
chn_sql_say_both (GPtrArray *pieces)
{
  return join (pieces, " AND ", CHN_SQL_ALL, CHN_SQL_NONE);
}

char *
chn_sql_say_not (char *piece)
{
  g_autofree char *taken = piece;
  if (strcmp (taken, CHN_SQL_ALL) == 0)
    return g_strdup (CHN_SQL_NONE);
  return strcmp (taken, CHN_SQL_NONE) == 0 ? g_strdup (CHN_SQL_ALL) : g_strdup_printf ("NOT %s", taken);
}

static char *
say_keys (const ChnSqlSaying *saying, const GPtrArray *keys)
{
  guint number = put_value (saying, chn_store_dup_list (saying->kind, keys));
  return chn_store_dup_keys_condition (saying->kind, number);
}

char *
chn_sql_say_key (const ChnSqlSaying *saying, const char *key)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_ptr_array_add (keys, (gpointer) key);
  return say_keys (saying, keys);
}

static char *
say_ids (const ChnSqlSaying *saying, const GPtrArray *ids)
{
  guint number = put_value (saying, chn_store_dup_list (saying->kind, ids));
  return chn_store_dup_ids_condition (saying->kind, number);
}

/* The value is taken. */
static char *
say_match (const ChnSqlSaying *saying, char *asked)
{
  if (!asked)
    return g_strdup (CHN_SQL_ALL);
  return chn_sql_dup_words_condition (saying->kind, put_value (saying, asked));
}

static char *
say_words (const ChnSqlSaying *saying, ChnWordPlace place, const ChnWords *words)
{
  return say_match (saying, place == CHN_WORDS_IN_TEXT && chn_words_are_phrase (words)
                                ? chn_sql_dup_phrase (saying->kind, words)
                                : chn_sql_dup_words (saying->kind, place, words));
}

static char *
say_number (const ChnSqlSaying *saying, gint64 number)
{
  guint at = put_value (saying, g_strdup_printf ("%" G_GINT64_FORMAT, number));
  return g_strdup_printf (saying->kind == CHN_DATABASE_POSTGRESQL ? "$%u::bigint" : "CAST ($%u AS integer)", at);
}

/* Most dates are short: these lie between two bounds of one index, and the others have a key. */
static char *
say_stretch (const ChnSqlSaying *saying, const ChnDateStretch *stretch, gboolean is_exact)
{
  gint64 margin = is_exact ? 0 : CHN_DAY_SECONDS;
  gint64 first = chn_time_move (stretch->earliest, -margin);
  if (stretch->earliest > stretch->latest)
    return g_strdup (CHN_SQL_NONE);
  g_autoptr (GPtrArray) lasts = g_ptr_array_new ();
  g_ptr_array_add (lasts, (gpointer) CHN_STORE_KEY_LASTS);
  g_autofree char *to = say_number (saying, chn_time_move (stretch->latest, margin));
  g_autofree char *from = say_number (saying, first);
  g_autofree char *before = say_number (saying, chn_time_move (first, -CHN_STORE_LONG));
  g_autofree char *long_ones = say_keys (saying, lasts);
  /* What lasts until a midnight is over when that day begins; a moment, which does not last, is on the day. */
  const gboolean is_over = is_exact && chn_time_find_day_start (first) == first;
  const char *end = is_over ? ">" : ">=";
  g_autofree char *moment = is_over ? g_strconcat (" OR begins >= ", from, NULL) : g_strdup ("");
  return g_strdup_printf ("((begins BETWEEN %s AND %s AND (ends %s %s%s)) OR (%s AND begins <= %s AND ends %s %s))",
                          before, to, end, from, moment, long_ones, to, end, from);
}

static char *
say_count (const ChnSqlSaying *saying, const ChnCountStretch *count)
{
  static const char *const columns[] = { "n_yes", "n_no", "n_abstain" };
  g_autofree char *low = say_number (saying, count->low), *high = say_number (saying, count->high);
  const char *column = columns[count->kind];
  return g_strdup_printf ("(%s IS NOT NULL AND %s BETWEEN %s AND %s)", column, column, low, high);
}

/* Of two counts that are known; sums and products of such are small. */
static char *
say_pair (const ChnSqlSaying *saying, const ChnPairStretch *pair)
{
  static const char both[] = "n_yes IS NOT NULL AND n_no IS NOT NULL";
  g_autofree char *low = say_number (saying, pair->low), *high = say_number (saying, pair->high);
  if (!pair->is_share)
    return g_strdup_printf ("(%s AND abs (n_yes - n_no) BETWEEN %s AND %s)", both, low, high);
  g_autofree char *whole = say_number (saying, pair->whole),
                  *most = say_number (saying, MIN (pair->high, pair->whole));
  return g_strdup_printf (
      "(%s AND n_yes + n_no > 0 AND n_yes * %s BETWEEN %s * (n_yes + n_no) AND %s * (n_yes + n_no))", both, whole,
      low, most);
}

#define DIGIT "[0-9]"
#define DAY DIGIT DIGIT DIGIT DIGIT "-" DIGIT DIGIT "-" DIGIT DIGIT

/* Whether a column is a day, or a time that begins with one. */
static char *
say_plain_day (const ChnSqlSaying *saying, const char *column)
{
  return saying->kind == CHN_DATABASE_SQLITE
             ? g_strdup_printf ("(\"%s\" GLOB '" DAY "' OR (\"%s\" GLOB '" DAY "T*' AND \"%s\" NOT GLOB '*/*'))",
                                column, column, column)
             : g_strdup_printf ("\"%s\" ~ '^" DAY "(T[^/]*)?$'", column);
}

#undef DAY
#undef DIGIT

/* What CSV has no column for stands in the payload. */
static char *
say_field (ChnField field, const char **column)
{
  for (guint i = CHN_STORE_N_OWN_COLUMNS; i < chn_store_count_columns (); i++) {
    *column = chn_store_get_column (i);
    if (chn_csv_column_get_field ((ChnCsvColumn) chn_store_get_csv_column (i)) == (int) field)
      return g_strdup_printf ("\"%s\" IS NOT NULL", *column);
  }
  return g_strdup_printf ("(payload IS NOT NULL AND payload LIKE '%%\"%s\":%%')", chn_field_get_info (field)->name);
}

static char *
say_text (const ChnSqlSaying *saying, const ChnTextStretch *text)
{
  const char *column = NULL, *collation = saying->kind == CHN_DATABASE_POSTGRESQL ? " COLLATE \"C\"" : "";
  g_autofree char *is_there = say_field (text->field, &column);
  if (!text->low && !text->high)
    return g_steal_pointer (&is_there);
  g_autofree char *is_plain = say_plain_day (saying, column);
  const char *other = text->only_days ? "AND" : "OR NOT";
  guint low = put_value (saying, g_strdup (text->low ? text->low : "0")),
        high = put_value (saying, g_strdup (text->high ? text->high : "9999-99-99"));
  return g_strdup_printf ("(%s AND (substr (\"%s\", 1, 10)%s BETWEEN $%u AND $%u %s %s))", is_there, column,
                          collation, low, high, other, is_plain);
}

/* Rows of a key whose date lies wholly between two times. */
static char *
say_inside (const ChnSqlSaying *saying, const ChnInside *inside)
{
  g_autofree char *from = say_number (saying, inside->earliest), *to = say_number (saying, inside->latest);
  g_autofree char *key = inside->key ? chn_sql_say_key (saying, inside->key) : g_strdup (CHN_SQL_ALL);
  /* Between two bounds an index of beginnings tells. */
  return g_strdup_printf ("(%s AND begins BETWEEN %s AND %s AND ends <= %s)", key, from, to, to);
}

/* How many of some ids the roll call of a row has under a kind of ballot. */
static char *
say_n_named (const ChnSqlSaying *saying, ChnBallotKind kind, guint ids)
{
  const char *name = chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, kind);
  return saying->kind == CHN_DATABASE_SQLITE
             ? g_strdup_printf ("(SELECT count(*) FROM json_each (payload, '$.vote.roll.\"%s\"') WHERE value IN"
                                " (SELECT value FROM json_each ($%u)))",
                                name, ids)
             : g_strdup_printf (
                   "(SELECT count(*) FROM jsonb_array_elements_text (payload::jsonb #> '{vote,roll,%s}') v"
                   " WHERE v = ANY ($%u::text[]))",
                   name, ids);
}

static char *
say_roll (const ChnSqlSaying *saying, const ChnNamedBallots *ballots)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  guint ids = put_value (saying, chn_store_dup_list (saying->kind, ballots->ids));
  g_autofree char *voted = chn_sql_say_key (saying, CHN_KEY_VOTED);
  for (guint kind = 0; kind <= CHN_BALLOT_NOT_VOTING; kind++) {
    g_autofree char *n = ballots->kinds >> kind & 1 ? say_n_named (saying, (ChnBallotKind) kind, ids) : NULL;
    if (n)
      g_ptr_array_add (pieces, g_strdup_printf ("%s >= %u", n, ballots->all ? ballots->ids->len : 1));
  }
  g_autofree char *any = chn_sql_say_any (pieces);
  return g_strdup_printf ("(%s AND %s)", voted, any);
}

/* Words of the index where nothing else is indexed that is not searched. */
static char *
say_alone (const ChnSqlSaying *saying, const ChnAloneWords *alone)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (pieces, say_words (saying, CHN_WORDS_IN_TEXT, alone->words));
  for (guint i = 0; i < alone->n_empty; i++)
    g_ptr_array_add (pieces, g_strdup_printf ("\"%s\" IS NULL", chn_field_get_info (alone->empty[i])->name));
  g_ptr_array_add (pieces, g_strdup ("(payload IS NULL OR (payload NOT LIKE '%\"quote\":\"%' AND payload NOT LIKE"
                                     " '%\"note\":\"%'))"));
  return chn_sql_say_both (pieces);
}

char *
chn_sql_say_named (const ChnSqlSaying *saying, const ChnDescription *description)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  if (description->keys->len > 0)
    g_ptr_array_add (pieces, say_keys (saying, description->keys));
  for (guint place = 0; place < CHN_N_WORD_PLACES; place++)
    for (guint i = 0; i < description->words[place]->len; i++)
      g_ptr_array_add (pieces, say_words (saying, (ChnWordPlace) place, description->words[place]->pdata[i]));
  if (description->lacked->len > 0)
    g_ptr_array_add (pieces, chn_sql_say_not (say_keys (saying, description->lacked)));
  if (description->events->len > 0)
    g_ptr_array_add (pieces, say_ids (saying, description->events));
  for (guint i = 0; i < description->stretches->len; i++)
    g_ptr_array_add (pieces, say_stretch (saying, &g_array_index (description->stretches, ChnDateStretch, i),
                                          description->is_exact));
  for (guint i = 0; i < description->counts->len; i++)
    g_ptr_array_add (pieces, say_count (saying, &g_array_index (description->counts, ChnCountStretch, i)));
  for (guint i = 0; i < description->pairs->len; i++)
    g_ptr_array_add (pieces, say_pair (saying, &g_array_index (description->pairs, ChnPairStretch, i)));
  for (guint i = 0; i < description->texts->len; i++)
    g_ptr_array_add (pieces, say_text (saying, &g_array_index (description->texts, ChnTextStretch, i)));
  for (guint i = 0; i < description->insides->len; i++)
    g_ptr_array_add (pieces, say_inside (saying, &g_array_index (description->insides, ChnInside, i)));
  for (guint i = 0; i < description->rolls->len; i++)
    g_ptr_array_add (pieces, say_roll (saying, &g_array_index (description->rolls, ChnNamedBallots, i)));
  for (guint i = 0; i < description->alone->len; i++)
    g_ptr_array_add (pieces, say_alone (saying, &g_array_index (description->alone, ChnAloneWords, i)));
  return chn_sql_say_any (pieces);
}

char *
chn_sql_say_one_of (const ChnSqlSaying *saying, const GPtrArray *keys)
{
  return keys->len > 0 ? say_keys (saying, keys) : g_strdup (CHN_SQL_NONE);
}

/* Only between its bounds may a date with gaps be meant: a store that is spread by dates looks nowhere else. */
static char *
say_gaps (const ChnSqlSaying *saying, const GArray *stretches)
{
  ChnDateStretch reach = { CHN_TIME_MAX, CHN_TIME_MIN };
  for (guint i = 0; i < stretches->len; i++) {
    const ChnDateStretch *stretch = &g_array_index (stretches, ChnDateStretch, i);
    reach.earliest = MIN (reach.earliest, chn_time_move (stretch->earliest, -CHN_DAY_SECONDS));
    reach.latest = MAX (reach.latest, chn_time_move (stretch->latest, CHN_DAY_SECONDS));
  }
  g_autofree char *gaps = chn_sql_say_key (saying, CHN_KEY_GAPS);
  g_autofree char *to = say_number (saying, reach.latest), *from = say_number (saying, reach.earliest);
  return g_strdup_printf ("(%s AND begins <= %s AND ends >= %s)", gaps, to, from);
}

/* Where it is not known where words stand, a phrase may where all of its words are. */
static char *
say_unplaced (const ChnSqlSaying *saying, const GPtrArray *words)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_free), *both = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (both, chn_sql_say_key (saying, CHN_KEY_UNPLACED));
  for (guint i = 0; i < words->len; i++)
    if (chn_words_are_phrase (words->pdata[i]))
      g_ptr_array_add (phrases,
                       say_match (saying, chn_sql_dup_words (saying->kind, CHN_WORDS_IN_TEXT, words->pdata[i])));
  g_ptr_array_add (both, chn_sql_say_any (phrases));
  return chn_sql_say_both (both);
}

static char *
say_doubt (const ChnSqlSaying *saying, const ChnDescription *description, const char *doubt)
{
  if (strcmp (doubt, CHN_KEY_UNPLACED) == 0)
    return say_unplaced (saying, description->words[CHN_WORDS_IN_TEXT]);
  return description->stretches->len > 0 && strcmp (doubt, CHN_KEY_GAPS) == 0
             ? say_gaps (saying, description->stretches)
             : chn_sql_say_key (saying, doubt);
}

/* Each by itself, so that what no row of a place has is told from what some have. */
char *
chn_sql_say_possible (const ChnSqlSaying *saying, const ChnDescription *description)
{
  gboolean are_words = description->words[CHN_WORDS_IN_TEXT]->len > 0;
  if (description->stretches->len == 0 && !are_words)
    return chn_sql_say_one_of (saying, description->doubts);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < description->doubts->len; i++)
    g_ptr_array_add (pieces, say_doubt (saying, description, description->doubts->pdata[i]));
  return chn_sql_say_any (pieces);
}
