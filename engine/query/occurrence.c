/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An occurrence as questions about dates see it. */
#include "query/occurrence.h"

ChnPlacedDate
chn_occurrence_place (const ChnRecurrence *recurrence, const ChnPlacedDate *own, const ChnDateBounds *occurrence)
{
  ChnPlacedDate placed = *own;
  const ChnDateStretch *begin = &own->civil.begin, *end = &own->civil.end;
  gboolean lasts = own->civil.lasts || occurrence->flags & CHN_DATE_INTERVAL;
  ChnDateEnds ends = { { occurrence->earliest, occurrence->earliest + (begin->latest - begin->earliest) },
                       { occurrence->latest - (end->latest - end->earliest), occurrence->latest },
                       lasts };
  if (!lasts)
    ends.begin = ends.end = (ChnDateStretch){ occurrence->earliest, occurrence->latest };
  const char *zone = chn_recurrence_get_zone (recurrence);
  if (zone) { /* whose clocks are not as far from UTC the whole year round */
    placed.zone_name = zone;
    placed.knows_offsets = FALSE;
  }
  chn_placed_date_set_ends (&placed, &ends);
  return placed;
}
