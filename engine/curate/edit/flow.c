/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lists in [ ] and mappings in { } of which some items change. */
#include "curate/edit/flow.h"

#include <string.h>

#include "curate/edit/align.h"
#include "curate/edit/shape.h"
#include "curate/edit/spell.h"

typedef struct {
  const char *bytes;
  const ChnTree *old;
  GArray *units; /* of the old collection */
  GArray *news;
  GString *out;
} Flow;

static const ChnUnit *
get_old (const Flow *flow, guint index)
{
  return &g_array_index (flow->units, ChnUnit, index);
}

static void
put_raw (GString *out, const char *bytes, gsize start, gsize end)
{
  g_string_append_len (out, bytes + start, (gssize) (end - start));
}

static gsize
get_gap_end (const Flow *flow, guint index)
{
  return index + 1 < flow->units->len ? chn_unit_get_start (get_old (flow, index + 1)) : flow->old->end - 1;
}

static gboolean
gap_has (const Flow *flow, guint index, char byte)
{
  gsize start = get_old (flow, index)->value->end;
  return memchr (flow->bytes + start, byte, get_gap_end (flow, index) - start) != NULL;
}

/* What stands between two items where neither tells: what does so elsewhere on lines of their own, else a comma. */
static void
put_usual_gap (const Flow *flow)
{
  for (guint i = 0; i + 1 < flow->units->len; i++)
    if (gap_has (flow, i, '\n') && !gap_has (flow, i, '#')) {
      put_raw (flow->out, flow->bytes, get_old (flow, i)->value->end, get_gap_end (flow, i));
      return;
    }
  g_string_append (flow->out, ", ");
}

static void
put_gap (const Flow *flow, int old)
{
  guint last = flow->units->len - 1;
  if (old < 0 || ((guint) old == last && !gap_has (flow, last, '#'))) {
    put_usual_gap (flow);
    return;
  }
  if ((guint) old == last && !gap_has (flow, last, ','))
    g_string_append_c (flow->out, ',');
  put_raw (flow->out, flow->bytes, get_old (flow, (guint) old)->value->end, get_gap_end (flow, (guint) old));
}

/* What stands before the bracket that closes. */
static void
put_tail (const Flow *flow, int old)
{
  guint last = flow->units->len - 1, index = old < 0 ? last : (guint) old;
  if (old >= 0 && index != last && !gap_has (flow, index, '#'))
    index = last;
  put_raw (flow->out, flow->bytes, get_old (flow, index)->value->end, get_gap_end (flow, index));
}

static gboolean
put_unit (const Flow *flow, const ChnStep *step)
{
  const ChnUnit *new = &g_array_index (flow->news, ChnUnit, step->new);
  if (step->old < 0) {
    if (new->key) {
      chn_spell_like (flow->out, new->key, new->key, TRUE);
      g_string_append (flow->out, ": ");
    }
    chn_spell_flow (flow->out, new->value);
    return TRUE;
  }
  const ChnUnit *old = get_old (flow, (guint) step->old);
  if (old->key) {
    put_raw (flow->out, flow->bytes, old->key->start, old->value->start);
    if (flow->bytes[old->value->start - 1] == ':')
      g_string_append_c (flow->out, ' ');
  }
  return chn_flow_change (flow->out, flow->bytes, old->value, new->value);
}

/* An item that comes in and is the same as one that goes has only moved, with its spelling and comment. */
static ChnStep
find_origin (const Flow *flow, const GArray *steps, guint index)
{
  ChnStep step = g_array_index (steps, ChnStep, index);
  for (guint i = 0; step.old < 0 && i < steps->len; i++) {
    const ChnStep *other = &g_array_index (steps, ChnStep, i);
    if (other->new < 0 && !get_old (flow, (guint) other->old)->key &&
        chn_tree_is_equal (get_old (flow, (guint) other->old)->value,
                           g_array_index (flow->news, ChnUnit, step.new).value))
      step.old = other->old;
  }
  return step;
}

static gboolean
put_units (const Flow *flow, const GArray *steps)
{
  gboolean begun = FALSE;
  int last = -1;
  put_raw (flow->out, flow->bytes, flow->old->start, chn_unit_get_start (get_old (flow, 0)));
  for (guint i = 0; i < steps->len; i++) {
    const ChnStep step = find_origin (flow, steps, i);
    if (step.new < 0)
      continue;
    if (begun)
      put_gap (flow, last);
    if (!put_unit (flow, &step))
      return FALSE;
    begun = TRUE;
    last = step.old;
  }
  put_tail (flow, last);
  put_raw (flow->out, flow->bytes, flow->old->end - 1, flow->old->end);
  return TRUE;
}

static gboolean
change_collection (GString *out, const char *bytes, const ChnTree *old, const ChnTree *value)
{
  g_autoptr (GArray) units = chn_align_dup_units (old);
  g_autoptr (GArray) news = chn_align_dup_units (value);
  g_autoptr (GArray) steps = chn_align (units, news);
  const Flow flow = { bytes, old, units, news, out };
  return put_units (&flow, steps);
}

static gboolean
has_brackets (const char *bytes, const ChnTree *tree)
{
  return tree->flow && strchr ("[{", bytes[tree->start]) && strchr ("]}", bytes[tree->end - 1]);
}

gboolean
chn_flow_change (GString *out, const char *bytes, const ChnTree *old, const ChnTree *value)
{
  if (chn_tree_is_equal (old, value)) {
    put_raw (out, bytes, old->start, old->end);
    return TRUE;
  }
  if (old->named)
    return FALSE;
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const ChnTree *fit = chn_shape_fit (old, value, arena);
  gboolean same = old->kind == fit->kind && !old->alias;
  if (same && old->kind != CHN_TREE_TEXT && has_brackets (bytes, old) && old->n > 0 && fit->n > 0)
    return change_collection (out, bytes, old, fit);
  if (old->anchor)
    return FALSE;
  if (same && old->kind == CHN_TREE_TEXT)
    chn_spell_like (out, old, fit, TRUE);
  else
    chn_spell_flow (out, fit);
  return TRUE;
}
