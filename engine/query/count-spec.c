/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is to be counted: keys and kinds of ballots.
 *
 *   keys     = key [ "," key ]
 *   key      = name / "vote-of:" actor / "agreement" [ ":" actor *( "+" actor ) ]
 *   measures = ballot *( "," ballot )
 */
#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "query/count-key-actors.h"
#include "query/count.h"

static const char *
get_key_name (gconstpointer table, guint index)
{
  (void) table;
  guint n = 0;
  const ChnCountKey *keys = chn_count_get_keys (&n);
  return index < n ? keys[index].name : NULL;
}

static gboolean
refuse_key (GError **error, const char *by, const char *name, gsize length)
{
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, (gsize) (name - by), length, NULL, "unknown key \"%.*s\"",
                    (int) MIN (length, 60), name);
  chn_error_suggest (error,
                     &(ChnNameTable){ get_key_name, NULL, "write year, month, forum, actor, kind, vote, series …" },
                     name, (gssize) length);
  return FALSE;
}

/* "vote-of:prk": so two of a kind are told apart. */
static void
name_by_actor (ChnCount *count, guint key)
{
  const char *id = chn_actor_get_id (count->actors[key]->set->asked[0].actor);
  g_autofree char *name = g_strdup_printf ("%s:%s", count->key[key]->name, id);
  const ChnCountKey named = { chn_arena_strndup (count->arena, name, -1), count->key[key]->note };
  count->key[key] = chn_arena_memdup (count->arena, &named, sizeof named);
}

static gboolean
take_actors (ChnCount *count, const char *by, const char *name, gsize length, gsize named, ChnBinder *binder,
             GError **error)
{
  guint i = count->n_keys;
  ChnKeyNames names = count->rule[i]->names;
  gsize rest = named < length ? length - named - 1 : 0;
  if (names == CHN_KEY_NAMES_NOBODY ? named < length : names == CHN_KEY_NAMES_ONE && rest == 0) {
    g_autofree char *hint = names == CHN_KEY_NAMES_ONE ? g_strdup_printf ("write %s:PRK", count->key[i]->name)
                                                       : g_strdup_printf ("write %s alone", count->key[i]->name);
    chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (name - by), length, hint,
                      names == CHN_KEY_NAMES_ONE ? "\"%s\" lacks an actor" : "\"%s\" takes no actors",
                      count->key[i]->name);
    return FALSE;
  }
  if (names == CHN_KEY_NAMES_NOBODY)
    return TRUE;
  count->actors[i] =
      chn_key_actors_read (binder, name + length - rest, rest, (gsize) (name - by) + length - rest, error);
  if (!count->actors[i])
    return FALSE;
  guint n = count->actors[i]->set ? count->actors[i]->set->n : 0;
  if (n > 0 && (names == CHN_KEY_NAMES_ONE) != (n == 1)) {
    chn_error_set_at (error, CHN_ERROR_RANGE, (gsize) (name - by), length,
                      n == 1 ? "write agreement:USA+CHN" : "write vote-of:PRK,vote-of:KOR", "\"%s\" takes %s",
                      count->key[i]->name, n == 1 ? "two actors or more" : "one actor");
    return FALSE;
  }
  if (names == CHN_KEY_NAMES_ONE)
    name_by_actor (count, i);
  return TRUE;
}

static gboolean
take_key (ChnCount *count, const char *by, const char *name, gsize length, ChnBinder *binder, GError **error)
{
  guint i = count->n_keys;
  gsize named = MIN (strcspn (name, ":"), length);
  const ChnVocabulary *vocabulary = binder->columns->vocabulary;
  count->rule[i] = chn_count_rule_find (name, named, &count->key[i]);
  if (!count->rule[i] &&
      !chn_count_find_declared (vocabulary, name, named, count->arena, &count->key[i], &count->rule[i]))
    return refuse_key (error, by, name, named);
  if (!take_actors (count, by, name, length, named, binder, error))
    return FALSE;
  count->values[i] = chn_count_values_new ();
  count->n_keys++;
  return TRUE;
}

static void
swap_keys (ChnCount *count)
{
  const ChnCountKey *key = count->key[0];
  const ChnCountRule *rule = count->rule[0];
  const ChnKeyActors *actors = count->actors[0];
  ChnCountValues *values = count->values[0];
  count->key[0] = count->key[1];
  count->rule[0] = count->rule[1];
  count->actors[0] = count->actors[1];
  count->values[0] = count->values[1];
  count->key[1] = key;
  count->rule[1] = rule;
  count->actors[1] = actors;
  count->values[1] = values;
}

