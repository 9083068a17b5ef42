/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that two people changed: those that came or went, and what changed in those that stayed. */
#include "curate/union/three-way-events.h"

#include <string.h>

#include "curate/edit/edits.h"
#include "curate/edit/spell.h"
#include "format/yaml/write.h"

typedef struct {
  const ChnThreeWayEvents *merge;
  ChnThreeWay values;
  ChnEvent *event;
  const char *id; /* of the event at hand */
} Walk;

/* An alias finds another event. */
static gboolean
find (const ChnTimeline *timeline, const char *id, guint *row)
{
  return chn_timeline_find (timeline, id, row) && strcmp (chn_timeline_get_id (timeline, *row), id) == 0;
}

static gboolean
takes_all (const char *id, gpointer data)
{
  (void) id, (void) data;
  return TRUE;
}

/* The event as the canonical writer spells it, as a value; NULL where the timeline has it not. */
static const ChnTree *
read_event (Walk *walk, const ChnTimeline *timeline)
{
  guint row = 0;
  g_autoptr (GString) text = g_string_new (NULL);
  if (!find (timeline, walk->id, &row))
    return NULL;
  chn_timeline_load (timeline, row, walk->event);
  chn_yaml_append_event (text, walk->event, NULL, takes_all, NULL);
  const ChnTree *list = chn_tree_parse (text->str, text->len, walk->values.arena);
  return list ? list->first : NULL;
}

static void
tell (const Walk *walk, const char *message)
{
  guint row = 0;
  const ChnTimeline *ours = walk->merge->ours;
  const char *file = find (ours, walk->id, &row)
                         ? chn_timeline_get_header (ours, chn_timeline_get_origin (ours, row), CHN_HEADER_FILE)
                         : NULL;
  chn_report_add (walk->merge->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                      .code = "merge-conflict",
                                                      .file = file,
                                                      .event = walk->id,
                                                      .message = message });
}

static void
tell_value (const char *path, const ChnTree *base, const ChnTree *ours, const ChnTree *theirs, gpointer data)
{
  const Walk *walk = data;
  g_autofree char *was = chn_three_way_dup_text (base), *mine = chn_three_way_dup_text (ours);
  g_autofree char *other = chn_three_way_dup_text (theirs);
  g_autofree char *message =
      g_strdup_printf ("%s: %s: ours %s, theirs %s; it was %s", walk->id, path, mine, other, was);
  tell (walk, message);
}

static void
set_field (const Walk *walk, const ChnTree *key, const ChnTree *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int field = chn_field_find (key->text, -1);
  if (value)
    chn_spell_pair (text, key, 4);
  if (text->len > 0) {
    g_string_prepend (text, "    ");
    g_string_append_c (text, '\n');
  }
  if (field > CHN_FIELD_ID)
    chn_edits_set_text (walk->merge->edits, walk->id, (ChnField) field, text->str);
}

static void
edit (const Walk *walk, const ChnTree *ours, const ChnTree *made)
{
  for (const ChnTree *key = made->first; key; key = key->next->next) {
    const ChnTree *old = chn_tree_find (ours, key->text, NULL);
    if (!old || !chn_tree_is_equal (old->next, key->next))
      set_field (walk, key, key->next);
  }
  for (const ChnTree *key = ours->first; key; key = key->next->next)
    if (!chn_tree_find (made, key->text, NULL))
      set_field (walk, key, NULL);
}

static void
add (Walk *walk)
{
  guint row = 0;
  find (walk->merge->theirs, walk->id, &row);
  chn_timeline_load (walk->merge->theirs, row, walk->event);
  chn_edits_add_event (walk->merge->edits, walk->event);
}

/* Who took an event out while the other changed it meant it otherwise. */
static void
merge_event (Walk *walk)
{
  chn_arena_clear (walk->values.arena);
  const ChnTree *base = read_event (walk, walk->merge->base), *ours = read_event (walk, walk->merge->ours);
  const ChnTree *theirs = read_event (walk, walk->merge->theirs);
  g_autofree char *message = NULL;
  if (ours && theirs)
    edit (walk, ours, chn_three_way (&walk->values, "", base, ours, theirs));
  else if (theirs && !base)
    add (walk);
  else if (ours && base && chn_tree_is_equal (ours, base))
    chn_edits_remove_event (walk->merge->edits, walk->id);
  else if (ours && base)
    message = g_strdup_printf ("%s: theirs took the event out, ours changed it; it stays", walk->id);
  else if (theirs && !chn_tree_is_equal (theirs, base))
    message = g_strdup_printf ("%s: ours took the event out, theirs changed it; it stays out", walk->id);
  if (message)
    tell (walk, message);
}

static void
merge_all (Walk *walk, const ChnTimeline *timeline, const ChnTimeline *but)
{
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    guint other = 0;
    walk->id = chn_timeline_get_id (timeline, row);
    if (!but || !find (but, walk->id, &other))
      merge_event (walk);
  }
}

void
chn_three_way_events (const ChnThreeWayEvents *merge)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  Walk walk = { .merge = merge, .event = event };
  walk.values = (ChnThreeWay){ arena, tell_value, &walk };
  merge_all (&walk, merge->ours, NULL);
  merge_all (&walk, merge->theirs, merge->ours);
}
