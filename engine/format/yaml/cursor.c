/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The cursor over a YAML file: enters large collections, and makes nodes of their pieces.
 *
 * An anchor names the node that follows it, once that is complete, so no alias can contain
 * itself. An alias stands for the same nodes again; how many nodes aliases may repeat is bounded.
 */
#include <string.h>

#include "base/arena.h"
#include "base/guard.h"
#include "format/yaml/events.h"
#include "format/yaml/node.h"

/* Nodes of one piece, in lists of the largest size. */
enum { LISTS_A_PIECE = 16 };

struct _ChnYaml {
  const ChnYamlFaults *faults;
  const ChnLimits *limits;
  ChnArena *arena;
  GPtrArray *kept;     /* arenas that hold anchored nodes */
  GHashTable *anchors; /* name -> node */
  GHashTable *names;   /* keys of the mapping that is being completed -> line */
  GPtrArray *levels;   /* keys of each mapping that was entered -> line */
  gboolean anchored;   /* the arena holds an anchored node */
  guint64 aliased;
  guint64 n_nodes;
  ChnYamlEvents events;
};

static void
arena_free (gpointer arena)
{
  chn_arena_free (arena);
}

static void
table_free (gpointer table)
{
  g_hash_table_unref (table);
}

ChnYaml *
chn_yaml_new (const char *bytes, gsize length, const ChnYamlFaults *faults, const ChnLimits *limits)
{
  ChnYaml *yaml = g_new0 (ChnYaml, 1);
  yaml->faults = faults;
  yaml->limits = limits;
  yaml->arena = chn_arena_new ();
  yaml->kept = g_ptr_array_new_with_free_func (arena_free);
  yaml->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  yaml->names = g_hash_table_new (g_str_hash, g_str_equal);
  yaml->levels = g_ptr_array_new_with_free_func (table_free);
  chn_yaml_events_init (&yaml->events, bytes, length, faults, limits);
  return yaml;
}

void
chn_yaml_free (ChnYaml *yaml)
{
  if (!yaml)
    return;
  chn_yaml_events_clear (&yaml->events);
  g_hash_table_unref (yaml->anchors);
  g_hash_table_unref (yaml->names);
  g_ptr_array_unref (yaml->levels);
  g_ptr_array_unref (yaml->kept);
  chn_arena_free (yaml->arena);
  g_free (yaml);
}

static ChnYamlNode *
new_node (ChnYaml *yaml, ChnYamlKind kind)
{
  ChnYamlNode *node = chn_arena_alloc (yaml->arena, sizeof *node);
  node->kind = kind;
  node->line = chn_yaml_events_get_line (&yaml->events);
  node->column = chn_yaml_events_get_column (&yaml->events);
  node->size = 1;
  return node;
}

static void
anchor_node (ChnYaml *yaml, ChnYamlNode *node)
{
  if (!node->anchor)
    return;
  g_hash_table_replace (yaml->anchors, (gpointer) node->anchor, node);
  yaml->anchored = TRUE;
}

static const char *
keep_anchor (ChnYaml *yaml, const yaml_char_t *anchor)
{
  return anchor ? chn_arena_strndup (yaml->arena, (const char *) anchor, -1) : NULL;
}

static void
keep_span (ChnYamlNode *node, const yaml_event_t *event)
{
  node->inset = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? 0 : 1;
  if (event->start_mark.line == event->end_mark.line)
    node->span = event->end_mark.index - event->start_mark.index;
}

static void
check_text (ChnYaml *yaml, ChnYamlNode *node)
{
  gsize offset = 0;
  ChnGuard guard = chn_guard_check (node->text, node->length, &offset);
  if (node->length > yaml->events.longest) {
    chn_yaml_fault (yaml->faults, node, CHN_YAML_FAULT_LIMIT, "shorten it, or raise the bound with --max-text=N",
                    "found a value of %" G_GSIZE_FORMAT " bytes, expected at most %" G_GUINT64_FORMAT, node->length,
                    yaml->events.longest);
    node->kind = CHN_YAML_FAULTY;
  } else if (guard != CHN_GUARD_FINE) {
    chn_yaml_fault (yaml->faults, node, CHN_YAML_FAULT_ENCODING, "remove the escape", "found %s (0x%02X) in a value",
                    chn_guard_get_name (guard), (guint) (guchar) node->text[offset]);
    node->kind = CHN_YAML_FAULTY;
  }
}

