/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A timeline file by its sections and events: trees of all but the events, of these only the ones that are asked for.
 */
#include "curate/edit/outline.h"

#include <string.h>

#include "base/error.h"
#include "base/report.h"
#include "curate/edit/lines.h"

typedef struct {
  ChnOutline *outline;
  ChnTreeSource source;
  gsize last; /* where the last event ended */
  ChnOutlineVisit visit;
  gpointer data;
} Reading;

static const char *
get_value (const ChnTree *event, const char *name)
{
  const ChnTree *key = chn_tree_find (event, name, NULL);
  return key && key->next->kind == CHN_TREE_TEXT ? key->next->text : NULL;
}

static void
note_date (const ChnTree *event, GArray *places, ChnPlace *place)
{
  const char *text = get_value (event, "date");
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  const ChnPlace *before = places->len > 0 ? &g_array_index (places, ChnPlace, places->len - 1) : NULL;
  place->earliest = date ? chn_date_get_bounds (date)->earliest : before ? before->earliest : G_MININT64;
  place->latest = date ? chn_date_get_bounds (date)->latest : before ? before->latest : G_MININT64;
}

/* Whether the event was asked for. */
static gboolean
keep_asked (ChnOutline *outline, const ChnTree *event, ChnPlace *place)
{
  const char *id = get_value (event, "id");
  if (id && outline->asks_all)
    g_hash_table_insert (outline->asked, g_strdup (id), GUINT_TO_POINTER (outline->places->len + 1));
  if (!id || outline->asks_all || !g_hash_table_contains (outline->asked, id))
    return FALSE;
  place->event = event;
  g_hash_table_insert (outline->asked, g_strdup (id), GUINT_TO_POINTER (outline->places->len + 1));
  return TRUE;
}

static void
read_event (Reading *reading)
{
  ChnOutline *outline = reading->outline;
  const ChnLines lines = { reading->source.bytes, reading->source.length };
  gboolean anchored = FALSE, flow = outline->events->flow;
  const ChnArenaMark before = chn_arena_get_mark (outline->arena);
  ChnTree *event = chn_tree_read (&reading->source, outline->arena, &anchored);
  if (!event)
    return;
  ChnPlace place = { 0 };
  place.start = flow ? event->start : chn_lines_skip_gap (&lines, reading->last);
  place.end = MAX (event->end, place.start + 1);
  reading->last = place.end;
  note_date (event, outline->places, &place);
  if (reading->visit)
    reading->visit (event, reading->data);
  if (!keep_asked (outline, event, &place) && !anchored)
    chn_arena_return_to (outline->arena, &before);
  g_array_append_val (outline->places, place);
}

/* The list of events without its items. */
static ChnTree *
read_events (Reading *reading)
{
  ChnOutline *outline = reading->outline;
  ChnYamlEvents *events = &reading->source.events;
  ChnTree *list = chn_arena_alloc (outline->arena, sizeof *list);
  list->kind = CHN_TREE_LIST;
  list->start = chn_tree_source_get_start (&reading->source);
  list->column = (guint) events->event.start_mark.column;
  list->flow = events->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  outline->events = list;
  reading->last = list->start;
  chn_yaml_events_take (events);
  yaml_event_type_t type = chn_yaml_events_peek (events);
  for (; type != YAML_NO_EVENT && type != YAML_SEQUENCE_END_EVENT; type = chn_yaml_events_peek (events))
    read_event (reading);
  list->n = outline->places->len;
  list->end = MAX (reading->last, list->start);
  if (list->flow && type == YAML_SEQUENCE_END_EVENT)
    list->end = chn_tree_source_get_start (&reading->source) + 1;
  chn_yaml_events_take (events);
  return list;
}

