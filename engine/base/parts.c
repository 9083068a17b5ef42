/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Does the parts of a work on several threads; a thread that cannot be had is done without. */
#include "base/parts.h"

#include <pthread.h>

/* More processors than this are seldom there, and each costs memory. */
enum { MOST_PARTS = 4 };

typedef struct {
  ChnPartFunc work;
  gpointer part;
  gboolean is_running; /* on a thread of its own */
  pthread_t thread;
} Worker;

static gpointer
run (gpointer data)
{
  const Worker *worker = data;
  worker->work (worker->part);
  return NULL;
}

guint
chn_parts_count (guint64 amount, guint64 least)
{
  guint64 most = amount / MAX (least, 1);
  if (most < 2) /* the system is asked how many processors there are each time, which takes a while */
    return 1;
  return (guint) MIN (most, MIN (g_get_num_processors (), MOST_PARTS));
}

/* Not by GLib, which ends the program where a thread is refused otherwise than for want of room. */
void
chn_parts_run (gpointer parts, guint n, gsize size, ChnPartFunc work)
{
  g_autofree Worker *workers = g_new0 (Worker, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    workers[i] = (Worker){ .work = work, .part = (char *) parts + i * size };
  for (guint i = 1; i < n; i++)
    workers[i].is_running = pthread_create (&workers[i].thread, NULL, run, &workers[i]) == 0;
  for (guint i = 0; i < n; i++)
    if (!workers[i].is_running)
      run (&workers[i]);
  for (guint i = 1; i < n; i++)
    if (workers[i].is_running)
      pthread_join (workers[i].thread, NULL);
}
