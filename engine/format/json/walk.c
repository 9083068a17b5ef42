/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Walks JSON text beside the tree that jansson made of it, and bounds it before that tree is made. */
#include "format/json/walk.h"

/*
 * The text is RFC 8259, already accepted:
 *   object = "{" [ string ":" value *( "," string ":" value ) ] "}"
 *   array  = "[" [ value *( "," value ) ] "]"
 * so that only strings and brackets need be told apart.
 */

static const char *
skip_blanks (const char *at)
{
  while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')
    at++;
  return at;
}

static const char *
skip_string (const char *at)
{
  for (at++; *at != '"'; at++)
    if (*at == '\\')
      at++;
  return at + 1;
}

static gboolean
ends_scalar (char c)
{
  return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
skip_value (const char *at)
{
  guint depth = 0;
  do {
    if (*at == '"') {
      at = skip_string (at);
      continue;
    }
    if (*at == '[' || *at == '{')
      depth++;
    else if (*at == ']' || *at == '}')
      depth--;
    at++;
  } while (depth > 0 || (at[-1] != ']' && at[-1] != '}' && at[-1] != '"' && !ends_scalar (*at)));
  return at;
}

void
chn_json_walk_init (ChnJsonWalk *walk, const ChnJsonNode *parent)
{
  walk->parent = parent->value;
  walk->member = json_is_object (parent->value) ? json_object_iter (parent->value) : NULL;
  walk->index = 0;
  walk->at = parent->at + 1;
}

static gboolean
next_item (ChnJsonWalk *walk, ChnJsonNode *node)
{
  if (walk->index >= json_array_size (walk->parent))
    return FALSE;
  node->at = skip_blanks (walk->at);
  node->value = json_array_get (walk->parent, walk->index++);
  walk->at = skip_blanks (skip_value (node->at)) + 1;
  return TRUE;
}

gboolean
chn_json_walk_next (ChnJsonWalk *walk, const char **key, const char **key_at, ChnJsonNode *node)
{
  if (json_is_array (walk->parent))
    return next_item (walk, node);
  if (!walk->member)
    return FALSE;
  const char *name = skip_blanks (walk->at);
  const char *colon = skip_blanks (skip_string (name));
  *key = json_object_iter_key (walk->member);
  *key_at = name;
  node->at = skip_blanks (colon + 1);
  node->value = json_object_iter_value (walk->member);
  walk->member = json_object_iter_next (walk->parent, walk->member);
  walk->at = skip_blanks (skip_value (node->at)) + 1;
  return TRUE;
}

gboolean
chn_json_within_limits (const char *text, gsize length, const ChnLimits *limits, ChnLimit *broken, gsize *offset)
{
  guint64 depth = 0, n_values = 0;
  guint64 most_values = limits->value[CHN_LIMIT_ITEMS] * CHN_JSON_VALUES_PER_ITEM;
  gboolean in_string = FALSE;
  for (gsize i = 0; i < length; i++) {
    char c = text[i];
    if (in_string) {
      if (c == '\\')
        i++;
      else if (c == '"')
        in_string = FALSE;
      continue;
    }
    in_string = c == '"';
    if (c == '[' || c == '{')
      depth++;
    else if ((c == ']' || c == '}') && depth > 0)
      depth--;
    n_values += c == ',';
    *offset = i;
    *broken = depth > limits->value[CHN_LIMIT_DEPTH] ? CHN_LIMIT_DEPTH : CHN_LIMIT_ITEMS;
    if (depth > limits->value[CHN_LIMIT_DEPTH] || n_values >= most_values)
      return FALSE;
  }
  return TRUE;
}
