/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The indexes of a timeline, made together when one is first needed. */
#include "timeline/aside.h"
#include "timeline/dictionary.h"
#include "timeline/sealed.h"

static gpointer
make_small (gpointer data)
{
  ChnTimeline *timeline = data;
  if (timeline->is_compact) /* a snapshot has all */
    chn_timeline_index_ids (timeline);
  chn_timeline_index_counts (timeline);
  chn_timeline_index_reach (timeline);
  return NULL;
}

/* No index needs another: those of codes take as long as the others together. */
static void
make (ChnTimeline *timeline)
{
  GThread *thread = chn_aside_begin ("indexes", make_small, timeline, timeline->columns.n_rows);
  chn_timeline_index_codes (timeline);
  chn_aside_end (thread);
}

void
chn_timeline_need_indexes (const ChnTimeline *timeline)
{
  ChnTimeline *shared = (ChnTimeline *) timeline;
  if (timeline->map || g_atomic_int_get (&shared->has_indexes))
    return;
  g_mutex_lock (&shared->making);
  if (!shared->has_indexes)
    make (shared);
  g_atomic_int_set (&shared->has_indexes, 1);
  g_mutex_unlock (&shared->making);
}