static ChnYamlNode *
new_text (ChnYaml *yaml)
{
  const yaml_event_t *event = &yaml->events.event;
  ChnYamlNode *node = new_node (yaml, CHN_YAML_TEXT);
  node->length = event->data.scalar.length;
  node->text = chn_arena_strndup (yaml->arena, (const char *) event->data.scalar.value, (gssize) node->length);
  keep_span (node, event);
  check_text (yaml, node);
  node->anchor = keep_anchor (yaml, event->data.scalar.anchor);
  anchor_node (yaml, node);
  return node;
}

static ChnYamlNode *
new_collection (ChnYaml *yaml, ChnYamlKind kind, const yaml_char_t *anchor)
{
  ChnYamlNode *node = new_node (yaml, kind);
  node->anchor = keep_anchor (yaml, anchor);
  return node;
}

static ChnYamlNode *
new_alias (ChnYaml *yaml)
{
  const char *name = (const char *) yaml->events.event.data.alias.anchor;
  const ChnYamlNode *target = g_hash_table_lookup (yaml->anchors, name);
  ChnYamlNode *node = new_node (yaml, CHN_YAML_FAULTY);
  if (!target) {
    chn_yaml_fault (yaml->faults, node, CHN_YAML_FAULT_ALIAS,
                    "give a value before it the anchor, or quote it if it is text",
                    "the alias *%s has no anchor before it", name);
    return node;
  }
  yaml->aliased += target->size;
  if (yaml->aliased > yaml->limits->value[CHN_LIMIT_ALIASES]) {
    chn_yaml_events_break (&yaml->events, CHN_LIMIT_ALIASES, "aliases repeat more nodes");
    return NULL;
  }
  ChnYamlNode place = *node;
  *node = *target;
  node->line = place.line;
  node->column = place.column;
  node->span = 0;
  node->anchor = NULL;
  node->next = NULL;
  return node;
}

static ChnYamlNode *
make_node (ChnYaml *yaml)
{
  const yaml_event_t *event = &yaml->events.event;
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    return new_text (yaml);
  case YAML_ALIAS_EVENT:
    return new_alias (yaml);
  case YAML_SEQUENCE_START_EVENT:
    return new_collection (yaml, CHN_YAML_LIST, event->data.sequence_start.anchor);
  case YAML_MAPPING_START_EVENT:
    return new_collection (yaml, CHN_YAML_MAPPING, event->data.mapping_start.anchor);
  default:
    return NULL;
  }
}

static void
append (ChnYamlNode *parent, ChnYamlNode *node)
{
  node->parent = parent;
  if (parent->last)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
  parent->n++;
}

/* A key of a mapping: text, not a merge key, not there before. */
static gboolean
check_key (ChnYaml *yaml, GHashTable *names, const ChnYamlNode *key)
{
  guint line = 0;
  if (key->kind == CHN_YAML_FAULTY)
    return FALSE;
  if (key->kind != CHN_YAML_TEXT || key->length == 0) {
    chn_yaml_fault (yaml->faults, key, CHN_YAML_FAULT_SHAPE, "write KEY: VALUE", "found %s as a key, expected text",
                    chn_yaml_describe (key));
    return FALSE;
  }
  if (strcmp (key->text, "<<") == 0) {
    chn_yaml_fault (yaml->faults, key, CHN_YAML_FAULT_MERGE_KEY, "write the keys out where they belong",
                    "merge keys (\"<<\") are not taken");
    return FALSE;
  }
  line = GPOINTER_TO_UINT (g_hash_table_lookup (names, key->text));
  if (line > 0)
    chn_yaml_fault (yaml->faults, key, CHN_YAML_FAULT_DUPLICATE_KEY, "remove one of the two",
                    "the key \"%s\" stands twice, first on line %u", key->text, line);
  return line == 0;
}

