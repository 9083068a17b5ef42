/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>
#include <chancery/timeline.h>

#include "curate/union/three-way.h"

/* The events of a timeline that two people changed, by their ids: the changes to the file of ours. */
typedef struct {
  const ChnTimeline *base, *ours, *theirs;
  ChnReport *report; /* conflicts */
  ChnEdits *edits;
} ChnThreeWayEvents;

void chn_three_way_events (const ChnThreeWayEvents *merge);
