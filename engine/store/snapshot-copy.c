/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From a timeline back to a builder: to read a snapshot beside other files, and to write some rows as one. */
#include <string.h>

#include "base/report.h"
#include "model/declared-terms.h"
#include "model/event-storage.h"
#include "registry/addition.h"
#include "registry/alike.h"
#include "registry/declared.h"
#include "store/snapshot.h"

static void
copy_actor (const ChnActor *actor, ChnRegistryBuilder *names)
{
  guint n_aliases, n_members;
  const char *id = chn_actor_get_id (actor);
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n_aliases);
  const ChnMembership *members = chn_actor_get_members (actor, &n_members);
  for (guint i = 0; i < CHN_N_CODES; i++)
    if (chn_actor_get_code (actor, (ChnCode) i))
      chn_registry_builder_set_actor_code (names, id, (ChnCode) i, chn_actor_get_code (actor, (ChnCode) i));
  for (guint i = 0; i < n_aliases; i++)
    chn_registry_builder_add_actor_name (names, id, &aliases[i]);
  for (guint i = 0; i < n_members; i++)
    chn_registry_builder_add_member (names, id, &members[i]);
  for (const char *const *successor = chn_actor_get_successors (actor); *successor; successor++)
    chn_registry_builder_add_successor (names, id, *successor);
}

/* But for what is known below already. */
static void
copy_covers (const ChnActor *actor, const ChnActor *below, ChnRegistryBuilder *names)
{
  const ChnDate *covers = chn_actor_get_covers (actor), *known = below ? chn_actor_get_covers (below) : NULL;
  if (covers && !(known && strcmp (chn_date_get_text (covers), chn_date_get_text (known)) == 0))
    chn_registry_builder_set_covers (names, chn_actor_get_id (actor), (ChnDate *) covers);
}

static void
copy_forum (const ChnForum *forum, ChnRegistryBuilder *names)
{
  guint n = 0;
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
  for (guint i = 0; i < n; i++)
    chn_registry_builder_add_forum_name (names, chn_forum_get_id (forum), &aliases[i]);
}

static void
report_difference (ChnReport *report, const char *file, const GError *error, const char *difference)
{
  ChnFinding finding = { .severity = CHN_SEVERITY_ERROR, .code = "conflict", .file = file };
  g_autofree char *message = g_strdup_printf ("%s: %s", error->message, difference);
  finding.message = message;
  chn_report_add_hinted (report, &finding, error);
}

/* What was added to somebody that the registry below has is added again: all of it, since what is known stays once.
 */
static void
add_to_actor (const ChnActor *actor, const ChnActor *below, ChnRegistryBuilder *names, const char *file)
{
  ChnRegistryBuilder *addition = chn_registry_builder_new (NULL);
  const char *id = chn_actor_get_id (actor);
  chn_registry_builder_add_actor (addition, chn_actor_get_kind (actor), id, id, NULL, NULL);
  copy_actor (actor, addition);
  copy_covers (actor, below, addition);
  chn_registry_builder_add_to (names, id, FALSE, addition, &(ChnNamePlace){ file, 0, 0 });
}

static void
add_to_forum (const ChnForum *forum, ChnRegistryBuilder *names, const char *file)
{
  ChnRegistryBuilder *addition = chn_registry_builder_new (NULL);
  const char *id = chn_forum_get_id (forum);
  chn_registry_builder_add_forum (addition, id, id, NULL, NULL);
  copy_forum (forum, addition);
  chn_registry_builder_add_to (names, id, TRUE, addition, &(ChnNamePlace){ file, 0, 0 });
}

static void
declare_actor (const ChnActor *actor, ChnRegistryBuilder *names, const char *file, ChnReport *report)
{
  const char *id = chn_actor_get_id (actor);
  g_autoptr (GError) error = NULL;
  if (chn_registry_builder_add_actor (names, chn_actor_get_kind (actor), id, chn_actor_get_name (actor),
                                      chn_actor_get_short_name (actor), &error)) {
    copy_actor (actor, names);
    copy_covers (actor, NULL, names);
    return;
  }
  g_autofree char *difference = chn_actor_dup_difference (chn_registry_builder_get_actor (names, id), actor);
  if (difference)
    report_difference (report, file, error, difference);
}

