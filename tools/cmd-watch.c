/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery watch: what others change in a store, as they do. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "command.h"
#include "differences.h"
#include "load-store.h"
#include "load.h"
#include "usage.h"

/* How long it is waited for changes before it is looked whether to end, and how long for a server that is away. */
enum { LOOK_EACH_SECONDS = 1, MOST_AWAY_SECONDS = 600 };

typedef struct {
  Program *program;
  const Arguments *arguments;
  const char *place;
  ChnStore *store;
  sigset_t ends;      /* signals that end it */
  gboolean is_unread; /* nobody reads what it prints */
  guint most;         /* changes after which it ends; 0: it does not */
  guint n;
} Watch;

/* The events that the query asks for, as a timeline of their own. */
static ChnTimeline *
read_answer (const Watch *watch, GHashTable *ids, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  if (!chn_store_begin_reading (watch->store, error))
    return NULL;
  g_autoptr (ChnTimeline) timeline = load_store_whole (watch->program, watch->store, report, error);
  chn_store_end_reading (watch->store);
  g_autoptr (ChnBoundQuery) query =
      timeline ? load_query (watch->program, timeline, watch->arguments, NULL, error) : NULL;
  g_auto (ChnRows) rows = { 0 };
  if (!query)
    return NULL;
  chn_bound_query_run (query, TRUE, &rows);
  for (guint i = 0; i < rows.n; i++)
    g_hash_table_add (ids, g_strdup (chn_timeline_get_id (timeline, rows.row[i])));
  return g_steal_pointer (&timeline);
}

static gboolean
print (Watch *watch, const char *text, GError **error)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *visible = chn_text_dup_visible (line, FALSE);
  watch->n++;
  watch->is_unread = !console_print (visible, error) || !console_print ("\n", error) || !console_finish (error);
  return !watch->is_unread;
}

/* What the query asked for before, and asks for now: ids. */
typedef struct {
  Watch *watch;
  GHashTable *were, *are;
} Telling;

static gboolean
tell_line (const char *was, const char *is, const char *line, gpointer data, GError **error)
{
  const Telling *telling = data;
  gboolean is_asked =
      (was && g_hash_table_contains (telling->were, was)) || (is && g_hash_table_contains (telling->are, is));
  return !is_asked || print (telling->watch, line, error);
}

static gboolean
tell (Watch *watch, ChnTimeline *before, GHashTable *were, ChnTimeline *after, GHashTable *are, GError **error)
{
  Telling telling = { watch, were, are };
  g_autoptr (ChnDiff) diff = chn_diff_new (before, after, error);
  return diff && differences_list (diff, tell_line, &telling, error);
}

/* From here on who ends it ends it between two lines. */
static void
hold_signals (Watch *watch)
{
  sigemptyset (&watch->ends);
  sigaddset (&watch->ends, SIGINT);
  sigaddset (&watch->ends, SIGTERM);
  sigaddset (&watch->ends, SIGHUP);
  sigprocmask (SIG_BLOCK, &watch->ends, NULL);
}

static gboolean
is_ended (const Watch *watch, time_t seconds)
{
  struct timespec wait = { .tv_sec = seconds };
  return (watch->most > 0 && watch->n >= watch->most) || sigtimedwait (&watch->ends, NULL, &wait) > 0;
}

/* A server that restarts is waited for; what was changed meanwhile is told when it is back. FALSE without an error
 * where it is ended meanwhile. */
static gboolean
come_back (Watch *watch, GError *lost, GError **error)
{
  if (watch->is_unread || !g_error_matches (lost, CHN_ERROR, CHN_ERROR_IO)) {
    g_propagate_error (error, lost);
    return FALSE;
  }
  fprintf (stderr, "chancery: %s; trying again\n", lost->message);
  g_clear_pointer (&watch->store, chn_store_free);
  for (guint seconds = 0; !watch->store && !is_ended (watch, 1); seconds++) {
    g_clear_error (&lost);
    watch->store = chn_store_open (watch->place, FALSE, &lost);
    if (lost && (seconds >= MOST_AWAY_SECONDS || !g_error_matches (lost, CHN_ERROR, CHN_ERROR_IO))) {
      g_propagate_error (error, lost);
      return FALSE;
    }
  }
  g_clear_error (&lost);
  if (watch->store)
    fprintf (stderr, "chancery: it answers again\n");
  return watch->store != NULL;
}

typedef struct {
  ChnTimeline *timeline;
  GHashTable *ids; /* that the query asks for */
} Answer;

static void
clear_answer (Answer *answer)
{
  g_clear_pointer (&answer->timeline, chn_timeline_unref);
  g_clear_pointer (&answer->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, clear_answer)

/* Waits, and tells what has become another answer. */
static gboolean
look (Watch *watch, Answer *before, GError **error)
{
  gboolean changed = FALSE;
  g_auto (Answer) after = { NULL, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  if (!chn_store_wait (watch->store, LOOK_EACH_SECONDS, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;
  after.timeline = read_answer (watch, after.ids, error);
  if (!after.timeline || !tell (watch, before->timeline, before->ids, after.timeline, after.ids, error))
    return FALSE;
  clear_answer (before);
  *before = after;
  after = (Answer){ NULL, NULL };
  return TRUE;
}

static gboolean
watch_on (Watch *watch, GError **error)
{
  g_auto (Answer) answer = { NULL, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  answer.timeline = read_answer (watch, answer.ids, error);
  if (!answer.timeline)
    return FALSE;
  hold_signals (watch);
  while (!is_ended (watch, 0)) {
    GError *lost = NULL;
    if (look (watch, &answer, &lost))
      continue;
    if (!come_back (watch, lost, error))
      return !error || !*error;
  }
  return TRUE;
}

Status
run_watch (Program *program, const Arguments *arguments, GError **error)
{
  Watch watch = { .program = program, .arguments = arguments };
  if (!arguments_get_number (arguments, "changes", &watch.most, error))
    return STATUS_USAGE;
  watch.place = program->files->len == 1 ? program->files->pdata[0] : "";
  if (!chn_store_is_place (watch.place)) {
    usage_set_error (error, "a store is watched; name one with -f, as in -f sqlite:team.db");
    return STATUS_USAGE;
  }
  program->carries_all = TRUE;
  watch.store = chn_store_open (watch.place, FALSE, error);
  if (watch.store)
    watch_on (&watch, error);
  chn_store_free (watch.store);
  return STATUS_DONE;
}
