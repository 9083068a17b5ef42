/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * chancery complete FIELD: for the completions of shells, what stands in the timeline that a query field takes, a
 * value a line; "@" is for ids of events, "@@" for saved queries, ":" for fields that the timeline declares. It is in
 * no list of commands.
 */
#include <string.h>

#include "command.h"
#include "load.h"
#include "usage.h"

/* So many events are looked through; whoever waits for a completion waits for nothing more. */
enum { MOST_EVENTS = 100000 };

typedef struct {
  const ChnTimeline *timeline;
  const ChnEvent *event; /* at hand */
  GHashTable *found;     /* texts, owned */
} Collecting;

/* A shell must not make anything of a value but itself: bash expands what it is offered, `$(command)` too. */
static gboolean
is_harmless (const char *text)
{
  for (const char *at = text; *at; at++)
    if (!g_ascii_isalnum (*at) && !strchr ("-_./:+", *at) && (guchar) *at < 0x80)
      return FALSE;
  return *text != '\0' && *text != '-';
}

static void
add (Collecting *collecting, const char *text)
{
  if (text && is_harmless (text) && !g_hash_table_contains (collecting->found, text))
    g_hash_table_add (collecting->found, g_strdup (text));
}

static void
add_id (Collecting *collecting)
{
  add (collecting, chn_event_get_text (collecting->event, CHN_FIELD_ID));
}

/* A forum is asked for by those above it, too. */
static void
add_forums (Collecting *collecting)
{
  guint n = 0;
  const ChnRegistry *registry = chn_timeline_get_registry (collecting->timeline);
  const char *const *forums = chn_event_get_items (collecting->event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++)
    for (const ChnForum *forum = chn_registry_get_forum (registry, forums[i]); forum;
         forum = chn_forum_get_parent (forum))
      add (collecting, chn_forum_get_id (forum));
}

/* "north-korea", which queries understand as the name. */
static char *
dup_hyphened (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  return g_strdup (g_strdelimit (lower, " ", '-'));
}

static void
add_actor (Collecting *collecting, const char *id)
{
  const ChnActor *actor = chn_registry_get_actor (chn_timeline_get_registry (collecting->timeline), id);
  if (!actor || g_hash_table_contains (collecting->found, id))
    return;
  g_autofree char *name = dup_hyphened (chn_actor_get_short_name (actor));
  add (collecting, id);
  add (collecting, name);
}

static void
add_actors (Collecting *collecting)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (collecting->event, &n);
  const ChnVote *vote = chn_event_get_vote (collecting->event);
  for (guint i = 0; i < n; i++)
    add_actor (collecting, actors[i].actor);
  for (guint i = 0; i < vote->n_ballots; i++)
    add_actor (collecting, vote->ballots[i].actor);
}

static void
add_tags (Collecting *collecting)
{
  guint n = 0;
  const char *const *tags = chn_event_get_items (collecting->event, CHN_FIELD_TAGS, &n);
  for (guint i = 0; i < n; i++)
    add (collecting, tags[i]);
}

static void
add_symbols (Collecting *collecting)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (collecting->event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++)
    add (collecting, symbols[i]);
}

static void
add_series (Collecting *collecting)
{
  add (collecting, chn_event_get_text (collecting->event, CHN_FIELD_SERIES));
}

static void
add_sources (Collecting *collecting)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (collecting->event, &n);
  for (guint i = 0; i < n; i++)
    add (collecting, citations[i].source);
}

/* What each kind of values is taken from. */
static void (*const adders[CHN_N_QUERY_VALUES]) (Collecting *collecting) = {
  [CHN_QUERY_VALUES_FORUMS] = add_forums,   [CHN_QUERY_VALUES_ACTORS] = add_actors,
  [CHN_QUERY_VALUES_EVENTS] = add_id,       [CHN_QUERY_VALUES_TAGS] = add_tags,
  [CHN_QUERY_VALUES_SERIES] = add_series,   [CHN_QUERY_VALUES_SOURCES] = add_sources,
  [CHN_QUERY_VALUES_SYMBOLS] = add_symbols,
};

