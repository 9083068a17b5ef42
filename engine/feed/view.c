/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the timeline that a feed shows, in which nothing is that it does not show. */
#include "feed/view.h"

#include <string.h>

#include "curate/mentions.h"
#include "model/event-storage.h"
#include "timeline/columns.h"
#include "timeline/rebuild.h"

typedef struct {
  const ChnTimeline *seen;
  guint8 *shows_event;  /* by row */
  guint8 *shows_source; /* by code */
  guint8 *has_events;   /* by origin */
  ChnMentions *mentions;
  ChnEvent *event;
} View;

static void
note_sources (const View *view, guint row, guint8 *cited)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (view->event, &n);
  for (guint i = 0; i < n; i++) {
    guint32 code = 0;
    if (chn_columns_find_code (chn_timeline_get_columns (view->seen), CHN_DICTIONARY_SOURCES, citations[i].source,
                               &code))
      cited[code] |= view->shows_event[row] ? CHN_MENTIONED_SHOWN : CHN_MENTIONED_HIDDEN;
  }
}

/* What only the other events cite would tell of them. */
static void
survey (View *view, const ChnRows *rows)
{
  guint n_sources = chn_timeline_get_n_sources (view->seen);
  g_autofree guint8 *cited = g_malloc0 (MAX (n_sources, 1));
  for (guint i = 0; i < rows->n; i++) {
    view->shows_event[rows->row[i]] = 1;
    view->has_events[chn_timeline_get_origin (view->seen, rows->row[i])] = 1;
  }
  for (guint row = 0; row < chn_timeline_get_n_events (view->seen); row++) {
    chn_timeline_load (view->seen, row, view->event);
    note_sources (view, row, cited);
    if (view->mentions && view->shows_event[row])
      chn_mentions_note (view->mentions, view->event, CHN_MENTIONED_SHOWN);
  }
  for (guint i = 0; i < n_sources; i++)
    view->shows_source[i] = cited[i] != CHN_MENTIONED_HIDDEN;
}

/* All that is mentioned anywhere, so that what is shown mentions the rest or nobody does. */
static void
survey_whole (View *view, const ChnTimeline *whole)
{
  for (guint row = 0; view->mentions && row < chn_timeline_get_n_events (whole); row++) {
    chn_timeline_load (whole, row, view->event);
    chn_mentions_note (view->mentions, view->event, CHN_MENTIONED_HIDDEN);
  }
}

static gboolean
shows_source (guint32 source, gconstpointer data)
{
  return ((const View *) data)->shows_source[source];
}

static void
add_sources (const View *view, ChnTimelineBuilder *builder)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (view->seen); i++)
    if (view->shows_source[i])
      chn_rebuild_add_source (builder, view->seen, chn_timeline_get_source (view->seen, i), shows_source, view);
}

static void
begin_origin (const View *view, guint origin, ChnTimelineBuilder *builder)
{
  guint n = 0;
  chn_timeline_builder_begin (builder, NULL);
  for (guint field = 0; field < CHN_HEADER_FILE; field++) {
    const char *text = chn_timeline_get_header (view->seen, origin, (ChnHeaderField) field);
    if (text)
      chn_timeline_builder_set_header (builder, (ChnHeaderField) field, text);
  }
  const ChnExtra *extras = chn_timeline_get_header_extras (view->seen, origin, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (extras[i].key, "BEGIN:VTIMEZONE") == 0)
      chn_timeline_builder_add_header_extra (builder, extras[i].key, extras[i].value);
}

static void
add_event (const View *view, guint row, ChnTimelineBuilder *builder)
{
  chn_timeline_load (view->seen, row, view->event);
  GArray *relations = view->event->relations;
  for (guint i = relations->len; i > 0; i--) {
    guint target = 0;
    if (!chn_timeline_find (view->seen, g_array_index (relations, ChnRelation, i - 1).target, &target) ||
        !view->shows_event[target])
      g_array_remove_index (relations, i - 1);
  }
  view->event->n_positions = 0;
  chn_timeline_builder_add_event (builder, view->event);
}

static void
add_origin (const View *view, guint origin, ChnTimelineBuilder *builder)
{
  begin_origin (view, origin, builder);
  for (guint row = 0; row < chn_timeline_get_n_events (view->seen); row++)
    if (view->shows_event[row] && chn_timeline_get_origin (view->seen, row) == origin)
      add_event (view, row, builder);
}

/* Over the names that everybody has, with those of its own that may be known. */
static ChnTimelineBuilder *
start (const View *view, ChnReport *report)
{
  const ChnOwnNamesChoice choice = { chn_mentions_want, view->mentions };
  return chn_rebuild_start_chosen (view->seen, view->mentions ? &choice : NULL, report);
}

static ChnTimeline *
make (const View *view, gboolean is_asked, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = start (view, report);
  gboolean has_sources = FALSE;
  if (is_asked)
    chn_timeline_builder_set_indexed (builder);
  for (guint origin = 0; origin < chn_timeline_get_n_origins (view->seen); origin++) {
    if (!view->has_events[origin])
      continue;
    add_origin (view, origin, builder);
    if (!has_sources)
      add_sources (view, builder);
    has_sources = TRUE;
  }
  return chn_rebuild_end (builder, view->seen, error);
}

ChnTimeline *
chn_feed_view_new (const ChnTimeline *whole, const ChnTimeline *seen, const ChnRows *rows, gboolean is_asked,
                   GError **error)
{
  g_autofree guint8 *events = g_malloc0 (MAX (chn_timeline_get_n_events (seen), 1));
  g_autofree guint8 *sources = g_malloc0 (MAX (chn_timeline_get_n_sources (seen), 1));
  g_autofree guint8 *origins = g_malloc0 (MAX (chn_timeline_get_n_origins (seen), 1));
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnMentions) mentions = chn_mentions_new (seen);
  View view = { seen, events, sources, origins, mentions, event };
  survey_whole (&view, whole);
  survey (&view, rows);
  if (mentions)
    chn_mentions_settle (mentions);
  return make (&view, is_asked, error);
}
