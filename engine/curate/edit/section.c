/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sections of a file that are mappings, such as its sources: entries come in behind the last, or change. */
#include "curate/edit/section.h"

#include <string.h>

#include "base/error.h"
#include "curate/edit/edits.h"
#include "curate/edit/flow.h"
#include "curate/edit/shape.h"

typedef struct {
  ChnMerge *merge;
  const ChnOutline *outline;
  const ChnEntryEdit *entries; /* of one section ... */
  GArray *pairs;               /* ... their keys, ChnTree */
  GHashTable *numbers;         /* key -> 1 + its index among these */
  const char *section;
} Adding;

static const ChnTree *
get_pair (const Adding *adding, guint index)
{
  return g_array_index (adding->pairs, const ChnTree *, index);
}

/* In the style of the entry before it. */
static const ChnTree *
style_like (const Adding *adding, const ChnTree *model, const ChnTree *key)
{
  if (model->kind != CHN_TREE_MAPPING || key->next->kind != CHN_TREE_MAPPING || model->flow == key->next->flow)
    return key;
  ChnTree *copy = chn_arena_memdup (adding->merge->arena, key, sizeof *key);
  ChnTree *value = chn_arena_memdup (adding->merge->arena, key->next, sizeof *key);
  value->flow = model->flow;
  copy->next = value;
  return copy;
}

/* The keys of a section by their names: there may be as many as come in. */
static GHashTable *
list_keys (const ChnTree *section)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (const ChnTree *key = section->first; key; key = key->next->next)
    if (key->kind == CHN_TREE_TEXT)
      g_hash_table_insert (keys, (gpointer) key->text, (gpointer) key);
  return keys;
}

static void
add_to_block (const Adding *adding, const ChnTree *section)
{
  g_autoptr (GHashTable) keys = list_keys (section);
  const ChnTree *last = section->first;
  while (last->next->next)
    last = last->next->next;
  for (guint i = 0; i < adding->pairs->len; i++) {
    const ChnTree *pair = get_pair (adding, i), *there = g_hash_table_lookup (keys, pair->text);
    if (there)
      chn_merge_value (adding->merge, there, pair->next);
    else
      chn_merge_insert (adding->merge, last, style_like (adding, last->next, pair));
  }
}

static void
add_to_flow (const Adding *adding, const ChnTree *section)
{
  const ChnTree *value = section;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < adding->pairs->len; i++) {
    const ChnTree *last = value->last ? value->first : NULL;
    while (last && last->next->next)
      last = last->next->next;
    value = chn_shape_with (value, get_pair (adding, i), get_pair (adding, i)->next, last, adding->merge->arena);
  }
  if (chn_flow_change (text, adding->merge->lines.bytes, section, value))
    chn_splices_add (adding->merge->splices, section->start, section->end, text->str);
  else
    adding->merge->fixed = section;
}

static void
spell_entries (const Adding *adding, GString *text)
{
  for (guint i = 0; i < adding->pairs->len; i++) {
    g_string_append (text, "\n  ");
    chn_spell_pair (text, get_pair (adding, i), 2);
  }
}

/* Above the comments that stand above a line. */
static gsize
find_top (const ChnLines *lines, gsize start)
{
  gsize at = 0, top = 0;
  gboolean comments = FALSE;
  while (at < start) {
    gboolean comment = lines->bytes[at] == '#';
    top = comment && comments ? top : at;
    comments = comment;
    at = chn_lines_find_next (lines, at);
  }
  return comments ? top : start;
}

static void
add_section (const Adding *adding)
{
  const ChnLines *lines = &adding->merge->lines;
  const ChnTree *events = chn_tree_find (adding->outline->root, "events", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize at = events ? find_top (lines, chn_lines_find_start (lines, events->start)) : lines->length;
  gboolean begins = at == 0 || strchr ("\n\r", lines->bytes[at - 1]) != NULL;
  g_string_append_printf (text, "%s%s%s:", begins ? "" : "\n", events ? "" : "\n", adding->section);
  spell_entries (adding, text);
  g_string_append (text, events ? "\n\n" : "\n");
  chn_splices_add (adding->merge->splices, at, at, text->str);
}

static void
fill_section (const Adding *adding, const ChnTree *key)
{
  const ChnLines *lines = &adding->merge->lines;
  gsize colon = key->end;
  while (lines->bytes[colon] != ':')
    colon++;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize end = MAX (key->next->end, colon + 1);
  g_autofree char *comment = chn_lines_dup_comment (lines, end);
  if (comment)
    g_string_append_printf (text, " %s", comment);
  spell_entries (adding, text);
  chn_splices_add (adding->merge->splices, colon + 1, chn_lines_find_end (lines, end), text->str);
}

static void
add_entries (const Adding *adding)
{
  const ChnTree *key = chn_tree_find (adding->outline->root, adding->section, NULL);
  const ChnTree *value = key ? key->next : NULL;
  if (!key)
    add_section (adding);
  else if (value->named)
    adding->merge->fixed = value;
  else if (value->kind != CHN_TREE_MAPPING || value->n == 0 || value->alias)
    fill_section (adding, key);
  else if (value->flow)
    add_to_flow (adding, value);
  else
    add_to_block (adding, value);
}

static gboolean
parse_entry (const Adding *adding, const ChnEntryEdit *entry, const char *name, GError **error)
{
  const ChnTree *pair = chn_tree_parse (entry->text, strlen (entry->text), adding->merge->arena);
  if (!pair || pair->kind != CHN_TREE_MAPPING || pair->n != 1) {
    chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "%s: an entry for \"%s\" is no YAML: %s", name, entry->section,
                   entry->text);
    return FALSE;
  }
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (adding->numbers, pair->first->text));
  if (number > 0) {
    g_array_index (adding->pairs, const ChnTree *, number - 1) = pair->first;
    return TRUE;
  }
  g_array_append_val (adding->pairs, pair->first);
  g_hash_table_insert (adding->numbers, (gpointer) pair->first->text, GUINT_TO_POINTER (adding->pairs->len));
  return TRUE;
}

/* The entries of one section, all of which lie anywhere behind the first. */
static gboolean
add_section_of (ChnMerge *merge, const ChnOutline *outline, const GArray *entries, guint first, const char *name,
                GError **error)
{
  const ChnEntryEdit *all = (const ChnEntryEdit *) (gpointer) entries->data;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (ChnTree *));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  const Adding adding = { merge, outline, &all[first], pairs, numbers, all[first].section };
  for (guint i = first; i < entries->len; i++)
    if (strcmp (all[i].section, adding.section) == 0 && !parse_entry (&adding, &all[i], name, error))
      return FALSE;
  add_entries (&adding);
  if (!merge->fixed)
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, "write the value out where the alias stands",
                 "%s:%u: \"%s\" has an anchor, and would change wherever its alias stands", name, merge->fixed->line,
                 adding.section);
  return FALSE;
}

gboolean
chn_section_add_all (ChnMerge *merge, const ChnOutline *outline, const GArray *entries, const char *name,
                     GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < entries->len; i++)
    if (g_hash_table_add (seen, g_array_index (entries, ChnEntryEdit, i).section) &&
        !add_section_of (merge, outline, entries, i, name, error))
      return FALSE;
  return TRUE;
}
