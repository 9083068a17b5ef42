/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PRIORITY (RFC 5545, 3.8.1.9): nine degrees, of which the middle one says nothing: clients write it on everything.
 */
#include "format/ical/property/property.h"

static void
read_priority (ChnIcalReader *reader)
{
  static const guint8 importance[] = { 0, 5, 5, 4, 4, 0, 2, 2, 1, 1 };
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_PRIORITY);
  int priority;
  if (line && chn_ical_parse_number (&line->value, &priority) && priority < (int) G_N_ELEMENTS (importance))
    chn_event_set_number (reader->event, CHN_FIELD_IMPORTANCE, importance[priority]);
}

const ChnIcalProperty chn_ical_priority = { .names = CHN_ICAL_BIT (CHN_ICAL_PRIORITY), .read = read_priority };
