/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How events of a calendar hang together (RFC 5545, 3.8.4.4 and 3.8.4.5; RFC 9253): RELATED-TO another
 * event of the file becomes a relation, and a changed instance of what recurs is part of it.
 */
#include <string.h>

#include "format/ical/reader.h"

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

static gboolean
has_relation (const ChnEvent *event, guint type, const char *target)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n && i < 64; i++)
    if (relations[i].type == type && strcmp (relations[i].target, target) == 0)
      return TRUE;
  return FALSE;
}

/* One VEVENT as the search for UIDs sees it. */
typedef struct {
  guint depth;
  guint event_depth; /* 0 outside events */
  GString *uid;
  gboolean ours, instance;
} Search;

static void
search_line (ChnIcalReader *reader, Search *search, ChnIcalName name, const ChnScanLine *line)
{
  ChnSlice value = chn_slice_trim (line->value);
  if (name == CHN_ICAL_BEGIN) {
    search->depth++;
    if (!chn_slice_is_name (&value, "VEVENT") || search->event_depth > 0)
      return;
    search->event_depth = search->depth;
    search->ours = search->instance = FALSE;
    g_string_truncate (search->uid, 0);
  } else if (name == CHN_ICAL_END) {
    if (search->depth == search->event_depth && search->depth > 0) {
      if (search->uid->len > 0 && !search->instance)
        chn_ical_uids_add (reader->uids, &(ChnSlice){ search->uid->str, search->uid->len }, search->ours);
      search->event_depth = 0;
    }
    search->depth -= search->depth > 0;
  } else if (search->depth == search->event_depth && search->depth > 0) {
    if (name == CHN_ICAL_UID && search->uid->len == 0)
      g_string_append_len (search->uid, value.text, (gssize) value.length);
    search->ours = search->ours || name == CHN_ICAL_PAYLOAD;
    search->instance = search->instance || name == CHN_ICAL_RECURRENCE_ID;
  }
}

/* Events may name others that come later: the first time one does, the file is looked through. */
static void
find_uids (ChnIcalReader *reader)
{
  if (reader->has_uids)
    return;
  reader->has_uids = TRUE;
  g_autoptr (ChnScanner) scanner = chn_scanner_new (reader->job->bytes, reader->job->length, reader->limits);
  chn_scanner_set_mapped (scanner, reader->job->is_mapped);
  Search search = { .uid = g_string_new (NULL) };
  ChnScanLine line;
  for (ChnScanResult result = chn_scanner_next (scanner, &line, NULL); result != CHN_SCAN_END;
       result = chn_scanner_next (scanner, &line, NULL))
    if (result == CHN_SCAN_LINE)
      search_line (reader, &search, chn_ical_name_find (line.name.text, line.name.length), &line);
  g_string_free (search.uid, TRUE);
}

static void
relate (ChnIcalReader *reader, guint type, const ChnSlice *uid)
{
  const char *target = chn_ical_uids_find (reader->uids, uid);
  const char *own = chn_event_get_text (reader->event, CHN_FIELD_ID);
  if (target && own && strcmp (target, own) != 0 && !has_relation (reader->event, type, target))
    chn_event_add_relation (reader->event, type, target, -1);
}

static void
read_relation (ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnSlice uid = chn_slice_trim (line->value);
  relate (reader, find_relation (chn_ical_lines_get_parameter (&reader->lines, line, "RELTYPE")), &uid);
}

void
chn_ical_read_relations (ChnIcalReader *reader)
{
  if (reader->only[CHN_ICAL_RECURRENCE_ID] || reader->only[CHN_ICAL_RELATED_TO])
    find_uids (reader);
  if (reader->only[CHN_ICAL_RECURRENCE_ID] && reader->uid.length > 0)
    relate (reader, find_relation (NULL), &reader->uid);
  if (!reader->only[CHN_ICAL_RELATED_TO])
    return;
  for (guint i = 0; i < reader->lines.n; i++)
    if (chn_ical_lines_get (&reader->lines, i)->name == CHN_ICAL_RELATED_TO)
      read_relation (reader, chn_ical_lines_get (&reader->lines, i));
}
