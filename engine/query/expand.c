/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What recurs as one event an occurrence: a timeline of those that a query asks for. */
#include <string.h>

#include <chancery/expand.h>

#include "base/error.h"
#include "base/report.h"
#include "model/event-storage.h"
#include "query/match/match.h"
#include "query/occurrence.h"
#include "query/period-answer.h"
#include "query/periods.h"
#include "query/standing.h"
#include "timeline/rebuild.h"
#include "timeline/sealed.h"
#include "timeline/successors.h"

/* Occurrences of one answer. */
enum { MOST_OCCURRENCES = 1000000 };

/* A timeline of occurrences in the making. */
typedef struct {
  const ChnBoundQuery *query;
  ChnTimelineBuilder *builder;
  ChnDateStretch reach; /* of what is asked for */
  ChnEvent *event;
  GHashTable *standings; /* id -> ChnStanding, of rows that do not recur */
  GHashTable *ids;       /* that occurrences are called by */
  guint64 budget;
  guint n;
  guint n_endless, n_not_followed;
} Expansion;

/* A row, and one of its occurrences. */
typedef struct {
  guint row;
  const ChnRecurrence *recurrence;
  ChnDateBounds bounds;
  ChnPlacedDate own;
} Occurring;

static gboolean
holds_of_dates (const ChnCondition *condition, const Occurring *occurring)
{
  const ChnPeriods *periods = condition->data;
  ChnPlacedDate placed = chn_occurrence_place (occurring->recurrence, &occurring->own, &occurring->bounds);
  for (guint i = 0; i < periods->n; i++)
    if (chn_period_ask_date (&periods->period[i], condition->strict, &occurring->bounds, &placed, -1))
      return TRUE;
  return FALSE;
}

/* Whether an occurrence answers the query, whose terms about dates are asked of it, and all others of its row. */
static gboolean
holds (const ChnBoundNode *node, const ChnColumns *columns, const Occurring *occurring)
{
  gboolean is_or = node->kind == CHN_NODE_OR;
  if (node->kind == CHN_NODE_TERM && node->condition.term->rule->match == chn_match_periods)
    return holds_of_dates (&node->condition, occurring);
  if (node->kind == CHN_NODE_NOT)
    return !holds (node->children[0], columns, occurring);
  if (node->kind != CHN_NODE_AND && !is_or)
    return chn_bound_node_answer (node, columns, occurring->row) == CHN_ANSWER_YES;
  for (guint i = 0; i < node->n_children; i++)
    if (holds (node->children[i], columns, occurring) == is_or)
      return is_or;
  return !is_or || node->n_children == 0;
}

/* What says when the whole series takes place, and under which UID. */
static gboolean
is_of_series (const char *key)
{
  static const char *const names[] = { "RRULE", "RDATE", "EXDATE",   "EXRULE",       "DTSTART",
                                       "DTEND", "UID",   "DURATION", "RECURRENCE-ID" };
  gsize length = strcspn (key, ";");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && memcmp (names[i], key, length) == 0)
      return TRUE;
  return FALSE;
}

static void
drop_series (ChnEvent *event)
{
  for (guint i = event->extras ? event->extras->len : 0; i > 0; i--)
    if (is_of_series (g_array_index (event->extras, ChnExtra, i - 1).key))
      g_array_remove_index (event->extras, i - 1);
  chn_event_set_text (event, CHN_FIELD_REPEAT, NULL, -1);
}

/* What an occurrence is called by: an instance may be called so, and of an hour that comes twice two are alike. */
static char *
dup_id (Expansion *expansion, const Occurring *occurring, const ChnOccurrence *occurrence)
{
  const ChnTimeline *timeline = expansion->query->timeline;
  g_autofree char *mark = chn_recurrence_dup_mark (occurring->recurrence, occurrence);
  char *id = g_strconcat (chn_timeline_get_id (timeline, occurring->row), "-", mark, NULL);
  for (guint row = 0; chn_timeline_find (timeline, id, &row) || g_hash_table_contains (expansion->ids, id);) {
    g_autofree char *taken = id;
    id = g_strconcat (taken, "-again", NULL);
  }
  g_hash_table_add (expansion->ids, g_strdup (id));
  return id;
}

/* The event of the row, but when it takes place and what it is called by. */
static void
add_occurrence (Expansion *expansion, const Occurring *occurring, const ChnOccurrence *occurrence)
{
  ChnEvent *event = expansion->event;
  g_autoptr (ChnDate) date = chn_recurrence_make_date (occurring->recurrence, occurrence);
  g_autofree char *id = date ? dup_id (expansion, occurring, occurrence) : NULL;
  if (!date)
    return;
  chn_timeline_load (expansion->query->timeline, occurring->row, event);
  drop_series (event);
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_timeline_builder_add_event (expansion->builder, event);
  expansion->n++;
}

static gboolean
refuse (Expansion *expansion, guint row, GError **error)
{
  chn_error_set (error, CHN_ERROR_LIMIT, "ask for a shorter time",
                 "what recurs takes place too often to be written one by one, at the event \"%s\"",
                 chn_timeline_get_id (expansion->query->timeline, row));
  return FALSE;
}

static gboolean
add_occurrences (Expansion *expansion, Occurring *occurring, GError **error)
{
  const ChnColumns *columns = expansion->query->columns;
  ChnOccurrence occurrence;
  g_autoptr (ChnRecurrenceWalk) walk = chn_recurrence_walk_new (occurring->recurrence, expansion->reach.earliest,
                                                                expansion->reach.latest, &expansion->budget);
  while (chn_recurrence_walk_next (walk, &occurrence)) {
    occurring->bounds = chn_recurrence_get_bounds (occurring->recurrence, &occurrence);
    if (holds (expansion->query->root, columns, occurring))
      add_occurrence (expansion, occurring, &occurrence);
    if (expansion->n > MOST_OCCURRENCES)
      return refuse (expansion, occurring->row, error);
  }
  return expansion->budget > 0 || refuse (expansion, occurring->row, error);
}

