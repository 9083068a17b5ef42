/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery merge --into: events of one file become one. */
#include "merge-into.h"

#include <stdio.h>

#include "editing.h"
#include "failure.h"
#include "load.h"
#include "usage.h"

/* What is called by anything but its id is looked for among all events. */
static GBytes *
join (Program *program, Editing *editing, const char *stays, const char *goes, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = load_bytes (program, editing->path, editing->bytes, report, error);
  guint row = 0;
  editing->is_short =
      timeline && editing_is_partial (editing) &&
      !(chn_timeline_find_present (timeline, stays, &row) && chn_timeline_find_present (timeline, goes, &row));
  if (!timeline)
    failure_print_report (report, CHN_SEVERITY_ERROR);
  return timeline ? chn_timeline_join (timeline, stays, goes, editing->bytes, &program->limits, error) : NULL;
}

static gboolean
join_one (Program *program, const char *path, const char *stays, const char *goes, GError **error)
{
  g_autoptr (GBytes) made = NULL;
  g_autoptr (ChnTimeline) joined = NULL;
  g_autoptr (GError) fault = NULL;
  g_auto (Editing) editing = EDITING_NONE;
  if (!editing_begin_around (&editing, program, path, (const char *const[]){ stays, goes, NULL }, error))
    return FALSE;
  do {
    g_clear_pointer (&made, g_bytes_unref);
    g_clear_pointer (&joined, chn_timeline_unref);
    made = join (program, &editing, stays, goes, &fault);
    joined = made && !editing.is_short ? editing_check (&editing, program, made, NULL, &fault) : NULL;
  } while (editing_again (&editing, program, joined, &fault));
  if (fault) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return FALSE;
  }
  return editing_print (&editing, program, made, error) && console_finish (error) &&
         editing_save (&editing, program, made, joined, error);
}

gboolean
merge_into (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  const char *stays = arguments_get (arguments, "into");
  const char *path = editing_find_file (program, "merge in", error);
  if (!path)
    return FALSE;
  if (!words[0]) {
    usage_set_error (error, "merge what into %s? name the events that go, as in chancery merge --into %s OTHER",
                     stays, stays);
    return FALSE;
  }
  for (guint i = 0; words[i]; i++) {
    if (!join_one (program, path, stays, words[i], error))
      return FALSE;
    fprintf (stderr, "chancery: %s went into %s; it finds it still\n", words[i], stays);
  }
  return TRUE;
}
