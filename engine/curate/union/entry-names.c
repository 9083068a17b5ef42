/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The names of others in what is declared of an actor:
 *
 *   members    := [member ...]     member := id | {id: during} | {actor: id, ...}
 *   successors := id | [id ...]
 */
#include "curate/union/entry-names.h"

#include <string.h>

#include "curate/edit/shape.h"

static const ChnTree *
translate_text (const ChnTree *text, const ChnOtherNames *names, ChnArena *arena)
{
  const char *other = text->kind == CHN_TREE_TEXT ? chn_other_names_get_actor (names, text->text) : NULL;
  if (!other || other == text->text)
    return text;
  ChnTree *made = chn_arena_memdup (arena, text, sizeof *text);
  made->text = chn_arena_strndup (arena, other, -1);
  made->length = strlen (other);
  made->next = NULL;
  return made;
}

/* {id: during}, in which the key is the name. */
static const ChnTree *
translate_key (const ChnTree *pair, const ChnOtherNames *names, ChnArena *arena)
{
  const ChnTree *key = translate_text (pair->first, names, arena);
  if (key == pair->first)
    return pair;
  ChnTree *empty = chn_arena_memdup (arena, pair, sizeof *pair);
  empty->first = empty->last = empty->next = NULL;
  empty->n = 0;
  ChnTree *first = chn_arena_memdup (arena, key, sizeof *key);
  ChnTree *value = chn_arena_memdup (arena, pair->first->next, sizeof *value);
  first->next = value;
  value->next = NULL;
  empty->first = first;
  empty->last = value;
  empty->n = 1;
  return empty;
}

static const ChnTree *
translate_item (const ChnTree *item, const ChnOtherNames *names, ChnArena *arena)
{
  if (item->kind == CHN_TREE_TEXT)
    return translate_text (item, names, arena);
  const ChnTree *actor = chn_tree_find (item, "actor", NULL);
  if (actor)
    return chn_shape_with (item, actor, translate_text (actor->next, names, arena), NULL, arena);
  return item->kind == CHN_TREE_MAPPING && item->n == 1 ? translate_key (item, names, arena) : item;
}

static const ChnTree *
translate_list (const ChnTree *list, const ChnOtherNames *names, ChnArena *arena)
{
  if (list->kind != CHN_TREE_LIST)
    return translate_item (list, names, arena);
  ChnTree *made = chn_arena_memdup (arena, list, sizeof *list);
  made->first = made->last = NULL;
  for (const ChnTree *item = list->first; item; item = item->next) {
    ChnTree *copy = chn_arena_memdup (arena, translate_item (item, names, arena), sizeof *copy);
    copy->next = NULL;
    if (made->last)
      made->last->next = copy;
    else
      made->first = copy;
    made->last = copy;
  }
  return made;
}

const ChnTree *
chn_entry_translate (const ChnTree *entry, const ChnOtherNames *names, ChnArena *arena)
{
  static const char *const keys[] = { "members", "successors" };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const ChnTree *key = chn_tree_find (entry, keys[i], NULL);
    if (key)
      entry = chn_shape_with (entry, key, translate_list (key->next, names, arena), NULL, arena);
  }
  return entry;
}
