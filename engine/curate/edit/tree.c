/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Values of a YAML file with the bytes that they stand in, by the marks of libyaml.
 *
 * A mark counts characters, and that of a block ends where the next token begins; so a block ends where the last of
 * its values does, and a literal or folded text with its last line that says something.
 */
#include "curate/edit/tree.h"

#include <string.h>

void
chn_tree_source_init (ChnTreeSource *source, const char *bytes, gsize length, const ChnYamlFaults *faults,
                      const ChnLimits *limits)
{
  gsize bom = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  source->bytes = bytes;
  source->length = length;
  source->bom = bom;
  source->index = 0;
  source->offset = bom;
  source->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  chn_yaml_events_init (&source->events, bytes, length, faults, limits);
  source->events.longest = limits->value[CHN_LIMIT_FILE]; /* whoever reads the file has looked at its values */
}

void
chn_tree_source_clear (ChnTreeSource *source)
{
  chn_yaml_events_clear (&source->events);
  g_hash_table_unref (source->anchors);
}

static gboolean
continues (char byte)
{
  return ((guchar) byte & 0xC0) == 0x80;
}

/* Marks come nearly in order, so one walks from the last. */
static gsize
find_offset (ChnTreeSource *source, gsize index)
{
  while (source->index < index && source->offset < source->length) {
    source->offset++;
    while (source->offset < source->length && continues (source->bytes[source->offset]))
      source->offset++;
    source->index++;
  }
  while (source->index > index && source->offset > source->bom) {
    source->offset--;
    while (source->offset > source->bom && continues (source->bytes[source->offset]))
      source->offset--;
    source->index--;
  }
  return source->offset;
}

gsize
chn_tree_source_get_start (ChnTreeSource *source)
{
  chn_yaml_events_peek (&source->events);
  return find_offset (source, source->events.event.start_mark.index);
}

static gboolean
is_white (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Without the empty lines behind it, which a text may keep but which no reader of the file takes for a part of it. */
static gsize
trim_end (const ChnTreeSource *source, gsize start, gsize end)
{
  while (end > start && is_white (source->bytes[end - 1]))
    end--;
  return end;
}

static ChnTree *
new_tree (ChnTreeSource *source, ChnArena *arena, ChnTreeKind kind)
{
  const yaml_event_t *event = &source->events.event;
  ChnTree *tree = chn_arena_alloc (arena, sizeof *tree);
  tree->kind = kind;
  tree->line = (guint) event->start_mark.line + 1;
  tree->column = (guint) event->start_mark.column;
  tree->start = find_offset (source, event->start_mark.index);
  tree->end = find_offset (source, event->end_mark.index);
  return tree;
}

static void
keep_anchor (ChnTreeSource *source, ChnArena *arena, ChnTree *tree, const yaml_char_t *anchor)
{
  if (!anchor)
    return;
  tree->named = TRUE;
  tree->anchor = chn_arena_strndup (arena, (const char *) anchor, -1);
  g_hash_table_replace (source->anchors, (gpointer) tree->anchor, tree);
}

static ChnTree *
new_text (ChnTreeSource *source, ChnArena *arena)
{
  const yaml_event_t *event = &source->events.event;
  ChnTree *tree = new_tree (source, arena, CHN_TREE_TEXT);
  tree->style = event->data.scalar.style;
  tree->length = event->data.scalar.length;
  tree->text = chn_arena_strndup (arena, (const char *) event->data.scalar.value, (gssize) tree->length);
  if (tree->style == YAML_LITERAL_SCALAR_STYLE || tree->style == YAML_FOLDED_SCALAR_STYLE)
    tree->end = trim_end (source, tree->start, tree->end);
  keep_anchor (source, arena, tree, event->data.scalar.anchor);
  return tree;
}

static ChnTree *
new_list (ChnTreeSource *source, ChnArena *arena)
{
  const yaml_event_t *event = &source->events.event;
  ChnTree *tree = new_tree (source, arena, CHN_TREE_LIST);
  tree->flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  keep_anchor (source, arena, tree, event->data.sequence_start.anchor);
  return tree;
}

static ChnTree *
new_mapping (ChnTreeSource *source, ChnArena *arena)
{
  const yaml_event_t *event = &source->events.event;
  ChnTree *tree = new_tree (source, arena, CHN_TREE_MAPPING);
  tree->flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
  keep_anchor (source, arena, tree, event->data.mapping_start.anchor);
  return tree;
}

static ChnTree *
new_alias (ChnTreeSource *source, ChnArena *arena)
{
  const char *name = (const char *) source->events.event.data.alias.anchor;
  const ChnTree *target = g_hash_table_lookup (source->anchors, name);
  ChnTree *tree = new_tree (source, arena, target ? target->kind : CHN_TREE_TEXT);
  tree->alias = TRUE;
  tree->text = target ? target->text : "";
  tree->length = target ? target->length : 0;
  tree->n = target ? target->n : 0;
  tree->first = target ? target->first : NULL;
  return tree;
}

void
chn_tree_append (ChnTree *parent, ChnTree *child)
{
  child->parent = parent;
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

static ChnTree *
copy (const ChnTree *tree, ChnArena *arena)
{
  ChnTree *made = chn_arena_memdup (arena, tree, sizeof *tree);
  made->next = NULL;
  return made;
}

void
chn_tree_add_item (ChnTree *list, const ChnTree *item, ChnArena *arena)
{
  chn_tree_append (list, copy (item, arena));
  list->n++;
}

void
chn_tree_add_pair (ChnTree *mapping, const ChnTree *key, const ChnTree *value, ChnArena *arena)
{
  chn_tree_append (mapping, copy (key, arena));
  chn_tree_append (mapping, copy (value, arena));
  mapping->n++;
}

/* The end of a collection was read: gives the one around it. */
static ChnTree *
complete (ChnTreeSource *source, ChnTree *tree)
{
  gsize end = find_offset (source, source->events.event.end_mark.index);
  if (tree->flow && (source->bytes[end - 1] == ']' || source->bytes[end - 1] == '}'))
    tree->end = end;
  else if (tree->last)
    tree->end = MAX (tree->last->end, tree->start);
  if (tree->kind == CHN_TREE_MAPPING)
    tree->n /= 2;
  for (const ChnTree *child = tree->first; child && !tree->anchor; child = child->next)
    tree->anchor = child->anchor;
  return tree->parent;
}

static ChnTree *
make (ChnTreeSource *source, ChnArena *arena, yaml_event_type_t type)
{
  switch (type) {
  case YAML_SCALAR_EVENT:
    return new_text (source, arena);
  case YAML_ALIAS_EVENT:
    return new_alias (source, arena);
  case YAML_SEQUENCE_START_EVENT:
    return new_list (source, arena);
  case YAML_MAPPING_START_EVENT:
    return new_mapping (source, arena);
  default:
    return NULL;
  }
}

ChnTree *
chn_tree_read (ChnTreeSource *source, ChnArena *arena, gboolean *anchored)
{
  ChnTree *root = NULL, *open = NULL;
  do {
    yaml_event_type_t type = chn_yaml_events_peek (&source->events);
    if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT) {
      open = open ? complete (source, open) : NULL;
    } else {
      ChnTree *tree = make (source, arena, type);
      if (!tree)
        return NULL;
      if (open) {
        chn_tree_append (open, tree);
        open->n++;
      }
      root = root ? root : tree;
      if (type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT)
        open = tree;
    }
    chn_yaml_events_take (&source->events);
  } while (open);
  if (anchored)
    *anchored |= root && root->anchor != NULL;
  return root;
}

ChnTree *
chn_tree_parse (const char *text, gsize length, ChnArena *arena)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  const ChnYamlFaults faults = { report, "", NULL };
  ChnTreeSource source = { 0 };
  ChnTree *tree = NULL;
  chn_tree_source_init (&source, text, length, &faults, chn_limits_get_default ());
  if (chn_yaml_events_peek (&source.events) == YAML_STREAM_START_EVENT)
    chn_yaml_events_take (&source.events);
  if (chn_yaml_events_peek (&source.events) == YAML_DOCUMENT_START_EVENT) {
    chn_yaml_events_take (&source.events);
    tree = chn_tree_read (&source, arena, NULL);
  }
  chn_tree_source_clear (&source);
  return tree;
}

