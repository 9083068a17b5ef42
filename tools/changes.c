/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a listing of changes cannot tell. */
#include "changes.h"

#include <stdio.h>
#include <string.h>

enum { DIGITS_OF_A_YEAR = 4, MOST_NAMED = 5 };

guint64
changes_find_revision (const char *since)
{
  gboolean is_named = since[0] == 'r';
  const char *number = since + (is_named ? 1 : 0);
  gsize length = strlen (number);
  if (length == 0 || length > 18 || strspn (number, "0123456789") < length ||
      (!is_named && length >= DIGITS_OF_A_YEAR))
    return 0;
  return g_ascii_strtoull (number, NULL, 10);
}

void
changes_keep (const Program *program, const ChnTimeline *timeline, ChnRows *rows)
{
  guint n = 0;
  for (guint i = 0; program->changed && i < rows->n; i++)
    if (g_hash_table_contains (program->changed, chn_timeline_get_id (timeline, rows->row[i])))
      rows->row[n++] = rows->row[i];
  rows->n = program->changed ? n : rows->n;
}

/* "2 events were taken out since revision 5: a, b" */
static void
print_removed (const Program *program)
{
  guint n = g_hash_table_size (program->removed);
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (program->removed), (GCompareFunc) strcmp);
  g_autoptr (GString) named = g_string_new (NULL);
  guint i = 0;
  for (const GList *at = ids; at && i < MOST_NAMED; at = at->next, i++)
    g_string_append_printf (named, "%s%s", i > 0 ? ", " : "", (const char *) at->data);
  if (n == 0 && g_hash_table_size (program->changed) == 0)
    fprintf (stderr, "chancery: nothing has changed since revision %" G_GUINT64_FORMAT "\n", program->since_revision);
  if (n > 0)
    fprintf (stderr, "chancery: %u event%s taken out since revision %" G_GUINT64_FORMAT ": %s%s\n", n,
             n == 1 ? " was" : "s were", program->since_revision, named->str, n > MOST_NAMED ? " …" : "");
}

void
changes_print_unstated (const Program *program, ChnTimeline *timeline, const Arguments *arguments)
{
  if (!arguments_has (arguments, "changed-since"))
    return;
  if (program->changed) {
    print_removed (program);
    return;
  }
  g_autoptr (ChnQuery) query = chn_query_parse ("NOT revised:..", NULL, NULL);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, program->today, NULL) : NULL;
  g_auto (ChnRows) rows = { 0 };
  if (bound)
    chn_bound_query_run (bound, TRUE, &rows);
  /* What is written one by one is a timeline of its own. */
  gboolean counted = program->n_shown > 0 && !arguments_has (arguments, "expand");
  guint n = counted ? program->n_unstated : rows.n;
  if (n > 0)
    fprintf (stderr, "chancery: %u of %u events do not say when they were changed, and are not listed\n", n,
             counted ? program->n_shown : chn_timeline_get_n_events (timeline));
}
