/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows written by several threads, put out in their order. */
#include "format/parts.h"

#include "base/report.h"

/* A part is some hundred kilobytes of output: worth handing over, and few answers are of one part. */
enum { PART_ROWS = 256, MOST_WORKERS = 4, PARTS_AHEAD = 2 };

/* What a worker has made of a part. */
typedef struct {
  GString *text;
  ChnReport *report;
} Part;

/* Worker w of n makes the parts w, w + n, w + 2n …, as far ahead as there are vessels to fill. */
typedef struct {
  const ChnWriteJob *job;
  ChnWritePartFunc write;
  guint first, step;
  GAsyncQueue *empty, *full; /* of Part */
  GThread *thread;
} Worker;

static guint
count_parts (const ChnRows *rows)
{
  return rows->n / PART_ROWS + (rows->n % PART_ROWS != 0);
}

static Part *
part_new (void)
{
  Part *part = g_new (Part, 1);
  *part = (Part){ g_string_new (NULL), chn_report_new () };
  return part;
}

static void
part_free (gpointer data)
{
  Part *part = data;
  g_string_free (part->text, TRUE);
  chn_report_free (part->report);
  g_free (part);
}

static void
fill (const Worker *worker, guint index, Part *part)
{
  const ChnRows *all = worker->job->rows;
  guint first = index * PART_ROWS;
  ChnRows rows = { MIN (PART_ROWS, all->n - first), all->row + first };
  ChnWriteJob job = *worker->job;
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (part->text);
  job.rows = &rows;
  job.report = part->report;
  job.out = out;
  worker->write (&job);
  chn_writer_finish (out, NULL);
}

static gpointer
work (gpointer data)
{
  const Worker *worker = data;
  guint n = count_parts (worker->job->rows);
  for (guint i = worker->first; i < n; i += worker->step) {
    Part *part = g_async_queue_pop (worker->empty);
    fill (worker, i, part);
    g_async_queue_push (worker->full, part);
  }
  return NULL;
}

static void
start (Worker *worker)
{
  worker->empty = g_async_queue_new_full (part_free);
  worker->full = g_async_queue_new_full (part_free);
  for (guint i = 0; i < PARTS_AHEAD; i++)
    g_async_queue_push (worker->empty, part_new ());
  worker->thread = g_thread_new ("rows", work, worker);
}

static void
stop (Worker *worker)
{
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->empty);
  g_async_queue_unref (worker->full);
}

static void
put_out (const ChnWriteJob *job, Part *part)
{
  chn_writer_put (job->out, part->text->str, part->text->len);
  chn_report_append (job->report, part->report);
  g_string_truncate (part->text, 0);
  chn_report_free (part->report);
  part->report = chn_report_new ();
}

void
chn_write_in_parts (const ChnWriteJob *job, ChnWritePartFunc write)
{
  guint n = count_parts (job->rows), n_workers = MIN (g_get_num_processors (), MOST_WORKERS);
  if (n < 2 || n_workers < 2) {
    write (job);
    return;
  }
  Worker workers[MOST_WORKERS];
  for (guint i = 0; i < n_workers; i++) {
    workers[i] = (Worker){ .job = job, .write = write, .first = i, .step = n_workers };
    start (&workers[i]);
  }
  for (guint i = 0; i < n; i++) {
    Worker *worker = &workers[i % n_workers];
    Part *part = g_async_queue_pop (worker->full);
    put_out (job, part);
    g_async_queue_push (worker->empty, part);
  }
  for (guint i = 0; i < n_workers; i++)
    stop (&workers[i]);
}