static void
add_once (Expansion *expansion, guint row, guint standing)
{
  chn_timeline_load (expansion->query->timeline, row, expansion->event);
  chn_timeline_builder_add_event (expansion->builder, expansion->event);
  g_hash_table_insert (expansion->standings,
                       (gpointer) (guintptr) chn_timeline_get_id (expansion->query->timeline, row),
                       GUINT_TO_POINTER (standing));
  expansion->n++;
}

static gboolean
add_row (Expansion *expansion, guint row, guint standing, GError **error)
{
  const ChnBoundQuery *query = expansion->query;
  g_autoptr (ChnRecurrence) recurrence = chn_recurrence_new (query->columns, row, query->zones);
  g_autoptr (ChnDate) date = recurrence ? chn_columns_read_date (query->columns, row) : NULL;
  if (!recurrence || !date || !chn_recurrence_check (recurrence, NULL)) {
    expansion->n_not_followed += recurrence ? 1 : 0;
    add_once (expansion, row, standing);
    return TRUE;
  }
  if (chn_recurrence_is_endless (recurrence) && expansion->reach.latest == CHN_TIME_MAX) {
    expansion->n_endless++;
    return TRUE;
  }
  Occurring occurring = { .row = row, .recurrence = recurrence };
  chn_placed_date_init (&occurring.own, date, query->zones, chn_columns_get_zone (query->columns, row));
  return add_occurrences (expansion, &occurring, error);
}

/* Whether events cite a source, and none of those that answer. */
static gboolean
is_of_others (const ChnColumns *columns, guint32 code, const guint8 *is_answer)
{
  guint n = 0;
  const guint32 *citing = chn_columns_get_rows (columns, CHN_DICTIONARY_SOURCES, code, &n);
  for (guint i = 0; i < n; i++)
    if (is_answer[citing[i]])
      return FALSE;
  return n > 0;
}

/* With a source goes what corrects it, and what it corrects. */
static void
add_sources (Expansion *expansion, const ChnRows *rows)
{
  ChnTimeline *timeline = expansion->query->timeline;
  g_autofree guint8 *is_answer = g_malloc0 (MAX (chn_timeline_get_n_events (timeline), 1));
  chn_timeline_need_indexes (timeline);
  for (guint i = 0; i < rows->n; i++)
    is_answer[rows->row[i]] = TRUE;
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++)
    if (chn_timeline_is_source_linked (timeline, i) || !is_of_others (expansion->query->columns, i, is_answer))
      chn_timeline_builder_add_source (expansion->builder, chn_timeline_get_source (timeline, i), 0, 0);
}

static gboolean
add_origin (Expansion *expansion, guint origin, const ChnRows *rows, GError **error)
{
  ChnTimeline *timeline = expansion->query->timeline;
  chn_rebuild_begin_origin (expansion->builder, timeline, origin);
  chn_rebuild_add_feeds (expansion->builder, timeline, origin, CHN_VISIBILITY_PRIVATE);
  if (origin == 0)
    add_sources (expansion, rows);
  for (guint i = 0; i < rows->n; i++)
    if (chn_timeline_get_origin (timeline, rows->row[i]) == origin &&
        !add_row (expansion, rows->row[i], rows->standing ? rows->standing[i] : 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_endless (const Expansion *expansion, GError **error)
{
  if (expansion->n_endless == 0)
    return TRUE;
  chn_error_set (error, CHN_ERROR_RANGE, "ask for dates, as in date:2024, or date:2024-01..2024-06",
                 "%u event%s without end", expansion->n_endless, expansion->n_endless == 1 ? " recurs" : "s recur");
  return FALSE;
}

/* All rows of the new timeline, each as it stood before it was one of many. */
static void
find_rows (const Expansion *expansion, const ChnTimeline *expanded, gboolean asks_dates, ChnRows *rows)
{
  chn_rows_clear (rows);
  chn_rows_all (expanded, rows);
  if (!asks_dates)
    return;
  rows->standing = g_malloc0 (MAX (rows->n, 1));
  for (guint i = 0; i < rows->n; i++)
    rows->standing[i] = (guint8) GPOINTER_TO_UINT (
        g_hash_table_lookup (expansion->standings, chn_timeline_get_id (expanded, rows->row[i])));
}

ChnTimeline *
chn_bound_query_expand (const ChnBoundQuery *query, ChnRows *rows, guint *n_not_followed, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimelineBuilder) builder = chn_rebuild_start (query->timeline, report);
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GHashTable) standings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Expansion expansion = { .query = query,
                          .builder = builder,
                          .reach = chn_bound_node_find_reach (query->root),
                          .event = event,
                          .standings = standings,
                          .ids = ids,
                          .budget = CHN_RECURRENCE_BUDGET };
  chn_timeline_builder_set_excerpts (builder, TRUE); /* what events are related to may not be among the rows */
  for (guint origin = 0; origin < chn_timeline_get_n_origins (query->timeline); origin++)
    if (!add_origin (&expansion, origin, rows, error))
      return NULL;
  if (!check_endless (&expansion, error))
    return NULL;
  ChnTimeline *expanded = chn_rebuild_end (g_steal_pointer (&builder), query->timeline, error);
  *n_not_followed = expansion.n_not_followed;
  if (!expanded)
    return NULL;
  expanded->is_some = !chn_timeline_is_whole (query->timeline, rows->n);
  find_rows (&expansion, expanded, rows->standing != NULL, rows);
  return expanded;
}
