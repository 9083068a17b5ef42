/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * Where an event came from. A merged timeline notes it with the event, as an extra of this key for each of the events
 * that it came of: "timeline/id". What says nothing came from nowhere else.
 */
#define CHN_ORIGIN_KEY "origin"

/* All of them, its own where it names none; none where its file has no id. NULL-ended, to be freed. */
char **chn_origin_dup_all (const ChnTimeline *timeline, guint row, const ChnEvent *event, guint *n);

/* The UID under which a calendar brought it, or NULL. */
const char *chn_origin_get_uid (const ChnEvent *event);
