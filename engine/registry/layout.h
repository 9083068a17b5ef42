/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A registry as bytes, in which names are found without reading the rest:
 *
 *   registry  = number *layer terms     the lowest layer first
 *   layer     = counts *actor *forum *usage *alias *member *name *name texts    names of actors, then of forums
 *
 *   terms     = length text            all that are declared (model/terms-text.c)
 *
 * Everything is numbers of 4 bytes in the order of the machine, but for the texts, which fill whole numbers. A text
 * is where it begins among the texts, each of which ends in NUL; the first is empty, and 0 is "none". Actors and
 * forums are in the order of their ids, names in that of the hash of their folded text, which itself is not kept:
 * names of one hash are folded again and compared. Behind the last actor and the last forum stands one more, at which
 * the aliases and members of the last one end; the aliases of forums lie behind those of actors.
 */

typedef enum { CHN_PACKED_ACTORS, CHN_PACKED_FORUMS, CHN_N_PACKED_SORTS } ChnPackedSort;

typedef struct {
  guint32 n_things[CHN_N_PACKED_SORTS];
  guint32 n_usages, n_aliases, n_members;
  guint32 n_names[CHN_N_PACKED_SORTS];
  guint32 n_bytes; /* of texts */
} ChnPackedCounts;

typedef struct {
  guint32 id, name, short_name; /* texts */
  guint32 first_alias;
} ChnPackedNamed;

enum { CHN_N_PACKED_CODES = 4 };

typedef struct {
  ChnPackedNamed named;
  guint32 kind;
  guint32 codes[CHN_N_PACKED_CODES]; /* texts */
  guint32 covers;                    /* a date */
  guint32 successors;                /* a text: ids with line breaks between them */
  guint32 first_member;
} ChnPackedActor;

enum { CHN_PACKED_ROOT = 1, CHN_PACKED_FORUM_RECALLED = 2, CHN_PACKED_FORUM_SHARED = 4 };

typedef struct {
  ChnPackedNamed named;
  guint32 flags; /* CHN_PACKED_ROOT, CHN_PACKED_FORUM_RECALLED, CHN_PACKED_FORUM_SHARED */
} ChnPackedForum;

/* When and in what way aliases are used: most are used in the way of many others. */
typedef struct {
  guint32 during, note, language; /* texts */
  guint32 marks;                  /* ChnPackedMark */
} ChnPackedUsage;

typedef enum { CHN_PACKED_RECALLED = 1 << 0, CHN_PACKED_WAS_NAME = 1 << 1 } ChnPackedMark;

typedef struct {
  guint32 name; /* a text */
  guint32 usage;
} ChnPackedAlias;

typedef struct {
  guint32 actor, during, note; /* texts */
  guint32 is_recalled;
} ChnPackedMember;

/* A name and what it is of the one that bears it: a ChnNameSort above the number of the thing, or that of the alias.
 */
typedef struct {
  guint32 hash;
  guint32 what;
} ChnPackedName;

enum { CHN_PACKED_NUMBER_BITS = 28 };

/* One layer in memory. */
typedef struct {
  const ChnPackedCounts *counts;
  const ChnPackedActor *actors;
  const ChnPackedForum *forums;
  const ChnPackedUsage *usages;
  const ChnPackedAlias *aliases;
  const ChnPackedMember *members;
  const ChnPackedName *names[CHN_N_PACKED_SORTS];
  const char *texts;
} ChnPackedLayer;

static inline const ChnPackedNamed *
chn_packed_layer_get_named (const ChnPackedLayer *layer, ChnPackedSort sort, guint32 number)
{
  return sort == CHN_PACKED_ACTORS ? &layer->actors[number].named : &layer->forums[number].named;
}

/* NULL for none. */
static inline const char *
chn_packed_layer_get_text (const ChnPackedLayer *layer, guint32 text)
{
  return text == 0 ? NULL : layer->texts + text;
}

/*
 * Finds the next layer at *at, which steps behind it: FALSE unless every number in it leads to where something is,
 * whatever the bytes are.
 */
gboolean chn_packed_layer_find (ChnPackedLayer *layer, const char **at, const char *end);

/* The number of the thing of an id, or -1. */
gint64 chn_packed_layer_find_id (const ChnPackedLayer *layer, ChnPackedSort sort, const char *id);

/* The hash of a folded name, of any layer. */
guint32 chn_packed_hash (const char *folded);

/* The first of the names whose folded text has this hash; *n is how many have. */
const ChnPackedName *chn_packed_layer_find_name (const ChnPackedLayer *layer, ChnPackedSort sort, guint32 hash,
                                                 guint *n);

static inline guint32
chn_packed_name_get_sort (const ChnPackedName *name)
{
  return name->what >> CHN_PACKED_NUMBER_BITS;
}

/* The number of the alias, or of the thing where the name is none. */
static inline guint32
chn_packed_name_get_number (const ChnPackedName *name)
{
  return name->what & ((1u << CHN_PACKED_NUMBER_BITS) - 1);
}

/* The number of the thing that bears a name. */
guint32 chn_packed_layer_find_bearer (const ChnPackedLayer *layer, ChnPackedSort sort, const ChnPackedName *name);

/* The name as it is written. */
const char *chn_packed_layer_get_name (const ChnPackedLayer *layer, ChnPackedSort sort, const ChnPackedName *name);
