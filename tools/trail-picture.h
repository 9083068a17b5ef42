/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* How a trail is drawn. */
typedef struct {
  const ChnFormat *format;
  const ChnWriteOptions *options;
  const char *title; /* NULL: of the event */
  const char *as_of; /* in words, or NULL */
  gboolean full;     /* no series is folded */
} TrailPicture;

/* The trail as a picture; NULL on error. Where a sheet has too little room, more of the trail is folded. */
GString *trail_picture_draw (const ChnTimeline *timeline, const ChnTrail *trail, const TrailPicture *picture,
                             GError **error);
