/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* ATTENDEE and ORGANIZER (RFC 5545, 3.8.4.1 and 3.8.4.3): who takes part. */
#include <string.h>

#include "base/append.h"
#include "format/ical/property/property.h"
#include "model/event-has.h"

static guint
find_role (const char *name)
{
  int role = chn_vocabulary_find (CHN_VOCABULARY_ROLE, name, -1, NULL);
  return role < 0 ? 0 : (guint) role;
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
  chn_assign_bytes (reader->text, address.text, address.length);
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
  const char *id =
      chn_ical_people_find (reader->people, reader->builder, group ? CHN_ACTOR_GROUP : CHN_ACTOR_PERSON, name);
  guint role = get_role (reader, line);
  if (!chn_event_has_actor (reader->event, id, role))
    chn_event_add_actor (reader->event, id, -1, role);
}

static void
read_people (ChnIcalReader *reader)
{
  const guint64 names = CHN_ICAL_BIT (CHN_ICAL_ATTENDEE) | CHN_ICAL_BIT (CHN_ICAL_ORGANIZER);
  guint index = 0;
  if (!(reader->lines.found & names))
    return;
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (&reader->lines, names, &index));)
    read_person (reader, line);
}

/* They are written as they came, or not at all: of an actor nobody knows the address. */
const ChnIcalProperty chn_ical_attendee = {
  .names = CHN_ICAL_BIT (CHN_ICAL_ATTENDEE) | CHN_ICAL_BIT (CHN_ICAL_ORGANIZER),
  .read = read_people,
};
