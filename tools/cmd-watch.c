/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery watch: what others change in a store, as they do. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "differences.h"
#include "load-store.h"
#include "load.h"
#include "usage.h"

enum { LOOK_EACH_SECONDS = 5 };

typedef struct {
  Program *program;
  const Arguments *arguments;
  ChnStore *store;
  guint most; /* changes after which it ends; 0: it does not */
  guint n;
} Watch;

/* The events that the query asks for, as a timeline of their own. */
static ChnTimeline *
read_answer (const Watch *watch, GHashTable *ids, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = load_store_whole (watch->program, watch->store, report, error);
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
  if (!console_print (visible, error) || !console_print ("\n", error))
    return FALSE;
  return fflush (stdout) == 0;
}

/* What concerns an event that the query asked for before, or asks for now. */
static gboolean
tell (Watch *watch, ChnTimeline *before, GHashTable *were, ChnTimeline *after, GHashTable *are, GError **error)
{
  guint n = 0;
  g_autoptr (ChnComparison) comparison = chn_comparison_new (before, after, NULL, error);
  const ChnDifference *differences = comparison ? chn_comparison_get (comparison, &n) : NULL;
  for (guint i = 0; i < n; i++) {
    const char *id = differences[i].id;
    if (!g_hash_table_contains (were, id) && !g_hash_table_contains (are, id))
      continue;
    g_autofree char *line = difference_dup_line (&differences[i]);
    if (!print (watch, line, error))
      return FALSE;
  }
  return comparison != NULL;
}

static gboolean
watch_on (Watch *watch, GError **error)
{
  g_autoptr (GHashTable) were = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ChnTimeline) before = read_answer (watch, were, error);
  guint64 seen = 0;
  while (before && (watch->most == 0 || watch->n < watch->most)) {
    ChnStoreFacts facts;
    if (!chn_store_wait (watch->store, LOOK_EACH_SECONDS, error) ||
        !chn_store_get_facts (watch->store, &facts, error))
      return FALSE;
    if (facts.revision == seen)
      continue;
    seen = facts.revision;
    g_autoptr (GHashTable) are = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (ChnTimeline) after = read_answer (watch, are, error);
    if (!after || !tell (watch, before, were, after, are, error))
      return FALSE;
    chn_timeline_unref (before);
    g_hash_table_unref (were);
    before = g_steal_pointer (&after);
    were = g_steal_pointer (&are);
  }
  return before != NULL;
}

Status
run_watch (Program *program, const Arguments *arguments, GError **error)
{
  Watch watch = { .program = program, .arguments = arguments };
  const char *place = program->files->len == 1 ? program->files->pdata[0] : "";
  if (!arguments_get_number (arguments, "changes", &watch.most, error))
    return STATUS_USAGE;
  if (!chn_store_is_place (place)) {
    usage_set_error (error, "a store is watched; name one with -f, as in -f sqlite:team.db");
    return STATUS_USAGE;
  }
  program->carries_all = TRUE;
  watch.store = chn_store_open (place, FALSE, error);
  if (watch.store)
    watch_on (&watch, error);
  chn_store_free (watch.store);
  return STATUS_DONE;
}
