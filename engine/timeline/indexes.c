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
static gpointer
make (ChnTimeline *timeline)
{
  GThread *thread = chn_aside_begin ("indexes", make_small, timeline, timeline->columns.n_rows);
  chn_timeline_index_codes (timeline);
  chn_aside_end (thread);
  return timeline;
}

void
chn_timeline_need_indexes (const ChnTimeline *timeline)
{
  if (!timeline->map)
    chn_timeline_get_made (timeline, (gpointer *) &timeline->indexed, make);
}
