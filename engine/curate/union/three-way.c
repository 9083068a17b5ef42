/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Merging values that two people changed, knowing what they were before. */
#include "curate/union/three-way.h"

#include <string.h>

#include "curate/edit/spell.h"

static gboolean
are_equal (const ChnTree *a, const ChnTree *b)
{
  return a == b || (a && b && chn_tree_is_equal (a, b));
}

static ChnTree *
new_like (const ChnTree *tree, ChnTreeKind kind, ChnArena *arena)
{
  ChnTree *made = chn_arena_alloc (arena, sizeof *made);
  made->kind = kind;
  made->flow = tree->kind == kind ? tree->flow : TRUE;
  return made;
}

static gboolean
is_mapping (const ChnTree *tree)
{
  return tree && tree->kind == CHN_TREE_MAPPING;
}

static const ChnTree *
find (const ChnTree *mapping, const char *key)
{
  const ChnTree *found = is_mapping (mapping) ? chn_tree_find (mapping, key, NULL) : NULL;
  return found ? found->next : NULL;
}

static void
add_pair (const ChnThreeWay *merge, ChnTree *made, const char *path, const ChnTree *key, const ChnTree *base,
          const ChnTree *ours, const ChnTree *theirs)
{
  g_autofree char *below = *path ? g_strdup_printf ("%s.%s", path, key->text) : g_strdup (key->text);
  const ChnTree *value =
      chn_three_way (merge, below, find (base, key->text), find (ours, key->text), find (theirs, key->text));
  if (!value)
    return;
  chn_tree_add_pair (made, key, value, merge->arena);
}

/* The keys of ours, then those that only theirs has. */
static const ChnTree *
merge_mappings (const ChnThreeWay *merge, const char *path, const ChnTree *base, const ChnTree *ours,
                const ChnTree *theirs)
{
  ChnTree *made = new_like (ours, CHN_TREE_MAPPING, merge->arena);
  for (const ChnTree *key = ours->first; key; key = key->next->next)
    add_pair (merge, made, path, key, base, ours, theirs);
  for (const ChnTree *key = theirs->first; key; key = key->next->next)
    if (!find (ours, key->text))
      add_pair (merge, made, path, key, base, ours, theirs);
  return made;
}

/* What an item is known by: what it is about, where it says more than that. To be freed. */
static char *
dup_subject (const ChnTree *item)
{
  static const char *const keys[] = { "source", "actor", "id", NULL };
  for (guint i = 0; keys[i]; i++) {
    const ChnTree *value = find (item, keys[i]);
    if (value && value->kind == CHN_TREE_TEXT)
      return g_strdup (value->text);
  }
  GString *text = g_string_new (NULL);
  if (item->kind == CHN_TREE_TEXT)
    g_string_append (text, item->text);
  else
    chn_spell_flow (text, item);
  return g_string_free (text, FALSE);
}

/* The item of a list that is known by the same, the one of that number among such; a value alone is a list of one. */
static const ChnTree *
find_item (const ChnTree *list, const char *subject, guint number)
{
  const ChnTree *first = list && list->kind == CHN_TREE_LIST ? list->first : list;
  for (const ChnTree *item = first; item; item = list->kind == CHN_TREE_LIST ? item->next : NULL) {
    g_autofree char *other = dup_subject (item);
    if (strcmp (other, subject) == 0 && number-- == 0)
      return item;
  }
  return NULL;
}

/* How often something known by the same stands before an item. */
static guint
count_before (const ChnTree *list, const ChnTree *item, const char *subject)
{
  guint n = 0;
  const ChnTree *first = list->kind == CHN_TREE_LIST ? list->first : list;
  for (const ChnTree *at = first; at && at != item; at = list->kind == CHN_TREE_LIST ? at->next : NULL) {
    g_autofree char *other = dup_subject (at);
    n += strcmp (other, subject) == 0;
  }
  return n;
}

static void
add_item (const ChnThreeWay *merge, ChnTree *made, const char *path, const ChnTree *base, const ChnTree *ours,
          const ChnTree *theirs, const ChnTree *of, const ChnTree *item)
{
  g_autofree char *subject = dup_subject (item);
  guint number = count_before (of, item, subject);
  g_autofree char *below = g_strdup_printf ("%s[%s]", path, subject);
  const ChnTree *mine = find_item (ours, subject, number);
  if (of != ours && mine)
    return;
  const ChnTree *value =
      chn_three_way (merge, below, find_item (base, subject, number), mine, find_item (theirs, subject, number));
  if (!value)
    return;
  chn_tree_add_item (made, value, merge->arena);
}

static const ChnTree *
merge_lists (const ChnThreeWay *merge, const char *path, const ChnTree *base, const ChnTree *ours,
             const ChnTree *theirs)
{
  ChnTree *made = new_like (ours, CHN_TREE_LIST, merge->arena);
  const ChnTree *const sides[] = { ours, theirs };
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    const ChnTree *first = sides[i]->kind == CHN_TREE_LIST ? sides[i]->first : sides[i];
    for (const ChnTree *item = first; item; item = sides[i]->kind == CHN_TREE_LIST ? item->next : NULL)
      add_item (merge, made, path, base, ours, theirs, sides[i], item);
  }
  return made->n > 0 ? made : NULL;
}

/* A citation that says nothing of its source. */
static const ChnTree *
widen (const ChnThreeWay *merge, const ChnTree *item, const ChnTree *other)
{
  const ChnTree *source = is_mapping (other) ? chn_tree_find (other, "source", NULL) : NULL;
  if (!item || item->kind != CHN_TREE_TEXT || !source || !source->next->text ||
      strcmp (item->text, source->next->text) != 0)
    return item;
  ChnTree *made = new_like (other, CHN_TREE_MAPPING, merge->arena);
  chn_tree_add_pair (made, source, item, merge->arena);
  return made;
}

const ChnTree *
chn_three_way (const ChnThreeWay *merge, const char *path, const ChnTree *base, const ChnTree *ours,
               const ChnTree *theirs)
{
  if (are_equal (theirs, base) || are_equal (ours, theirs))
    return ours;
  if (are_equal (ours, base))
    return theirs;
  const ChnTree *mine = widen (merge, ours, theirs), *other = widen (merge, theirs, ours);
  if (is_mapping (mine) && is_mapping (other))
    return merge_mappings (merge, path, widen (merge, base, mine), mine, other);
  gboolean are_lists = mine && other && (mine->kind == CHN_TREE_LIST || other->kind == CHN_TREE_LIST) &&
                       !is_mapping (mine) && !is_mapping (other);
  if (are_lists)
    return merge_lists (merge, path, base, mine, other);
  merge->conflict (path, base, ours, theirs, merge->data);
  return ours;
}

char *
chn_three_way_dup_text (const ChnTree *value)
{
  GString *text = g_string_new (NULL);
  if (!value)
    g_string_append (text, "nothing");
  else if (value->kind == CHN_TREE_TEXT)
    g_string_append (text, value->text);
  else
    chn_spell_flow (text, value);
  return g_strdelimit (g_string_free (text, FALSE), "\n", ' ');
}