static void
declare_forum (const ChnForum *forum, ChnRegistryBuilder *names, const char *file, ChnReport *report)
{
  const char *id = chn_forum_get_id (forum);
  g_autoptr (GError) error = NULL;
  if (chn_registry_builder_add_forum (names, id, chn_forum_get_name (forum), chn_forum_get_short_name (forum),
                                      &error)) {
    copy_forum (forum, names);
    return;
  }
  const ChnForum *taken = chn_registry_get_forum (chn_registry_builder_get_declared (names), id);
  g_autofree char *difference = chn_forum_dup_difference (taken, forum);
  if (difference)
    report_difference (report, file, error, difference);
}

static void
copy_actors (const ChnRegistry *registry, ChnRegistryBuilder *names, const char *file, ChnReport *report)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  const ChnRegistry *base = chn_registry_get_base (registry);
  for (guint i = 0; i < actors->len; i++) {
    const ChnActor *below = chn_registry_get_actor (base, chn_actor_get_id (actors->pdata[i]));
    if (below)
      add_to_actor (actors->pdata[i], below, names, file);
    else
      declare_actor (actors->pdata[i], names, file, report);
  }
}

static void
copy_forums (const ChnRegistry *registry, ChnRegistryBuilder *names, const char *file, ChnReport *report)
{
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  const ChnRegistry *base = chn_registry_get_base (registry);
  for (guint i = 0; i < forums->len; i++) {
    if (chn_registry_get_forum (base, chn_forum_get_id (forums->pdata[i])))
      add_to_forum (forums->pdata[i], names, file);
    else
      declare_forum (forums->pdata[i], names, file, report);
  }
}

static void
copy_terms (const ChnRegistry *registry, ChnRegistryBuilder *names, const char *file, ChnReport *report)
{
  const ChnVocabulary *vocabulary = chn_registry_get_vocabulary (registry);
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    for (guint i = 0; i < chn_vocabulary_count (vocabulary, (ChnVocabularyId) id); i++) {
      ChnTermDeclaration term;
      g_autoptr (GError) error = NULL;
      if (!chn_vocabulary_get_declaration (vocabulary, (ChnVocabularyId) id, i, &term) ||
          chn_vocabulary_declare (chn_registry_builder_get_vocabulary (names), &term, &error) >= 0)
        continue;
      g_autofree char *name =
          g_strdup_printf ("%s \"%s\"", chn_vocabulary_get_name ((ChnVocabularyId) id), term.name);
      g_prefix_error (&error, "the %s is declared otherwise: ", name);
      ChnFinding finding = { .severity = CHN_SEVERITY_ERROR, .code = "conflict", .file = file };
      finding.message = error->message;
      chn_report_add_hinted (report, &finding, error);
    }
}

/* What the timeline itself declares, not what the registry below it does. */
static void
copy_names (const ChnTimeline *timeline, const char *file, ChnTimelineBuilder *builder)
{
  const ChnRegistry *registry = chn_timeline_get_registry (timeline);
  ChnReport *report = chn_timeline_builder_get_report (builder);
  if (chn_timeline_builder_get_registry (builder) == registry || !chn_registry_get_base (registry))
    return;
  copy_actors (registry, chn_timeline_builder_get_names (builder), file, report);
  copy_forums (registry, chn_timeline_builder_get_names (builder), file, report);
  copy_terms (registry, chn_timeline_builder_get_names (builder), file, report);
}

