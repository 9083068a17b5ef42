/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * TRANSP and CLASS (RFC 5545, 3.8.2.7 and 3.8.1.3): events of a chronology take nobody's time, and few are secret. Of
 * events that came from elsewhere nobody said so.
 */
#include "format/ical/property/property.h"

static void
write_transp (ChnIcalWriter *writer)
{
  if (!writer->foreign.is_foreign)
    chn_line_put_property (&writer->line, "TRANSP", "TRANSPARENT");
}

static void
write_class (ChnIcalWriter *writer)
{
  static const char *const classes[] = { "PUBLIC", "CONFIDENTIAL", "PRIVATE" };
  guint visibility = chn_event_get_term (writer->event, CHN_FIELD_VISIBILITY);
  if (!writer->foreign.is_foreign || visibility > CHN_VISIBILITY_PUBLIC)
    chn_line_put_property (&writer->line, "CLASS", classes[MIN (visibility, G_N_ELEMENTS (classes) - 1)]);
}

const ChnIcalProperty chn_ical_transp = { .names = CHN_ICAL_BIT (CHN_ICAL_TRANSP), .write = write_transp };
const ChnIcalProperty chn_ical_class = { .names = CHN_ICAL_BIT (CHN_ICAL_CLASS), .write = write_class };
