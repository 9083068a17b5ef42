/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/diff.h>

#include "base/arena.h"

/* Appends what two timelines say otherwise beside their events (ChnValueChange); FALSE with an error of a writer. */
gboolean chn_header_compare (const ChnTimeline *old_timeline, const ChnTimeline *new_timeline, GArray *changes,
                             ChnArena *arena, GError **error);
