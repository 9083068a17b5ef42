/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery merge --base: what two people made of one file. */
#include "merge-changes.h"

#include <stdio.h>
#include <string.h>

#include "chronicle.h"
#include "merge-output.h"
#include "usage.h"

static gboolean
check_words (const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments), *output = arguments_get (arguments, "output");
  if (!words[0] || !words[1] || words[2])
    usage_set_error (error, "merge --base takes two files, ours and theirs, that were made of the base");
  else if (!output)
    usage_set_error (error, "merge into which file? name it with -o FILE");
  else if (chn_store_is_place (output) && strcmp (words[0], output) != 0)
    usage_set_error (error, "with --base a store takes the changes of somebody else as the first of the two, as in "
                            "chancery merge --base pulled.yaml sqlite:team.db mine.yaml -o sqlite:team.db");
  else
    return TRUE;
  return FALSE;
}

static GBytes *
merge (const Program *program, const Chronicle *base, const Chronicle *ours, const Chronicle *theirs,
       ChnReport *report, GError **error)
{
  const ChnRevision was = { base->timeline, base->bytes }, mine = { ours->timeline, ours->bytes };
  const ChnRevision other = { theirs->timeline, theirs->bytes };
  return chn_timeline_merge_changes (&was, &mine, &other, &program->limits, report, error);
}

/* A store is read as it will be changed. */
static gboolean
read_ours (Program *program, const char *path, const char *output, Chronicle *ours, Editing *store, GError **error)
{
  if (!chn_store_is_place (output))
    return chronicle_read (ours, program, path, error);
  return editing_begin (store, program, output, error) && chronicle_begin (ours, program, store, error);
}

/* Changes that do not go together are a conflict. */
static Status
tell_discord (GError *discord, GError **error)
{
  if (failure_get_status (discord) != STATUS_USAGE) {
    g_propagate_error (error, discord);
    return STATUS_USAGE;
  }
  failure_print (discord, NULL);
  g_error_free (discord);
  return STATUS_FINDINGS;
}

Status
merge_changes (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments), *output = arguments_get (arguments, "output");
  g_auto (Editing) store = EDITING_NONE;
  g_auto (MergeOutput) target = MERGE_OUTPUT_NONE;
  g_auto (Chronicle) base = { 0 }, ours = { 0 }, theirs = { 0 };
  g_autoptr (ChnReport) report = chn_report_new ();
  if (!check_words (arguments, error) || !merge_output_begin (&target, program, arguments, error) ||
      !chronicle_read (&base, program, arguments_get (arguments, "base"), error) ||
      !read_ours (program, words[0], output, &ours, &store, error) ||
      !chronicle_read (&theirs, program, words[1], error))
    return STATUS_USAGE;
  g_autoptr (GBytes) made = merge (program, &base, &ours, &theirs, report, error);
  g_autoptr (GError) discord = NULL;
  if (made && !chronicle_take (&ours, program, made, &discord))
    return tell_discord (g_steal_pointer (&discord), error);
  if (!made || !(store.store ? editing_save (&store, program, made, NULL, error)
                             : chronicle_write (&ours, output, target.was, error)))
    return STATUS_USAGE;
  guint n = chn_report_count (report, CHN_SEVERITY_WARNING);
  failure_print_report (report, CHN_SEVERITY_WARNING);
  if (n > 0)
    fprintf (stderr, "chancery: %u conflict%s; what ours says stands\n", n, n == 1 ? "" : "s");
  return n > 0 ? STATUS_FINDINGS : STATUS_DONE;
}
