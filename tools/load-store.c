/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading from a store: what a query may be about, by the database, or all that there is. */
#include "load-store.h"

#include <chancery/store-names.h>
#include <stdio.h>

#include "changes.h"
#include "load.h"
#include "order.h"

/* Where an answer is empty, what its terms find by themselves is told of all events, as long as they are not too
 * many. */
enum { MOST_TOLD = 20000 };

static ChnBoundQuery *
bind (const Program *program, const char *text, ChnTimeline *timeline)
{
  g_autoptr (ChnQuery) query =
      chn_query_parse_in (text, &program->limits, chn_timeline_get_vocabulary (timeline), NULL);
  return query ? load_bind (program, query, timeline, NULL) : NULL;
}

/* What beside the words of a query may name events: options, and the user's own queries where words name any. */
static GPtrArray *
list_others (const Program *program)
{
  static const char *const options[] = { "since", "changed-since" };
  const char *const *words = arguments_get_words (program->question);
  GPtrArray *others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = g_strjoinv (" ", (char **) words);
  g_autoptr (ChnSavedQueries) saved = NULL;
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (arguments_get (program->question, options[i]))
      g_ptr_array_add (others, g_strdup (arguments_get (program->question, options[i])));
  const ChnSavedQuery *own =
      load_saved (program, text, &saved, NULL) && saved ? chn_saved_queries_get (saved, &n) : NULL;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (others, g_strdup (own[i].text));
  g_ptr_array_add (others, NULL);
  return others;
}

/* The most that is shown of what is read. */
static ChnVisibility
find_most (const Program *program)
{
  return program->carries_all && !program->says_visibility ? CHN_VISIBILITY_PRIVATE : program->visibility;
}