const ChnTree *
chn_tree_find (const ChnTree *mapping, const char *name, const char *other)
{
  if (!mapping || mapping->kind != CHN_TREE_MAPPING)
    return NULL;
  for (const ChnTree *key = mapping->first; key && key->next; key = key->next->next)
    if (key->kind == CHN_TREE_TEXT && (strcmp (key->text, name) == 0 || (other && strcmp (key->text, other) == 0)))
      return key;
  return NULL;
}

static gboolean
are_lists_equal (const ChnTree *a, const ChnTree *b)
{
  const ChnTree *x = a->kind == CHN_TREE_LIST ? a->first : a, *y = b->kind == CHN_TREE_LIST ? b->first : b;
  while (x && y && chn_tree_is_equal (x, y)) {
    x = x == a ? NULL : x->next;
    y = y == b ? NULL : y->next;
  }
  return !x && !y;
}

static gboolean
are_mappings_equal (const ChnTree *a, const ChnTree *b)
{
  if (a->n != b->n)
    return FALSE;
  for (const ChnTree *key = a->first; key; key = key->next->next) {
    const ChnTree *other = key->kind == CHN_TREE_TEXT ? chn_tree_find (b, key->text, NULL) : NULL;
    if (!other || !chn_tree_is_equal (key->next, other->next))
      return FALSE;
  }
  return TRUE;
}

/* {source: KEY} is KEY. */
static const ChnTree *
unwrap (const ChnTree *tree)
{
  const ChnTree *source = tree->n == 1 ? chn_tree_find (tree, "source", NULL) : NULL;
  return source ? source->next : tree;
}

gboolean
chn_tree_is_equal (const ChnTree *left, const ChnTree *right)
{
  const ChnTree *a = unwrap (left), *b = unwrap (right);
  if (a->kind == CHN_TREE_LIST || b->kind == CHN_TREE_LIST)
    return are_lists_equal (a, b);
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == CHN_TREE_MAPPING)
    return are_mappings_equal (a, b);
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}