/* Takes out the pairs whose key is not good. */
static void
check_keys (ChnYaml *yaml, ChnYamlNode *mapping)
{
  g_hash_table_remove_all (yaml->names);
  mapping->n = 0;
  ChnYamlNode **link = &mapping->first;
  while (*link) {
    ChnYamlNode *key = *link, *value = key->next;
    if (check_key (yaml, yaml->names, key)) {
      g_hash_table_insert (yaml->names, (gpointer) key->text, GUINT_TO_POINTER (key->line));
      mapping->n++;
      link = &value->next;
    } else {
      *link = value->next;
    }
  }
}

static ChnYamlNode *
complete (ChnYaml *yaml, ChnYamlNode *node)
{
  if (node->kind == CHN_YAML_MAPPING)
    check_keys (yaml, node);
  for (const ChnYamlNode *child = node->first; child; child = child->next)
    node->size += child->size;
  anchor_node (yaml, node);
  return node->parent;
}

static gboolean
is_within_bounds (ChnYaml *yaml, const ChnYamlNode *parent)
{
  guint64 most = MIN (yaml->limits->value[CHN_LIMIT_ITEMS], (guint64) G_MAXUINT / 64);
  guint64 children = parent && parent->kind == CHN_YAML_MAPPING ? most * 2 : most;
  if (++yaml->n_nodes <= most * LISTS_A_PIECE && (!parent || parent->n < children))
    return TRUE;
  chn_yaml_events_break (&yaml->events, CHN_LIMIT_ITEMS, "a list or mapping has more items");
  return FALSE;
}

/* What is kept as it stood elsewhere may be as long as a file: the values below this key. */
static gboolean
is_extra (const ChnYamlNode *key)
{
  return key && key->kind == CHN_YAML_TEXT && key->length == 5 && strcmp (key->text, "extra") == 0;
}

static void
set_longest (ChnYaml *yaml, gboolean is_below_extra)
{
  yaml->events.longest = yaml->limits->value[is_below_extra ? CHN_LIMIT_FILE : CHN_LIMIT_TEXT];
}

/* Keys and values alternate: whether the last of a mapping that is being made is such a key. */
static gboolean
awaits_extra (const ChnYamlNode *open)
{
  return open && open->kind == CHN_YAML_MAPPING && open->n % 2 == 1 && is_extra (open->last);
}

/* The mapping below one of whose keys everything is long, as long as that lasts; NULL for none. */
static const ChnYamlNode *
follow_extra (ChnYaml *yaml, const ChnYamlNode *long_below, const ChnYamlNode *open)
{
  const gboolean lasts = long_below && (open != long_below || awaits_extra (open));
  const ChnYamlNode *found = lasts ? long_below : awaits_extra (open) ? open : NULL;
  if (found != long_below)
    set_longest (yaml, found != NULL);
  return found;
}

/* The value at hand as a tree. Not recursive: how deep it may be is the caller's choice. */
static ChnYamlNode *
compose (ChnYaml *yaml)
{
  ChnYamlNode *root = NULL, *open = NULL;
  const ChnYamlNode *long_below = NULL;
  yaml->n_nodes = 0;
  do {
    yaml_event_type_t type = chn_yaml_events_peek (&yaml->events);
    if (type == YAML_NO_EVENT)
      return NULL;
    if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT) {
      open = complete (yaml, open);
    } else {
      ChnYamlNode *node = is_within_bounds (yaml, open) ? make_node (yaml) : NULL;
      if (!node)
        return NULL;
      if (open)
        append (open, node);
      root = root ? root : node;
      if (type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT)
        open = node;
    }
    long_below = follow_extra (yaml, long_below, open);
    chn_yaml_events_take (&yaml->events);
  } while (open);
  return root;
}

/* Room for the next piece; what anchors name stays. */
static void
recycle (ChnYaml *yaml)
{
  if (yaml->anchored) {
    g_ptr_array_add (yaml->kept, yaml->arena);
    yaml->arena = chn_arena_new ();
  } else {
    chn_arena_clear (yaml->arena);
  }
  yaml->anchored = FALSE;
}