/* What the words of a query may name in a store. */
static ChnTimeline *
read_named (Program *program, const StoreAsked *asked, gboolean takes_near, GError **error)
{
  g_autoptr (GPtrArray) others = list_others (program);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  const ChnStoreNames names = { arguments_get_words (program->question), (const char *const *) others->pdata,
                                asked->called, takes_near, find_most (program) };
  if (!builder || !chn_store_read_named (asked->store, &names, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

/* Whether a query can be asked of a part of a timeline, and finds something there, of which more need not be told. */
static gboolean
answers (const Program *program, const char *text, ChnTimeline *timeline)
{
  g_autoptr (ChnTimeline) shown = chn_timeline_show (timeline, find_most (program), NULL);
  g_autoptr (ChnBoundQuery) query = shown ? bind (program, text, shown) : NULL;
  g_auto (ChnRows) rows = { 0 };
  if (!query || program->explains || program->changed || chn_timeline_count_whole (timeline) > MOST_TOLD)
    return query != NULL;
  chn_bound_query_run (query, TRUE, &rows);
  return rows.n > 0;
}

/* An event that an option names otherwise than by its id may be another one of all; and that there is none is told of
 * all. */
static gboolean
has_events_of_options (const Program *program, const StoreAsked *asked)
{
  const char *since = arguments_get (program->question, "since");
  guint row = 0;
  return !since || *since != '@' || chn_timeline_find (asked->named, since + 1, &row) ||
         (g_hash_table_contains (asked->called, since + 1) &&
          chn_timeline_find_named (asked->named, since + 1, &row, NULL));
}

/* The query as it is asked, read as in what is shown of the events that it may name. */
static char *
dup_text (Program *program, ChnTimeline *named)
{
  g_autoptr (ChnTimeline) shown = chn_timeline_show (named, find_most (program), NULL);
  return shown ? load_dup_query (program, shown, program->question, NULL) : NULL;
}

static gboolean
asks_past (const Program *program)
{
  return program->recorded_by || program->as_of_revision > 0;
}

/* What was known at a date, neighbours of occurrences and of what has changed, what is shown in two ways, and sources
 * for a header by itself, are found among all. */
static gboolean
asks (const Program *program)
{
  const Arguments *question = program->question;
  return question && !program->as_of && !asks_past (program) && !program->splits_view &&
         !arguments_has (question, "header") &&
         (!arguments_get (question, "context") ||
          (!arguments_has (question, "expand") && !arguments_get (question, "changed-since")));
}

/* A query that cannot be read is wrong of whatever it is asked. One that can be bound to what is shown is not: of
 * events that are called alike others may be hidden. */
static gboolean
is_wrong (const Program *program, const StoreAsked *asked)
{
  g_autoptr (ChnTimeline) shown = chn_timeline_show (asked->named, find_most (program), NULL);
  g_autoptr (ChnBoundQuery) bound = shown ? bind (program, asked->text, shown) : NULL;
  if (!shown || bound)
    return FALSE;
  g_autoptr (ChnQuery) query =
      chn_query_parse_in (asked->text, &program->limits, chn_timeline_get_vocabulary (asked->named), NULL);
  return !query || chn_store_can_judge (query, asked->named, asked->called);
}

static void
put_to_named (Program *program, StoreAsked *asked, gboolean takes_near)
{
  g_clear_pointer (&asked->named, chn_timeline_unref);
  g_clear_pointer (&asked->text, g_free);
  asked->named = read_named (program, asked, takes_near, NULL);
  if (asked->named && !chn_store_note_hidden (asked->store, asked->named, NULL))
    g_clear_pointer (&asked->named, chn_timeline_unref);
  asked->text = asked->named ? dup_text (program, asked->named) : NULL;
  asked->query = asked->text ? bind (program, asked->text, asked->named) : NULL;
  asked->is_wrong = asked->text && !asked->query && is_wrong (program, asked);
}

/* A query that names what cannot be found without all events has to be asked of these. Where it cannot be bound a
 * person may have mistyped an event: it is told which he may have meant. */
static void
put (Program *program, StoreAsked *asked)
{
  asked->called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  put_to_named (program, asked, FALSE);
  if (asked->text && !asked->query) {
    g_hash_table_remove_all (asked->called);
    put_to_named (program, asked, TRUE);
  }
  if (asked->query && (!chn_store_can_ask (asked->query, asked->called) || !has_events_of_options (program, asked)))
    g_clear_pointer (&asked->query, chn_bound_query_free);
}

/* What changed is what revisions have written, or what says so; what says nothing is counted. */
static gboolean
find_changed (Program *program, ChnStore *store, GError **error)
{
  const char *since = program->question ? arguments_get (program->question, "changed-since") : NULL;
  program->since_revision = since ? changes_find_revision (since) : 0;
  if (program->since_revision == 0)
    return !since || program->as_of || asks_past (program) || program->splits_view ||
           chn_store_count_unstated (store, find_most (program), &program->n_unstated, &program->n_shown, error);
  program->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  program->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return chn_store_list_changed (store, program->since_revision, program->changed, program->removed, error);
}

/* It takes several questions, and others may write between them. */
StoreAsked *
load_store_put (Program *program, const char *place, GError **error)
{
  if (program->store_asked)
    return program->store_asked;
  g_autoptr (StoreAsked) asked = g_new0 (StoreAsked, 1);
  asked->store = chn_store_open (place, FALSE, error);
  if (!asked->store || !chn_store_begin_reading (asked->store, error) || !find_changed (program, asked->store, error))
    return NULL;
  chn_store_set_may_leave_out (asked->store);
  if (asks (program))
    put (program, asked);
  return program->store_asked = g_steal_pointer (&asked);
}

gboolean
load_store_suffices (const Program *program)
{
  return program->files->len == 1 && chn_store_is_place (program->files->pdata[0]) && !program->as_of &&
         !asks_past (program) && !(program->question && arguments_get (program->question, "changed-since")) &&
         !program->says_visibility && !program->keep_going && !program->warnings;
}

static gboolean
hides (const ChnTimeline *timeline, ChnVisibility most)
{
  ChnHidden hidden;
  chn_timeline_count_hidden (timeline, most, &hidden);
  return hidden.n_events + hidden.n_sources + hidden.n_quotes + hidden.n_notes > 0;
}

gboolean
store_asked_hides (const StoreAsked *asked)
{
  return hides (asked->named, CHN_VISIBILITY_PUBLIC);
}

void
store_asked_free (StoreAsked *asked)
{
  if (!asked)
    return;
  g_clear_pointer (&asked->query, chn_bound_query_free);
  g_clear_pointer (&asked->named, chn_timeline_unref);
  g_clear_pointer (&asked->called, g_hash_table_unref);
  chn_store_free (asked->store);
  g_free (asked->text);
  g_free (asked);
}

/* How many of what order are wanted; FALSE where that is not all that is told of an answer. */
static gboolean
find_arrangement (const Program *program, ChnStoreArrangement *arrangement)
{
  Order order;
  if (program->explains || program->changed || arguments_has (program->question, "expand") ||
      !order_parse (program->question, &order, NULL) || order.limit == 0 || order.limit == G_MAXUINT ||
      order.context > 0)
    return FALSE;
  *arrangement = (ChnStoreArrangement){ order.key, order.reverse, order.limit };
  return TRUE;
}

static guint
find_context (const Program *program)
{
  Order order;
  return program->question && order_parse (program->question, &order, NULL) ? order.context : 0;
}

/* Names and queries of the timeline itself stay out of files for others that would tell of hidden events by them: all
 * events, those that are hidden and those that are not, tell which these are. */
static gboolean
may_tell_of_hidden (const Program *program, const ChnTimeline *part)
{
  return program->carries_names && chn_timeline_keeps_own (part) && hides (part, find_most (program));
}

/*
 * The events of a store that a query may be about, or what tells that it is wrong; NULL without an error where it has
 * to be asked of all: where it names what cannot be found without them, or goes to others who may not see all that it
 * tells, and where it finds nothing, of which all events can tell more; then `empty` is what it was asked of.
 */
static ChnTimeline *
read_asked (Program *program, const StoreAsked *asked, ChnReport *report, ChnTimeline **empty, GError **error)
{
  if (asked->is_wrong) {
    program->asked = g_strdup (asked->text);
    return chn_timeline_ref (asked->named);
  }
  g_autoptr (ChnTimelineBuilder) builder = asked->query ? load_begin (program, report, error) : NULL;
  ChnStoreArrangement arrangement;
  ChnStoreQuestion question = { asked->query, find_most (program), program->since_revision, NULL,
                                find_context (program) };
  if (builder && find_arrangement (program, &arrangement))
    question.arrangement = &arrangement;
  if (!builder || !chn_store_read_asked (asked->store, &question, builder, error))
    return NULL;
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), error);
  if (!timeline || !chn_store_note_hidden (asked->store, timeline, error) || may_tell_of_hidden (program, timeline))
    return NULL;
  if (!answers (program, asked->text, timeline)) {
    *empty = g_steal_pointer (&timeline);
    return NULL;
  }
  program->asked = g_strdup (asked->text);
  program->asked_so = chn_store_explain (asked->store, &question);
  return g_steal_pointer (&timeline);
}

static gboolean
may_be_id (const char *name)
{
  return name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-_.")] == '\0';
}

/* The id of the event that a name means which is none; NULL where only all events tell. */
static char *
find_called (const Program *program, ChnStore *store, const char *name)
{
  gboolean are_all = FALSE;
  guint row = 0;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, NULL);
  if (!builder || !chn_store_read_called (store, name, builder, &are_all, NULL) || !are_all)
    return NULL;
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), NULL);
  return timeline && chn_timeline_find_named (timeline, name, &row, NULL)
             ? g_strdup (chn_timeline_get_id (timeline, row))
             : NULL;
}

