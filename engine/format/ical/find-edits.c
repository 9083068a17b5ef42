/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What was edited in a calendar app. The event is written again, into memory; what is read of these lines is
 * compared, field by field, with what is read of the lines that the file shows.
 */
#include "format/ical/find-edits.h"

#include "format/ical/event-pass.h"
#include "format/ical/property/dtstamp.h"
#include "format/ical/property/property.h"
#include "format/ical/write-event.h"
#include "model/event-diff.h"
#include "registry/declared.h"

struct _ChnIcalEdits {
  ChnEvent *shown, *expected;
  GString *written;
  ChnIcalLines lines; /* of what was written */
};

ChnIcalEdits *
chn_ical_edits_new (void)
{
  ChnIcalEdits *edits = g_new0 (ChnIcalEdits, 1);
  edits->shown = chn_event_new ();
  edits->expected = chn_event_new ();
  edits->written = g_string_new (NULL);
  chn_ical_lines_init (&edits->lines);
  return edits;
}

void
chn_ical_edits_free (ChnIcalEdits *edits)
{
  if (!edits)
    return;
  chn_event_free (edits->shown);
  chn_event_free (edits->expected);
  g_string_free (edits->written, TRUE);
  chn_ical_lines_clear (&edits->lines);
  g_free (edits);
}

static void
collect (gpointer written, const char *content, gsize length)
{
  chn_append_bytes (written, content, length);
  chn_append_bytes (written, "\n", 1);
}

/* The lines that we would have written, but for components within the event. */
static void
write_again (ChnIcalEdits *edits, ChnIcalReader *reader, const ChnRegistry *registry)
{
  const ChnContext context = {
    .registry = registry,
    .sources = (const ChnSource *) (gpointer) reader->sources->data,
    .n_sources = reader->sources->len,
  };
  g_string_truncate (edits->written, 0);
  chn_ical_lines_reset (&edits->lines);
  reader->writer->line.take = collect;
  reader->writer->line.data = edits->written;
  chn_ical_write_event (reader->writer, reader->event, &context);
  g_autoptr (ChnScanner) scanner = chn_scanner_new (edits->written->str, edits->written->len, reader->limits);
  ChnIcalPass pass = { .scanner = scanner };
  while (chn_ical_pass_next (&pass, NULL) == CHN_SCAN_LINE)
    if (pass.depth == 1 && pass.name != CHN_ICAL_BEGIN && pass.name != CHN_ICAL_END)
      chn_ical_lines_add (&edits->lines, pass.name, &pass.line, TRUE);
}

/* Reads the fields that may be edited from lines. */
static void
read_fields (ChnIcalReader *reader, ChnIcalLines *lines, ChnEvent *event)
{
  guint n = 0;
  const ChnIcalProperty *const *properties = chn_ical_get_properties (&n);
  ChnIcalLines own_lines = reader->lines;
  ChnEvent *own_event = reader->event;
  chn_event_clear (event);
  reader->is_comparing = TRUE;
  reader->lines = *lines;
  reader->event = event;
  for (guint i = 0; i < n; i++)
    if (properties[i]->fields && properties[i]->read)
      properties[i]->read (reader);
  reader->lines = own_lines;
  reader->event = own_event;
  reader->is_comparing = FALSE;
}

static guint64
find_fields (const ChnEvent *a, const ChnEvent *b)
{
  ChnField fields[CHN_N_FIELDS];
  guint64 found = 0;
  guint n = chn_event_diff (a, b, fields);
  for (guint i = 0; i < n; i++)
    found |= CHN_FIELD_BIT (fields[i]);
  return found;
}

void
chn_ical_edits_find (ChnIcalEdits *edits, ChnIcalReader *reader)
{
  guint n = 0;
  const ChnIcalProperty *const *properties = chn_ical_get_properties (&n);
  ChnIcalEdit edit = {
    .reader = reader,
    .registry = chn_registry_builder_get_declared (chn_timeline_builder_get_names (reader->builder)),
    .written = &edits->lines,
    .shown = edits->shown,
    .expected = edits->expected,
    .event = reader->event,
  };
  write_again (edits, reader, edit.registry);
  if (edits->lines.n == 0)
    return;
  read_fields (reader, &reader->lines, edits->shown);
  read_fields (reader, &edits->lines, edits->expected);
  guint64 differ = find_fields (edits->shown, edits->expected);
  for (guint i = 0; i < n; i++)
    if (properties[i]->edit && (!properties[i]->fields || properties[i]->fields & differ))
      properties[i]->edit (&edit);
  if (edit.any)
    chn_ical_edit_revision (&edit);
}
