/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the events of a folded series have in common: how many, of what kind and whose. */
#include "trail-series.h"

#include <string.h>

/* What the events of a folded series have in common. */
typedef struct {
  guint kind;
  gboolean same_kind, yearly;
  GPtrArray *forums; /* names, each once */
  gint64 before;     /* when the one before took place */
} Series;

static void
add_forums (Series *series, const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  const char *const *ids = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    const ChnForum *forum = chn_registry_get_forum (chn_timeline_get_registry (timeline), ids[i]);
    const char *name = forum ? chn_forum_get_short_name (forum) : ids[i];
    if (!g_ptr_array_find_with_equal_func (series->forums, name, g_str_equal, NULL))
      g_ptr_array_add (series->forums, g_strdup (name));
  }
}

static void
add_to_series (Series *series, const ChnTimeline *timeline, const ChnEvent *event, gboolean first)
{
  enum { DAY = 24 * 60 * 60, LEAST_YEAR = 270 * DAY, MOST_YEAR = 460 * DAY };
  guint kind = chn_event_get_term (event, CHN_FIELD_KIND);
  gint64 begin = chn_event_get_bounds (event)->earliest, gap = begin - series->before;
  series->same_kind = first || (series->same_kind && kind == series->kind);
  series->yearly = first || (series->yearly && gap >= LEAST_YEAR && gap <= MOST_YEAR);
  series->kind = kind;
  series->before = begin;
  add_forums (series, timeline, event);
}

/* "resolution" */
static char *
dup_kind (const ChnTimeline *timeline, guint kind)
{
  const ChnVocabulary *vocabulary = chn_timeline_get_vocabulary (timeline);
  return g_ascii_strdown (chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, kind)->label, -1);
}

/* "8 yearly resolutions" */
static void
append_number (const Series *series, const ChnTimeline *timeline, guint n, GString *out)
{
  g_autofree char *kind = series->same_kind ? dup_kind (timeline, series->kind) : g_strdup ("event");
  g_string_append_printf (out, "%u %s%ss", n, series->yearly ? "yearly " : "", kind);
}

/* Kinds that say no more than "event". */
static gboolean
is_unspecific (const ChnTerm *kind)
{
  return strcmp (kind->name, "event") == 0 || strcmp (kind->name, "other") == 0;
}

/* "26 events: 12 reports, 9 resolutions and 5 others" */
static char *
dup_run_title (const TrailGraph *graph, guint place)
{
  enum { MOST_KINDS = 3 };
  const ChnVocabulary *vocabulary = chn_timeline_get_vocabulary (graph->timeline);
  guint n_kinds = chn_vocabulary_count (vocabulary, CHN_VOCABULARY_KIND);
  guint n = trail_graph_get_place (graph, place)->n_folded, others = n, joined = 0;
  g_autofree guint *number = g_new0 (guint, n_kinds);
  g_autoptr (ChnEvent) event = chn_event_new ();
  GString *out = g_string_new (NULL);
  for (guint i = place; i < place + n; i++) {
    chn_timeline_load (graph->timeline, trail_graph_get_place (graph, i)->row, event);
    guint kind = chn_event_get_term (event, CHN_FIELD_KIND);
    number[kind] += is_unspecific (chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, kind)) ? 0 : 1;
  }
  for (guint i = 0; i < n_kinds; i++)
    if (number[i] == n) {
      g_autofree char *kind = dup_kind (graph->timeline, i);
      g_string_append_printf (out, "%u %ss", n, kind);
      return g_string_free (out, FALSE);
    }
  g_string_append_printf (out, "%u events", n);
  for (; joined < MOST_KINDS; joined++) {
    guint most = 0;
    for (guint i = 0; i < n_kinds; i++)
      most = number[i] > number[most] ? i : most;
    if (number[most] < 2)
      break;
    g_autofree char *kind = dup_kind (graph->timeline, most);
    g_string_append_printf (out, "%s%u %ss", joined == 0 ? ": " : ", ", number[most], kind);
    others -= number[most];
    number[most] = 0;
  }
  if (joined > 0 && others > 0)
    g_string_append_printf (out, " and %u other%s", others, others == 1 ? "" : "s");
  return g_string_free (out, FALSE);
}

char *
trail_series_dup_title (const TrailGraph *graph, guint place)
{
  g_autoptr (GPtrArray) forums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChnEvent) event = chn_event_new ();
  Series series = { .forums = forums };
  if (trail_graph_get_place (graph, place)->is_run)
    return dup_run_title (graph, place);
  for (guint i = place; i < graph->places->len; i++) {
    if (trail_graph_get_place (graph, i)->fold != place)
      continue;
    chn_timeline_load (graph->timeline, trail_graph_get_place (graph, i)->row, event);
    add_to_series (&series, graph->timeline, event, i == place);
  }
  GString *out = g_string_new (NULL);
  append_number (&series, graph->timeline, trail_graph_get_place (graph, place)->n_folded, out);
  for (guint i = 0; i < forums->len; i++)
    g_string_append_printf (out, "%s%s",
                            i == 0                ? " of the "
                            : i + 1 < forums->len ? ", the "
                                                  : " and the ",
                            (const char *) forums->pdata[i]);
  return g_string_free (out, FALSE);
}
