/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* The trail drawn as a tree, a line a node; each line is cut to `columns`, 0 for never. */
char *trail_text_dup (const ChnTimeline *timeline, const ChnTrail *trail, guint columns);