static gboolean
read_section (Reading *reading, ChnTree *root)
{
  ChnOutline *outline = reading->outline;
  ChnTreeSource *source = &reading->source;
  ChnTree *key = chn_tree_read (source, outline->arena, NULL);
  if (!key)
    return FALSE;
  gboolean events = key->kind == CHN_TREE_TEXT && strcmp (key->text, "events") == 0 && !outline->events;
  gboolean listed = events && chn_yaml_events_peek (&source->events) == YAML_SEQUENCE_START_EVENT;
  ChnTree *value = listed ? read_events (reading) : chn_tree_read (source, outline->arena, NULL);
  if (!value)
    return FALSE;
  chn_tree_append (root, key);
  chn_tree_append (root, value);
  root->n++;
  outline->events = events ? value : outline->events;
  return TRUE;
}

static gboolean
read_root (Reading *reading)
{
  ChnYamlEvents *events = &reading->source.events;
  ChnOutline *outline = reading->outline;
  if (chn_yaml_events_peek (events) == YAML_STREAM_START_EVENT)
    chn_yaml_events_take (events);
  if (chn_yaml_events_peek (events) == YAML_DOCUMENT_START_EVENT)
    chn_yaml_events_take (events);
  if (chn_yaml_events_peek (events) != YAML_MAPPING_START_EVENT)
    return FALSE;
  ChnTree *root = chn_arena_alloc (outline->arena, sizeof *root);
  root->kind = CHN_TREE_MAPPING;
  root->flow = events->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
  root->start = chn_tree_source_get_start (&reading->source);
  outline->root = root;
  chn_yaml_events_take (events);
  while (chn_yaml_events_peek (events) != YAML_MAPPING_END_EVENT)
    if (!read_section (reading, root))
      return FALSE;
  return !root->flow;
}

static ChnOutline *
new_outline (const char *const *asked)
{
  ChnOutline *outline = g_new0 (ChnOutline, 1);
  outline->arena = chn_arena_new ();
  outline->places = g_array_new (FALSE, FALSE, sizeof (ChnPlace));
  outline->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  outline->asks_all = asked == NULL;
  for (guint i = 0; asked && asked[i]; i++)
    g_hash_table_insert (outline->asked, g_strdup (asked[i]), NULL);
  return outline;
}

void
chn_outline_free (ChnOutline *outline)
{
  if (!outline)
    return;
  g_hash_table_unref (outline->asked);
  g_array_unref (outline->places);
  chn_arena_free (outline->arena);
  g_free (outline);
}

static ChnOutline *
run (Reading *reading, const char *bytes, gsize length, const char *name, const ChnLimits *limits, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnOutline) outline = reading->outline;
  const ChnYamlFaults faults = { report, name, NULL };
  chn_tree_source_init (&reading->source, bytes, length, &faults, limits ? limits : chn_limits_get_default ());
  gboolean read = read_root (reading);
  outline->has_anchors = g_hash_table_size (reading->source.anchors) > 0;
  chn_tree_source_clear (&reading->source);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0) {
    chn_report_to_error (report, error);
    return NULL;
  }
  if (!read) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "begin its first line with \"timeline: ID\"",
                   "%s is no mapping of one key a line, expected a timeline file", name);
    return NULL;
  }
  return g_steal_pointer (&outline);
}

ChnOutline *
chn_outline_read (const char *bytes, gsize length, const char *name, const char *const *asked,
                  const ChnLimits *limits, GError **error)
{
  Reading reading = { .outline = new_outline (asked) };
  return run (&reading, bytes, length, name, limits, error);
}

ChnOutline *
chn_outline_visit (const char *bytes, gsize length, const char *name, const char *const *asked, ChnOutlineVisit visit,
                   gpointer data, GError **error)
{
  Reading reading = { .outline = new_outline (asked), .visit = visit, .data = data };
  return run (&reading, bytes, length, name, NULL, error);
}

const ChnPlace *
chn_outline_find (const ChnOutline *outline, const char *id, const char *name, GError **error)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (outline->asked, id));
  if (number > 0)
    return &g_array_index (outline->places, ChnPlace, number - 1);
  chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "%s has no event \"%s\"", name, id);
  return NULL;
}