/* What is called so by none, or by several, goes as the id that it is not. */
static GPtrArray *
list_named (const Program *program, ChnStore *store)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; program->named_events[i]; i++) {
    const char *name = program->named_events[i] + (program->named_events[i][0] == '@' ? 1 : 0);
    char *id = may_be_id (name) ? NULL : find_called (program, store, name);
    g_ptr_array_add (ids, id ? id : g_strdup (name));
  }
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* Whether those that are not there are no events, of which no more is to be told: none is called so, hidden or not.
 */
static gboolean
tells_all (const ChnTimeline *timeline, const char *const *ids, gboolean are_all)
{
  guint row = 0;
  for (guint i = 0; ids[i]; i++) {
    g_autoptr (GError) cause = NULL;
    if (!chn_timeline_find (timeline, ids[i], &row) &&
        (!are_all || chn_timeline_find_named (timeline, ids[i], &row, &cause) ||
         g_error_matches (cause, CHN_ERROR, CHN_ERROR_AMBIGUOUS)))
      return FALSE;
  }
  return TRUE;
}

/* The events that a command names, and what is related to them; NULL without an error where only all events tell
 * which one is meant, or that none is. */
static ChnTimeline *
read_events (const Program *program, ChnStore *store, ChnReport *report, GError **error)
{
  gboolean are_all = FALSE;
  g_autoptr (GPtrArray) ids = list_named (program, store);
  const ChnStoreEvents events = { (const char *const *) ids->pdata, program->follows_relations, find_most (program) };
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || !chn_store_read_events (store, &events, builder, &are_all, error))
    return NULL;
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), error);
  if (!timeline || !tells_all (timeline, events.ids, are_all) || !chn_store_note_hidden (store, timeline, error))
    return NULL;
  return g_steal_pointer (&timeline);
}

