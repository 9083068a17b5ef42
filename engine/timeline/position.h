/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/*
 * Positions of an event in a few bytes each, since a file has more of them than of anything else:
 *
 *   position = field *1index *1column lines
 *
 * The field is a byte, which also says whether there is an index but 0 and a column but 1. Lines are how many
 * more than those of the position before, or fewer. Numbers have seven bits a byte, the lowest first, and the eighth
 * where more follow.
 */
void chn_positions_append (GArray *bytes, const ChnPosition *positions, guint n);

/* Reads the next; `position` is the one before it, or zeroed. */
const char *chn_position_next (const char *at, ChnPosition *position);