static void
collect_queries (Collecting *collecting)
{
  for (guint origin = 0; origin < chn_timeline_get_n_origins (collecting->timeline); origin++) {
    guint n = 0;
    const ChnSavedQuery *queries = chn_timeline_get_queries (collecting->timeline, origin, &n);
    for (guint i = 0; i < n; i++)
      add (collecting, queries[i].name);
  }
}

/* All that there may be, whether or not an event is of the kind. */
static void
collect_kinds (Collecting *collecting)
{
  const ChnVocabulary *vocabulary = chn_timeline_get_vocabulary (collecting->timeline);
  for (guint i = 0; i < chn_vocabulary_count (vocabulary, CHN_VOCABULARY_KIND); i++)
    add (collecting, chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, i)->name);
}

/* The fields that declared roles and relations give, as they stand before a value. */
static void
collect_fields (Collecting *collecting)
{
  static const ChnVocabularyId ids[] = { CHN_VOCABULARY_ROLE, CHN_VOCABULARY_RELATION };
  const ChnVocabulary *vocabulary = chn_timeline_get_vocabulary (collecting->timeline);
  for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
    for (guint i = chn_vocabulary_count (NULL, ids[k]); i < chn_vocabulary_count (vocabulary, ids[k]); i++) {
      const ChnTerm *term = chn_vocabulary_get_term (vocabulary, ids[k], i);
      g_autofree char *field = g_strconcat (term->name, ":", NULL);
      g_autofree char *inverse = term->inverse ? g_strconcat (term->inverse, ":", NULL) : NULL;
      add (collecting, field);
      add (collecting, inverse ? g_strdelimit (inverse, " ", '-') : NULL);
    }
}

static void
collect_values (Collecting *collecting, ChnQueryValues values)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n = MIN (chn_timeline_get_n_events (collecting->timeline), (guint) MOST_EVENTS);
  collecting->event = event;
  for (guint row = 0; adders[values] && row < n; row++) {
    chn_timeline_load (collecting->timeline, row, event);
    adders[values](collecting);
  }
}

static ChnQueryValues
find_values (const ChnVocabulary *vocabulary, const char *name)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (fields[i].name, name) == 0)
      return fields[i].values;
  if (chn_vocabulary_find_term (vocabulary, CHN_VOCABULARY_ROLE, name, -1, NULL) >= 0)
    return CHN_QUERY_VALUES_ACTORS;
  return strcmp (name, "@") == 0 ? CHN_QUERY_VALUES_EVENTS : CHN_QUERY_VALUES_OTHER;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

Status
run_complete (Program *program, const Arguments *arguments, GError **error)
{
  const char *name = *arguments_get_words (arguments);
  g_autoptr (ChnReport) report = chn_report_new ();
  program->keep_going = TRUE;
  g_autoptr (ChnTimeline) timeline = name ? load_timeline (program, report, error) : NULL;
  if (!name)
    usage_set_error (error, "complete what? name a query field, @, @@ or :");
  if (!timeline)
    return STATUS_USAGE;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collecting collecting = { .timeline = timeline, .found = found };
  if (strcmp (name, "@@") == 0)
    collect_queries (&collecting);
  else if (strcmp (name, ":") == 0)
    collect_fields (&collecting);
  else if (strcmp (name, "kind") == 0)
    collect_kinds (&collecting);
  else
    collect_values (&collecting, find_values (chn_timeline_get_vocabulary (timeline), name));
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (found), compare_texts);
  for (const GList *at = sorted; at; at = at->next) {
    g_autofree char *visible = chn_text_dup_visible (at->data, FALSE);
    if (!console_print (visible, error) || !console_print ("\n", error))
      return STATUS_USAGE;
  }
  return STATUS_DONE;
}
