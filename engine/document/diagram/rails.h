/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/diagram.h>

/* Where no arrow begins. */
#define CHN_NO_RAIL G_MAXUINT

/*
 * The line downwards from a stop, from which its arrows turn off: from its own stop to the last at which one of them
 * ends. Rails beside each other have slots, 0 next to the stops.
 */
typedef struct {
  guint slot;        /* or CHN_NO_RAIL */
  guint last;        /* stop */
  guint last_arrow;  /* that turns off, or CHN_NO_RAIL */
  gboolean is_cited; /* all of its arrows are citations */
} ChnRail;

/* Of each stop its rail, in as few slots as there can be, short ones nearest; gives how many slots there are. */
ChnRail *chn_rails_find (const ChnTrailDiagram *trail, guint *n_slots);
