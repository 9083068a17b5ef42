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
  g_atomic_ref_count_init (&query->references);
  query->text = chn_arena_strndup (arena, text, -1);
  query->root = root;
  query->limits = *bounds;
  query->arena = g_steal_pointer (&arena);
  return query;
}

ChnQuery *
chn_query_ref (const ChnQuery *query)
{
  ChnQuery *shared = (ChnQuery *) (guintptr) query;
  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

void
chn_query_free (ChnQuery *query)
{
  if (!query || !g_atomic_ref_count_dec (&query->references))
    return;
  chn_arena_free (query->arena);
  g_free (query);
}

const char *
chn_query_get_text (const ChnQuery *query)
{
  return query->text;
}
