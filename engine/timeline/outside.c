/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Relations of excerpts: those that point outside are set aside as extras, and taken back when they can be. */
#include "timeline/outside.h"

#include <string.h>

static const char prefix[] = "outside-";

typedef struct {
  ChnTimelineBuilder *builder;
  GArray *relations; /* ChnRelationCell */
  GArray *extras;    /* ChnExtraCell */
  guint n_aside;
} Sorting;

static gboolean
is_known (const Sorting *sorting, guint32 id)
{
  return id != 0 && *chn_number_map_at (sorting->builder->event_of_id, id) != 0;
}

/* The relation that an extra stands for; FALSE for any other extra. */
static gboolean
read_extra (const Sorting *sorting, const ChnExtraCell *extra, ChnRelationCell *relation)
{
  const char *key = chn_pool_get (sorting->builder->texts, extra->key);
  if (!key || !g_str_has_prefix (key, prefix))
    return FALSE;
  int type = chn_vocabulary_find (CHN_VOCABULARY_RELATION, key + strlen (prefix), -1, NULL);
  const char *id = chn_pool_get (sorting->builder->texts, extra->value);
  /* Values of extras are not interned: the id is looked up as a text of its own. */
  guint32 target = chn_pool_find (sorting->builder->texts, id, -1);
  if (type < 0 || !is_known (sorting, target))
    return FALSE;
  *relation = (ChnRelationCell){ .target = target, .type = (guint32) type };
  return TRUE;
}

char *
chn_outside_dup_key (guint type)
{
  return g_strconcat (prefix, chn_vocabulary_get_term_name (CHN_VOCABULARY_RELATION, type), NULL);
}

static void
set_aside (Sorting *sorting, const ChnRelationCell *relation)
{
  g_autofree char *key = chn_outside_dup_key (relation->type);
  ChnExtraCell extra = { .key = chn_pool_intern (sorting->builder->texts, key, -1), .value = relation->target };
  g_array_append_val (sorting->extras, extra);
  sorting->n_aside++;
}

static void
sort_event (Sorting *sorting, guint index)
{
  ChnTimelineBuilder *builder = sorting->builder;
  gboolean is_excerpt = chn_builder_get_event (builder, index)->is_excerpt;
  guint first, end;
  chn_builder_get_range (builder, index, CHN_LIST_EXTRAS, &first, &end);
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (ChnRelationCell));
  for (guint i = first; i < end; i++) {
    const ChnExtraCell *extra = &g_array_index (builder->list[CHN_LIST_EXTRAS], ChnExtraCell, i);
    ChnRelationCell relation;
    if (read_extra (sorting, extra, &relation))
      g_array_append_val (back, relation);
    else
      g_array_append_vals (sorting->extras, extra, 1);
  }
  chn_builder_get_range (builder, index, CHN_LIST_RELATIONS, &first, &end);
  for (guint i = first; i < end; i++) {
    const ChnRelationCell *relation = &g_array_index (builder->list[CHN_LIST_RELATIONS], ChnRelationCell, i);
    if (!is_excerpt || relation->target == 0 || is_known (sorting, relation->target))
      g_array_append_vals (sorting->relations, relation, 1);
    else
      set_aside (sorting, relation);
  }
  g_array_append_vals (sorting->relations, back->data, back->len);
}

static void
report_aside (const Sorting *sorting)
{
  if (sorting->n_aside == 0)
    return;
  ChnPlace place = { .file = chn_builder_get_file (sorting->builder, 0) };
  chn_fault_add (sorting->builder->report, CHN_FAULT_OUTSIDE_TARGET, &place, NULL,
                 "%u relation%s at events that are not in the file; kept under \"extra\"", sorting->n_aside,
                 sorting->n_aside == 1 ? " points" : "s point");
}

void
chn_builder_set_aside_outside (ChnTimelineBuilder *builder)
{
  guint n = builder->events->len;
  gboolean may_point_outside = builder->has_excerpts && builder->list[CHN_LIST_RELATIONS]->len > 0;
  if (!may_point_outside && builder->list[CHN_LIST_EXTRAS]->len == 0)
    return;
  g_autofree guint32 *ends = g_new (guint32, MAX (2 * n, 1));
  Sorting sorting = {
    .builder = builder,
    .relations = g_array_new (FALSE, FALSE, sizeof (ChnRelationCell)),
    .extras = g_array_new (FALSE, FALSE, sizeof (ChnExtraCell)),
  };
  for (guint i = 0; i < n; i++) {
    sort_event (&sorting, i);
    ends[2 * i] = sorting.relations->len;
    ends[2 * i + 1] = sorting.extras->len;
  }
  for (guint i = 0; i < n; i++) {
    chn_builder_get_event (builder, i)->end[CHN_LIST_RELATIONS] = ends[2 * i];
    chn_builder_get_event (builder, i)->end[CHN_LIST_EXTRAS] = ends[2 * i + 1];
  }
  g_array_unref (builder->list[CHN_LIST_RELATIONS]);
  g_array_unref (builder->list[CHN_LIST_EXTRAS]);
  builder->list[CHN_LIST_RELATIONS] = sorting.relations;
  builder->list[CHN_LIST_EXTRAS] = sorting.extras;
  report_aside (&sorting);
}
