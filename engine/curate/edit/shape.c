/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The shapes in which a timeline file says the same: what stands alone is a list of one, pairs are a mapping or a
 * list. */
#include "curate/edit/shape.h"

#include <string.h>

static ChnTree *
new_collection (ChnTreeKind kind, ChnArena *arena)
{
  ChnTree *made = chn_arena_alloc (arena, sizeof *made);
  made->kind = kind;
  made->flow = TRUE;
  return made;
}

/* One thing of which several are said, and no pairs: a citation, {source: KEY, ...}; a member, {actor: ID, ...};
 * another name, {name: TEXT, ...}. */
static gboolean
is_thing (const ChnTree *mapping)
{
  return chn_tree_find (mapping, "source", NULL) ||
         (mapping->n > 1 && (chn_tree_find (mapping, "actor", NULL) || chn_tree_find (mapping, "name", NULL)));
}

/* {a: x, b: y} for [{a: x}, {b: y}]; NULL where a key comes twice or something else stands in the list. */
static const ChnTree *
join (const ChnTree *list, ChnArena *arena)
{
  ChnTree *mapping = new_collection (CHN_TREE_MAPPING, arena);
  for (const ChnTree *item = list->first; item; item = item->next) {
    if (item->kind != CHN_TREE_MAPPING || is_thing (item))
      return NULL;
    for (const ChnTree *key = item->first; key; key = key->next->next) {
      if (chn_tree_find (mapping, key->text, NULL))
        return NULL;
      chn_tree_add_pair (mapping, key, key->next, arena);
    }
  }
  return mapping;
}

static void
append_single (ChnTree *list, const ChnTree *key, const ChnTree *value, ChnArena *arena)
{
  ChnTree *item = new_collection (CHN_TREE_MAPPING, arena);
  chn_tree_add_pair (item, key, value, arena);
  chn_tree_append (list, item);
  list->n++;
}

static void
part_mapping (ChnTree *list, const ChnTree *mapping, gboolean single, ChnArena *arena)
{
  for (const ChnTree *key = mapping->first; key; key = key->next->next) {
    gboolean parts = single && key->next->kind == CHN_TREE_LIST;
    for (const ChnTree *item = parts ? key->next->first : NULL; item; item = item->next)
      append_single (list, key, item, arena);
    if (!parts)
      append_single (list, key, key->next, arena);
  }
}

/* Whether no item has several values under one key. */
static gboolean
is_single (const ChnTree *list)
{
  for (const ChnTree *item = list->first; item; item = item->next)
    if (item->kind != CHN_TREE_MAPPING || item->n != 1 || item->first->next->kind == CHN_TREE_LIST)
      return FALSE;
  return TRUE;
}

/* [{a: x}, {b: y}] for {a: x, b: y}; where each item of the old list has one value, [{a: x}, {a: y}] for {a: [x, y]}
 */
static const ChnTree *
part (const ChnTree *old, const ChnTree *mapping, ChnArena *arena)
{
  ChnTree *list = new_collection (CHN_TREE_LIST, arena);
  part_mapping (list, mapping, is_single (old), arena);
  return list;
}

/* The same of a list of mappings, or NULL where others stand in it. */
static const ChnTree *
part_list (const ChnTree *old, const ChnTree *value, ChnArena *arena)
{
  ChnTree *list = new_collection (CHN_TREE_LIST, arena);
  gboolean single = is_single (old) && !is_single (value);
  for (const ChnTree *item = value->first; item && single; item = item->next) {
    single = item->kind == CHN_TREE_MAPPING && !is_thing (item);
    if (single)
      part_mapping (list, item, TRUE, arena);
  }
  return single ? list : NULL;
}

static const ChnTree *
wrap (const ChnTree *value, ChnArena *arena)
{
  ChnTree *list = new_collection (CHN_TREE_LIST, arena);
  chn_tree_add_item (list, value, arena);
  return list;
}

const ChnTree *
chn_shape_fit (const ChnTree *old, const ChnTree *value, ChnArena *arena)
{
  const ChnTree *fit = value;
  if (old->kind == CHN_TREE_LIST && value->kind == CHN_TREE_LIST)
    fit = part_list (old, value, arena);
  if (old->kind == value->kind)
    return fit ? fit : value;
  if (value->kind == CHN_TREE_LIST && value->n == 1 && value->first->kind == old->kind)
    fit = value->first;
  else if (value->kind == CHN_TREE_LIST && old->kind == CHN_TREE_MAPPING)
    fit = join (value, arena);
  else if (old->kind == CHN_TREE_LIST && value->kind == CHN_TREE_MAPPING)
    fit = part (old, value, arena);
  else if (old->kind == CHN_TREE_LIST)
    fit = wrap (value, arena);
  return fit ? fit : value;
}

const ChnTree *
chn_shape_with (const ChnTree *mapping, const ChnTree *key, const ChnTree *value, const ChnTree *behind,
                ChnArena *arena)
{
  ChnTree *made = new_collection (CHN_TREE_MAPPING, arena);
  gboolean known = chn_tree_find (mapping, key->text, NULL) != NULL;
  for (const ChnTree *at = mapping->first; at; at = at->next->next) {
    gboolean is_it = strcmp (at->text, key->text) == 0;
    if (!is_it)
      chn_tree_add_pair (made, at, at->next, arena);
    if (value && (is_it || (!known && at == behind)))
      chn_tree_add_pair (made, key, value, arena);
  }
  return made;
}
