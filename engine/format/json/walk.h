/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <jansson.h>

#include <chancery/limits.h>

/*
 * A JSON value as jansson holds it, together with where it stands in the text. jansson keeps the order of members
 * but not their places, so the tree and the text are walked side by side.
 */
typedef struct {
  json_t *value;
  const char *at;
} ChnJsonNode;

typedef struct {
  json_t *parent;
  void *member; /* of an object: jansson's iterator */
  size_t index; /* of an array */
  const char *at;
} ChnJsonWalk;

/* The items of an array or the members of an object, in the order of the text, which jansson has accepted. */
void chn_json_walk_init (ChnJsonWalk *walk, const ChnJsonNode *parent);

/* The next one; FALSE at the end. key is set for members, decoded; key_at is where it stands. */
gboolean chn_json_walk_next (ChnJsonWalk *walk, const char **key, const char **key_at, ChnJsonNode *node);

/*
 * Whether text is within the bounds on depth and on the number of values, before anything is built from it; else the
 * limit that it breaks and where. Text need not be valid JSON.
 */
gboolean chn_json_within_limits (const char *text, gsize length, const ChnLimits *limits, ChnLimit *broken,
                                 gsize *offset);

/* Values that the JSON object of one event may hold: this many times CHN_LIMIT_ITEMS. */
#define CHN_JSON_VALUES_PER_ITEM 64
