/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows written in parts by several threads, and put out in their order. */
#include "format/parts.h"

#include "base/parts.h"
#include "base/report.h"

/* Some hundred kilobytes of output: worth a thread, and no burden on memory. */
enum { ROWS_A_PART = 512 };

typedef struct {
  ChnWriteJob job; /* the job, with the rows, the report and the writer of the part */
  ChnWritePartFunc write;
  ChnRows rows;
  GString *text;
} Part;

static void
part_init (Part *part, const ChnWriteJob *job, ChnWritePartFunc write)
{
  *part = (Part){ .job = *job, .write = write, .text = g_string_new (NULL) };
}

static void
part_clear (Part *part)
{
  g_string_free (part->text, TRUE);
}

static void
write_part (gpointer data)
{
  Part *part = data;
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (part->text);
  part->job.out = out;
  part->job.rows = &part->rows;
  part->write (&part->job);
  chn_writer_finish (out, NULL);
}

static void
put_out (const ChnWriteJob *job, Part *part)
{
  chn_writer_put (job->out, part->text->str, part->text->len);
  chn_report_append (job->report, part->job.report);
  g_string_truncate (part->text, 0);
}

/* The next rows, from `first` on, as many parts of them as there are. */
static void
write_round (const ChnWriteJob *job, guint first, Part *parts, guint n_parts)
{
  guint n = 0;
  for (; n < n_parts && first < job->rows->n; n++, first += ROWS_A_PART) {
    parts[n].rows = (ChnRows){ MIN (ROWS_A_PART, job->rows->n - first), job->rows->row + first, NULL };
    parts[n].job.report = chn_report_new ();
  }
  chn_parts_run (parts, n, sizeof *parts, write_part);
  for (guint i = 0; i < n; i++) {
    put_out (job, &parts[i]);
    g_clear_pointer (&parts[i].job.report, chn_report_free);
  }
}

void
chn_write_in_parts (const ChnWriteJob *job, ChnWritePartFunc write)
{
  guint n_parts = chn_parts_count (job->rows->n, ROWS_A_PART);
  if (n_parts < 2) {
    write (job);
    return;
  }
  g_autofree Part *parts = g_new0 (Part, n_parts);
  for (guint i = 0; i < n_parts; i++)
    part_init (&parts[i], job, write);
  for (guint first = 0; first < job->rows->n && !chn_writer_has_failed (job->out); first += n_parts * ROWS_A_PART)
    write_round (job, first, parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    part_clear (&parts[i]);
}
