/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Events that were written here come back through their payload, "b64u." and base64url (RFC 4648, 5) of
 * the JSON object. What a calendar app shows beside it is compared with what the writer would write, for
 * which a timeline is needed: events are gathered, made into a small one, compared, and handed on.
 */
#include <string.h>

#include "format/ical/base64.h"
#include "format/ical/edit.h"
#include "format/json/event.h"
#include "model/event-storage.h"

enum { MOST_SEEN = 512 };

/* One event and what the file shows of it. */
typedef struct {
  ChnEvent *event;
  ChnIcalLines lines;
  char *timeline;
  guint line;
} Seen;

struct _ChnIcalPayloads {
  ChnJsonReader *json;
  GString *object;
  Seen seen[MOST_SEEN];
  guint n_seen;
  guint n_slots; /* that have their memory */
  ChnReport *scratch;
  ChnTimelineBuilder *mirror;
};

ChnIcalPayloads *
chn_ical_payloads_new (ChnIcalReader *reader)
{
  ChnIcalPayloads *payloads = g_new0 (ChnIcalPayloads, 1);
  payloads->json = chn_json_reader_new (reader->builder, reader->job->name);
  payloads->object = g_string_new (NULL);
  return payloads;
}

void
chn_ical_payloads_free (ChnIcalPayloads *payloads)
{
  if (!payloads)
    return;
  for (guint i = 0; i < payloads->n_slots; i++) {
    chn_event_free (payloads->seen[i].event);
    chn_ical_lines_clear (&payloads->seen[i].lines);
    g_free (payloads->seen[i].timeline);
  }
  chn_json_reader_free (payloads->json);
  g_string_free (payloads->object, TRUE);
  chn_timeline_builder_free (payloads->mirror);
  chn_report_free (payloads->scratch);
  g_free (payloads);
}

static gboolean
read_object (ChnIcalReader *reader, const ChnIcalLine *line)
{
  static const char mark[] = "b64u.";
  ChnSlice value = chn_slice_trim (line->value);
  gsize offset = 0, n_mark = strlen (mark);
  if (value.length < n_mark || memcmp (value.text, mark, n_mark) != 0) {
    chn_ical_fault (reader, line, value.text, CHN_ERROR_SYNTAX, NULL, "a payload that does not begin with \"b64u.\"");
    return FALSE;
  }
  ChnSlice encoded = { value.text + n_mark, value.length - n_mark };
  if (chn_base64_decode (encoded.text, encoded.length, reader->payloads->object, &offset))
    return TRUE;
  chn_ical_fault (reader, line, encoded.text + offset, CHN_ERROR_SYNTAX, "export the calendar anew",
                  "the payload is not whole base64url");
  return FALSE;
}

static gboolean
has_one_payload (ChnIcalReader *reader, const ChnIcalLine *first)
{
  for (guint i = 0; i < reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&reader->lines, i);
    if (line->name != CHN_ICAL_PAYLOAD || line == first)
      continue;
    chn_ical_fault (reader, line, NULL, CHN_ERROR_CONFLICT, NULL, "an event with two payloads");
    return FALSE;
  }
  return TRUE;
}

/* FALSE, with a fault, when somebody has it. */
static gboolean
claim (ChnIcalReader *reader, const char *uid, gsize length, gboolean ours, const char *which)
{
  const ChnIcalLine *line = reader->only[CHN_ICAL_UID];
  guint earlier = 0;
  chn_ical_uids_claim (reader->uids, &(ChnSlice){ uid, length }, ours, reader->line, &earlier);
  if (earlier > 0)
    chn_ical_fault (reader, line, line->value.text, CHN_ERROR_CONFLICT, "give one of the two another UID",
                    "the UID %sstands at line %u already", which, earlier);
  return earlier == 0;
}

/* Of an event that somebody else's calendar brought: its UID there, under which it is written. NULL for any other. */
static const char *
find_own_uid (const ChnEvent *event, guint *index)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (*index = 0; *index < n; ++*index)
    if (strcmp (extras[*index].key, "UID") == 0)
      return extras[*index].value;
  return NULL;
}

/*
 * Clients may give an event another UID; then nobody else may have the one under which it will be written: its
 * own, or one of its id and timeline. Where somebody has its own, it is left with the other.
 */
static void
claim_uids (ChnIcalReader *reader, ChnEvent *event)
{
  static const char which[] = "that its payload gives it ";
  const char *timeline = chn_json_reader_get_timeline (reader->payloads->json);
  guint at;
  if (!reader->only[CHN_ICAL_UID] || reader->only[CHN_ICAL_RECURRENCE_ID])
    return;
  gboolean is_free = claim (reader, reader->uid.text, reader->uid.length, TRUE, "");
  const char *own = find_own_uid (event, &at);
  if (own && !chn_slice_is (&reader->uid, own))
    is_free = claim (reader, own, strlen (own), FALSE, which);
  if (own && is_free)
    return;
  for (; own; own = find_own_uid (event, &at))
    g_array_remove_index (event->extras, at);
  chn_ical_uid_make (reader->text, chn_event_get_text (event, CHN_FIELD_ID), NULL, timeline);
  if (!chn_slice_is (&reader->uid, reader->text->str))
    claim (reader, reader->text->str, reader->text->len, FALSE, which);
}

