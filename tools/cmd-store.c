/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery store: makes stores, fills them, and says what is in one. */
#include <chancery/store.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "load-store.h"
#include "load.h"
#include "page.h"
#include "usage.h"

static void
print_facts (Program *program, const ChnStoreFacts *facts)
{
  g_auto (Page) page = { 0 };
  g_autofree char *schema = facts->schema == facts->newest_schema
                                ? g_strdup_printf ("%u", facts->schema)
                                : g_strdup_printf ("%u; this program makes %u", facts->schema, facts->newest_schema);
  g_autofree char *revision = g_strdup_printf ("%" G_GUINT64_FORMAT, facts->revision);
  g_autofree char *events = g_strdup_printf ("%" G_GUINT64_FORMAT, facts->n_events);
  g_autofree char *hidden = g_strdup_printf ("%" G_GUINT64_FORMAT, facts->n_hidden);
  page_init (&page, &program->console);
  page_add_title (&page, facts->name);
  page_add_field (&page, "Schema", schema);
  page_add_field (&page, "Revision", revision);
  page_add_field (&page, "Events", events);
  page_add_field (&page, "Not public", facts->n_hidden > 0 ? hidden : NULL);
  page_print (&page, NULL);
}

static gboolean
show_status (Program *program, ChnStore *store, GError **error)
{
  ChnStoreFacts facts;
  if (!chn_store_get_facts (store, &facts, error))
    return FALSE;
  print_facts (program, &facts);
  return TRUE;
}

static gboolean
do_init (Program *program, const char *place, GError **error)
{
  (void) program;
  g_autoptr (ChnStore) store = chn_store_init (place, error);
  g_autofree char *name = chn_store_dup_name (place);
  if (!store)
    return FALSE;
  fprintf (stderr, "chancery: %s is ready\n", name);
  if (g_str_has_prefix (place, "sqlite:"))
    fprintf (stderr, "chancery: who may open the file reads all that is in it, restricted and private, too\n");
  return TRUE;
}

static gboolean
do_status (Program *program, const char *place, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  return store && show_status (program, store, error);
}

static gboolean
do_push (Program *program, const char *place, GError **error)
{
  program->carries_all = TRUE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_autoptr (ChnStore) store = timeline ? chn_store_open (place, TRUE, error) : NULL;
  g_autoptr (ChnTimeline) shown = store ? chn_timeline_show (timeline, CHN_VISIBILITY_PUBLIC, error) : NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  if (!shown || !chn_store_push (store, timeline, shown, NULL, report, error))
    return FALSE;
  failure_print_report (report, CHN_SEVERITY_NOTE);
  return show_status (program, store, error);
}

static void
print_revision (const ChnStoreRevision *revision, gpointer data)
{
  (void) data;
  printf ("%4" G_GUINT64_FORMAT "  %-30s %s%s%s\n", revision->n, revision->at, revision->who,
          revision->note ? "  " : "", revision->note ? revision->note : "");
}

static gboolean
do_log (Program *program, const char *place, GError **error)
{
  (void) program;
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  return store && chn_store_list_revisions (store, NULL, print_revision, NULL, error);
}

static gboolean
do_verify (Program *program, const char *place, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  g_autoptr (ChnTimeline) timeline = store ? load_store_whole (program, store, report, error) : NULL;
  if (!timeline)
    failure_print_report (report, CHN_SEVERITY_ERROR);
  else
    fprintf (stderr, "chancery: all %u events can be read\n", chn_timeline_get_n_events (timeline));
  return timeline != NULL;
}

static gboolean
do_upgrade (Program *program, const char *place, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_upgrade (place, error);
  return store && show_status (program, store, error);
}

/* What is done with a store: a row an action. */
static const struct {
  const char *name;
  gboolean (*run) (Program *program, const char *place, GError **error);
} actions[] = {
  { "init", do_init },     { "push", do_push }, { "status", do_status },
  { "verify", do_verify }, { "log", do_log },   { "upgrade", do_upgrade },
};

Status
run_store (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  for (guint i = 0; words[0] && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (words[0], actions[i].name) == 0) {
      if (!words[1] || words[2]) {
        usage_set_error (error, "store %s takes one store, as in chancery store %s sqlite:team.db", words[0],
                         words[0]);
        return STATUS_USAGE;
      }
      actions[i].run (program, words[1], error);
      return STATUS_DONE;
    }
  usage_set_error (error, "store takes init, push, status, verify, log or upgrade, and a store, as in chancery store "
                          "init sqlite:team.db");
  return STATUS_USAGE;
}
