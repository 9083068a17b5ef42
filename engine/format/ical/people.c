/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* People of calendars: a name that the registry knows is that actor, any other an actor of the timeline's own. */
#include "format/ical/people.h"

#include <string.h>

#include "base/intern.h"
#include "model/slug-of-text.h"
#include "model/slug.h"

struct _ChnIcalPeople {
  ChnPool *names; /* as shown, with the address where there is no name */
  ChnPool *ids;
  GArray *id_of; /* number in ids, by the number of a name */
};

ChnIcalPeople *
chn_ical_people_new (void)
{
  ChnIcalPeople *people = g_new (ChnIcalPeople, 1);
  people->names = chn_pool_new ();
  people->ids = chn_pool_new ();
  people->id_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  return people;
}

void
chn_ical_people_free (ChnIcalPeople *people)
{
  if (!people)
    return;
  chn_pool_free (people->names);
  chn_pool_free (people->ids);
  g_array_unref (people->id_of);
  g_free (people);
}

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
chn_ical_people_find (ChnIcalPeople *people, ChnTimelineBuilder *builder, ChnActorKind kind, const char *name)
{
  guint32 number = chn_pool_intern (people->names, name, -1);
  if (number > people->id_of->len) {
    const ChnActor *known =
        chn_registry_find_actor (chn_timeline_builder_get_registry (builder), name, -1, NULL, NULL);
    g_autofree char *own = known ? NULL : declare (builder, kind, name);
    guint32 id = chn_pool_intern (people->ids, known ? chn_actor_get_id (known) : own, -1);
    g_array_append_val (people->id_of, id);
  }
  return chn_pool_get (people->ids, g_array_index (people->id_of, guint32, number - 1));
}