/* Agreements alone are a matrix of actors, and else stand behind the other key, as pairs. */
static gboolean
arrange_agreement (ChnCount *count, GError **error)
{
  static const ChnCountKey actor = { "actor", "one of two actors" }, with = { "with", "the other of them" };
  gboolean first = count->rule[0]->find == NULL, second = count->n_keys > 1 && count->rule[1]->find == NULL;
  count->is_agreement = first || second;
  if (first && second) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "name all actors in one key, as agreement:USA+CHN+RUS",
                   "agreement is counted by once");
    return FALSE;
  }
  if (first && count->n_keys > 1)
    swap_keys (count);
  if (first && count->n_keys == 1) {
    count->key[0] = &actor;
    count->key[1] = &with;
    count->rule[1] = count->rule[0];
    count->actors[1] = count->actors[0];
    count->values[1] = chn_count_values_new ();
    count->n_keys = 2;
  }
  return TRUE;
}

gboolean
chn_count_parse_keys (ChnCount *count, const char *by, const ChnTimeline *timeline, GError **error)
{
  ChnBinder binder = { .columns = chn_timeline_get_columns (timeline),
                       .registry = (ChnRegistry *) chn_timeline_get_registry (timeline),
                       .arena = count->arena };
  for (const char *name = by;;) {
    gsize length = strcspn (name, ",");
    if (count->n_keys == CHN_COUNT_KEYS_MAX) {
      chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (name - by), length, "count by one key or two, as year,vote",
                        "found a third key, expected at most %d", CHN_COUNT_KEYS_MAX);
      return FALSE;
    }
    if (!take_key (count, by, name, length, &binder, error))
      return FALSE;
    if (name[length] == '\0')
      return arrange_agreement (count, error);
    name += length + 1;
  }
}

gboolean
chn_count_parse_measures (ChnCount *count, const char *names, gboolean is_average, GError **error)
{
  for (const char *name = names; name;) {
    gsize length = strcspn (name, ",");
    g_autoptr (GError) inner = NULL;
    int ballot = chn_vocabulary_find (CHN_VOCABULARY_BALLOT, name, (gssize) length, &inner);
    if (ballot < 0) {
      chn_error_set_at (error, (ChnError) inner->code, (gsize) (name - names), length, chn_error_get_hint (inner),
                        "%s", inner->message);
      return FALSE;
    }
    const char *term = chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, (guint) ballot);
    ChnMeasure measure = { g_strconcat (is_average ? "average " : "", term, NULL), (ChnBallotKind) ballot,
                           is_average };
    g_array_append_val (count->measures, measure);
    name = name[length] == '\0' ? NULL : name + length + 1;
  }
  return TRUE;
}

/* "average-yes" names "average yes", too. */
static gboolean
is_measure (const char *measure, const char *name)
{
  g_autofree char *left = g_strdelimit (g_strdup (measure), " ", '-');
  g_autofree char *right = g_strdelimit (g_strdup (name), " ", '-');
  return g_ascii_strcasecmp (left, right) == 0;
}

/* The words that a listing may be sorted by: events, its keys, its measures. */
static const char *
get_sort_name (const ChnCount *count, guint index)
{
  if (index == 0)
    return "events";
  if (index <= count->n_keys)
    return count->key[index - 1]->name;
  index -= count->n_keys + 1;
  return index < count->measures->len ? g_array_index (count->measures, ChnMeasure, index).name : NULL;
}

static void
set_sort (ChnCount *count, guint index)
{
  gboolean is_key = index > 0 && index <= count->n_keys;
  count->sort = index == 0 ? CHN_COUNT_SORT_EVENTS : is_key ? CHN_COUNT_SORT_KEY : CHN_COUNT_SORT_MEASURE;
  count->sorted_by = is_key ? index - 1 : index == 0 ? 0 : index - 1 - count->n_keys;
}

/* The names live no longer than the count, so the nearest is looked for at once. */
static void
refuse_sort (const ChnCount *count, const char *name, GError **error)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, name, -1);
  for (guint i = 0; get_sort_name (count, i); i++)
    chn_suggestion_offer (&suggestion, get_sort_name (count, i));
  g_autofree char *hint =
      chn_suggestion_dup_hint (&suggestion, "write events, a key that is counted by, or a sum that is asked for");
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint, "a count cannot be sorted by \"%s\"", name);
}

gboolean
chn_count_parse_sort (ChnCount *count, const char *name, GError **error)
{
  const char *known = name ? get_sort_name (count, 0) : NULL;
  for (guint i = 0; known; known = get_sort_name (count, ++i))
    if (is_measure (known, name)) {
      set_sort (count, i);
      return TRUE;
    }
  if (!name)
    return TRUE;
  refuse_sort (count, name, error);
  return FALSE;
}
