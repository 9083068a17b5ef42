/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting by what is named: forums, actors, tags, sources, series, places. */
#include "query/count-find.h"

/* A value is named once: most events have one that was met just now. */
static gboolean
hit_met (ChnCounting *counting, guint32 code)
{
  const ChnMetUnit *met = &counting->met[code % CHN_MET_UNITS];
  if (met->values != counting->values || met->number != code)
    return FALSE;
  chn_count_hit_value (counting, met->value, CHN_HIT_CERTAINLY);
  return TRUE;
}

static void
hit_code (ChnCounting *counting, guint32 code, const char *name, const char *label)
{
  const ChnCountValue *value = chn_count_hit (counting, name, label, 0, CHN_HIT_CERTAINLY);
  guint index = (guint) (value - &g_array_index (counting->values->values, ChnCountValue, 0));
  counting->met[code % CHN_MET_UNITS] = (ChnMetUnit){ .values = counting->values, .number = code, .value = index };
}

/* The ancestor of a forum, or itself, that is at most so deep in the tree; a forum without a parent is at depth 1. */
static const ChnForum *
raise_forum (const ChnForum *forum, guint depth)
{
  guint level = 1;
  for (const ChnForum *at = forum; (at = chn_forum_get_parent (at)) != NULL;)
    level++;
  for (; depth > 0 && level > depth; level--)
    forum = chn_forum_get_parent (forum);
  return forum;
}

void
chn_count_find_forum (ChnCounting *counting)
{
  guint n = 0;
  const guint32 *codes = chn_columns_get_forums (counting->columns, counting->row, &n);
  for (guint i = 0; i < n; i++) {
    if (hit_met (counting, codes[i]))
      continue;
    const char *id = chn_columns_get_code_text (counting->columns, CHN_DICTIONARY_FORUMS, codes[i]);
    const ChnForum *forum = chn_registry_get_forum (counting->registry, id);
    forum = forum ? raise_forum (forum, counting->depth) : NULL;
    hit_code (counting, codes[i], forum ? chn_forum_get_id (forum) : id,
              forum ? chn_forum_get_short_name (forum) : NULL);
  }
}

void
chn_count_find_actor (ChnCounting *counting)
{
  guint n = 0;
  int role = (int) counting->argument - 1; /* -1 for any */
  const ChnActorCell *actors = chn_columns_get_actors (counting->columns, counting->row, &n);
  for (guint i = 0; i < n; i++) {
    if ((role >= 0 && actors[i].role != (guint32) role) || hit_met (counting, actors[i].actor))
      continue;
    const char *id = chn_columns_get_code_text (counting->columns, CHN_DICTIONARY_ACTORS, actors[i].actor);
    const ChnActor *actor = chn_registry_get_actor (counting->registry, id);
    hit_code (counting, actors[i].actor, id, actor ? chn_actor_get_short_name (actor) : NULL);
  }
}

void
chn_count_find_code (ChnCounting *counting)
{
  const ChnRecordList *list = &chn_record_lists[counting->argument];
  guint n = 0;
  const guint32 *cells = chn_columns_get_list (counting->columns, (ChnListId) counting->argument, counting->row, &n);
  for (guint i = 0; i < n; i++) {
    guint32 code = cells[i * list->units];
    if (!hit_met (counting, code))
      hit_code (counting, code,
                chn_columns_get_code_text (counting->columns, (ChnDictionaryId) list->dictionary, code), NULL);
  }
}

void
chn_count_find_text (ChnCounting *counting)
{
  const char *text = chn_columns_get_text (counting->columns, (ChnField) counting->argument, counting->row);
  if (text)
    chn_count_hit (counting, text, NULL, 0, CHN_HIT_CERTAINLY);
}
