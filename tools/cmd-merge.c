/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery merge: several chronologies become one. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ask.h"
#include "chronicle.h"
#include "command.h"
#include "merge-changes.h"
#include "merge-into.h"
#include "merge-output.h"
#include "score.h"
#include "suspects.h"
#include "usage.h"

typedef struct {
  Program *program;
  const Arguments *arguments;
  double sure; /* the score from which on events are joined */
  gboolean asks, reports;
  guint n_doubtful;
  ChnUnionCounts counts;
} Merging;

/* Below this score nobody is asked, nor told: two events of one body share as much. */
static const double doubtful = 0.3;

/* Whom nobody asks is not joined below the score. */
static gboolean
decide (Merging *merging, const Chronicle *ours, const Chronicle *theirs, const ChnMatch *match)
{
  if (match->score >= merging->sure)
    return TRUE;
  if (match->score < doubtful)
    return FALSE;
  if (!merging->asks) {
    merging->n_doubtful++;
    return FALSE;
  }
  g_autofree char *text = suspects_dup_text (ours->timeline, theirs->timeline, match, NULL);
  fprintf (stderr, "\n%s", text);
  return ask_whether ("One event?");
}

static gboolean
decide_all (Merging *merging, ChnUnion *whole, const Chronicle *ours, const Chronicle *theirs, GError **error)
{
  guint n = 0;
  const ChnMatch *matches = chn_union_get_matches (whole, &n);
  for (guint i = 0; i < n; i++) {
    gboolean joined = decide (merging, ours, theirs, &matches[i]);
    chn_union_set_joined (whole, i, joined);
    if (!merging->reports)
      continue;
    g_autofree char *text = suspects_dup_text (ours->timeline, theirs->timeline, &matches[i], joined ? "one" : "two");
    if (!console_print (text, error))
      return FALSE;
  }
  return TRUE;
}

static void
add_counts (Merging *merging, const ChnUnionCounts *counts)
{
  merging->counts.n_joined += counts->n_joined;
  merging->counts.n_new += counts->n_new;
  merging->counts.n_renamed += counts->n_renamed;
  merging->counts.n_claims += counts->n_claims;
  merging->counts.n_sources += counts->n_sources;
  merging->counts.n_comments += counts->n_comments;
}

static gboolean
merge_one (Merging *merging, Chronicle *ours, const Chronicle *theirs, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnUnion) whole = chn_union_new (ours->timeline, theirs->timeline);
  if (!decide_all (merging, whole, ours, theirs, error))
    return FALSE;
  if (merging->reports && !arguments_has (merging->arguments, "output"))
    return TRUE;
  g_autoptr (GBytes) made =
      chn_union_run (whole, ours->bytes, theirs->bytes, &merging->program->limits, report, error);
  if (!made || !chronicle_take (ours, merging->program, made, error))
    return FALSE;
  failure_print_report (report, CHN_SEVERITY_NOTE);
  add_counts (merging, chn_union_get_counts (whole));
  return TRUE;
}

static void
print_count (guint n, const char *one, const char *several)
{
  if (n > 0)
    fprintf (stderr, "chancery: %u %s\n", n, n == 1 ? one : several);
}

static void
print_summary (const Merging *merging)
{
  const ChnUnionCounts *counts = &merging->counts;
  print_count (counts->n_joined, "event is in both", "events are in both");
  print_count (counts->n_new, "event is new", "events are new");
  print_count (counts->n_renamed, "of these has another id, since its own was taken",
               "of these have other ids, since their own were taken");
  print_count (counts->n_claims, "difference became a claim", "differences became claims");
  print_count (counts->n_comments, "comment was taken over", "comments were taken over");
  if (merging->n_doubtful > 0 && !merging->reports)
    fprintf (stderr, "chancery: %u pair%s of events may be one and stay%s two; --report lists them, --ask asks\n",
             merging->n_doubtful, merging->n_doubtful == 1 ? "" : "s", merging->n_doubtful == 1 ? "s" : "");
}

/* A store that is written is what the others go into, whether it is named among them or not. */
static gboolean
begin (const Merging *merging, Chronicle *ours, Editing *store, const char *const *words, guint *next, GError **error)
{
  const char *file = arguments_get (merging->arguments, "output");
  *next = file && chn_store_is_place (file) && strcmp (words[0], file) != 0 ? 0 : 1;
  if (!file || !chn_store_is_place (file))
    return chronicle_read (ours, merging->program, words[0], error);
  return editing_begin (store, merging->program, file, error) &&
         chronicle_begin (ours, merging->program, store, error);
}

static gboolean
write_whole (const Merging *merging, const Chronicle *ours, const Editing *store, GBytes *was, GError **error)
{
  if (!store->store)
    return chronicle_write (ours, arguments_get (merging->arguments, "output"), was, error);
  return editing_save (store, merging->program, ours->bytes, NULL, error);
}

static gboolean
merge_all (Merging *merging, const char *const *words, const MergeOutput *output, GError **error)
{
  g_auto (Chronicle) ours = { 0 };
  g_auto (Editing) store = EDITING_NONE;
  const char *written = arguments_get (merging->arguments, "output"), *place = written ? written : words[0];
  Program *program = merging->program;
  guint next = 0;
  if (!begin (merging, &ours, &store, words, &next, error) || !chronicle_move (&ours, program, place, error))
    return FALSE;
  for (guint i = next; words[i]; i++) {
    g_auto (Chronicle) theirs = { 0 };
    if (!chronicle_read (&theirs, program, words[i], error) || !chronicle_move (&theirs, program, words[0], error) ||
        !chronicle_move (&theirs, program, place, error) || !merge_one (merging, &ours, &theirs, error))
      return FALSE;
  }
  if (written && !write_whole (merging, &ours, &store, output->was, error))
    return FALSE;
  if (written)
    print_summary (merging);
  return TRUE;
}

static gboolean
check_words (const Merging *merging, const char *const *words, GError **error)
{
  const Arguments *arguments = merging->arguments;
  const char *output = arguments_get (arguments, "output");
  guint least = output && chn_store_is_place (output) && g_strcmp0 (words[0], output) != 0 ? 1 : 2;
  if (g_strv_length ((char **) (guintptr) words) < least)
    usage_set_error (error,
                     "merge what? name two chronologies or more, as in chancery merge mine.yaml theirs.yaml -o "
                     "both.yaml");
  else if (!arguments_has (arguments, "output") && !merging->reports)
    usage_set_error (error, "merge into which file? name it with -o FILE, or list what is the same with --report");
  else if (merging->asks && !isatty (STDIN_FILENO))
    usage_set_error (error, "--ask asks on a terminal, and there is none; --report lists what it would ask");
  else
    return TRUE;
  return FALSE;
}

Status
run_merge (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  Merging merging = { .program = program,

                      .arguments = arguments,
                      .sure = CHN_MATCH_SURE,
                      .asks = arguments_has (arguments, "ask"),
                      .reports = arguments_has (arguments, "report") };
  g_auto (MergeOutput) output = MERGE_OUTPUT_NONE;
  if (arguments_has (arguments, "into"))
    return merge_into (program, arguments, error) ? STATUS_DONE : STATUS_USAGE;
  program->carries_all = TRUE;
  program->says_visibility = FALSE;
  if (arguments_has (arguments, "base"))
    return merge_changes (program, arguments, error);
  if (!score_parse (arguments, "auto", &merging.sure, error) || !check_words (&merging, words, error) ||
      !merge_output_begin (&output, program, arguments, error))
    return STATUS_USAGE;
  return merge_all (&merging, words, &output, error) ? STATUS_DONE : STATUS_USAGE;
}
