/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery explain: how a query is understood and run. */
#include "command.h"
#include "load.h"

Status
run_explain (Program *program, const Arguments *arguments, GError **error)
{
  program->explains = TRUE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_autoptr (ChnBoundQuery) query = timeline ? load_query (program, timeline, arguments, NULL, error) : NULL;
  if (!query)
    return STATUS_USAGE;
  g_autofree char *plan = chn_bound_query_explain (query);
  g_autofree char *text = g_strconcat (plan, program->asked_so, NULL);
  g_autofree char *visible = chn_text_dup_visible (text, TRUE);
  if (chn_timeline_check (timeline, error))
    console_print (visible, error);
  return STATUS_DONE;
}
