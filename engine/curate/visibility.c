/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of a timeline may be seen by whom: another one is made of it, from which nothing that is hidden can be told.
 */
#include <chancery/visibility.h>

#include "model/event-storage.h"
#include "timeline/columns.h"
#include "timeline/rebuild.h"
#include "timeline/sealed.h"

/* A timeline in the eyes of somebody. */
typedef struct {
  const ChnTimeline *timeline;
  ChnVisibility most;
  guint8 *shows_event;  /* by row */
  guint8 *shows_source; /* by code */
  ChnHidden *hidden;
  ChnEvent *event;
} View;

static guint
get_visibility (const ChnSource *source, ChnSourceField field)
{
  const char *text = source->text[field];
  int term = text ? chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, text, -1, NULL) : 0;
  return term < 0 ? CHN_VISIBILITY_PRIVATE : (guint) term;
}

static gboolean
find_source (const View *view, const char *key, guint32 *code)
{
  return chn_columns_find_code (chn_timeline_get_columns (view->timeline), CHN_DICTIONARY_SOURCES, key, code);
}

/* Sources that an event cites, which is shown or not. */
static void
note_cited (const View *view, guint row, guint8 *cited)
{
  guint n = 0;
  chn_timeline_load (view->timeline, row, view->event);
  const ChnCitation *citations = chn_event_get_citations (view->event, &n);
  for (guint i = 0; i < n; i++) {
    guint32 code = 0;
    if (find_source (view, citations[i].source, &code))
      cited[code] |= view->shows_event[row] ? 1 : 2;
  }
}

/* What is cited by hidden events alone would tell of them. */
static void
find_shown (View *view)
{
  guint n_sources = chn_timeline_get_n_sources (view->timeline);
  const ChnColumns *columns = chn_timeline_get_columns (view->timeline);
  g_autofree guint8 *cited = g_malloc0 (MAX (n_sources, 1));
  for (guint row = 0; row < chn_timeline_get_n_events (view->timeline); row++) {
    view->shows_event[row] = chn_columns_get_visibility (columns, row) <= view->most;
    view->hidden->n_events += !view->shows_event[row];
    note_cited (view, row, cited);
  }
  for (guint i = 0; i < n_sources; i++) {
    guint visibility = get_visibility (chn_timeline_get_source (view->timeline, i), CHN_SOURCE_VISIBILITY);
    view->shows_source[i] = visibility <= view->most && cited[i] != 2;
    view->hidden->n_sources += visibility > view->most;
  }
}

static gboolean
shows_cited (const View *view, const char *key)
{
  guint32 code = 0;
  return find_source (view, key, &code) && view->shows_source[code];
}

static gboolean
shows_source (guint32 source, gconstpointer data)
{
  return ((const View *) data)->shows_source[source];
}

static void
count_source (const View *view, const ChnSource *source)
{
  if (source->text[CHN_SOURCE_NOTE] && get_visibility (source, CHN_SOURCE_NOTE_VISIBILITY) > view->most)
    view->hidden->n_notes++;
}

static void
add_source (const View *view, const ChnSource *whole, ChnTimelineBuilder *builder)
{
  ChnSource source = *whole;
  if (get_visibility (whole, CHN_SOURCE_NOTE_VISIBILITY) > view->most) {
    source.text[CHN_SOURCE_NOTE] = NULL;
    source.text[CHN_SOURCE_NOTE_VISIBILITY] = NULL;
  }
  chn_rebuild_add_source (builder, view->timeline, &source, shows_source, view);
}

static void
hide_parts (const View *view, ChnCitation *citation)
{
  if (citation->visibility > view->most) {
    view->hidden->n_quotes += citation->quote != NULL;
    citation->quote = NULL;
    citation->visibility = CHN_VISIBILITY_PUBLIC;
  }
  if (citation->note_visibility > view->most) {
    view->hidden->n_notes += citation->note != NULL;
    citation->note = NULL;
    citation->note_visibility = CHN_VISIBILITY_PUBLIC;
  }
}

