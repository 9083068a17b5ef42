/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The indexes of a timeline, made together when one is first needed. */
#include "timeline/dictionary.h"
#include "timeline/sealed.h"

static gpointer
make (ChnTimeline *timeline)
{
  chn_timeline_index_codes (timeline);
  if (timeline->is_compact) /* a snapshot has all */
    chn_timeline_index_ids (timeline);
  chn_timeline_index_counts (timeline);
  chn_timeline_index_recurring (timeline);
  chn_timeline_index_reach (timeline);
  return timeline;
}

void
chn_timeline_need_indexes (const ChnTimeline *timeline)
{
  if (!timeline->image)
    chn_timeline_get_made (timeline, (gpointer *) &timeline->indexed, make);
}
