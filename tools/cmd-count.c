/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery count: how many events there are of each year, forum, actor and so on. */
#include "alike.h"
#include "command.h"
#include "count-picture.h"
#include "count-text.h"
#include "expanding.h"
#include "foreign.h"
#include "load.h"
#include "picture-bytes.h"
#include "saving.h"
#include "unheld.h"
#include "usage.h"

/* How counts are written. */
typedef char *(*CountWriter) (const ChnCount *count, guint columns, gboolean cross);

static char *
write_csv (const ChnCount *count, guint columns, gboolean cross)
{
  (void) columns, (void) cross;
  return chn_count_dup_csv (count);
}

static char *
write_json (const ChnCount *count, guint columns, gboolean cross)
{
  (void) columns, (void) cross;
  return chn_count_dup_json (count);
}

static char *
write_markdown (const ChnCount *count, guint columns, gboolean cross)
{
  (void) columns;
  return count_markdown_dup (count, cross);
}

static char *
write_plain (const ChnCount *count, guint columns, gboolean cross)
{
  (void) columns, (void) cross;
  return count_plain_dup (count);
}

static const SavingFormat formats[] = {
  { "text", ".txt" }, { "csv", ".csv" }, { "json", ".json" }, { "md", ".md" }, { "svg", ".svg" }, { "png", ".png" },
};

/* In the order of the formats, the first of which is text; NULL for pictures. */
static const CountWriter writers[] = { count_text_dup, write_csv, write_json, write_markdown, NULL, NULL };

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
  Unheld unheld = unheld_start (program, NULL, NULL), others = unheld;
  unheld_leave_out (&unheld, timeline, rows);
  unheld_leave_out (&others, timeline, unknown);
  return unheld;
}

/* What is to be counted; the keys and ballots that options name several times are joined. */
typedef struct {
  ChnCountSpec spec;
  char *by, *sum, *average;
} Question;

static void
clear_question (Question *question)
{
  g_free (question->by);
  g_free (question->sum);
  g_free (question->average);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, clear_question)

static gboolean
read_question (const Arguments *arguments, Question *question, GError **error)
{
  char *by = arguments_dup_all (arguments, "by");
  *question = (Question){ .by = by ? by : g_strdup ("year"),
                          .sum = arguments_dup_all (arguments, "sum"),
                          .average = arguments_dup_all (arguments, "average") };
  question->spec = (ChnCountSpec){ .by = question->by,
                                   .sum = question->sum,
                                   .average = question->average,
                                   .sort = arguments_get (arguments, "sort"),
                                   .reverse = arguments_has (arguments, "reverse"),
                                   .share = arguments_has (arguments, "share") };
  if (!arguments_get_number (arguments, "depth", &question->spec.depth, error) ||
      !arguments_get_number (arguments, "top", &question->spec.top, error))
    return FALSE;
  if (question->spec.top > 0 || !arguments_has (arguments, "top"))
    return TRUE;
  usage_set_error (error, "--top takes a number from 1 on");
  return FALSE;
}

static gboolean
write_text (const Program *program, const Arguments *arguments, const ChnCount *count, CountWriter writer,
            GError **error)
{
  const char *file = arguments_get_output (arguments);
  g_autofree char *text = writer (count, file ? 0 : program->console.columns, !arguments_has (arguments, "long"));
  return saving_write (program, arguments, text, error);
}

static gboolean
write_picture (const Program *program, const Arguments *arguments, const ChnCount *count, const ChnBoundQuery *query,
               const char *format, guint n_left_out, GError **error)
{
  g_autoptr (ChnWriteOptions) options = picture_bytes_dup_options (arguments, error);
  g_autofree char *scope = chn_bound_query_dup_scope (query);
  g_autofree char *as_of = program->as_of ? chn_date_dup_humanized (program->as_of) : NULL;
  if (!options)
    return FALSE;
  const CountPicture picture = {
    chn_format_find (format, NULL), options, arguments_get (arguments, "title"), scope, as_of, n_left_out
  };
  g_autoptr (GString) bytes = count_picture_draw (count, &picture, error);
  return bytes && picture_bytes_write (program, arguments, picture.format, bytes, error);
}

/* To a file or standard output, and to standard error what was left out. */
static void
write_count (const Program *program, const Arguments *arguments, const ChnCount *count, const ChnBoundQuery *query,
             int format, const Unheld *unheld, GError **error)
{
  CountWriter writer = format == 0 && arguments_has (arguments, "plain") ? write_plain : writers[format];
  guint n_left_out = unheld->n_cancelled + unheld->n_not_held;
  if (writer ? write_text (program, arguments, count, writer, error)
             : write_picture (program, arguments, count, query, formats[format].name, n_left_out, error))
    unheld_print (unheld);
}

/* The events to count, and the query that they answer; NULL with an error. */
static ChnBoundQuery *
find_events (Program *program, const Arguments *arguments, const char *by, ChnTimeline **timeline, ChnRows *rows,
             ChnRows *unknown, GError **error)
{
  if (!alike_load (program, arguments, by, timeline, rows, error))
    return NULL;
  gboolean is_counted = *timeline != NULL;
  *timeline = is_counted ? *timeline : load_faultless_timeline (program, error);
  g_autofree char *text = NULL;
  g_autoptr (ChnBoundQuery) query = *timeline ? load_query (program, *timeline, arguments, &text, error) : NULL;
  if (!query || (!is_counted && !load_rows_of (*timeline, query, text, rows, unknown, error)))
    return NULL;
  return g_steal_pointer (&query);
}

Status
run_count (Program *program, const Arguments *arguments, GError **error)
{
  g_auto (Question) question = { 0 };
  int format = saving_find_format (arguments, formats, G_N_ELEMENTS (formats), error);
  if (format < 0 || !foreign_check_count (arguments, error) || !read_question (arguments, &question, error))
    return STATUS_USAGE;
  g_autoptr (ChnTimeline) timeline = NULL;
  g_auto (ChnRows) rows = { 0 }, unknown = { 0 };
  g_autoptr (ChnBoundQuery) query = find_events (program, arguments, question.by, &timeline, &rows, &unknown, error);
  if (!query)
    return STATUS_USAGE;
  Unheld unheld = { 0 };
  if (!counts_by_status (question.by))
    unheld = leave_out_unheld (program, timeline, &rows, &unknown);
  if (!expanding_replace (arguments, query, &timeline, &rows, error))
    return STATUS_USAGE;
  question.spec.query = query;
  question.spec.unknown = arguments_has (arguments, "expand") ? NULL : &unknown;
  g_autoptr (ChnCount) count = chn_count_new (timeline, &rows, &question.spec, error);
  if (!count)
    return STATUS_USAGE;
  if (chn_timeline_check (timeline, error))
    write_count (program, arguments, count, query, format, &unheld, error);
  return STATUS_DONE;
}
