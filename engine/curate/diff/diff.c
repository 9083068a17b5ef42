/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How one timeline became another: events by their ids and by their content, field by field, and what is said beside
 * them. */
#include <string.h>

#include "base/arena.h"
#include "curate/diff/header.h"
#include "curate/diff/pairs.h"
#include "curate/diff/values.h"
#include "curate/excerpt.h"
#include "model/event-diff.h"
#include "model/event-storage.h"
#include "timeline/columns.h"

struct _ChnDiff {
  ChnTimeline *old_timeline, *new_timeline;
  ChnPairs pairs;
  GArray *events; /* ChnEventChange */
  GArray *header; /* ChnValueChange */
  guint count[CHN_CHANGE_CHANGED + 1];
  ChnArena *arena;
};

/* The events at hand. */
typedef struct {
  ChnDiff *diff;
  ChnEvent *before, *after;
  gboolean has_renamed; /* some event has another id */
} Comparing;

/* A relation to an event that was renamed is to the same event. */
static void
follow_renamed (const Comparing *comparing, ChnEvent *event)
{
  const ChnDiff *diff = comparing->diff;
  for (guint i = 0; comparing->has_renamed && i < event->relations->len; i++) {
    guint row = 0;
    ChnRelation *relation = &g_array_index (event->relations, ChnRelation, i);
    if (chn_timeline_find (diff->old_timeline, relation->target, &row) && diff->pairs.new_of[row] != G_MAXUINT32)
      relation->target = chn_timeline_get_id (diff->new_timeline, diff->pairs.new_of[row]);
  }
}

static ChnValueChange
compare_value (const Comparing *comparing, ChnField field)
{
  ChnArena *arena = comparing->diff->arena;
  return chn_value_compare (chn_field_get_info (field)->name, (int) field,
                            chn_value_of_event (comparing->before, field, arena),
                            chn_value_of_event (comparing->after, field, arena), arena);
}

static void
add_change (const Comparing *comparing, const ChnEventChange *change)
{
  g_array_append_vals (comparing->diff->events, change, 1);
  comparing->diff->count[change->kind]++;
}

/* What two events of one id or another say otherwise. */
static void
compare_pair (const Comparing *comparing, guint old_row, guint new_row)
{
  ChnDiff *diff = comparing->diff;
  ChnField fields[CHN_N_FIELDS];
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (ChnValueChange));
  chn_timeline_load (diff->old_timeline, old_row, comparing->before);
  chn_timeline_load (diff->new_timeline, new_row, comparing->after);
  follow_renamed (comparing, comparing->before);
  chn_excerpt_settle_zone ((ChnExcerptRow){ diff->new_timeline, new_row }, comparing->after,
                           (ChnExcerptRow){ diff->old_timeline, old_row }, comparing->before);
  chn_excerpt_take_back_relations (comparing->after, diff->old_timeline, comparing->before);
  chn_excerpt_take_back_relations (comparing->before, diff->new_timeline, comparing->after);
  guint n = chn_event_diff (comparing->before, comparing->after, fields);
  ChnEventChange change = { .kind = CHN_CHANGE_CHANGED, .old_row = old_row, .new_row = new_row };
  for (guint i = 0; i < n; i++) {
    change.is_renamed |= fields[i] == CHN_FIELD_ID;
    change.is_moved |= fields[i] == CHN_FIELD_DATE;
    if (fields[i] == CHN_FIELD_ID)
      continue;
    ChnValueChange value = compare_value (comparing, fields[i]);
    g_array_append_val (values, value);
  }
  if (n == 0)
    return;
  change.n_values = values->len;
  change.values = chn_arena_memdup (diff->arena, values->data, values->len * sizeof (ChnValueChange));
  add_change (comparing, &change);
}

