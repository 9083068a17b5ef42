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

/* An event that is named may be one that was not read of a store. */
static gboolean
take_option (Program *program, ChnAddition *addition, const Given *given, Editing *editing, GError **error)
{
  if (!g_strv_contains (values, given->option->name))
    return TRUE;
  program_set_culprit (program, given->value);
  g_autoptr (GError) inner = NULL;
  if (!chn_addition_take (addition, given->option->name, given->value, &inner)) {
    editing->is_short =
        strcmp (given->option->name, "relation") == 0 && g_error_matches (inner, CHN_ERROR, CHN_ERROR_UNKNOWN);
    g_propagate_prefixed_error (error, g_steal_pointer (&inner), "--%s: ", given->option->name);
    return FALSE;
  }
  program_set_culprit (program, NULL);
  return TRUE;
}

static gboolean
take_arguments (Program *program, ChnAddition *addition, const Arguments *arguments, Editing *editing, GError **error)
{
  g_autofree char *line = g_strjoinv (" ", (char **) arguments_get_words (arguments));
  program_set_culprit (program, line);
  if (*line && !chn_addition_take_line (addition, line, error))
    return FALSE;
  program_set_culprit (program, NULL);
  for (guint i = 0; i < arguments->given->len; i++)
    if (!take_option (program, addition, &g_array_index (arguments->given, Given, i), editing, error))
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

/* The file with one more event, and the timeline of it. */
typedef struct {
  char *id;
  GBytes *bytes;
  ChnTimeline *timeline;
} Made;

static void
clear_made (Made *made)
{
  g_clear_pointer (&made->id, g_free);
  g_clear_pointer (&made->bytes, g_bytes_unref);
  g_clear_pointer (&made->timeline, chn_timeline_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, clear_made)

static gboolean
make (Made *made, Program *program, const Arguments *arguments, Editing *editing, gboolean asked, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (editing->bytes, &length);
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  g_autoptr (ChnAddition) addition = begin (program, editing, error);
  if (!addition || !take_arguments (program, addition, arguments, editing, error) ||
      (asked && !ask_event (addition, error)) || !check_whole (addition, error))
    return FALSE;
  made->id = chn_addition_finish (addition, edits);
  made->bytes = chn_edits_run (edits, bytes, length, editing->path, &program->limits, error);
  made->timeline = made->bytes ? editing_check (editing, program, made->bytes, made->id, error) : NULL;
  return made->timeline != NULL;
}

static gboolean
finish (const Made *made, Program *program, const Arguments *arguments, const Editing *editing, gboolean asked,
        GError **error)
{
  if (!editing_print (editing, program, made->bytes, error) || !console_finish (error))
    return FALSE;
  print_doubts (program, made->timeline, made->id);
  if (!is_wanted (arguments, asked)) {
    fprintf (stderr, "chancery: nothing was written\n");
    return TRUE;
  }
  if (!editing_save (editing, program, made->bytes, made->timeline, error))
    return FALSE;
  fprintf (stderr, "chancery: added %s to %s\n", made->id, editing->path);
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

/* What may name events and sources that a store has. */
static GPtrArray *
list_named (const Arguments *arguments)
{
  static const char *const options[] = { "id", "relation", "source", NULL };
  GPtrArray *texts = g_ptr_array_new ();
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    if (g_strv_contains (options, given->option->name))
      g_ptr_array_add (texts, (gpointer) given->value);
  }
  g_ptr_array_add (texts, NULL);
  return texts;
}

/* Whoever is asked field by field may name anything, and is not asked again. */
static gboolean
begin_editing (Editing *editing, Program *program, const Arguments *arguments, gboolean asked, GError **error)
{
  g_autoptr (GPtrArray) named = list_named (arguments);
  const char *path = editing_find_file (program, "add to", error);
  if (!path)
    return FALSE;
  return asked ? editing_begin (editing, program, path, error)
               : editing_begin_around (editing, program, path, (const char *const *) named->pdata, error);
}

Status
run_add (Program *program, const Arguments *arguments, GError **error)
{
  g_auto (Editing) editing = EDITING_NONE;
  g_auto (Made) made = { 0 };
  g_autoptr (GError) fault = NULL;
  gboolean asked = says_nothing (arguments);
  if (asked && !isatty (STDIN_FILENO)) {
    usage_set_error (error,
                     "add what? write a line, as in chancery add \"2014-12-22 un.sc meeting: The Council met\"");
    return STATUS_USAGE;
  }
  if (!begin_editing (&editing, program, arguments, asked, error))
    return STATUS_USAGE;
  do {
    clear_made (&made);
    make (&made, program, arguments, &editing, asked, &fault);
  } while (editing_again (&editing, program, made.timeline, &fault));
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    finish (&made, program, arguments, &editing, asked, error);
  return STATUS_DONE;
}
