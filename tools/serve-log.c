/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The server's log. */
#include "serve-log.h"

#include <chancery/text.h>
#include <stdio.h>

/* In one piece, since several threads write. What came from outside is shown, and not obeyed by a terminal. */
void
serve_log (const char *line, gpointer unused)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time =
      g_getenv ("JOURNAL_STREAM") ? g_strdup ("") : g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ ");
  g_autofree char *shown = chn_text_dup_visible (line, FALSE);
  (void) unused;
  fprintf (stderr, "%schancery: %s\n", time, shown);
}