gboolean
chn_yaml_begin (ChnYaml *yaml)
{
  if (chn_yaml_events_peek (&yaml->events) == YAML_STREAM_START_EVENT)
    chn_yaml_events_take (&yaml->events);
  if (chn_yaml_events_peek (&yaml->events) == YAML_STREAM_END_EVENT)
    chn_yaml_fault_at (yaml->faults, 1, 1, CHN_YAML_FAULT_DOCUMENT, NULL, "the file is empty");
  if (chn_yaml_events_peek (&yaml->events) != YAML_DOCUMENT_START_EVENT)
    return FALSE;
  chn_yaml_events_take (&yaml->events);
  return TRUE;
}

void
chn_yaml_end (ChnYaml *yaml)
{
  if (chn_yaml_events_peek (&yaml->events) == YAML_DOCUMENT_END_EVENT)
    chn_yaml_events_take (&yaml->events);
  if (chn_yaml_events_peek (&yaml->events) == YAML_DOCUMENT_START_EVENT)
    chn_yaml_fault_at (yaml->faults, chn_yaml_events_get_line (&yaml->events),
                       chn_yaml_events_get_column (&yaml->events), CHN_YAML_FAULT_DOCUMENT,
                       "put it into a file of its own", "a second document begins; a file holds one");
}

gboolean
chn_yaml_is_broken (const ChnYaml *yaml)
{
  return yaml->events.broken;
}

const ChnYamlNode *
chn_yaml_enter (ChnYaml *yaml, ChnYamlKind kind, gboolean *entered)
{
  yaml_event_type_t type = chn_yaml_events_peek (&yaml->events);
  *entered = type == (kind == CHN_YAML_LIST ? YAML_SEQUENCE_START_EVENT : YAML_MAPPING_START_EVENT);
  if (!*entered)
    return compose (yaml);
  chn_yaml_events_take (&yaml->events);
  g_ptr_array_add (yaml->levels, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  return NULL;
}

/* Whether the collection that was entered last has more; leaves it when not. */
static gboolean
has_more (ChnYaml *yaml)
{
  recycle (yaml);
  set_longest (yaml, FALSE);
  yaml_event_type_t type = chn_yaml_events_peek (&yaml->events);
  if (type != YAML_SEQUENCE_END_EVENT && type != YAML_MAPPING_END_EVENT)
    return type != YAML_NO_EVENT;
  chn_yaml_events_take (&yaml->events);
  g_ptr_array_set_size (yaml->levels, (int) yaml->levels->len - 1);
  return FALSE;
}

const ChnYamlNode *
chn_yaml_next_key (ChnYaml *yaml)
{
  while (has_more (yaml)) {
    GHashTable *names = yaml->levels->pdata[yaml->levels->len - 1];
    const ChnYamlNode *key = compose (yaml);
    if (key && check_key (yaml, names, key)) {
      g_hash_table_insert (names, g_strdup (key->text), GUINT_TO_POINTER (key->line));
      set_longest (yaml, is_extra (key));
      return key;
    }
    chn_yaml_skip_value (yaml);
  }
  return NULL;
}

const ChnYamlNode *
chn_yaml_next_item (ChnYaml *yaml)
{
  return has_more (yaml) ? compose (yaml) : NULL;
}

const ChnYamlNode *
chn_yaml_read_value (ChnYaml *yaml)
{
  return compose (yaml);
}

void
chn_yaml_skip_value (ChnYaml *yaml)
{
  yaml_event_type_t type = chn_yaml_events_peek (&yaml->events);
  gboolean collection = type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT;
  guint outside = yaml->events.depth + (collection ? 0 : 1);
  while (type != YAML_NO_EVENT) {
    gboolean last = yaml->events.depth < outside;
    chn_yaml_events_take (&yaml->events);
    if (last)
      return;
    type = chn_yaml_events_peek (&yaml->events);
  }
}
