/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/placed-date.h"
#include "timeline/recurrence/recurrence.h"

/*
 * When an occurrence begins and ends by the clocks of its place, from its bounds: either is known as exactly as of
 * the row's own date.
 */
ChnPlacedDate chn_occurrence_place (const ChnRecurrence *recurrence, const ChnPlacedDate *own,
                                    const ChnDateBounds *occurrence);
