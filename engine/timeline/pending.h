/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* What a reader keeps until all files are read, since one of them completes what another begins. */
typedef struct {
  gpointer (*make) (void);
  /* Gives the builder the events that come of it. Names are looked up in `registry`, which has the timelines' own;
   * NULL where these do not hold together. */
  void (*finish) (gpointer data, ChnTimelineBuilder *builder, const ChnRegistry *registry);
  GDestroyNotify free;
} ChnPendingKind;

/* That of a kind; made when it is first asked for. */
gpointer chn_timeline_builder_get_pending (ChnTimelineBuilder *builder, const ChnPendingKind *kind);
