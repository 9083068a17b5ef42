/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Events that were written here come back through their payload. What a calendar app shows beside it is compared with
 * what we would have written, unless the payload's digest of these lines says that they are as we wrote them.
 */
#include "format/ical/read-payload.h"

#include <string.h>

#include "format/ical/find-edits.h"
#include "format/ical/mend-event.h"
#include "format/ical/property/related-to.h"
#include "format/ical/property/uid.h"
#include "format/ical/read-event.h"
#include "format/json/event.h"
#include "model/event-storage.h"
#include "model/event-words.h"
#include "timeline/builder.h"

struct _ChnIcalPayloads {
  ChnJsonReader *json;
  GString *object;
  ChnIcalEdits *edits;
};

ChnIcalPayloads *
chn_ical_payloads_new (ChnIcalReader *reader)
{
  ChnIcalPayloads *payloads = g_new (ChnIcalPayloads, 1);
  payloads->json = chn_json_reader_new (reader->builder, reader->job->name);
  payloads->object = g_string_new (NULL);
  payloads->edits = chn_ical_edits_new ();
  return payloads;
}

void
chn_ical_payloads_free (ChnIcalPayloads *payloads)
{
  if (!payloads)
    return;
  chn_json_reader_free (payloads->json);
  g_string_free (payloads->object, TRUE);
  chn_ical_edits_free (payloads->edits);
  g_free (payloads);
}

static gboolean
has_one_payload (ChnIcalReader *reader, const ChnIcalLine *first)
{
  guint index = (guint) (first - reader->lines.line) + 1;
  const ChnIcalLine *second = chn_ical_lines_next (&reader->lines, CHN_ICAL_BIT (CHN_ICAL_PAYLOAD), &index);
  if (second)
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "bad-payload", second->line, NULL,
                     "an event with two payloads is taken as calendars show it");
  return !second;
}

static gboolean
decode (ChnIcalPayloads *payloads, ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnSlice value = chn_slice_trim (line->value);
  gsize offset;
  const char *what;
  if (chn_payload_decode (&value, payloads->object, &offset, &what))
    return TRUE;
  chn_ical_fault (reader, line, value.text + offset, CHN_ERROR_SYNTAX, "export the calendar anew", "%s", what);
  return FALSE;
}

/* The line of another event that has a UID, which is claimed for the one at hand where there is none: then 0. */
static guint
claim (ChnIcalReader *reader, const char *uid, gsize length, gboolean ours)
{
  guint earlier = 0;
  const char *own = chn_event_get_text (reader->event, CHN_FIELD_ID);
  const char *id = chn_ical_uids_claim (reader->uids, &(ChnSlice){ uid, length }, ours, reader->line, &earlier);
  if (earlier == 0 && own && strcmp (id, own) != 0)
    g_hash_table_insert (reader->other_ids, GUINT_TO_POINTER (reader->line), g_strdup (own));
  return earlier == reader->line ? 0 : earlier;
}

/* Of an event that somebody else's calendar brought: its UID there, under which it is written. NULL for any other. */
static const char *
find_own_uid (const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (chn_ical_foreign_is_uid (&extras[i]))
      return extras[i].value;
  return NULL;
}

/*
 * The UID under which it will be written: its own, or one of its id and timeline, which then is in reader->text. NULL
 * where it has none of these: it is no event, which is told where it is added.
 */
static const char *
find_uid (ChnIcalReader *reader, const char *timeline)
{
  const char *own = find_own_uid (reader->event), *id = chn_event_get_text (reader->event, CHN_FIELD_ID);
  if (own || !id)
    return own;
  chn_ical_uid_make (reader->text, id, NULL, timeline);
  return reader->text->str;
}

/* Whether the UID at hand is the other one, however it is escaped. */
static gboolean
is_renamed (const ChnIcalReader *reader, const char *uid)
{
  if (chn_slice_is (&reader->uid, uid))
    return FALSE;
  const ChnSlice other = chn_slice_trim ((ChnSlice){ uid, strlen (uid) });
  g_autofree char *plain = chn_ical_dup_text (&other), *shown = chn_ical_dup_text (&reader->uid);
  return strcmp (plain, shown) != 0;
}

/* Whether another event of the file has a UID: one before, or one that is to come. */
static gboolean
stands_elsewhere (ChnIcalReader *reader, const char *uid)
{
  const ChnSlice slice = { uid, strlen (uid) };
  chn_ical_find_uids (reader);
  return chn_ical_uids_find (reader->uids, &slice) != NULL;
}

