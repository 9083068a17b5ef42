/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was known when: a timeline made of what the sources published by a date support. */
#include "curate/as-of.h"

#include "base/civil.h"
#include "base/error.h"
#include "timeline/rebuild.h"

/* Which rows were known. A relation to what was not is left out. */
typedef struct {
  const ChnAsOf *as_of;
  guint8 *known; /* by row */
  ChnEvent *event, *recalled;
} Recall;

static ChnPublication *
find_publications (const ChnTimeline *timeline)
{
  guint n = chn_timeline_get_n_sources (timeline);
  ChnPublication *publications = g_new (ChnPublication, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    publications[i] = chn_publication_find (chn_timeline_get_source (timeline, i));
  return publications;
}

static gboolean
is_out (guint32 source, gconstpointer data)
{
  const ChnAsOf *as_of = data;
  const ChnPublication *publication = &as_of->publications[source];
  return as_of->strict ? publication->latest <= as_of->until : publication->earliest <= as_of->until;
}

static void
add_sources (const ChnAsOf *as_of, ChnTimelineBuilder *builder)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (as_of->timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (as_of->timeline, i);
    if (is_out (i, as_of))
      chn_rebuild_add_source (builder, as_of->timeline, source, is_out, as_of);
  }
}

static void
add_relations (const Recall *recall)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (recall->event, &n);
  for (guint i = 0; i < n; i++) {
    guint row = 0;
    if (chn_timeline_find (recall->as_of->timeline, relations[i].target, &row) && recall->known[row])
      chn_event_add_relation (recall->recalled, relations[i].type, relations[i].target, -1);
  }
}

static void
add_origin (const Recall *recall, guint origin, ChnTimelineBuilder *builder)
{
  const ChnTimeline *timeline = recall->as_of->timeline;
  chn_rebuild_begin_origin (builder, timeline, origin);
  chn_rebuild_add_feeds (builder, timeline, origin, CHN_VISIBILITY_PRIVATE);
  if (origin == 0)
    add_sources (recall->as_of, builder);
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    if (!recall->known[row] || chn_timeline_get_origin (timeline, row) != origin)
      continue;
    chn_timeline_load (timeline, row, recall->event);
    chn_as_of_recall (recall->as_of, row, recall->event, recall->recalled);
    add_relations (recall);
    chn_timeline_builder_add_event (builder, recall->recalled);
  }
}

static ChnTimeline *
rebuild (const ChnAsOf *as_of, GError **error)
{
  const ChnTimeline *timeline = as_of->timeline;
  guint n = chn_timeline_get_n_events (timeline);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnEvent) event = chn_event_new (), recalled = chn_event_new ();
  g_autofree guint8 *known = g_malloc0 (MAX (n, 1));
  Recall recall = { as_of, known, event, recalled };
  for (guint row = 0; row < n; row++) {
    chn_timeline_load (timeline, row, event);
    known[row] = chn_as_of_recall (as_of, row, event, recalled) ? 1 : 0;
  }
  ChnTimelineBuilder *builder = chn_rebuild_start (timeline, report);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++)
    add_origin (&recall, origin, builder);
  return chn_rebuild_end (builder, timeline, error);
}

/* "[2014-12-06..]": then or later. */
static char *
dup_later (gint64 until)
{
  ChnCivil day = chn_civil_from_seconds (until);
  return g_strdup_printf ("[%04" G_GINT64_FORMAT "-%02d-%02d..]", day.year, day.month, day.day);
}

ChnTimeline *
chn_timeline_as_of (const ChnTimeline *timeline, const ChnDate *date, gboolean strict, GError **error)
{
  g_return_val_if_fail (timeline && date, NULL);
  gint64 until = chn_date_get_bounds (date)->latest;
  if (until == CHN_TIME_MAX) {
    chn_error_set (error, CHN_ERROR_RANGE, "write a day, as in 2014-12-06", "\"%s\" has no end to ask as of",
                   chn_date_get_text (date));
    return NULL;
  }
  g_autofree char *later = dup_later (until);
  g_autofree ChnPublication *publications = find_publications (timeline);
  ChnAsOf as_of = { timeline, until, strict, later, publications, NULL };
  g_autoptr (ChnSuccessors) successors = chn_successors_new (timeline, is_out, &as_of);
  as_of.successors = successors;
  g_autoptr (ChnTimeline) known = rebuild (&as_of, error);
  /* Nothing would tell later that the snapshot behind it was damaged. */
  return known && chn_timeline_check (timeline, error) ? g_steal_pointer (&known) : NULL;
}
