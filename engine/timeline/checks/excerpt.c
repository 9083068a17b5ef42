/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Relations of excerpts: those that point outside are set aside as extras, and taken back when they can be. */
#include "timeline/checks/excerpt.h"

#include <string.h>

#include "timeline/checks/checks.h"

static const char prefix[] = "outside-";

typedef struct {
  ChnChecks *checks;
  const ChnVocabulary *vocabulary;
  guint n_aside;
} Sorting;

static gboolean
is_known (const Sorting *sorting, guint32 id)
{
  return id != 0 && chn_lookup_has_event (&sorting->checks->lookup, id);
}

const char *
chn_outside_find_type (const char *key)
{
  return key && g_str_has_prefix (key, prefix) ? key + strlen (prefix) : NULL;
}

/* The relation that an extra stands for; FALSE for any other extra. */
static gboolean
read_extra (const Sorting *sorting, const ChnExtraCell *extra, ChnRelationCell *relation)
{
  const char *name = chn_outside_find_type (chn_pool_get (sorting->checks->stage->texts, extra->key));
  if (!name)
    return FALSE;
  int type = chn_vocabulary_find_term (sorting->vocabulary, CHN_VOCABULARY_RELATION, name, -1, NULL);
  const char *id = chn_pool_get (sorting->checks->stage->texts, extra->value);
  /* Values of extras are not interned: the id is looked up as a text of its own. */
  guint32 target = chn_pool_find (sorting->checks->stage->texts, id, -1);
  if (type < 0 || !is_known (sorting, target))
    return FALSE;
  *relation = (ChnRelationCell){ .target = target, .type = (guint32) type };
  return TRUE;
}

char *
chn_outside_dup_key (const char *type)
{
  return g_strconcat (prefix, type, NULL);
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
  const ChnStage *stage = sorting->checks->stage;
  guint n;
  ChnRelationCell relation;
  const ChnExtraCell *extras = chn_stage_get_cells (stage, index, CHN_LIST_EXTRAS, &n);
  for (guint i = 0; i < n; i++)
    if (read_extra (sorting, &extras[i], &relation))
      return TRUE;
  const ChnRelationCell *relations = chn_stage_get_cells (stage, index, CHN_LIST_RELATIONS, &n);
  for (guint i = 0; i < n && chn_stage_get_head (stage, index)->staged & CHN_STAGED_EXCERPT; i++)
    if (points_outside (sorting, &relations[i]))
      return TRUE;
  return FALSE;
}

static ChnExtraCell
set_aside (Sorting *sorting, const ChnRelationCell *relation)
{
  const ChnTerm *type = chn_vocabulary_get_term (sorting->vocabulary, CHN_VOCABULARY_RELATION, relation->type);
  g_autofree char *key = chn_outside_dup_key (type->name);
  sorting->n_aside++;
  return (ChnExtraCell){ .key = chn_pool_intern (sorting->checks->stage->texts, key, -1), .value = relation->target };
}

/* Relations that stay, then those that are taken back; extras that stay, then those that were relations. */
static void
sort_event (Sorting *sorting, guint index)
{
  ChnStage *stage = sorting->checks->stage;
  gboolean is_excerpt = chn_stage_get_head (stage, index)->staged & CHN_STAGED_EXCERPT;
  chn_stage_load_record (stage, index);
  GArray *extras = stage->record.list[CHN_LIST_EXTRAS], *relations = stage->record.list[CHN_LIST_RELATIONS];
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
  chn_stage_store_record (stage, index);
}

static void
report_aside (const Sorting *sorting)
{
  if (sorting->n_aside == 0)
    return;
  ChnPlace place = { .file = chn_stage_get_file (sorting->checks->stage, 0) };
  chn_fault_add (sorting->checks->stage->report, CHN_FAULT_OUTSIDE_TARGET, &place, NULL,
                 "%u relation%s at events that are not in the file; kept under \"extra\"", sorting->n_aside,
                 sorting->n_aside == 1 ? " points" : "s point");
}

void
chn_check_excerpts (ChnChecks *checks, const ChnVocabulary *vocabulary)
{
  const ChnStage *stage = checks->stage;
  Sorting sorting = { .checks = checks, .vocabulary = vocabulary };
  gboolean may_point_outside = stage->has_excerpts && stage->lists >> CHN_LIST_RELATIONS & 1;
  if (!may_point_outside && !(stage->lists >> CHN_LIST_EXTRAS & 1))
    return;
  for (guint i = 0; i < stage->heads->len; i++)
    if (is_concerned (&sorting, i))
      sort_event (&sorting, i);
  report_aside (&sorting);
}
