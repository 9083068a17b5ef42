/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of a whole timeline, within its calendar. */
#include "format/ical/carried.h"

#include "base/base64.h"
#include "base/report.h"
#include "format/ical/payload.h"
#include "format/yaml/read.h"

void
chn_ical_put_carried (const ChnWriteJob *job, ChnContentLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) encoded = g_string_new (NULL);
  chn_yaml_append_carried (text, job);
  if (text->len == 0)
    return;
  chn_base64_encode (text->str, text->len, encoded);
  g_string_prepend (encoded, CHN_PAYLOAD_MARK);
  chn_line_put_property (line, CHN_ICAL_CARRIED, encoded->str);
}

/* The first fault stands for all: nobody writes these lines by hand. */
static void
warn (ChnIcalReader *reader, guint line, const char *what)
{
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "bad-payload", line, "export the calendar anew",
                   "what the calendar carries of its timeline is not read whole: %s", what);
}

static void
read_text (ChnIcalReader *reader, const GString *text, guint line)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = chn_yaml_read_carried (reader->job, text->str, text->len, line, report);
  if (id && !reader->timeline)
    reader->timeline = g_steal_pointer (&id);
  if (chn_report_to_error (report, &error))
    warn (reader, line, error->message);
}

gboolean
chn_ical_read_carried (ChnIcalReader *reader, const ChnScanLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const ChnSlice value = chn_slice_trim (line->value);
  gsize offset;
  const char *what;
  if (!chn_slice_is_name (&line->name, CHN_ICAL_CARRIED))
    return FALSE;
  if (chn_payload_decode (&value, text, &offset, &what))
    read_text (reader, text, line->line);
  else
    warn (reader, line->line, what);
  return TRUE;
}
