/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One VEVENT of somebody else's (RFC 5545, 3.6.1): each property to its field; lines that the fields would not give
 * back are kept as extras, a component within the event under "BEGIN:" and its name.
 */
#include "format/ical/read-event.h"

#include <string.h>

#include "base/append.h"
#include "base/ascii.h"
#include "base/error.h"
#include "format/ical/given-back.h"
#include "format/ical/mend-event.h"
#include "format/ical/property/dtstart.h"
#include "format/ical/property/property.h"
#include "model/event-storage.h"

const char *
chn_ical_make_key (ChnIcalReader *reader, const ChnSlice *head)
{
  GString *key = reader->key;
  gsize name = 0;
  g_string_set_size (key, head->length);
  for (; name < head->length && head->text[name] != ';' && head->text[name] != ' '; name++)
    key->str[name] = chn_ascii_to_upper (head->text[name]);
  g_string_truncate (key, name);
  while (name < head->length && head->text[name] == ' ')
    name++;
  chn_append_bytes (key, head->text + name, head->length - name);
  return key->str;
}

static void
keep_line (ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnSlice key = line->head;
  if (!line->is_plain) {
    chn_ical_make_key (reader, &line->head);
    key = (ChnSlice){ reader->key->str, reader->key->len };
  }
  chn_event_keep_extra (reader->event, key.text, key.length, line->value.text, line->value.length);
}

/* Of several lines that should be one all are kept, for one alone would be written. */
static void
keep_extras (ChnIcalReader *reader)
{
  guint64 dropped = reader->dropped | (chn_ical_find_given_back (reader) & ~CHN_ICAL_BIT (CHN_ICAL_OTHER));
  guint index = 0;
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (&reader->lines, ~dropped, &index));)
    keep_line (reader, line);
  for (guint i = 0; i + 1 < reader->parts->len; i += 2)
    chn_event_add_extra (reader->event, reader->parts->pdata[i], reader->parts->pdata[i + 1]);
}

/* Of what an event has once the first counts; the others are for whoever reads what is written again. */
static void
warn_of_repeats (ChnIcalReader *reader)
{
  const guint64 once = CHN_ICAL_BIT (CHN_ICAL_UID) | CHN_ICAL_BIT (CHN_ICAL_DTSTART) | CHN_ICAL_BIT (CHN_ICAL_DTEND) |
                       CHN_ICAL_BIT (CHN_ICAL_DURATION) | CHN_ICAL_BIT (CHN_ICAL_SUMMARY) |
                       CHN_ICAL_BIT (CHN_ICAL_DESCRIPTION) | CHN_ICAL_BIT (CHN_ICAL_LOCATION) |
                       CHN_ICAL_BIT (CHN_ICAL_STATUS);
  guint index = 0;
  if (!(reader->lines.repeated & once))
    return;
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (&reader->lines, once, &index));) {
    ChnSlice rest = line->head, name = chn_slice_split (&rest, ';');
    if (line != chn_ical_lines_first (&reader->lines, line->name))
      chn_ical_remark (reader, CHN_SEVERITY_WARNING, "repeated-property", line->line, "write it once",
                       "a second %.*s, which is kept, but not used", chn_slice_show (&name), name.text);
  }
}

/* Of an event that was written here without its payload, in reader->text; else NULL. */
static const char *
get_own_timeline (ChnIcalReader *reader)
{
  ChnSlice event, timeline;
  if (reader->uid.length == 0 || !chn_ical_uid_is_ours (&reader->uid, &event, &timeline))
    return NULL;
  chn_assign_bytes (reader->text, timeline.text, timeline.length);
  return reader->text->str;
}

void
chn_ical_add_event (ChnIcalReader *reader, const char *timeline)
{
  if (timeline && g_strcmp0 (timeline, reader->timeline) != 0) {
    if (reader->timeline)
      chn_timeline_builder_begin (reader->builder, reader->job->name);
    chn_timeline_builder_set_header (reader->builder, CHN_HEADER_TIMELINE, timeline);
    chn_timeline_builder_position_header (reader->builder, CHN_HEADER_TIMELINE, reader->line, 1);
    g_free (reader->timeline);
    reader->timeline = g_strdup (timeline);
  }
  chn_timeline_builder_add_event (reader->builder, reader->event);
}

/* FALSE for what is no event, since nothing says when: it is named, and left out. */
static gboolean
has_start (ChnIcalReader *reader)
{
  g_autoptr (GError) error = NULL;
  if (chn_ical_has_start (reader, &error))
    return TRUE;
  const ChnIcalLine *start = chn_ical_lines_first (&reader->lines, CHN_ICAL_DTSTART);
  const ChnIcalLine *title = chn_ical_lines_first (&reader->lines, CHN_ICAL_SUMMARY);
  const ChnSlice name = title ? title->value : (ChnSlice){ "", 0 };
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "event-left-out", start ? start->line : reader->line,
                   chn_error_get_hint (error), "the event \"%.*s\" is left out: %s", chn_slice_show (&name),
                   name.text, error->message);
  return FALSE;
}

void
chn_ical_read_event (ChnIcalReader *reader)
{
  guint n = 0;
  chn_ical_mend_values (reader);
  if (!has_start (reader))
    return;
  const ChnIcalProperty *const *properties = chn_ical_get_properties (&n);
  g_array_set_size (reader->sources, 0);
  chn_event_set_position (reader->event, CHN_FIELD_ID, 0, reader->line, 1);
  reader->is_copy = FALSE;
  for (guint i = 0; i < n && !reader->is_copy; i++)
    if (properties[i]->read)
      properties[i]->read (reader);
  if (reader->is_copy)
    return;
  warn_of_repeats (reader);
  keep_extras (reader);
  chn_ical_add_event (reader, get_own_timeline (reader));
}
