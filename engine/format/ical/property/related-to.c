/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * RELATED-TO and RECURRENCE-ID (RFC 5545, 3.8.4.5 and 3.8.4.4; RFC 9253): how events of a calendar hang together.
 * Another event of the file becomes a relation, and a changed instance of what recurs is part of it.
 */
#include "format/ical/property/related-to.h"

#include <string.h>

#include "format/ical/event-pass.h"
#include "format/ical/property/property.h"
#include "format/ical/property/uid.h"
#include "model/event-has.h"

/* What RELTYPE says of the target. */
static const struct {
  const char *type;
  const char *relation;
} types[] = {
  { "PARENT", "part-of" },
  { "SIBLING", "related-to" },
  { "DEPENDS-ON", "requested-by" },
};

static guint
find_relation (const ChnSlice *type)
{
  const char *name = type ? "related-to" : "part-of";
  for (guint i = 0; type && i < G_N_ELEMENTS (types); i++)
    if (chn_slice_is_name (type, types[i].type))
      name = types[i].relation;
  int relation = chn_vocabulary_find (CHN_VOCABULARY_RELATION, name, -1, NULL);
  return relation < 0 ? 0 : (guint) relation;
}

/* One VEVENT as the search for UIDs sees it. */
typedef struct {
  GString *uid;
  gboolean ours, instance, gone;
} Search;

static void
search_line (ChnIcalReader *reader, Search *search, const ChnIcalPass *pass)
{
  if (chn_ical_pass_is_begin (pass)) {
    search->ours = search->instance = search->gone = FALSE;
    g_string_truncate (search->uid, 0);
  } else if (pass->depth == 1) {
    if (pass->name == CHN_ICAL_UID && search->uid->len == 0)
      g_string_append_len (search->uid, pass->value.text, (gssize) pass->value.length);
    search->ours = search->ours || pass->name == CHN_ICAL_PAYLOAD;
    search->instance = search->instance || pass->name == CHN_ICAL_RECURRENCE_ID;
    search->gone = search->gone || pass->name == CHN_ICAL_GONE;
  } else if (pass->depth == 0 && search->uid->len > 0 && !search->instance && !search->gone) {
    chn_ical_uids_add (reader->uids, &(ChnSlice){ search->uid->str, search->uid->len }, search->ours);
  }
}

/* Events may name others that come later: the first time one does, the file is looked through. */
void
chn_ical_find_uids (ChnIcalReader *reader)
{
  if (reader->has_uids)
    return;
  reader->has_uids = TRUE;
  g_autoptr (ChnScanner) scanner = chn_scanner_new_again (reader->job->window, reader->limits);
  g_autoptr (GString) uid = g_string_new (NULL);
  Search search = { .uid = uid };
  ChnIcalPass pass = { .scanner = scanner };
  for (ChnScanResult result; (result = chn_ical_pass_next (&pass, NULL)) != CHN_SCAN_END;)
    if (result == CHN_SCAN_LINE)
      search_line (reader, &search, &pass);
}

static void
relate (ChnIcalReader *reader, guint type, const ChnSlice *uid)
{
  const char *target = chn_ical_uids_find (reader->uids, uid);
  const char *own = chn_event_get_text (reader->event, CHN_FIELD_ID);
  if (target && own && strcmp (target, own) != 0 && !chn_event_has_relation (reader->event, type, target))
    chn_event_add_relation (reader->event, type, target, -1);
}

static void
read_relation (ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnSlice uid = chn_slice_trim (line->value);
  relate (reader, find_relation (chn_ical_lines_get_parameter (&reader->lines, line, "RELTYPE")), &uid);
}

static void
read_relations (ChnIcalReader *reader)
{
  const guint64 related = CHN_ICAL_BIT (CHN_ICAL_RELATED_TO), instance = CHN_ICAL_BIT (CHN_ICAL_RECURRENCE_ID);
  guint index = 0;
  if (!(reader->lines.found & (related | instance)))
    return;
  chn_ical_find_uids (reader);
  if (reader->lines.found & instance && reader->uid.length > 0)
    relate (reader, find_relation (NULL), &reader->uid);
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (&reader->lines, related, &index));)
    read_relation (reader, line);
}

static ChnOrder
get_order (const ChnEvent *event, const ChnRelation *relation)
{
  return chn_event_describe_term (event, CHN_VOCABULARY_RELATION, relation->type)->order;
}

/* Clients keep one RELATED-TO: the first relation that is not a mere "related". */
static const ChnRelation *
choose_relation (const ChnEvent *event)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++)
    if (n == 1 || get_order (event, &relations[i]) != CHN_ORDER_NONE)
      return &relations[i];
  return NULL;
}

static void
write_relation (ChnIcalWriter *writer)
{
  const ChnRelation *relation = choose_relation (writer->event);
  if (!relation)
    return;
  gboolean is_part = get_order (writer->event, relation) == CHN_ORDER_TARGET_AROUND;
  chn_line_put_text_property (&writer->line, is_part ? "RELATED-TO;RELTYPE=PARENT" : "RELATED-TO;RELTYPE=SIBLING",
                              chn_ical_make_target_uid (writer, relation->target));
}

const ChnIcalProperty chn_ical_related_to = {
  .names = CHN_ICAL_BIT (CHN_ICAL_RELATED_TO) | CHN_ICAL_BIT (CHN_ICAL_RECURRENCE_ID),
  .read = read_relations,
  .write = write_relation,
};
