/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From a timeline back to a builder: to read a snapshot beside other files, and to write some rows as one. */
#include <string.h>

#include "base/report.h"
#include "model/event-storage.h"
#include "timeline/own-names.h"
#include "store/snapshot.h"

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
      chn_own_names_copy (timeline, file, NULL, builder);
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
  g_autoptr (ChnTimeline) timeline = chn_snapshot_open_image (chn_image_new (job->bytes, job->length), error);
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
