/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery history: what became of an event of a store, revision by revision. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "differences.h"
#include "load-store.h"
#include "usage.h"

typedef struct {
  guint64 n;
  char *line;
} Revision;

static void
clear_revision (gpointer data)
{
  g_free (((Revision *) data)->line);
}

static void
take (const ChnStoreRevision *revision, gpointer data)
{
  Revision kept = { revision->n,
                    g_strdup_printf ("%" G_GUINT64_FORMAT "  %s  %s%s%s", revision->n, revision->at, revision->who,
                                     revision->note ? "  " : "", revision->note ? revision->note : "") };
  g_array_append_val ((GArray *) data, kept);
}

static gboolean
print_line (const char *text, GError **error)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *visible = chn_text_dup_visible (line, FALSE);
  return console_print (visible, error) && console_print ("\n", error);
}

typedef struct {
  const char *id;
  guint n_printed;
} Printing;

static gboolean
print_difference (const char *was, const char *is, const char *line, gpointer data, GError **error)
{
  Printing *printing = data;
  g_autofree char *indented = g_strconcat ("   ", line, NULL);
  if (g_strcmp0 (was, printing->id) != 0 && g_strcmp0 (is, printing->id) != 0)
    return TRUE;
  printing->n_printed++;
  return print_line (indented, error);
}

/* What differs of one event between two of its states. */
static gboolean
print_differences (ChnTimeline *before, ChnTimeline *after, const char *id, GError **error)
{
  guint row = 0;
  gboolean was = chn_timeline_find (before, id, &row), is = chn_timeline_find (after, id, &row);
  if (!was || !is)
    return print_line (is ? "   added" : "   taken out", error);
  Printing printing = { id, 0 };
  g_autoptr (ChnDiff) diff = chn_diff_new (before, after, error);
  return diff && differences_list (diff, print_difference, &printing, error) &&
         (printing.n_printed > 0 || print_line ("   written anew, with the same fields", error));
}

static gboolean
print_history (Program *program, ChnStore *store, const char *id, GError **error)
{
  g_autoptr (GArray) revisions = g_array_new (FALSE, FALSE, sizeof (Revision));
  g_autoptr (ChnTimeline) before = NULL;
  g_array_set_clear_func (revisions, clear_revision);
  if (!chn_store_list_revisions (store, id, take, revisions, error))
    return FALSE;
  if (revisions->len == 0)
    usage_set_error (error, "no revision of the store has an event \"%s\"", id);
  for (guint i = 0; i < revisions->len; i++) {
    const Revision *revision = &g_array_index (revisions, Revision, i);
    g_autoptr (ChnTimeline) after = load_store_event (program, store, revision->n, id, error);
    if (!after || !print_line (revision->line, error) ||
        !(i == 0 ? print_line ("   added", error) : print_differences (before, after, id, error)))
      return FALSE;
    g_clear_pointer (&before, chn_timeline_unref);
    before = g_steal_pointer (&after);
  }
  return revisions->len > 0;
}

Status
run_history (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  const char *place = program->files->len == 1 ? program->files->pdata[0] : "";
  if (!words[0] || words[1])
    usage_set_error (error, "history of which event? name one, as in chancery -f sqlite:team.db history ID");
  else if (!chn_store_is_place (place))
    usage_set_error (error, "a file has no history; name a store with -f, as in -f sqlite:team.db");
  else {
    g_autoptr (ChnStore) store = chn_store_open (place, FALSE, error);
    if (store)
      print_history (program, store, words[0][0] == '@' ? words[0] + 1 : words[0], error);
  }
  return STATUS_USAGE * (error && *error != NULL);
}
