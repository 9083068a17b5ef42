/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* From so many rows on, a part of the work is worth a thread. */
enum { CHN_ROWS_FOR_A_THREAD = 4096 };

/* Does a part of the work on so many rows beside what comes until its end: on a thread if it is worth one, else at
   once. */
static inline GThread *
chn_aside_begin (const char *name, GThreadFunc work, gpointer data, guint n_rows)
{
  if (n_rows >= CHN_ROWS_FOR_A_THREAD && g_get_num_processors () > 1)
    return g_thread_new (name, work, data);
  work (data);
  return NULL;
}

static inline void
chn_aside_end (GThread *thread)
{
  if (thread)
    g_thread_join (thread);
}
