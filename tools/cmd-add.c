/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery add: one more event for a timeline file, from a line and options, or asked for field by field. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ask.h"
#include "command.h"
#include "editing.h"
#include "load.h"
#include "usage.h"

/* Options that are values of the event, by their own names. */
static const char *const values[] = { "id",     "date",   "zone",     "title",      "summary",    "forum",  "kind",
                                      "symbol", "actor",  "vote",     "place",      "status",     "tag",    "series",
                                      "nth",    "repeat", "relation", "importance", "confidence", "source", "at",
                                      "quote",  "note",   "revised",  NULL };

/* The addition with the names and sources of its file; only these are read. */
static ChnAddition *
begin (Program *program, const Editing *editing, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (editing->bytes, &length);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (ChnAddition) addition = chn_addition_new (bytes, length, editing->path, error);
  if (!addition)
    return NULL;
  g_autoptr (ChnTimeline) timeline =
      load_bytes (program, editing->path, chn_addition_get_header (addition), report, &cause);
  if (timeline) {
    chn_addition_set_timeline (addition, timeline);
    return g_steal_pointer (&addition);
  }
  failure_print_report (report, CHN_SEVERITY_ERROR);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0)
    usage_set_error (error, "mend %s before something is added to it", editing->path);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static gboolean
take_option (Program *program, ChnAddition *addition, const Given *given, GError **error)
{
  if (!g_strv_contains (values, given->option->name))
    return TRUE;
  program_set_culprit (program, given->value);
  if (!chn_addition_take (addition, given->option->name, given->value, error)) {
    g_prefix_error (error, "--%s: ", given->option->name);
    return FALSE;
  }
  program_set_culprit (program, NULL);
  return TRUE;
}

static gboolean
take_arguments (Program *program, ChnAddition *addition, const Arguments *arguments, GError **error)
{
  g_autofree char *line = g_strjoinv (" ", (char **) arguments_get_words (arguments));
  program_set_culprit (program, line);
  if (*line && !chn_addition_take_line (addition, line, error))
    return FALSE;
  program_set_culprit (program, NULL);
  for (guint i = 0; i < arguments->given->len; i++)
    if (!take_option (program, addition, &g_array_index (arguments->given, Given, i), error))
      return FALSE;
  if (program->visibility == CHN_VISIBILITY_PUBLIC)
    return TRUE;
  return chn_addition_take (addition, "visibility",
                            chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, program->visibility), error);
}

static gboolean
check_whole (const ChnAddition *addition, GError **error)
{
  const char *lacks = chn_addition_lacks (addition);
  if (lacks)
    usage_set_error (error,
                     "the event has no %s; write it as in chancery add \"2014-12-22 un.sc meeting: The Council "
                     "met\"",
                     lacks);
  return !lacks;
}

/* Warnings of the lint rules about the event are worth knowing, and no reason not to write it. */
static void
print_doubts (Program *program, ChnTimeline *timeline, const char *id)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  chn_check (timeline, program->today, NULL, report);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (!finding->ignored && finding->severity >= CHN_SEVERITY_WARNING && g_strcmp0 (finding->event, id) == 0)
      fprintf (stderr, "warning: %s [%s]\n", finding->message, finding->code);
  }
}

static gboolean
is_wanted (const Arguments *arguments, gboolean asked)
{
  if (arguments_has (arguments, "dry-run"))
    return FALSE;
  return !asked || ask_whether ("Write it?");
}

static gboolean
finish (Program *program, const Arguments *arguments, const Editing *editing, ChnAddition *addition, gboolean asked,
        GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (editing->bytes, &length);
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  g_autofree char *id = chn_addition_finish (addition, edits);
  g_autoptr (GBytes) made = chn_edits_run (edits, bytes, length, editing->path, &program->limits, error);
  g_autoptr (ChnTimeline) timeline = made ? editing_check (editing, program, made, id, error) : NULL;
  if (!timeline || !editing_print (editing, program, made, error) || !console_finish (error))
    return FALSE;
  print_doubts (program, timeline, id);
  if (!is_wanted (arguments, asked)) {
    fprintf (stderr, "chancery: nothing was written\n");
    return TRUE;
  }
  if (!editing_save (editing, program, made, timeline, error))
    return FALSE;
  fprintf (stderr, "chancery: added %s to %s\n", id, editing->path);
  return TRUE;
}

static gboolean
says_nothing (const Arguments *arguments)
{
  gboolean nothing = !*arguments_get_words (arguments);
  for (guint i = 0; i < arguments->given->len; i++)
    nothing &= !g_strv_contains (values, g_array_index (arguments->given, Given, i).option->name);
  return nothing;
}

Status
run_add (Program *program, const Arguments *arguments, GError **error)
{
  g_auto (Editing) editing = EDITING_NONE;
  gboolean asked = says_nothing (arguments);
  if (asked && !isatty (STDIN_FILENO)) {
    usage_set_error (error,
                     "add what? write a line, as in chancery add \"2014-12-22 un.sc meeting: The Council met\"");
    return STATUS_USAGE;
  }
  const char *path = editing_find_file (program, "add to", error);
  if (!path || !editing_begin (&editing, program, path, error))
    return STATUS_USAGE;
  g_autoptr (ChnAddition) addition = begin (program, &editing, error);
  if (!addition || !take_arguments (program, addition, arguments, error))
    return STATUS_USAGE;
  if (asked && !ask_event (addition, error))
    return STATUS_USAGE;
  if (!check_whole (addition, error))
    return STATUS_USAGE;
  finish (program, arguments, &editing, addition, asked, error);
  return STATUS_DONE;
}
