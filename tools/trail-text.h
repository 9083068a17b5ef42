/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include "console.h"

/* How a trail is shown. */
typedef struct {
  const Console *console; /* NULL: in a file */
  gboolean full;          /* no series is folded */
  gboolean plain;         /* for screen readers: nothing is drawn, a line an event */
} TrailStyle;

/* The trail in the order of time, an event once. */
char *trail_text_dup (const ChnTimeline *timeline, const ChnTrail *trail, const TrailStyle *style);
