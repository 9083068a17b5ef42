/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/arena.h"
#include "format/yaml/events.h"

typedef enum { CHN_TREE_TEXT, CHN_TREE_LIST, CHN_TREE_MAPPING } ChnTreeKind;

/* A value of a YAML file with the bytes that it stands in. */
typedef struct _ChnTree ChnTree;
struct _ChnTree {
  ChnTreeKind kind;
  yaml_scalar_style_t style; /* of a text */
  gboolean flow;             /* a list in [ ], a mapping in { } */
  gboolean alias;            /* an alias, whose kind and values are those of its anchor */
  gboolean named;            /* has an anchor of its own */
  const char *anchor;        /* its own, or the first of what is in it; NULL where others cannot repeat any of it */
  gsize start, end;          /* bytes from the first of the file; the end is that of its last character */
  guint line;                /* 1-based */
  guint column;              /* of its first character, from 0 */
  const char *text;          /* of a text; ends in NUL */
  gsize length;
  guint n;        /* items of a list, pairs of a mapping */
  ChnTree *first; /* of a list, or of a mapping, where keys and values alternate */
  ChnTree *last;
  ChnTree *next;
  ChnTree *parent;
};

/* What trees are made from: the events of a file, and where their characters lie. */
typedef struct {
  const char *bytes; /* the whole file, its byte order mark included */
  gsize length;
  gsize bom;           /* bytes of the mark */
  gsize index;         /* characters of the file, without the mark ... */
  gsize offset;        /* ... and the bytes that they are, mark included */
  GHashTable *anchors; /* name -> tree, whose arena must stay */
  ChnYamlEvents events;
} ChnTreeSource;

/* The bytes stay the caller's. What cannot be read goes to the faults' report. */
void chn_tree_source_init (ChnTreeSource *source, const char *bytes, gsize length, const ChnYamlFaults *faults,
                           const ChnLimits *limits);
void chn_tree_source_clear (ChnTreeSource *source);

/* Where the event at hand begins. */
gsize chn_tree_source_get_start (ChnTreeSource *source);

/* The value at hand, from the arena; NULL where reading ended. `anchored` is set where an anchor names some of it. */
ChnTree *chn_tree_read (ChnTreeSource *source, ChnArena *arena, gboolean *anchored);

/* A text that is YAML and holds one value, such as a field that was just spelled; NULL where it is none. */
ChnTree *chn_tree_parse (const char *text, gsize length, ChnArena *arena);

/* Puts a value behind the last one of a list or mapping, whose `n` is not touched: a key is half of what it counts.
 */
void chn_tree_append (ChnTree *parent, ChnTree *child);

/* The same of what another tree keeps: copies from the arena, counted. What they hold is not copied. */
void chn_tree_add_item (ChnTree *list, const ChnTree *item, ChnArena *arena);
void chn_tree_add_pair (ChnTree *mapping, const ChnTree *key, const ChnTree *value, ChnArena *arena);

/* The key of a mapping whose name is one of these two, or NULL; its value is what follows. */
const ChnTree *chn_tree_find (const ChnTree *mapping, const char *name, const char *other);

/* Whether two values say the same, however they are spelled: a text alone is a list of one. */
gboolean chn_tree_is_equal (const ChnTree *a, const ChnTree *b);
