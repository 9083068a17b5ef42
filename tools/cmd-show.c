/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery show: everything about an event. */
#include "command.h"
#include "load.h"
#include "pager.h"
#include "show.h"
#include "usage.h"

static void
show_event (const Program *program, const ChnTimeline *timeline, guint row, const GPtrArray *groups, Page *page)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, row, event);
  Showing showing = { timeline, chn_timeline_get_registry (timeline), event, row, program->today, groups, page };
  show_facts (&showing);
  show_vote (&showing);
  show_relations (&showing);
  show_claims (&showing);
  show_sources (&showing);
}

Status
run_show (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *ids = arguments_get_words (arguments);
  g_autofree char *roll_by = arguments_dup_all (arguments, "roll-by");
  if (!ids[0]) {
    usage_set_error (error, "show what? name the id of an event");
    return STATUS_USAGE;
  }
  program->named_events = ids;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_auto (Page) page = { 0 };
  if (timeline && roll_by && !show_roll_find_groups (chn_timeline_get_registry (timeline), roll_by, groups, error))
    return STATUS_USAGE;
  page_init (&page, &program->console);
  for (guint i = 0; timeline && ids[i]; i++) {
    guint row = 0;
    if (!load_event (program, timeline, ids[i], &row, error))
      return STATUS_USAGE;
    if (i > 0)
      page_add_blank (&page);
    show_event (program, timeline, row, groups, &page);
  }
  if (timeline && chn_timeline_check (timeline, error))
    pager_print (&program->console, page.text->str, arguments_has (arguments, "no-pager"), error);
  return STATUS_DONE;
}