/* An instance that a client split off has the payload of what recurs, which knows nothing of it. */
static gboolean
is_split_off (const ChnIcalReader *reader, const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  if (!reader->only[CHN_ICAL_RECURRENCE_ID])
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (extras[i].key, "RECURRENCE-ID"))
      return FALSE;
  return TRUE;
}

/* The small timeline takes what it is given: its faults are those of the whole one. */
static void
open_mirror (ChnIcalReader *reader)
{
  ChnIcalPayloads *payloads = reader->payloads;
  payloads->scratch = chn_report_new ();
  payloads->mirror = chn_timeline_builder_new (chn_timeline_builder_get_registry (reader->builder), payloads->scratch,
                                               reader->limits);
  chn_timeline_builder_set_keep_going (payloads->mirror, TRUE);
  chn_json_reader_set_mirror (payloads->json, payloads->mirror);
}

static Seen *
open_slot (ChnIcalPayloads *payloads)
{
  Seen *seen = &payloads->seen[payloads->n_seen];
  if (payloads->n_seen == payloads->n_slots) {
    payloads->n_slots++;
    seen->event = chn_event_new ();
    chn_ical_lines_init (&seen->lines);
  }
  return seen;
}

gboolean
chn_ical_payloads_take (ChnIcalReader *reader)
{
  ChnIcalPayloads *payloads = reader->payloads;
  const ChnIcalLine *line = reader->only[CHN_ICAL_PAYLOAD];
  chn_ical_say (reader, CHN_ICAL_PAYLOAD);
  if (!has_one_payload (reader, line) || !read_object (reader, line))
    return FALSE;
  if (!payloads->mirror)
    open_mirror (reader);
  Seen *seen = open_slot (payloads);
  ChnJsonPlace place = { line->line, 1, TRUE, TRUE };
  if (!chn_json_reader_read (payloads->json, payloads->object->str, payloads->object->len, &place, CHN_JSON_WHOLE,
                             seen->event))
    return FALSE;
  if (is_split_off (reader, seen->event))
    return FALSE;
  claim_uids (reader, seen->event);
  g_free (seen->timeline);
  seen->timeline = g_strdup (chn_json_reader_get_timeline (payloads->json));
  seen->line = reader->line;
  ChnIcalLines lines = seen->lines;
  seen->lines = reader->lines;
  reader->lines = lines;
  chn_timeline_builder_add_event (payloads->mirror, seen->event);
  if (++payloads->n_seen == MOST_SEEN)
    chn_ical_payloads_finish (reader);
  return TRUE;
}

static void
compare (ChnIcalReader *reader, Seen *seen, ChnIcalExpectation *expectation, const ChnTimeline *timeline,
         ChnEvent *before)
{
  const char *id = chn_event_get_text (seen->event, CHN_FIELD_ID);
  guint row;
  if (!id || !chn_timeline_find (timeline, id, &row))
    return;
  chn_timeline_load (timeline, row, before);
  ChnIcalEdit edit = {
    .reader = reader,
    .expectation = expectation,
    .before = before,
    .event = seen->event,
    .registry = chn_timeline_get_registry (timeline),
    .written = chn_ical_expect (expectation, row, before),
  };
  chn_ical_edit (&edit);
}

/* The reader is made to stand at the event as it did when it was read. */
static void
hand_on (ChnIcalReader *reader, Seen *seen, ChnIcalExpectation *expectation, const ChnTimeline *timeline,
         ChnEvent *before)
{
  ChnIcalLines lines = reader->lines;
  ChnEvent *event = reader->event;
  reader->lines = seen->lines;
  reader->event = seen->event;
  reader->line = seen->line;
  chn_ical_index_lines (reader);
  if (timeline)
    compare (reader, seen, expectation, timeline, before);
  chn_ical_add_event (reader, seen->timeline, seen->line);
  reader->lines = lines;
  reader->event = event;
}

void
chn_ical_payloads_finish (ChnIcalReader *reader)
{
  ChnIcalPayloads *payloads = reader->payloads;
  if (payloads->n_seen == 0)
    return;
  guint line = reader->line;
  g_autoptr (ChnEvent) before = chn_event_new ();
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&payloads->mirror), NULL);
  g_autoptr (ChnIcalExpectation) expectation = timeline ? chn_ical_expectation_new (timeline) : NULL;
  chn_json_reader_set_mirror (payloads->json, NULL);
  for (guint i = 0; i < payloads->n_seen; i++)
    hand_on (reader, &payloads->seen[i], expectation, timeline, before);
  payloads->n_seen = 0;
  g_clear_pointer (&payloads->scratch, chn_report_free);
  reader->uid.length = 0;
  reader->line = line;
}
