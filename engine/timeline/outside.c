/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Relations of excerpts: those that point outside are set aside as extras, and taken back when they can be. */
#include "timeline/outside.h"

#include <string.h>

static const char prefix[] = "outside-";

typedef struct {
  ChnTimelineBuilder *builder;
  guint n_aside;
} Sorting;

static gboolean
is_known (const Sorting *sorting, guint32 id)
{
  return id != 0 && chn_builder_has_event (sorting->builder, id);
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

static gboolean
points_outside (const Sorting *sorting, const ChnRelationCell *relation)
{
  return relation->target != 0 && !is_known (sorting, relation->target);
}

/* Whether a staged event has something to set aside or to take back, which hardly any has. */
static gboolean
is_concerned (const Sorting *sorting, guint index)
{
  const ChnTimelineBuilder *builder = sorting->builder;
  guint n;
  ChnRelationCell relation;
  const ChnExtraCell *extras = chn_builder_get_cells (builder, index, CHN_LIST_EXTRAS, &n);
  for (guint i = 0; i < n; i++)
    if (read_extra (sorting, &extras[i], &relation))
      return TRUE;
  const ChnRelationCell *relations = chn_builder_get_cells (builder, index, CHN_LIST_RELATIONS, &n);
  for (guint i = 0; i < n && chn_builder_get_head (builder, index)->zero; i++)
    if (points_outside (sorting, &relations[i]))
      return TRUE;
  return FALSE;
}

static ChnExtraCell
set_aside (Sorting *sorting, const ChnRelationCell *relation)
{
  g_autofree char *key = chn_outside_dup_key (relation->type);
  sorting->n_aside++;
  return (ChnExtraCell){ .key = chn_pool_intern (sorting->builder->texts, key, -1), .value = relation->target };
}

/* Relations that stay, then those that are taken back; extras that stay, then those that were relations. */
static void
sort_event (Sorting *sorting, guint index)
{
  ChnTimelineBuilder *builder = sorting->builder;
  gboolean is_excerpt = chn_builder_get_head (builder, index)->zero;
  chn_builder_load_draft (builder, index);
  GArray *extras = builder->draft.list[CHN_LIST_EXTRAS], *relations = builder->draft.list[CHN_LIST_RELATIONS];
  g_autoptr (GArray) old_extras = g_array_copy (extras);
  g_autoptr (GArray) old_relations = g_array_copy (relations);
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (ChnRelationCell));
  g_array_set_size (extras, 0);
  g_array_set_size (relations, 0);
  for (guint i = 0; i < old_extras->len; i++) {
    const ChnExtraCell *extra = &g_array_index (old_extras, ChnExtraCell, i);
    ChnRelationCell relation;
    if (read_extra (sorting, extra, &relation))
      g_array_append_val (back, relation);
    else
      g_array_append_vals (extras, extra, 1);
  }
  for (guint i = 0; i < old_relations->len; i++) {
    const ChnRelationCell *relation = &g_array_index (old_relations, ChnRelationCell, i);
    if (is_excerpt && points_outside (sorting, relation)) {
      ChnExtraCell extra = set_aside (sorting, relation);
      g_array_append_val (extras, extra);
    } else
      g_array_append_vals (relations, relation, 1);
  }
  g_array_append_vals (relations, back->data, back->len);
  chn_builder_store_draft (builder, index);
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
  Sorting sorting = { .builder = builder };
  gboolean may_point_outside = builder->has_excerpts && builder->lists >> CHN_LIST_RELATIONS & 1;
  if (!may_point_outside && !(builder->lists >> CHN_LIST_EXTRAS & 1))
    return;
  for (guint i = 0; i < builder->heads->len; i++)
    if (is_concerned (&sorting, i))
      sort_event (&sorting, i);
  report_aside (&sorting);
}
