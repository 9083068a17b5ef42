/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Baselines of "chancery check":
 *
 *   baseline := *( line LF )
 *   line     := "#" text / "" / code SP event ":" SP message     event: its id, "-" for none
 */
#include "check-baseline.h"

#include <stdlib.h>
#include <string.h>

#include "usage.h"

struct _CheckBaseline {
  GHashTable *known; /* line to how often it may still be found */
};

CheckBaseline *
check_baseline_new (void)
{
  CheckBaseline *baseline = g_new0 (CheckBaseline, 1);
  baseline->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return baseline;
}

void
check_baseline_free (CheckBaseline *baseline)
{
  if (!baseline)
    return;
  g_hash_table_unref (baseline->known);
  g_free (baseline);
}

static guint
get_count (const CheckBaseline *baseline, const char *line)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (baseline->known, line));
}

static void
set_count (CheckBaseline *baseline, const char *line, guint count)
{
  g_hash_table_insert (baseline->known, g_strdup (line), GUINT_TO_POINTER (count));
}

static gboolean
take_line (CheckBaseline *baseline, const char *path, guint number, const char *line, GError **error)
{
  if (!*line || *line == '#')
    return TRUE;
  const char *event = strchr (line, ' ');
  if (!event || !strstr (event, ": ")) {
    usage_set_error (error,
                     "%s:%u: no line of a baseline, which is \"CODE EVENT: MESSAGE\"; --write-baseline makes one",
                     path, number);
    return FALSE;
  }
  set_count (baseline, line, get_count (baseline, line) + 1);
  return TRUE;
}

CheckBaseline *
check_baseline_read (const Program *program, const char *path, GError **error)
{
  gsize length = 0;
  g_autoptr (CheckBaseline) baseline = check_baseline_new ();
  g_autoptr (GBytes) bytes = chn_file_read (path, program->limits.value[CHN_LIMIT_FILE], error);
  const char *text = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  if (!bytes)
    return NULL;
  g_autofree char *whole = g_strndup (text ? text : "", length);
  g_auto (GStrv) lines = g_strsplit (whole, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_strchomp (lines[i]);
    if (!take_line (baseline, path, i + 1, lines[i], error))
      return NULL;
  }
  return g_steal_pointer (&baseline);
}

static char *
dup_line (const ChnFinding *finding)
{
  g_autofree char *message = g_strdelimit (g_strdup (finding->message), "\r\n", ' ');
  return g_strchomp (g_strdup_printf ("%s %s: %s", finding->code, finding->event ? finding->event : "-", message));
}

gboolean
check_baseline_take (CheckBaseline *baseline, const ChnFinding *finding)
{
  g_autofree char *line = dup_line (finding);
  guint count = get_count (baseline, line);
  if (count == 0)
    return FALSE;
  set_count (baseline, line, count - 1);
  return TRUE;
}

guint
check_baseline_count_left (const CheckBaseline *baseline)
{
  guint n = 0;
  GHashTableIter iter;
  gpointer count = NULL;
  g_hash_table_iter_init (&iter, baseline->known);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n += GPOINTER_TO_UINT (count);
  return n;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gboolean
check_baseline_write (const char *path, const ChnFinding *const *findings, guint n, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) out =
      g_string_new ("# What chancery check finds and --baseline does not tell: CODE EVENT: MESSAGE\n");
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, dup_line (findings[i]));
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", (const char *) lines->pdata[i]);
  return chn_file_replace (path, out->str, out->len, error);
}
