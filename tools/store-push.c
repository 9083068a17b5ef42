/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery store push: a timeline goes into a store, and nothing that others wrote there is taken away unasked. */
#include "store-push.h"

#include <stdio.h>

#include "editing.h"
#include "failure.h"
#include "load-store.h"
#include "load.h"
#include "store-state.h"
#include "store-status.h"
#include "usage.h"

/* "changes 2, takes out 3" */
static char *
dup_difference (const ChnStoreDifference *difference)
{
  GString *text = g_string_new (NULL);
  if (difference->n_added > 0)
    g_string_append_printf (text, ", adds %u", difference->n_added);
  if (difference->n_changed > 0)
    g_string_append_printf (text, ", changes %u", difference->n_changed);
  if (difference->n_removed > 0)
    g_string_append_printf (text, ", takes out %u", difference->n_removed);
  if (difference->header)
    g_string_append (text, ", changes what is said of the whole timeline");
  else if (difference->open_header)
    g_string_append (text, ", changes what readers are told of the whole timeline");
  if (difference->order)
    g_string_append (text, ", changes the order of events of one date");
  return g_string_free (g_string_erase (text, 0, text->len > 0 ? 2 : 0), FALSE);
}

/* What is there is taken away by those alone who say so; FALSE without an error where nothing differs. */
static gboolean
may_write (Program *program, const Arguments *arguments, ChnStore *store, const ChnTimeline *timeline,
           const ChnTimeline *shown, const ChnStoreFacts *facts, GError **error)
{
  ChnStoreDifference difference = { 0 };
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) there = load_store_whole (program, store, report, error);
  if (!there || !chn_store_compare (store, there, timeline, shown, &difference, error))
    return FALSE;
  g_autofree char *text = dup_difference (&difference);
  gboolean takes_away = difference.n_changed > 0 || difference.n_removed > 0 || difference.header;
  if (!takes_away && difference.n_added == 0 && !difference.order && !difference.open_header) {
    fprintf (stderr, "chancery: %s holds just this already\n", facts->name);
    return FALSE;
  }
  if (!takes_away || arguments_has (arguments, "replace")) {
    fprintf (stderr, "chancery: %s\n", text);
    return TRUE;
  }
  usage_set_error (error,
                   "%s holds %" G_GUINT64_FORMAT " events, at revision %" G_GUINT64_FORMAT
                   "; this %s: push --base N brings home what was changed since revision N was pulled, --replace has "
                   "the store hold just this, and keeps what it held in its history",
                   facts->name, facts->n_events, facts->revision, text);
  return FALSE;
}

static gboolean
push_all (Program *program, const Arguments *arguments, ChnStore *store, ChnTimeline *timeline, GError **error)
{
  ChnStoreFacts facts;
  g_autoptr (GError) inner = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) some = chn_timeline_show (timeline, CHN_VISIBILITY_PUBLIC, error);
  g_autoptr (ChnTimeline) shown = some ? chn_timeline_show_outside (some, timeline, error) : NULL;
  if (!shown || !chn_store_get_facts (store, &facts, error))
    return FALSE;
  if (facts.n_events > 0 && !may_write (program, arguments, store, timeline, shown, &facts, &inner)) {
    gboolean differs = inner != NULL;
    if (differs)
      g_propagate_error (error, g_steal_pointer (&inner));
    return !differs;
  }
  chn_store_expect (store, facts.revision);
  if (!chn_store_push (store, timeline, shown, NULL, report, error))
    return FALSE;
  failure_print_report (report, CHN_SEVERITY_NOTE);
  return TRUE;
}

static gboolean
push_changes (Program *program, const char *place, guint base, ChnTimeline *timeline, GError **error)
{
  g_auto (Editing) editing = EDITING_NONE;
  if (!editing_begin_at (&editing, program, place, base, error))
    return FALSE;
  g_autoptr (GBytes) made = store_state_dup_yaml (timeline, error);
  g_autoptr (ChnTimeline) checked = made ? editing_check (&editing, program, made, NULL, error) : NULL;
  return checked && editing_print (&editing, program, made, error) && console_finish (error) &&
         editing_save (&editing, program, made, checked, error);
}

static gboolean
read_base (const Arguments *arguments, guint *base, GError **error)
{
  if (!arguments_get_number (arguments, "base", base, error))
    return FALSE;
  if (arguments_has (arguments, "base") && arguments_has (arguments, "replace"))
    usage_set_error (error, "--base takes over what was changed, --replace all of it: which of the two?");
  else if (arguments_has (arguments, "base") && *base == 0)
    usage_set_error (error, "--base takes the revision that was pulled, from 1");
  else
    return TRUE;
  return FALSE;
}

gboolean
store_push (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  guint base = 0;
  program->carries_all = TRUE;
  if (!read_base (arguments, &base, error))
    return FALSE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_autoptr (ChnStore) store = timeline ? chn_store_open (place, TRUE, error) : NULL;
  if (!store || !(base > 0 ? push_changes (program, place, base, timeline, error)
                           : push_all (program, arguments, store, timeline, error)))
    return FALSE;
  return store_status_print (program, store, error);
}
