/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A timeline as it comes back from a calendar app that drops what it does not know: written without payloads, and
 * read. */
#include "curate/apply/plain-copy.h"

#include <string.h>

static gboolean
collect (const char *bytes, gsize length, gpointer text, GError **error)
{
  (void) error;
  g_string_append_len (text, bytes, (gssize) length);
  return TRUE;
}

static gboolean
write_plain (const ChnTimeline *timeline, const ChnFormat *format, GString *text)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  return chn_write_options_set (options, "no-payload", NULL, NULL) &&
         chn_format_write (format, timeline, &rows, options, report, collect, text, NULL);
}

ChnTimeline *
chn_plain_copy_new (const ChnTimeline *timeline, const ChnFormat *format)
{
  if (!format || strcmp (chn_format_get_name (format), "ics") != 0)
    return NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ChnTimelineBuilder) builder =
      chn_timeline_builder_new (chn_timeline_get_registry (timeline), report, NULL);
  chn_timeline_builder_set_keep_going (builder, TRUE);
  if (!write_plain (timeline, format, text) ||
      !chn_format_read (format, text->str, text->len, "calendar", builder, NULL))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), NULL);
}

char *
chn_plain_copy_dup_text (const char *edited, const char *plain, const char *mine)
{
  const char *within = strstr (plain, mine);
  gsize before = within ? (gsize) (within - plain) : 0, length = strlen (edited);
  const char *behind = within ? within + strlen (mine) : "";
  if (!within || strlen (behind) + before > length || strncmp (edited, plain, before) != 0 ||
      !g_str_has_suffix (edited, behind))
    return g_strdup (edited);
  g_autofree char *own = g_strndup (edited + before, length - before - strlen (behind));
  return g_strdup (g_strstrip (own));
}
