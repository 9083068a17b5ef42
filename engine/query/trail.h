/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/trail.h>

#include "timeline/columns.h"

struct _ChnTrail {
  ChnTimeline *timeline;
  const ChnColumns *columns;
  GArray *nodes; /* of ChnTrailNode, in the order in which they are shown */
};

/* One relation of a trail. */
typedef struct {
  guint from; /* row of the event that has it */
  guint to;
  guint type;
} ChnTrailLink;

/* The events of a trail, once each: indexes of nodes, in timeline order. */
GArray *chn_trail_list_events (const ChnTrail *trail);

/* The relations of a trail, each once, of ChnTrailLink: by row, target and type. */
GArray *chn_trail_list_links (const ChnTrail *trail);
