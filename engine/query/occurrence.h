/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/placed-date.h"
#include "timeline/recurrence/recurrence.h"

/*
 * When an occurrence begins and ends by the clocks of its place, from its bounds: as far apart from these as those of
 * the row's own date, `own`, are from `first`.
 */
ChnPlacedDate chn_occurrence_place (const ChnRecurrence *recurrence, const ChnPlacedDate *own,
                                    const ChnDateBounds *first, const ChnDateBounds *occurrence);