/* Takes out of the event at hand what may not be seen. */
static void
hide_citations (const View *view)
{
  GArray *citations = view->event->citations;
  for (guint i = 0; i < citations->len;) {
    ChnCitation *citation = &g_array_index (citations, ChnCitation, i);
    if (!shows_cited (view, citation->source)) {
      g_array_remove_index (citations, i);
      continue;
    }
    hide_parts (view, citation);
    i++;
  }
}

static void
hide_relations (const View *view)
{
  GArray *relations = view->event->relations;
  for (guint i = relations->len; i > 0; i--) {
    guint row = 0;
    const char *target = g_array_index (relations, ChnRelation, i - 1).target;
    if (!chn_timeline_find (view->timeline, target, &row) || !view->shows_event[row])
      g_array_remove_index (relations, i - 1);
  }
}

/* Has the event at hand be what may be seen of a row. */
static void
load_shown (const View *view, guint row)
{
  chn_timeline_load (view->timeline, row, view->event);
  hide_citations (view);
  hide_relations (view);
  view->event->n_positions = 0; /* those of citations would be wrong */
}

static void
add_origin (const View *view, guint origin, ChnTimelineBuilder *builder)
{
  const ChnTimeline *timeline = view->timeline;
  chn_rebuild_begin_origin (builder, timeline, origin);
  chn_rebuild_add_feeds (builder, timeline, origin, view->most);
  for (guint i = 0; origin == 0 && i < chn_timeline_get_n_sources (timeline); i++)
    if (view->shows_source[i])
      add_source (view, chn_timeline_get_source (timeline, i), builder);
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    if (!view->shows_event[row] || chn_timeline_get_origin (timeline, row) != origin)
      continue;
    load_shown (view, row);
    chn_timeline_builder_add_event (builder, view->event);
  }
}

static void
view_init (View *view, const ChnTimeline *timeline, ChnVisibility most, ChnHidden *hidden)
{
  *hidden = (ChnHidden){ 0 };
  *view = (View){ .timeline = timeline, .most = most, .hidden = hidden, .event = chn_event_new () };
  view->shows_event = g_malloc0 (MAX (chn_timeline_get_n_events (timeline), 1));
  view->shows_source = g_malloc0 (MAX (chn_timeline_get_n_sources (timeline), 1));
  find_shown (view);
}

static void
view_clear (View *view)
{
  chn_event_free (view->event);
  g_free (view->shows_event);
  g_free (view->shows_source);
}

gboolean
chn_timeline_is_public (const ChnTimeline *timeline)
{
  return !chn_timeline_get_columns (timeline)->is_restricted;
}

void
chn_timeline_count_hidden (const ChnTimeline *timeline, ChnVisibility most, ChnHidden *hidden)
{
  View view;
  *hidden = timeline->knows_hidden ? timeline->hidden[most] : (ChnHidden){ 0 };
  if (timeline->knows_hidden || chn_timeline_is_public (timeline))
    return;
  view_init (&view, timeline, most, hidden);
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++)
    if (view.shows_source[i])
      count_source (&view, chn_timeline_get_source (timeline, i));
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++)
    if (view.shows_event[row])
      load_shown (&view, row);
  view_clear (&view);
}

/* Whether it is a part of what has hidden events, which would be counted where it is told how many there are. */
static gboolean
counts_hidden (const ChnTimeline *timeline, ChnVisibility most)
{
  guint n = 0;
  for (guint i = (guint) most + 1; i < CHN_N_VISIBILITIES; i++)
    n += timeline->whole[i];
  return n > 0;
}

ChnTimeline *
chn_timeline_show (ChnTimeline *timeline, ChnVisibility most, GError **error)
{
  if (most == CHN_VISIBILITY_PRIVATE || (chn_timeline_is_public (timeline) && !counts_hidden (timeline, most)))
    return chn_timeline_ref (timeline);
  View view;
  ChnHidden hidden;
  g_autoptr (ChnReport) report = chn_report_new ();
  view_init (&view, timeline, most, &hidden);
  ChnTimelineBuilder *builder = chn_rebuild_start (timeline, report);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++)
    add_origin (&view, origin, builder);
  view_clear (&view);
  ChnTimeline *shown = chn_rebuild_end (builder, timeline, error);
  for (guint i = 0; shown && i <= most; i++)
    shown->whole[i] = timeline->whole[i];
  return shown;
}
