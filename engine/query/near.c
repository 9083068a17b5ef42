/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What might have been meant by a term that no event answers: a row of the table for each kind of field. */
#include "query/near.h"

#include <string.h>

#include "base/civil.h"
#include "base/fold.h"
#include "base/suggest.h"
#include "query/match/match.h"
#include "query/periods.h"
#include "query/wording.h"

/* Titles that are looked through for a word like the one that is in none. */
enum { MOST_TITLES = 20000, LEAST_WORD = 3 };

typedef struct {
  const ChnBoundQuery *query;
  const ChnCondition *condition;
  const ChnNode *term;
  const char *value; /* the first, without quotes */
  GPtrArray *found;
} Search;

static void
offer (Search *search, const char *field, const char *value)
{
  gboolean plain = value[strcspn (value, " \t()\",|")] == '\0';
  g_autofree char *quoted = plain ? g_strdup (value) : g_strdup_printf ("\"%s\"", value);
  g_ptr_array_add (search->found, g_strconcat (field, quoted, NULL));
}

static void
offer_generous (Search *search)
{
  g_autofree char *field = g_strconcat (search->term->rule->field->name, ":", NULL);
  g_autofree char *event = g_strconcat ("@", search->value, NULL);
  if (search->term->op == CHN_OP_STRICT)
    offer (search, field, search->term->values[0].low.kind == CHN_OPERAND_EVENT ? event : search->value);
}

/* The nearest of what a dictionary of the timeline has. */
static void
offer_nearest_code (Search *search, ChnDictionaryId dictionary)
{
  const ChnColumns *columns = search->query->columns;
  g_auto (ChnSuggestion) suggestion = { 0 };
  g_autofree char *field = g_strconcat (search->term->rule->field->name, ":", NULL);
  chn_suggestion_init (&suggestion, search->value, -1);
  for (guint32 code = 0; code < columns->dictionary[dictionary].n_codes; code++)
    chn_suggestion_offer (&suggestion, chn_columns_get_code_text (columns, dictionary, code));
  if (chn_suggestion_get (&suggestion))
    offer (search, field, chn_suggestion_get (&suggestion));
}

static void
near_symbol (Search *search)
{
  const char *last = strrchr (search->value, '/');
  g_autofree char *series = last ? g_strndup (search->value, (gsize) (last - search->value)) : NULL;
  offer_nearest_code (search, CHN_DICTIONARY_SYMBOLS);
  offer (search, "", search->value);
  if (series)
    offer (search, "symbol:", series);
}

/* Above a forum in which nothing happened. */
static void
near_forum (Search *search)
{
  const ChnRegistry *registry = chn_timeline_get_registry (search->query->timeline);
  const ChnForum *forum = chn_registry_find_forum (registry, search->value, -1, NULL, NULL);
  while (forum && (forum = chn_forum_get_parent (forum)))
    offer (search, "forum:", chn_forum_get_id (forum));
}

static void
near_actor (Search *search)
{
  offer (search, "actor:", search->value);
  offer (search, "source:", search->value);
  offer (search, "", search->value);
}

static void
offer_day (Search *search, gint64 seconds)
{
  ChnCivil civil = chn_civil_from_seconds (seconds);
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
  if (civil.year >= 0 && civil.year <= 9999)
    offer (search, "date:", day);
}

/* The events that are nearest to the time asked for, on both sides. */
static void
near_date (Search *search)
{
  ChnDateStretch reach = chn_periods_find_reach (search->condition->data);
  gint64 before = CHN_TIME_MIN, after = CHN_TIME_MAX;
  for (guint32 row = 0; row < search->query->columns->n_rows; row++) {
    ChnDateBounds bounds = chn_columns_get_bounds (search->query->columns, row);
    if (bounds.latest < reach.earliest)
      before = MAX (before, bounds.latest);
    if (bounds.earliest > reach.latest)
      after = MIN (after, bounds.earliest);
  }
  if (before != CHN_TIME_MIN)
    offer_day (search, before);
  if (after != CHN_TIME_MAX)
    offer_day (search, after);
}

