/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A registry as bytes, in which names are found without reading the rest:
 *
 *   registry  = number *layer     the lowest layer first
 *   layer     = counts *actor *forum *alias *member *name *name texts    names of actors, then of forums
 *
 * Everything is numbers of 4 bytes in the order of the machine, but for the texts, which fill whole numbers. A text
 * is where it begins among the texts, each of which ends in NUL; the first is empty, and 0 is "none". Actors and
 * forums are in the order of their ids, names in that of their folded text. Behind the last actor and the last forum
 * stands one more, at which the aliases and members of the last one end; the aliases of forums lie behind those of
 * actors.
 */

typedef enum { CHN_PACKED_ACTORS, CHN_PACKED_FORUMS, CHN_N_PACKED_SORTS } ChnPackedSort;

typedef struct {
  guint32 n_things[CHN_N_PACKED_SORTS];
  guint32 n_aliases, n_members;
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
  guint32 first_member;
} ChnPackedActor;

typedef struct {
  ChnPackedNamed named;
  guint32 is_root;
} ChnPackedForum;

typedef struct {
  guint32 name, during, note; /* texts */
} ChnPackedAlias;

typedef struct {
  guint32 actor, during, note; /* texts */
  guint32 is_recalled;
} ChnPackedMember;

/* A folded name and one that bears it. */
typedef struct {
  guint32 folded; /* a text */
  guint32 thing;  /* its number */
  guint32 alias;  /* 1 + the number of the alias of limited time that it is, or 0 */
  guint32 is_code;
} ChnPackedName;

/* One layer in memory. */
typedef struct {
  const ChnPackedCounts *counts;
  const ChnPackedActor *actors;
  const ChnPackedForum *forums;
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

/* The first of the names that have this folded text; *n is how many do. */
const ChnPackedName *chn_packed_layer_find_name (const ChnPackedLayer *layer, ChnPackedSort sort, const char *folded,
                                                 guint *n);
