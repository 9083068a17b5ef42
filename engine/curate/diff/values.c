/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values of fields as YAML has them on one line, and which of their items went and came. */
#include "curate/diff/values.h"

#include <string.h>

#include "curate/edit/spell.h"
#include "format/yaml/write.h"

static const char *
spell (const ChnTree *value, ChnArena *arena)
{
  g_autoptr (GString) flow = g_string_new (NULL);
  if (value->kind == CHN_TREE_TEXT)
    return value->text;
  chn_spell_flow (flow, value);
  return chn_arena_strndup (arena, flow->str, (gssize) flow->len);
}

const char *
chn_value_spell (const ChnTree *pair, ChnArena *arena)
{
  return pair ? spell (pair->first->next, arena) : NULL;
}

static void take_items (const ChnTree *value, const char *path, GPtrArray *items, ChnArena *arena);

static void
add_item (GPtrArray *items, ChnArena *arena, const char *path, const char *text)
{
  g_autofree char *whole = path ? g_strdup_printf ("%s: %s", path, text) : NULL;
  g_ptr_array_add (items, (gpointer) (guintptr) (whole ? chn_arena_strndup (arena, whole, -1) : text));
}

/* A citation is its source, and what is said with it. */
static const char *
take_source (const ChnTree *value, const char *path, GPtrArray *items, ChnArena *arena)
{
  const ChnTree *source = chn_tree_find (value, "source", NULL);
  if (source && source->next->kind == CHN_TREE_TEXT) {
    add_item (items, arena, path, source->next->text);
    return source->next->text;
  }
  return path;
}

static void
take_pairs (const ChnTree *value, const char *path, GPtrArray *items, ChnArena *arena)
{
  const char *inner = take_source (value, path, items, arena);
  for (const ChnTree *key = value->first; key && key->next; key = key->next->next) {
    if (inner != path && strcmp (key->text, "source") == 0)
      continue;
    g_autofree char *below = inner ? g_strdup_printf ("%s %s", inner, key->text) : g_strdup (key->text);
    take_items (key->next, below, items, arena);
  }
}

/* Each text of a value by the keys that lead to it: "fra: sponsor", "un-press says vote: 111-19-55". */
static void
take_items (const ChnTree *value, const char *path, GPtrArray *items, ChnArena *arena)
{
  if (value->kind == CHN_TREE_TEXT)
    add_item (items, arena, path, value->text);
  else if (value->kind == CHN_TREE_MAPPING)
    take_pairs (value, path, items, arena);
  else
    for (const ChnTree *item = value->first; item; item = item->next)
      take_items (item, path, items, arena);
}

static GPtrArray *
list_items (const ChnTree *pair, ChnArena *arena)
{
  GPtrArray *items = g_ptr_array_new ();
  if (pair)
    take_items (pair->first->next, NULL, items, arena);
  return items;
}

/* Those of one list that the other has not, each as often as it has more of it. */
static const char *const *
dup_lacking (const GPtrArray *items, const GPtrArray *others, ChnArena *arena)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();
  for (guint i = 0; i < others->len; i++) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, others->pdata[i]));
    g_hash_table_insert (counts, others->pdata[i], GUINT_TO_POINTER (n + 1));
  }
  for (guint i = 0; i < items->len; i++) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, items->pdata[i]));
    if (n > 0)
      g_hash_table_insert (counts, items->pdata[i], GUINT_TO_POINTER (n - 1));
    else
      g_ptr_array_add (lacking, items->pdata[i]);
  }
  if (lacking->len == 0)
    return NULL;
  g_ptr_array_add (lacking, NULL);
  return chn_arena_memdup (arena, lacking->pdata, lacking->len * sizeof (gpointer));
}

static gboolean
is_text (const ChnTree *pair)
{
  return !pair || pair->first->next->kind == CHN_TREE_TEXT;
}

ChnValueChange
chn_value_compare (const char *name, int field, const ChnTree *old_pair, const ChnTree *new_pair, ChnArena *arena)
{
  ChnValueChange change = { .name = name,
                            .field = field,
                            .old_is_compound = !is_text (old_pair),
                            .new_is_compound = !is_text (new_pair),
                            .old_value = chn_value_spell (old_pair, arena),
                            .new_value = chn_value_spell (new_pair, arena) };
  if (is_text (old_pair) && is_text (new_pair))
    return change;
  g_autoptr (GPtrArray) before = list_items (old_pair, arena), after = list_items (new_pair, arena);
  change.removed = dup_lacking (before, after, arena);
  change.added = dup_lacking (after, before, arena);
  return change;
}

const ChnTree *
chn_value_of_event (const ChnEvent *event, ChnField field, ChnArena *arena)
{
  g_autoptr (GString) text = g_string_new (NULL);
  chn_yaml_append_field (text, event, field);
  const ChnTree *tree = text->len > 0 ? chn_tree_parse (text->str, text->len, arena) : NULL;
  return tree && tree->kind == CHN_TREE_MAPPING && tree->n == 1 ? tree : NULL;
}
