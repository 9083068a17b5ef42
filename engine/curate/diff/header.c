/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What timelines say beside their events: header, names, terms, sources and queries, as the canonical writer has
 * them.
 */
#include "curate/diff/header.h"

#include <string.h>

#include "curate/diff/values.h"
#include "format/format.h"
#include "format/yaml/scalar.h"
#include "format/yaml/write.h"

typedef struct {
  GArray *changes; /* ChnValueChange */
  ChnArena *arena;
  gboolean is_bare; /* one of them has no header: what it lacks of the whole is not known */
} Comparing;

/* Tables and lines have no header, nor what no event cites or uses. */
static gboolean
is_bare (const ChnTimeline *timeline)
{
  const char *file =
      chn_timeline_get_n_origins (timeline) > 0 ? chn_timeline_get_header (timeline, 0, CHN_HEADER_FILE) : NULL;
  const ChnFormat *format = file ? chn_format_find_for_file (file, NULL) : NULL;
  return format && format->is_flat;
}

static gboolean
append_bytes (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

/* The file without its events. */
static GString *
dup_header (const ChnTimeline *timeline, GError **error)
{
  const ChnRows none = { 0 };
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const ChnFormat *yaml = chn_format_find ("yaml", error);
  if (!yaml || !chn_write_options_set (options, "header", NULL, error) ||
      !chn_format_write (yaml, timeline, &none, options, report, append_bytes, text, error))
    return NULL;
  return g_steal_pointer (&text);
}

/* A mapping of this one pair, for a value that is compared. */
static const ChnTree *
wrap (const ChnTree *key, ChnArena *arena)
{
  if (!key)
    return NULL;
  ChnTree *pair = chn_arena_alloc (arena, sizeof *pair);
  memset (pair, 0, sizeof *pair);
  pair->kind = CHN_TREE_MAPPING;
  pair->n = 1;
  pair->first = (ChnTree *) key;
  return pair;
}

static void
add (const Comparing *comparing, const char *section, const ChnTree *old_key, const ChnTree *new_key)
{
  const char *key = old_key ? old_key->text : new_key->text;
  if (comparing->is_bare && !(old_key && new_key))
    return;
  g_autofree char *name = section ? g_strdup_printf ("%s %s", section, key) : g_strdup (key);
  ChnValueChange change =
      chn_value_compare (chn_arena_strndup (comparing->arena, name, -1), -1, wrap (old_key, comparing->arena),
                         wrap (new_key, comparing->arena), comparing->arena);
  g_array_append_val (comparing->changes, change);
}

/* Keys by their names, since there may be as many as sources. */
static GHashTable *
index_keys (const ChnTree *mapping)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (const ChnTree *key = mapping ? mapping->first : NULL; key && key->next; key = key->next->next)
    g_hash_table_insert (keys, (gpointer) (guintptr) key->text, (gpointer) (guintptr) key);
  return keys;
}

/* `compare` is what becomes of a key that is in one of them, or in both and says something else. */
static void
walk (const Comparing *comparing, const char *section, const ChnTree *old_mapping, const ChnTree *new_mapping,
      void (*compare) (const Comparing *, const char *, const ChnTree *, const ChnTree *))
{
  g_autoptr (GHashTable) old_keys = index_keys (old_mapping), new_keys = index_keys (new_mapping);
  for (const ChnTree *key = old_mapping ? old_mapping->first : NULL; key && key->next; key = key->next->next) {
    const ChnTree *other = g_hash_table_lookup (new_keys, key->text);
    if (!other || !chn_tree_is_equal (key->next, other->next))
      compare (comparing, section, key, other);
  }
  for (const ChnTree *key = new_mapping ? new_mapping->first : NULL; key && key->next; key = key->next->next)
    if (!g_hash_table_contains (old_keys, key->text))
      compare (comparing, section, NULL, key);
}

static gboolean
is_section (const ChnTree *key)
{
  return !key || key->next->kind == CHN_TREE_MAPPING;
}

/* A section entry by entry, anything else whole. */
static void
compare_top (const Comparing *comparing, const char *section, const ChnTree *old_key, const ChnTree *new_key)
{
  (void) section;
  const char *name = old_key ? old_key->text : new_key->text;
  if (strcmp (name, "events") == 0 || (comparing->is_bare && strcmp (name, "sources") != 0))
    return;
  if (is_section (old_key) && is_section (new_key))
    walk (comparing, name, old_key ? old_key->next : NULL, new_key ? new_key->next : NULL, add);
  else
    add (comparing, NULL, old_key, new_key);
}

