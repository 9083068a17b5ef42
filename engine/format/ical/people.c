/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* People of calendars: a name that the registry knows is that actor, any other an actor of the timeline's own. */
#include "format/ical/people.h"

#include <string.h>

#include "model/slug-of-text.h"
#include "model/slug.h"

static char *
dup_slug (const char *name)
{
  GString *slug = g_string_new (NULL);
  chn_slug_append_of_text (slug, name, strlen (name), "person");
  return g_string_free (slug, FALSE);
}

/* Somebody else may have the id already, in the registry or in this file. */
static char *
declare (ChnTimelineBuilder *builder, ChnActorKind kind, const char *name)
{
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (builder);
  char *near = chn_slug_dup_near (name);
  g_autofree char *id = near && strlen (near) <= 100 ? near : dup_slug (name);
  if (id != near)
    g_free (near);
  if (chn_registry_builder_add_actor (names, kind, id, name, NULL, NULL) ||
      strcmp (chn_actor_get_name (chn_registry_builder_get_actor (names, id)), name) == 0)
    return g_steal_pointer (&id);
  g_autofree char *other = g_strconcat (name, "\n", NULL);
  g_autofree char *second = dup_slug (other);
  chn_registry_builder_add_actor (names, kind, second, name, NULL, NULL);
  return g_steal_pointer (&second);
}

const char *
chn_ical_people_find (GHashTable *people, ChnTimelineBuilder *builder, ChnActorKind kind, const char *name)
{
  char *id = g_hash_table_lookup (people, name);
  if (id)
    return id;
  const ChnActor *known = chn_registry_find_actor (chn_timeline_builder_get_registry (builder), name, -1, NULL, NULL);
  id = known ? g_strdup (chn_actor_get_id (known)) : declare (builder, kind, name);
  g_hash_table_insert (people, g_strdup (name), id);
  return id;
}