static void
add_words (GHashTable *words, const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[^\\w'-]+", text ? text : "", 0, 0);
  for (guint i = 0; parts[i]; i++)
    if (strlen (parts[i]) >= LEAST_WORD)
      g_hash_table_add (words, g_strdup (parts[i]));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
add_names (GHashTable *words, const ChnBoundQuery *query)
{
  const ChnRegistry *registry = chn_timeline_get_registry (query->timeline);
  for (guint32 code = 0; code < query->columns->dictionary[CHN_DICTIONARY_ACTORS].n_codes; code++) {
    const char *id = chn_columns_get_code_text (query->columns, CHN_DICTIONARY_ACTORS, code);
    const ChnActor *actor = chn_registry_get_actor (registry, id);
    if (actor)
      g_hash_table_add (words, g_strdup (chn_actor_get_short_name (actor)));
  }
}

/* The nearest word of titles, labels, summaries and names. */
static void
offer_nearest_word (Search *search, const char *field)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (ChnSuggestion) suggestion = { 0 };
  const ChnColumns *columns = search->query->columns;
  for (guint32 row = 0; row < MIN (columns->n_rows, MOST_TITLES); row++) {
    add_words (words, chn_columns_get_text (columns, CHN_FIELD_TITLE, row));
    add_words (words, chn_columns_get_text (columns, CHN_FIELD_LABEL, row));
    add_words (words, chn_columns_get_text (columns, CHN_FIELD_SUMMARY, row));
  }
  if (*field == '\0')
    add_names (words, search->query);
  chn_suggestion_init (&suggestion, search->value, -1);
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (words), compare_texts);
  for (const GList *at = sorted; at; at = at->next)
    chn_suggestion_offer (&suggestion, at->data);
  if (chn_suggestion_get (&suggestion))
    offer (search, field, chn_suggestion_get (&suggestion));
}

static void
near_words (Search *search)
{
  g_autofree char *beginning = g_strconcat (search->value, "*", NULL);
  offer (search, "text:", search->value);
  offer (search, "", search->value);
  if (!g_str_has_suffix (search->value, "*"))
    offer (search, "", beginning);
  offer_nearest_word (search, "");
}

/* "one-event..another" */
static void
offer_events (Search *search)
{
  const char *dots = strstr (search->value, "..");
  if (!dots || dots == search->value || dots[2] == '\0')
    return;
  g_autofree char *range = g_strdup_printf ("date:@%.*s..@%s", (int) (dots - search->value), search->value, dots + 2);
  g_ptr_array_add (search->found, g_steal_pointer (&range));
}

/* A word by itself may be the name of something that has a field. */
static void
near_bare (Search *search)
{
  static const char *const fields[] = {
    "forum:", "actor:", "kind:", "tag:", "series:", "source:", "symbol:", "place:"
  };
  guint row = 0;
  g_autofree char *beginning = g_strconcat (search->value, "*", NULL);
  g_autofree char *date = chn_wording_dup_date (search->value);
  if (chn_timeline_find (search->query->timeline, search->value, &row))
    offer (search, "@", search->value);
  offer_events (search);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    offer (search, fields[i], search->value);
  if (date)
    offer (search, "date:", date);
  if (!g_str_has_suffix (search->value, "*"))
    offer (search, "", beginning);
  offer (search, "text:", search->value);
  offer_nearest_word (search, "");
}

typedef struct {
  ChnBindFunc bind; /* of the field */
  void (*search) (Search *search);
} NearRow;

static const NearRow rows[] = {
  { chn_bind_forum, near_forum }, { chn_bind_actor, near_actor }, { chn_bind_symbol, near_symbol },
  { chn_bind_text, near_words },  { chn_bind_bare, near_bare },   { chn_bind_date, near_date },
  { chn_bind_before, near_date }, { chn_bind_after, near_date },  { chn_bind_within, near_date },
};

GPtrArray *
chn_near_list (const ChnBoundQuery *query, const ChnCondition *condition)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  const ChnNode *term = condition->term;
  Search search = { query, condition, term, term->values[0].low.text, found };
  if (!search.value)
    search.value = "";
  offer_generous (&search);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].bind == term->rule->bind && term->n_values == 1)
      rows[i].search (&search);
  return found;
}