static void
append_pair (GString *out, const char *indent, const char *key, const char *text)
{
  g_string_append (out, indent);
  chn_scalar_append_key (out, key, (guint) strlen (indent));
  g_string_append_c (out, ' ');
  chn_scalar_append (out, text, CHN_SCALAR_TEXT);
  g_string_append_c (out, '\n');
}

/* What a further file says of itself that an earlier one of the same timeline does not, and what it keeps; NULL where
 * that is nothing. */
static const ChnTree *
make_further (const ChnTimeline *timeline, guint origin, ChnArena *arena)
{
  guint n = 0, first = chn_timeline_find_same_origin (timeline, origin);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint field = CHN_HEADER_TIMELINE + 1; field < CHN_HEADER_FILE; field++) {
    const char *said = chn_timeline_get_header (timeline, origin, (ChnHeaderField) field);
    const char *before = first < origin ? chn_timeline_get_header (timeline, first, (ChnHeaderField) field) : NULL;
    if (said && *said && g_strcmp0 (said, before) != 0)
      append_pair (text, "", chn_header_field_get_name ((ChnHeaderField) field), said);
  }
  const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
  g_string_append (text, n > 0 ? "queries:\n" : "");
  for (guint i = 0; i < n; i++)
    append_pair (text, "  ", queries[i].name, queries[i].text);
  const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
  g_string_append (text, n > 0 ? "feeds:\n" : "");
  for (guint i = 0; i < n; i++)
    chn_yaml_append_feed (text, &feeds[i]);
  return text->len > 0 ? chn_tree_parse (text->str, text->len, arena) : NULL;
}

/* The further file of the same id, or the next one where several have it. */
static int
find_further (const ChnTimeline *timeline, const ChnTimeline *other, guint origin)
{
  guint n_before = 0;
  const char *id = chn_timeline_get_header (timeline, origin, CHN_HEADER_TIMELINE);
  for (guint i = 1; i < origin; i++)
    n_before += g_strcmp0 (chn_timeline_get_header (timeline, i, CHN_HEADER_TIMELINE), id) == 0;
  for (guint i = 1; i < chn_timeline_get_n_origins (other); i++)
    if (g_strcmp0 (chn_timeline_get_header (other, i, CHN_HEADER_TIMELINE), id) == 0 && n_before-- == 0)
      return (int) i;
  return -1;
}

static void
compare_key (const Comparing *comparing, const char *file, const ChnTree *old_key, const ChnTree *new_key)
{
  g_autofree char *section = g_strdup_printf ("%s %s", file, old_key ? old_key->text : new_key->text);
  if (is_section (old_key) && is_section (new_key))
    walk (comparing, section, old_key ? old_key->next : NULL, new_key ? new_key->next : NULL, add);
  else
    add (comparing, file, old_key, new_key);
}

/* Files behind the first, where one of the two has several: by their ids. */
static void
compare_further (const Comparing *comparing, const ChnTimeline *old_timeline, const ChnTimeline *new_timeline)
{
  const ChnTimeline *const timelines[] = { old_timeline, new_timeline };
  for (guint side = 0; side < G_N_ELEMENTS (timelines); side++)
    for (guint origin = 1; origin < chn_timeline_get_n_origins (timelines[side]); origin++) {
      int other = find_further (timelines[side], timelines[!side], origin);
      if (side == 1 && other >= 0)
        continue; /* it was compared */
      const ChnTree *own = make_further (timelines[side], origin, comparing->arena);
      const ChnTree *found = other >= 0 ? make_further (timelines[!side], (guint) other, comparing->arena) : NULL;
      const char *id = chn_timeline_get_header (timelines[side], origin, CHN_HEADER_TIMELINE);
      walk (comparing, id ? id : "", side == 0 ? own : found, side == 0 ? found : own, compare_key);
    }
}

gboolean
chn_header_compare (const ChnTimeline *old_timeline, const ChnTimeline *new_timeline, GArray *changes,
                    ChnArena *arena, GError **error)
{
  const Comparing comparing = { changes, arena, is_bare (old_timeline) != is_bare (new_timeline) };
  g_autoptr (GString) before = dup_header (old_timeline, error);
  g_autoptr (GString) after = before ? dup_header (new_timeline, error) : NULL;
  if (!after)
    return FALSE;
  if (!comparing.is_bare)
    compare_further (&comparing, old_timeline, new_timeline);
  if (before->len == after->len && memcmp (before->str, after->str, after->len) == 0)
    return TRUE;
  const ChnTree *old_tree = chn_tree_parse (before->str, before->len, arena);
  const ChnTree *new_tree = chn_tree_parse (after->str, after->len, arena);
  walk (&comparing, NULL, old_tree, new_tree, compare_top);
  return TRUE;
}
