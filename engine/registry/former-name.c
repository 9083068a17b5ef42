/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an actor was called at a date. */
#include "registry/registry-private.h"

static gboolean
was_name_throughout (const ChnAlias *alias, const ChnDateBounds *at)
{
  if (!alias->was_name || !alias->during)
    return FALSE;
  const ChnDateBounds *term = chn_date_get_bounds (alias->during);
  return term->earliest <= at->earliest && term->latest >= at->latest;
}

const char *
chn_actor_find_former_name (const ChnActor *actor, const ChnDateBounds *at)
{
  for (guint i = 0; i < actor->named.aliases->len; i++) {
    const ChnAlias *alias = &g_array_index (actor->named.aliases, ChnAlias, i);
    if (was_name_throughout (alias, at))
      return alias->name;
  }
  return NULL;
}

const char *
chn_actor_get_name_at (const ChnActor *actor, const ChnDateBounds *at)
{
  const char *former = chn_actor_find_former_name (actor, at);
  return former ? former : chn_actor_get_short_name (actor);
}