/*
 * Whoever copies an event in a calendar app gets one with another UID, or none, and the payload of the first: which
 * is then none of its own. FALSE for such a copy. Other clients give all events other UIDs, and no harm is done.
 */
static gboolean
claim_uids (ChnIcalReader *reader, const char *timeline)
{
  guint earlier = 0;
  if (chn_ical_lines_first (&reader->lines, CHN_ICAL_RECURRENCE_ID))
    return TRUE;
  const char *uid = find_uid (reader, timeline);
  gboolean renamed = uid && is_renamed (reader, uid);
  if (renamed && stands_elsewhere (reader, uid)) {
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "copied-payload", reader->line, NULL,
                     "the payload is that of the event \"%s\"; this one is taken as calendars show it", uid);
    return FALSE;
  }
  if (reader->uid.length > 0)
    earlier = claim (reader, reader->uid.text, reader->uid.length, TRUE);
  if (renamed)
    claim (reader, uid, strlen (uid), FALSE);
  if (earlier > 0)
    chn_ical_settle_copy (reader, chn_ical_find_claimant (reader, &reader->uid, earlier), earlier);
  return TRUE;
}

/* An instance that a client split off has the payload of what recurs, which knows nothing of it. */
static gboolean
is_split_off (const ChnIcalReader *reader, const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  if (!chn_ical_lines_first (&reader->lines, CHN_ICAL_RECURRENCE_ID))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (extras[i].key, "RECURRENCE-ID"))
      return FALSE;
  return TRUE;
}

/* Those that the digest is of: what tells of the revision may be changed by whoever stores the file. */
static gboolean
are_as_written (const ChnIcalLines *lines, const char *digest)
{
  const guint64 names = ~(CHN_ICAL_REVISION_NAMES | CHN_ICAL_BIT (CHN_ICAL_PAYLOAD));
  guint index = 0;
  guint64 sum = 0;
  for (const ChnIcalLine *line; digest && (line = chn_ical_lines_next (lines, names, &index));) {
    ChnSlice content = chn_ical_line_get_content (line);
    sum += chn_line_digest_content (content.text, content.length);
  }
  return digest && strcmp (chn_payload_format_digest (sum).text, digest) == 0;
}

static void
take_edits (ChnIcalPayloads *payloads, ChnIcalReader *reader)
{
  guint n = 0;
  const ChnSource *sources = chn_json_reader_get_sources (payloads->json, &n);
  const ChnEvent *event = reader->event;
  /* Without these it is no event, which is told where it is added. */
  if (!chn_event_get_text (event, CHN_FIELD_ID) || !chn_event_get_text (event, CHN_FIELD_DATE) ||
      !chn_event_get_text (event, CHN_FIELD_TITLE))
    return;
  g_array_set_size (reader->sources, 0);
  g_array_append_vals (reader->sources, sources, n);
  chn_ical_mend_values (reader);
  chn_ical_edits_find (payloads->edits, reader);
}

/* FALSE where there is none that can be read, which is reported, or none of this very event. */
static gboolean
read_payload (ChnIcalPayloads *payloads, ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnJsonPlace place = { line->line, 1, TRUE, TRUE };
  return has_one_payload (reader, line) && decode (payloads, reader, line) &&
         chn_json_reader_read (payloads->json, payloads->object->str, payloads->object->len, &place, CHN_JSON_WHOLE,
                               reader->event) &&
         !is_split_off (reader, reader->event);
}

gboolean
chn_ical_payloads_take (ChnIcalPayloads *payloads, ChnIcalReader *reader)
{
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_PAYLOAD);
  if (!line)
    return FALSE;
  reader->dropped |= CHN_ICAL_BIT (CHN_ICAL_PAYLOAD);
  if (!read_payload (payloads, reader, line)) {
    chn_event_clear (reader->event);
    return FALSE;
  }
  g_autofree char *timeline = g_strdup (chn_json_reader_get_timeline (payloads->json));
  reader->is_copy = FALSE;
  if (!claim_uids (reader, timeline)) {
    chn_event_clear (reader->event);
    return FALSE;
  }
  if (reader->is_copy)
    return TRUE;
  chn_event_adopt_terms (reader->event, chn_timeline_builder_get_vocabulary (reader->builder));
  if (!are_as_written (&reader->lines, chn_json_reader_get_digest (payloads->json)))
    take_edits (payloads, reader);
  /* A payload may say anything: its UID is held against all others. */
  chn_timeline_builder_set_distinct_uids (reader->builder, FALSE);
  chn_ical_add_event (reader, timeline);
  chn_timeline_builder_set_distinct_uids (reader->builder, TRUE);
  return TRUE;
}
