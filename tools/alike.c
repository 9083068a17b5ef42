/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts of stores, in which events that count alike are counted by the database. */
#include "alike.h"

#include "load-store.h"
#include "load.h"

static void
fill_rows (const ChnTimeline *timeline, GHashTable *times, ChnRows *rows)
{
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (times, chn_timeline_get_id (timeline, row)));
    while (n-- > 0)
      g_array_append_val (filled, row);
  }
  rows->n = filled->len;
  rows->row = (guint *) (gpointer) g_array_free (g_steal_pointer (&filled), FALSE);
}

static gboolean
suits (const Program *program, const Arguments *arguments)
{
  return load_store_suffices (program) && !arguments_has (arguments, "expand") && !arguments_has (arguments, "sum") &&
         !arguments_has (arguments, "average");
}

gboolean
alike_load (Program *program, const Arguments *arguments, const char *by, ChnTimeline **timeline, ChnRows *rows,
            GError **error)
{
  *timeline = NULL;
  if (!suits (program, arguments))
    return TRUE;
  const StoreAsked *asked = load_store_put (program, program->files->pdata[0], error);
  if (!asked)
    return FALSE;
  if (!asked->query || store_asked_hides (asked))
    return TRUE;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ChnTimelineBuilder) builder = load_begin (program, report, error);
  if (!builder || !chn_store_read_alike (asked->store, asked->query, by, times, builder, error))
    return FALSE;
  if (g_hash_table_size (times) == 0)
    return TRUE;
  *timeline = chn_timeline_builder_seal (g_steal_pointer (&builder), error);
  if (!*timeline)
    return FALSE;
  program->asked = g_strdup (asked->text);
  fill_rows (*timeline, times, rows);
  return TRUE;
}
