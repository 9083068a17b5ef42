/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * UID (RFC 5545, 3.8.4.7): the event's id at the timeline's domain, never made of what an editor may correct; or the
 * one under which it came.
 */
#include "format/ical/property/uid.h"

#include <string.h>

#include "format/ical/property/property.h"
#include "timeline/builder.h"

/* An event that nobody gave a UID gets one of its content, so that reading again gives the same. */
static void
name_by_content (ChnIcalReader *reader)
{
  guint index = 0;
  g_string_truncate (reader->text, 0);
  for (const ChnIcalLine *line;
       (line = chn_ical_lines_next (&reader->lines, ~CHN_ICAL_BIT (CHN_ICAL_DTSTAMP), &index));) {
    g_string_append_len (reader->text, line->head.text, (gssize) line->head.length);
    g_string_append_len (reader->text, line->value.text, (gssize) line->value.length);
  }
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, reader->text->str, -1);
  g_string_printf (reader->key, "event-%.16s", sum);
  g_autofree char *uid = g_strdup (reader->key->str);
  chn_event_set_text (reader->event, CHN_FIELD_ID, uid, -1);
  chn_event_add_extra (reader->event, "UID", uid);
  reader->dropped |= CHN_ICAL_BIT (CHN_ICAL_UID); /* which is empty, where there is one */
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "missing-uid", reader->line, "give every event a UID that it keeps",
                   "an event without UID; it is called \"%s\" after its content", uid);
  guint earlier = 0;
  chn_ical_uids_claim (reader->uids, &(ChnSlice){ uid, strlen (uid) }, FALSE, reader->line, &earlier);
  reader->is_copy = earlier > 0;
  if (earlier > 0)
    chn_ical_remark (reader, CHN_SEVERITY_NOTE, "same-copy", reader->line, NULL,
                     "an event without UID has the same content as that of line %u, and is taken once", earlier);
}

static const ChnIcalCopy *
find_copy (ChnIcalReader *reader)
{
  const ChnIcalLine *instance = chn_ical_lines_first (&reader->lines, CHN_ICAL_RECURRENCE_ID);
  const ChnSlice moment = instance ? chn_slice_trim (instance->value) : (ChnSlice){ "", 0 };
  if (!reader->copies)
    reader->copies = chn_ical_copies_new (reader->job->window, reader->limits);
  return chn_ical_copies_find (reader->copies, &reader->uid, &moment);
}

void
chn_ical_settle_copy (ChnIcalReader *reader, const char *id, guint earlier)
{
  const ChnIcalCopy *copy = find_copy (reader);
  reader->is_copy = !copy || copy->line != reader->line;
  if (!reader->is_copy && id)
    chn_timeline_builder_take_back (reader->builder, id);
  if (copy && !copy->differs)
    chn_ical_remark (reader, CHN_SEVERITY_NOTE, "same-copy", reader->line, NULL,
                     "the same event stands at line %u already, and is taken once", earlier);
  else
    chn_ical_remark (
        reader, CHN_SEVERITY_WARNING, "older-copy", reader->line, "give one of the two another UID",
        "the UID stands at line %u already; of these copies the one of line %u counts, by SEQUENCE, DTSTAMP "
        "and order",
        earlier, copy ? copy->line : earlier);
}

const char *
chn_ical_find_claimant (ChnIcalReader *reader, const ChnSlice *uid, guint line)
{
  const char *other = g_hash_table_lookup (reader->other_ids, GUINT_TO_POINTER (line));
  return other ? other : chn_ical_uids_find_claimed (reader->uids, uid, line);
}

/* Instances of what recurs share its UID: they are told apart by their RECURRENCE-ID. */
static const char *
claim_instance (ChnIcalReader *reader, const ChnIcalLine *instance, guint *earlier)
{
  g_autoptr (GString) id = g_string_new (chn_ical_uids_get_id (reader->uids, &reader->uid));
  g_string_append_c (id, '-');
  for (gsize i = 0; i < instance->value.length && i < 20; i++)
    if (g_ascii_isalnum (instance->value.text[i]))
      g_string_append_c (id, g_ascii_tolower (instance->value.text[i]));
  if (id->str[id->len - 1] == '-')
    g_string_append_c (id, '0');
  return chn_ical_uids_claim (reader->uids, &(ChnSlice){ id->str, id->len }, FALSE, reader->line, earlier);
}

static void
read_uid (ChnIcalReader *reader)
{
  const ChnIcalLine *instance = chn_ical_lines_first (&reader->lines, CHN_ICAL_RECURRENCE_ID);
  guint earlier = 0;
  if (reader->uid.length == 0) {
    name_by_content (reader);
    return;
  }
  const char *id = instance ? claim_instance (reader, instance, &earlier)
                            : chn_ical_uids_claim (reader->uids, &reader->uid, FALSE, reader->line, &earlier);
  chn_event_set_text (reader->event, CHN_FIELD_ID, id, -1);
  if (earlier > 0 && earlier != reader->line)
    chn_ical_settle_copy (reader, instance ? id : chn_ical_find_claimant (reader, &reader->uid, earlier), earlier);
}

/* With its escapes taken away, as it will be escaped again. */
static const char *
keep_uid (ChnIcalWriter *writer, const char *own)
{
  chn_ical_assign_text (writer->uid, own, strlen (own));
  return writer->uid->str;
}

static const char *
make_uid (ChnIcalWriter *writer, const ChnContext *context, const char *id)
{
  chn_ical_uid_make (writer->uid, id, context->domain, context->timeline_id);
  return writer->uid->str;
}

const char *
chn_ical_make_own_uid (ChnIcalWriter *writer)
{
  if (writer->foreign.is_foreign)
    return keep_uid (writer, chn_ical_foreign_find (writer->event, CHN_ICAL_UID).text);
  return make_uid (writer, &writer->context, chn_event_get_text (writer->event, CHN_FIELD_ID));
}

const char *
chn_ical_make_target_uid (ChnIcalWriter *writer, const char *target)
{
  const ChnTimeline *timeline = writer->context.timeline;
  guint row = writer->context.row;
  if (!timeline)
    return make_uid (writer, &writer->context, target);
  chn_timeline_find (timeline, target, &row);
  const char *own = chn_ical_foreign_find_uid (timeline, row);
  if (own)
    return keep_uid (writer, own);
  ChnContext context = chn_context_of_row (timeline, row);
  return make_uid (writer, &context, target);
}

static void
write_uid (ChnIcalWriter *writer)
{
  chn_line_put_text_property (&writer->line, "UID", chn_ical_make_own_uid (writer));
}

const ChnIcalProperty chn_ical_uid = {
  .names = CHN_ICAL_BIT (CHN_ICAL_UID),
  .read = read_uid,
  .write = write_uid,
};