ChnTimeline *
load_store_whole (const Program *program, ChnStore *store, ChnReport *report, GError **error)
{
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || !chn_store_read (store, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
load_store_excerpt (const Program *program, ChnStore *store, const ChnStoreExcerpt *excerpt, ChnReport *report,
                    GError **error)
{
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || !chn_store_excerpt_read (excerpt, store, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

ChnTimeline *
load_store_event (const Program *program, ChnStore *store, guint64 revision, const char *id, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || !chn_store_read_revision (store, revision, id, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

/* As somebody had recorded it by a day, the whole of which counts, or at a revision. */
static ChnTimeline *
read_then (const Program *program, ChnStore *store, ChnReport *report, GError **error)
{
  guint64 revision = program->as_of_revision;
  if (program->recorded_by) {
    g_autofree char *moment = g_strconcat (program->recorded_by, "T23:59:59.999Z", NULL);
    if (!chn_store_find_revision (store, moment, &revision, error))
      return NULL;
  }
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || (revision > 0 && !chn_store_read_revision (store, revision, NULL, builder, error)))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

/* As of a date what is hidden is to be counted as it was then, among all. */
static gboolean
names_events (const Program *program)
{
  return program->named_events && !program->as_of && !asks_past (program);
}

/* What is missing from an answer is said, and makes the run fail unless whoever asks is content with that. */
static void
tell_left_out (Program *program, const ChnStore *store)
{
  g_autofree char *servers = chn_store_dup_left_out (store);
  if (!servers)
    return;
  fprintf (stderr, "chancery: the answer is partial: no answer from %s\n", servers);
  program->is_partial = TRUE;
}

/* All that there is; where servers of the store do not answer that had no part in finding nothing, that is the
 * answer. */
static ChnTimeline *
read_more (Program *program, ChnStore *store, ChnTimeline *empty, ChnReport *report, GError **error)
{
  g_autofree char *before = chn_store_dup_left_out (store);
  g_autoptr (ChnTimeline) all = load_store_whole (program, store, report, error);
  g_autofree char *after = all ? chn_store_dup_left_out (store) : NULL;
  if (empty && after && !before)
    return chn_timeline_ref (empty);
  if (all)
    tell_left_out (program, store);
  return g_steal_pointer (&all);
}

static ChnTimeline *
read_store (Program *program, const StoreAsked *asked, ChnReport *report, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (ChnTimeline) empty = NULL;
  g_autoptr (ChnTimeline) timeline = names_events (program) ? read_events (program, asked->store, report, &inner)
                                                            : read_asked (program, asked, report, &empty, &inner);
  if (inner) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return NULL;
  }
  if (!timeline && !asks_past (program))
    return read_more (program, asked->store, empty, report, error);
  if (!timeline)
    timeline = read_then (program, asked->store, report, error);
  if (timeline)
    tell_left_out (program, asked->store);
  return g_steal_pointer (&timeline);
}

/* The store is not held on to while somebody looks at the answer, nor when another one is read. */
ChnTimeline *
load_store (Program *program, const char *place, ChnReport *report, GError **error)
{
  const StoreAsked *asked = load_store_put (program, place, error);
  ChnTimeline *timeline = asked ? read_store (program, asked, report, error) : NULL;
  g_clear_pointer (&program->store_asked, store_asked_free);
  return timeline;
}
