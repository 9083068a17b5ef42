/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery store: makes stores, fills them, and says what is in one. */
#include <chancery/store.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "load-store.h"
#include "load.h"
#include "store-dump.h"
#include "store-pull.h"
#include "store-push.h"
#include "store-status.h"
#include "usage.h"

/* A store that lies on one server, or is spread over several. */
static ChnStore *
make (const Program *program, const Arguments *arguments, const char *place, GError **error)
{
  const char *file = arguments_get (arguments, "shards");
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnStore *store =
      file ? chn_store_init_shards (place, file, report, &program->limits, error) : chn_store_init (place, error);
  if (!store && chn_report_count (report, CHN_SEVERITY_ERROR) > 1)
    failure_print_report (report, CHN_SEVERITY_ERROR);
  return store;
}

static gboolean
do_init (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  g_autoptr (ChnStore) store = make (program, arguments, place, error);
  g_autofree char *name = chn_store_dup_name (place);
  if (!store)
    return FALSE;
  gboolean has_roles = FALSE;
  if (!chn_store_has_roles (store, &has_roles, error))
    return FALSE;
  fprintf (stderr, "chancery: %s is ready\n", name);
  if (!has_roles)
    fprintf (
        stderr,
        "chancery: the roles chancery_reader and chancery_editor are not there, or lack what they need: have them "
        "made with CREATE ROLE, and its owner runs store init again\n");
  if (chn_store_find_file (place))
    fprintf (stderr, "chancery: who may open the file reads all that is in it, restricted and private, too\n");
  return TRUE;
}

static gboolean
do_status (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  (void) arguments;
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  return store && store_status_print (program, store, error);
}

static void
print_revision (const ChnStoreRevision *revision, gpointer data)
{
  (void) data;
  printf ("%4" G_GUINT64_FORMAT "  %-30s %s%s%s\n", revision->n, revision->at, revision->who,
          revision->note ? "  " : "", revision->note ? revision->note : "");
}

static gboolean
do_log (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  (void) program, (void) arguments;
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  return store && chn_store_list_revisions (store, NULL, print_revision, NULL, error);
}

static void
print_breach (const char *place, const char *id, const char *means, gpointer data)
{
  guint *n = data;
  fprintf (stderr, "%s: %s %s\n", place, id, means);
  (*n)++;
}

/* Whether all lies where it must, of a store on several servers. */
static gboolean
survey (ChnStore *store, GError **error)
{
  guint n = 0;
  if (!chn_store_survey (store, print_breach, &n, error))
    return FALSE;
  if (n > 0)
    g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "%u %s wrong on the servers of this store", n,
                 n == 1 ? "thing is" : "things are");
  return n == 0;
}

static gboolean
do_verify (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  (void) arguments;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
  g_autoptr (ChnTimeline) timeline =
      store && survey (store, error) ? load_store_whole (program, store, report, error) : NULL;
  if (!timeline)
    failure_print_report (report, CHN_SEVERITY_ERROR);
  else
    fprintf (stderr, "chancery: all %u events can be read\n", chn_timeline_get_n_events (timeline));
  return timeline != NULL;
}

static gboolean
do_upgrade (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  (void) arguments;
  g_autoptr (ChnStore) store = chn_store_upgrade (place, error);
  return store && store_status_print (program, store, error);
}

/* The servers of a store; with a file, after adding those that are new there. */
static gboolean
do_shards (Program *program, const Arguments *arguments, const char *place, GError **error)
{
  const char *file = arguments_get (arguments, "shards");
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnStore) store = chn_store_open (place, file != NULL, error);
  return store && (!file || chn_store_add_shards (store, file, report, &program->limits, error)) &&
         store_status_print_shards (store, error);
}

/* What is done with a store: a row an action, with the options that it takes. */
static const struct {
  const char *name;
  gboolean (*run) (Program *program, const Arguments *arguments, const char *place, GError **error);
  const char *const options[3];
} actions[] = {
  { "init", do_init, { "shards" } },
  { "push", store_push, { "base", "replace" } },
  { "pull", store_pull, { "output", "overwrite" } },
  { "dump", store_dump, { "output" } },
  { "status", do_status, { NULL } },
  { "verify", do_verify, { NULL } },
  { "log", do_log, { NULL } },
  { "upgrade", do_upgrade, { NULL } },
  { "shards", do_shards, { "shards" } },
};

char **
store_dup_actions (void)
{
  char **names = g_new0 (char *, G_N_ELEMENTS (actions) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    names[i] = g_strdup (actions[i].name);
  return names;
}

static void
set_action_error (const char *word, GError **error)
{
  g_auto (GStrv) names = store_dup_actions ();
  if (word) {
    usage_set_unknown (error, "action on stores", word, (const char *const *) names);
    return;
  }
  g_autofree char *all = g_strjoinv (", ", names);
  usage_set_error (error, "say what to do with a store, as in chancery store init sqlite:team.db; it takes %s", all);
}

static gboolean
check_options (const Arguments *arguments, guint action, GError **error)
{
  for (const Option *option = command_find ("store", NULL)->options; option->name; option++) {
    gboolean is_taken = FALSE;
    for (guint i = 0; actions[action].options[i]; i++)
      is_taken = is_taken || strcmp (actions[action].options[i], option->name) == 0;
    if (is_taken || !arguments_has (arguments, option->name))
      continue;
    usage_set_error (error, "store %s takes no --%s", actions[action].name, option->name);
    return FALSE;
  }
  return TRUE;
}

Status
run_store (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  for (guint i = 0; words[0] && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (words[0], actions[i].name) == 0) {
      if (!words[1] || words[2])
        usage_set_error (error, "store %s takes one store, as in chancery store %s sqlite:team.db", words[0],
                         words[0]);
      else if (check_options (arguments, i, error))
        actions[i].run (program, arguments, words[1], error);
      return STATUS_DONE;
    }
  set_action_error (words[0], error);
  return STATUS_USAGE;
}
