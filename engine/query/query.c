/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A parsed query: its text, its tree and the arena they lie in. */
#include "query/query.h"

#include "query/parse.h"

ChnQuery *
chn_query_parse (const char *text, const ChnLimits *limits, GError **error)
{
  const ChnLimits *bounds = limits ? limits : chn_limits_get_default ();
  g_autoptr (ChnArena) arena = chn_arena_new ();
  ChnNode *root = chn_parse_query (text, bounds, arena, error);
  if (!root)
    return NULL;
  ChnQuery *query = g_new0 (ChnQuery, 1);
  query->text = chn_arena_strndup (arena, text, -1);
  query->root = root;
  query->limits = *bounds;
  query->arena = g_steal_pointer (&arena);
  return query;
}

void
chn_query_free (ChnQuery *query)
{
  if (!query)
    return;
  chn_arena_free (query->arena);
  g_free (query);
}

const char *
chn_query_get_text (const ChnQuery *query)
{
  return query->text;
}
