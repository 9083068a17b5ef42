/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An event of an excerpt, in the words of the timeline that it is held against. */
#include "curate/excerpt.h"

#include <string.h>

#include "model/event-storage.h"
#include "timeline/checks/excerpt.h"
#include "timeline/columns.h"

static const char *
get_zone (ChnExcerptRow row)
{
  return chn_columns_get_zone (chn_timeline_get_columns (row.timeline), row.row);
}

void
chn_excerpt_settle_zone (ChnExcerptRow row, ChnEvent *event, ChnExcerptRow other_row, const ChnEvent *other)
{
  const char *own = chn_event_get_text (other, CHN_FIELD_ZONE);
  if (g_strcmp0 (chn_event_get_text (event, CHN_FIELD_ZONE), own) != 0 &&
      g_strcmp0 (get_zone (row), get_zone (other_row)) == 0)
    chn_event_set_text (event, CHN_FIELD_ZONE, own, -1);
}

/* Whether the extra was a relation, which the event then has. */
static gboolean
take_back (ChnEvent *event, const ChnExtra *extra, const ChnTimeline *other_timeline)
{
  guint row = 0;
  const char *name = chn_outside_find_type (extra->key);
  if (!name || !chn_timeline_find (other_timeline, extra->value, &row))
    return FALSE;
  int type = chn_event_find_term (event, CHN_VOCABULARY_RELATION, name, -1, NULL);
  if (type >= 0)
    chn_event_add_relation (event, (guint) type, extra->value, -1);
  return type >= 0;
}

static int
find_relation (const ChnEvent *event, guint from, const ChnEvent *other, const ChnRelation *wanted)
{
  const char *name = chn_event_describe_term (other, CHN_VOCABULARY_RELATION, wanted->type)->name;
  for (guint i = from; i < event->relations->len; i++) {
    const ChnRelation *relation = &g_array_index (event->relations, ChnRelation, i);
    if (strcmp (relation->target, wanted->target) == 0 &&
        strcmp (chn_event_describe_term (event, CHN_VOCABULARY_RELATION, relation->type)->name, name) == 0)
      return (int) i;
  }
  return -1;
}

static void
order_as (ChnEvent *event, const ChnEvent *other)
{
  guint n = 0, n_ordered = 0;
  const ChnRelation *relations = chn_event_get_relations (other, &n);
  for (guint i = 0; i < n; i++) {
    int at = find_relation (event, n_ordered, other, &relations[i]);
    if (at < 0)
      continue;
    const ChnRelation relation = g_array_index (event->relations, ChnRelation, at);
    g_array_remove_index (event->relations, (guint) at);
    g_array_insert_val (event->relations, n_ordered, relation);
    n_ordered++;
  }
}

void
chn_excerpt_take_back_relations (ChnEvent *event, const ChnTimeline *other_timeline, const ChnEvent *other)
{
  guint n_before = event->extras->len;
  for (guint i = 0; i < event->extras->len;)
    if (take_back (event, &g_array_index (event->extras, ChnExtra, i), other_timeline))
      g_array_remove_index (event->extras, i);
    else
      i++;
  if (other && event->extras->len < n_before)
    order_as (event, other);
}
