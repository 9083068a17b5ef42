/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The keys of counting: one table of what events can be counted by. */
#include "query/count-keys.h"

#include <string.h>

#include "query/count-find.h"

/* A row of the table: a key, or where `add` is set the place of those that a vocabulary gives. */
typedef struct {
  ChnCountKey key;
  ChnCountRule rule;
  void (*add) (GArray *rows);
} KeyRow;

static void
add_roles (GArray *rows)
{
  guint n = 0;
  const ChnTerm *roles = chn_vocabulary_get_terms (CHN_VOCABULARY_ROLE, &n);
  for (guint i = 0; i < n; i++) {
    KeyRow row = {
      .key = { roles[i].name, "actors in this role" },
      .rule = { chn_count_find_actor, i + 1, FALSE, CHN_KEY_NAMES_NOBODY },
    };
    g_array_append_val (rows, row);
  }
}

static const KeyRow table[] = {
  {
      .key = { "year", "years in which events took place" },
      .rule = { chn_count_find_time, CHN_UNIT_YEAR, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "quarter", "quarters of years, 2014-Q4 or 2014-36" },
      .rule = { chn_count_find_time, CHN_UNIT_QUARTER, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "month", "months, 2014-11" },
      .rule = { chn_count_find_time, CHN_UNIT_MONTH, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "decade", "decades, 2010s or 201X" },
      .rule = { chn_count_find_time, CHN_UNIT_DECADE, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "forum", "forums; --depth says how deep into their tree" },
      .rule = { chn_count_find_forum, 0, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "actor", "actors, in any role" },
      .rule = { chn_count_find_actor, 0, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  { .add = add_roles },
  {
      .key = { "kind", "kinds of events" },
      .rule = { chn_count_find_kind, 0, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "status", "whether they took place" },
      .rule = { chn_count_find_status, 0, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "vote", "result and method of the vote" },
      .rule = { chn_count_find_vote, 0, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "method", "how it was voted" },
      .rule = { chn_count_find_method, 0, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "result", "whether it was adopted" },
      .rule = { chn_count_find_result, 0, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "yes", "who voted in favour, as rolls name them" },
      .rule = { chn_count_find_ballots, CHN_BALLOT_YES, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "no", "who voted against" },
      .rule = { chn_count_find_ballots, CHN_BALLOT_NO, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "abstain", "who abstained" },
      .rule = { chn_count_find_ballots, CHN_BALLOT_ABSTAIN, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "not-voting", "who did not vote" },
      .rule = { chn_count_find_ballots, CHN_BALLOT_NOT_VOTING, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "vote-of", "how one voted, as vote-of:PRK; a group as most of its members did" },
      .rule = { chn_count_find_vote_of, 0, TRUE, CHN_KEY_NAMES_ONE },
  },
  {
      .key = { "agreement", "how often two voted alike, as agreement:USA+CHN+RUS, or of all who voted" },
      .rule = { NULL, 0, FALSE, CHN_KEY_NAMES_SEVERAL },
  },
  {
      .key = { "series", "the series that they belong to" },
      .rule = { chn_count_find_text, CHN_FIELD_SERIES, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "nth", "the place in a series" },
      .rule = { chn_count_find_nth, 0, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "tag", "tags" },
      .rule = { chn_count_find_code, CHN_LIST_TAGS, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "source", "sources that they cite" },
      .rule = { chn_count_find_code, CHN_LIST_CITATIONS, FALSE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "importance", "importance, 1 to 5" },
      .rule = { chn_count_find_importance, 0, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "confidence", "how well they are established" },
      .rule = { chn_count_find_confidence, 0, TRUE, CHN_KEY_NAMES_NOBODY },
  },
  {
      .key = { "place", "cities or buildings" },
      .rule = { chn_count_find_text, CHN_FIELD_PLACE, FALSE, CHN_KEY_NAMES_NOBODY },
  },
};

typedef struct {
  guint n;
  ChnCountKey *keys;
  ChnCountRule *rules;
} Keys;

static GArray *
list_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (KeyRow));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].add)
      table[i].add (rows);
    else
      g_array_append_val (rows, table[i]);
  return rows;
}

static Keys *
make_keys (void)
{
  g_autoptr (GArray) rows = list_rows ();
  Keys *keys = g_new (Keys, 1);
  keys->n = rows->len;
  keys->keys = g_new (ChnCountKey, rows->len);
  keys->rules = g_new (ChnCountRule, rows->len);
  for (guint i = 0; i < rows->len; i++) {
    keys->keys[i] = g_array_index (rows, KeyRow, i).key;
    keys->rules[i] = g_array_index (rows, KeyRow, i).rule;
  }
  return keys;
}

static const Keys *
get_keys (void)
{
  static Keys *keys;
  if (g_once_init_enter (&keys))
    g_once_init_leave (&keys, make_keys ());
  return keys;
}

const ChnCountKey *
chn_count_get_keys (guint *n)
{
  *n = get_keys ()->n;
  return get_keys ()->keys;
}

const ChnCountRule *
chn_count_rule_find (const char *name, gsize length, const ChnCountKey **key)
{
  const Keys *keys = get_keys ();
  for (guint i = 0; i < keys->n; i++) {
    if (strlen (keys->keys[i].name) != length || g_ascii_strncasecmp (keys->keys[i].name, name, length) != 0)
      continue;
    *key = &keys->keys[i];
    return &keys->rules[i];
  }
  return NULL;
}

gboolean
chn_count_find_declared (const ChnVocabulary *vocabulary, const char *name, gsize length, ChnArena *arena,
                         const ChnCountKey **key, const ChnCountRule **rule)
{
  int role = chn_vocabulary_find_term (vocabulary, CHN_VOCABULARY_ROLE, name, (gssize) length, NULL);
  if (role < 0)
    return FALSE;
  const ChnTerm *term = chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_ROLE, (guint) role);
  const ChnCountKey made = { chn_arena_strndup (arena, term->name, -1), "actors in this role" };
  const ChnCountRule made_rule = { chn_count_find_actor, (guint) role + 1, FALSE, CHN_KEY_NAMES_NOBODY };
  *key = chn_arena_memdup (arena, &made, sizeof made);
  *rule = chn_arena_memdup (arena, &made_rule, sizeof made_rule);
  return TRUE;
}