static void
copy_origin (const ChnTimeline *timeline, guint origin, const char *file, ChnTimelineBuilder *builder)
{
  guint n = 0;
  const char *own = chn_timeline_get_header (timeline, origin, CHN_HEADER_FILE);
  chn_timeline_builder_begin (builder, file ? file : own);
  for (guint i = 0; i < CHN_HEADER_FILE; i++)
    if (chn_timeline_get_header (timeline, origin, (ChnHeaderField) i))
      chn_timeline_builder_set_header (builder, (ChnHeaderField) i,
                                       chn_timeline_get_header (timeline, origin, (ChnHeaderField) i));
  const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    chn_timeline_builder_add_query (builder, queries[i].name, queries[i].text);
  const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    chn_timeline_builder_add_feed (builder, &feeds[i]);
  const ChnExtra *extras = chn_timeline_get_header_extras (timeline, origin, &n);
  for (guint i = 0; i < n; i++)
    chn_timeline_builder_add_header_extra (builder, extras[i].key, extras[i].value);
}

static void
report_left_out (ChnReport *report, const ChnEvent *event, const char *target)
{
  g_autofree char *message =
      g_strdup_printf ("the relation to \"%s\" is left out: that event is not among those written", target);
  ChnFinding finding = { .severity = CHN_SEVERITY_NOTE,
                         .code = "relation-left-out",
                         .event = chn_event_get_text (event, CHN_FIELD_ID),
                         .message = message };
  chn_report_add (report, &finding);
}

/* Keeps the relations to rows that are copied too. */
static void
keep_relations (const ChnTimeline *timeline, const guint8 *copied, ChnEvent *event, ChnReport *report)
{
  for (guint i = 0; i < event->relations->len;) {
    const char *target = g_array_index (event->relations, ChnRelation, i).target;
    guint row;
    if (chn_timeline_find (timeline, target, &row) && copied[row]) {
      i++;
      continue;
    }
    report_left_out (report, event, target);
    g_array_remove_index (event->relations, i);
  }
}

static void
copy_events (const ChnTimeline *timeline, const ChnRows *rows, guint origin, ChnReport *report,
             ChnTimelineBuilder *builder)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autofree guint8 *copied = g_malloc0 (chn_timeline_get_n_events (timeline) + 1);
  for (guint i = 0; i < rows->n; i++)
    copied[rows->row[i]] = 1;
  for (guint i = 0; i < rows->n; i++) {
    if (chn_timeline_get_origin (timeline, rows->row[i]) != origin)
      continue;
    chn_timeline_load (timeline, rows->row[i], event);
    keep_relations (timeline, copied, event, report);
    chn_timeline_builder_add_event (builder, event);
  }
}

static void
copy (const ChnTimeline *timeline, const ChnRows *rows, const char *file, ChnReport *report,
      ChnTimelineBuilder *builder)
{
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    copy_origin (timeline, origin, file, builder);
    for (guint i = 0; origin == 0 && i < chn_timeline_get_n_sources (timeline); i++)
      chn_timeline_builder_add_source (builder, chn_timeline_get_source (timeline, i), 0, 0);
    if (origin == 0)
      copy_names (timeline, file, builder);
    copy_events (timeline, rows, origin, report, builder);
  }
}

ChnTimeline *
chn_snapshot_select (const ChnTimeline *timeline, const ChnRows *rows, ChnReport *report, GError **error)
{
  g_autoptr (ChnReport) own = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (chn_timeline_get_registry (timeline), own, NULL);
  chn_timeline_builder_set_indexed (builder);
  copy (timeline, rows, NULL, report, builder);
  return chn_timeline_builder_seal (builder, error);
}

gboolean
chn_snapshot_read (const ChnReadJob *job, GError **error)
{
  g_autoptr (ChnTimeline) timeline = chn_snapshot_open_map (chn_map_new (job->bytes, job->length), error);
  g_auto (ChnRows) rows = { 0 };
  if (timeline) {
    chn_rows_all (timeline, &rows);
    copy (timeline, &rows, job->name, chn_timeline_builder_get_report (job->builder), job->builder);
  }
  if (timeline && chn_timeline_check (timeline, error))
    return TRUE;
  g_prefix_error (error, "%s: ", job->name);
  return FALSE;
}
