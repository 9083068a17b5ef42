/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery count: how many events there are of each year, forum, actor and so on. */
#include "command.h"
#include "count-text.h"
#include "load.h"
#include "saving.h"
#include "unheld.h"

/* How counts are written. */
typedef char *(*CountWriter) (const ChnCount *count, guint columns);

static char *
write_csv (const ChnCount *count, guint columns)
{
  (void) columns;
  return chn_count_dup_csv (count);
}

static char *
write_json (const ChnCount *count, guint columns)
{
  (void) columns;
  return chn_count_dup_json (count);
}

static const SavingFormat formats[] = {
  { "text", ".txt" },
  { "csv", ".csv" },
  { "json", ".json" },
};

/* In the order of the formats. */
static const CountWriter writers[] = { count_text_dup, write_csv, write_json };

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == G_N_ELEMENTS (writers));

/* Who counts by status asks for what did not take place, too. */
static gboolean
counts_by_status (const char *by)
{
  g_auto (GStrv) keys = g_strsplit (by, ",", -1);
  for (guint i = 0; keys[i]; i++)
    if (g_ascii_strcasecmp (keys[i], "status") == 0)
      return TRUE;
  return FALSE;
}

static Unheld
leave_out_unheld (const Program *program, const ChnTimeline *timeline, ChnRows *rows, ChnRows *unknown)
{
  Unheld unheld = unheld_start (program, NULL), others = unheld;
  unheld_leave_out (&unheld, timeline, rows);
  unheld_leave_out (&others, timeline, unknown);
  return unheld;
}

Status
run_count (Program *program, const Arguments *arguments, GError **error)
{
  ChnCountSpec spec = { .by = arguments_get (arguments, "by"),
                        .sum = arguments_get (arguments, "sum"),
                        .average = arguments_get (arguments, "average") };
  int format = saving_find_format (arguments, formats, G_N_ELEMENTS (formats), error);
  if (format < 0 || !arguments_get_number (arguments, "depth", &spec.depth, error))
    return STATUS_USAGE;
  spec.by = spec.by ? spec.by : "year";
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_autofree char *text_of_query = NULL;
  g_autoptr (ChnBoundQuery) query =
      timeline ? load_query (program, timeline, arguments, &text_of_query, error) : NULL;
  g_auto (ChnRows) rows = { 0 }, unknown = { 0 };
  if (!query || !load_rows_of (timeline, query, text_of_query, &rows, &unknown, error))
    return STATUS_USAGE;
  Unheld unheld = { 0 };
  if (!counts_by_status (spec.by))
    unheld = leave_out_unheld (program, timeline, &rows, &unknown);
  spec.query = query;
  spec.unknown = &unknown;
  g_autoptr (ChnCount) count = chn_count_new (timeline, &rows, &spec, error);
  if (!count)
    return STATUS_USAGE;
  const char *file = arguments_get_output (arguments);
  g_autofree char *text = writers[format](count, file ? 0 : program->console.columns);
  if (chn_timeline_check (timeline, error) && saving_write (file, text, error))
    unheld_print (&unheld);
  return STATUS_DONE;
}
