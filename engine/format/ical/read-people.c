/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Who takes part (RFC 5545, 3.8.4.1 and 3.8.4.3): a name that the registry knows is that actor, any
 * other becomes an actor of the timeline's own.
 */
#include <string.h>

#include "base/intern.h"
#include "format/ical/reader.h"
#include "format/ical/slug.h"
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

static guint
find_role (const char *name)
{
  int role = chn_vocabulary_find (CHN_VOCABULARY_ROLE, name, -1, NULL);
  return role < 0 ? 0 : (guint) role;
}

static char *
dup_slug (const char *name)
{
  GString *slug = g_string_new (NULL);
  chn_ical_append_slug (slug, name, strlen (name), "person");
  return g_string_free (slug, FALSE);
}

/* Somebody else may have the id already, in the registry or in this file. */
static char *
declare (ChnIcalReader *reader, ChnActorKind kind, const char *name)
{
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (reader->builder);
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

static const char *
find_actor (ChnIcalReader *reader, ChnActorKind kind, const char *name)
{
  ChnIcalPeople *people = reader->people;
  guint32 number = chn_pool_intern (people->names, name, -1);
  if (number > people->id_of->len) {
    const ChnActor *known =
        chn_registry_find_actor (chn_timeline_builder_get_registry (reader->builder), name, -1, NULL, NULL);
    g_autofree char *own = known ? NULL : declare (reader, kind, name);
    guint32 id = chn_pool_intern (people->ids, known ? chn_actor_get_id (known) : own, -1);
    g_array_append_val (people->id_of, id);
  }
  return chn_pool_get (people->ids, g_array_index (people->id_of, guint32, number - 1));
}

/* CN, else the address without its scheme, in reader->text. */
static const char *
get_name (ChnIcalReader *reader, const ChnIcalLine *line)
{
  const ChnSlice *name = chn_ical_lines_get_parameter (&reader->lines, line, "CN");
  g_string_truncate (reader->text, 0);
  if (name)
    chn_ical_append_parameter (reader->text, name);
  g_strstrip (reader->text->str);
  if (reader->text->str[0])
    return reader->text->str;
  ChnSlice address = chn_slice_trim (line->value);
  if (address.length > 7 && g_ascii_strncasecmp (address.text, "mailto:", 7) == 0)
    address = (ChnSlice){ address.text + 7, address.length - 7 };
  g_string_truncate (reader->text, 0);
  g_string_append_len (reader->text, address.text, (gssize) address.length);
  return reader->text->str;
}

static gboolean
parameter_is (const ChnIcalReader *reader, const ChnIcalLine *line, const char *parameter, const char *value)
{
  const ChnSlice *found = chn_ical_lines_get_parameter (&reader->lines, line, parameter);
  return found && chn_slice_is_name (found, value);
}

static guint
get_role (const ChnIcalReader *reader, const ChnIcalLine *line)
{
  if (line->name == CHN_ICAL_ORGANIZER)
    return find_role ("host");
  if (parameter_is (reader, line, "ROLE", "CHAIR"))
    return find_role ("chair");
  return find_role (parameter_is (reader, line, "PARTSTAT", "DECLINED") ? "absentee" : "participant");
}

static gboolean
has_actor (const ChnEvent *event, const char *id, guint role)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n && i < 64; i++)
    if (actors[i].role == role && strcmp (actors[i].actor, id) == 0)
      return TRUE;
  return FALSE;
}

static void
read_person (ChnIcalReader *reader, const ChnIcalLine *line)
{
  /* Rooms and equipment are invited too, but do not act. */
  if (parameter_is (reader, line, "CUTYPE", "ROOM") || parameter_is (reader, line, "CUTYPE", "RESOURCE"))
    return;
  const char *name = get_name (reader, line);
  if (!name[0] || strlen (name) > 500)
    return;
  gboolean group = parameter_is (reader, line, "CUTYPE", "GROUP");
  const char *id = find_actor (reader, group ? CHN_ACTOR_GROUP : CHN_ACTOR_PERSON, name);
  guint role = get_role (reader, line);
  if (!has_actor (reader->event, id, role))
    chn_event_add_actor (reader->event, id, -1, role);
}

void
chn_ical_read_people (ChnIcalReader *reader)
{
  if (!reader->only[CHN_ICAL_ATTENDEE] && !reader->only[CHN_ICAL_ORGANIZER])
    return;
  for (guint i = 0; i < reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&reader->lines, i);
    if (line->name == CHN_ICAL_ATTENDEE || line->name == CHN_ICAL_ORGANIZER)
      read_person (reader, line);
  }
}
