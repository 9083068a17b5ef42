/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Faults of what feeds ask, at the place of what is wrong. */
#include "curate/feed-fault.h"

#include <string.h>

#include <chancery/error.h>

#include "base/report.h"

void
chn_feed_fault_add (ChnReport *report, const char *code, const char *file, const ChnFeed *feed, const GError *error)
{
  gsize offset = 0, length = 0;
  const char *text = feed->text[CHN_FEED_QUERY];
  guint column = feed->column;
  if (text && feed->line > 0 && chn_error_get_place (error, &offset, &length) && offset <= strlen (text))
    column += (guint) g_utf8_strlen (text, (gssize) offset);
  g_autofree char *message = g_strdup_printf ("the feed \"%s\": %s", feed->text[CHN_FEED_NAME], error->message);
  ChnFinding finding = { .severity = CHN_SEVERITY_ERROR,
                         .code = code,
                         .file = file,
                         .line = feed->line,
                         .column = column,
                         .message = message };
  chn_report_add_hinted (report, &finding, error);
}