/* Rows of the old timeline that went, up to where a date begins. */
static void
add_removed (const Comparing *comparing, guint *old_row, gint64 until)
{
  const ChnColumns *columns = chn_timeline_get_columns (comparing->diff->old_timeline);
  for (; *old_row < columns->n_rows; ++*old_row) {
    if (comparing->diff->pairs.new_of[*old_row] != G_MAXUINT32)
      continue;
    if (until != CHN_TIME_MAX && chn_columns_get_earliest (columns, *old_row) > until)
      return;
    add_change (comparing, &(ChnEventChange){ .kind = CHN_CHANGE_REMOVED, .old_row = *old_row });
  }
}

static void
compare_all (Comparing *comparing)
{
  guint old_row = 0;
  ChnDiff *diff = comparing->diff;
  const ChnColumns *columns = chn_timeline_get_columns (diff->new_timeline);
  for (guint row = 0; row < columns->n_rows && !comparing->has_renamed; row++)
    comparing->has_renamed = diff->pairs.old_of[row] != G_MAXUINT32 &&
                             strcmp (chn_timeline_get_id (diff->old_timeline, diff->pairs.old_of[row]),
                                     chn_timeline_get_id (diff->new_timeline, row)) != 0;
  for (guint row = 0; row < columns->n_rows; row++) {
    add_removed (comparing, &old_row, chn_columns_get_earliest (columns, row));
    if (diff->pairs.old_of[row] == G_MAXUINT32)
      add_change (comparing, &(ChnEventChange){ .kind = CHN_CHANGE_ADDED, .new_row = row });
    else
      compare_pair (comparing, diff->pairs.old_of[row], row);
  }
  add_removed (comparing, &old_row, CHN_TIME_MAX);
}

ChnDiff *
chn_diff_new (ChnTimeline *old_timeline, ChnTimeline *new_timeline, GError **error)
{
  g_autoptr (ChnDiff) diff = g_new0 (ChnDiff, 1);
  g_autoptr (ChnEvent) before = chn_event_new (), after = chn_event_new ();
  Comparing comparing = { diff, before, after, FALSE };
  diff->old_timeline = chn_timeline_ref (old_timeline);
  diff->new_timeline = chn_timeline_ref (new_timeline);
  diff->events = g_array_new (FALSE, FALSE, sizeof (ChnEventChange));
  diff->header = g_array_new (FALSE, FALSE, sizeof (ChnValueChange));
  diff->arena = chn_arena_new ();
  chn_pairs_init (&diff->pairs, old_timeline, new_timeline);
  compare_all (&comparing);
  if (!chn_header_compare (old_timeline, new_timeline, diff->header, diff->arena, error) ||
      !chn_timeline_check (old_timeline, error) || !chn_timeline_check (new_timeline, error))
    return NULL;
  return g_steal_pointer (&diff);
}

void
chn_diff_free (ChnDiff *diff)
{
  if (!diff)
    return;
  chn_pairs_clear (&diff->pairs);
  chn_timeline_unref (diff->old_timeline);
  chn_timeline_unref (diff->new_timeline);
  g_array_unref (diff->events);
  g_array_unref (diff->header);
  chn_arena_free (diff->arena);
  g_free (diff);
}

const ChnEventChange *
chn_diff_get_events (const ChnDiff *diff, guint *n)
{
  *n = diff->events->len;
  return (const ChnEventChange *) (gpointer) diff->events->data;
}

const ChnValueChange *
chn_diff_get_header (const ChnDiff *diff, guint *n)
{
  *n = diff->header->len;
  return (const ChnValueChange *) (gpointer) diff->header->data;
}

guint
chn_diff_count (const ChnDiff *diff, ChnChangeKind kind)
{
  g_return_val_if_fail (kind <= CHN_CHANGE_CHANGED, 0);
  return diff->count[kind];
}

ChnTimeline *
chn_diff_get_old (const ChnDiff *diff)
{
  return diff->old_timeline;
}

ChnTimeline *
chn_diff_get_new (const ChnDiff *diff)
{
  return diff->new_timeline;
}
