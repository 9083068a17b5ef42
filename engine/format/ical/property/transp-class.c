/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * TRANSP and CLASS (RFC 5545, 3.8.2.7 and 3.8.1.3): events of a chronology take nobody's time, and are no secret. Of
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
  if (!writer->foreign.is_foreign)
    chn_line_put_property (&writer->line, "CLASS", "PUBLIC");
}

const ChnIcalProperty chn_ical_transp = { .names = CHN_ICAL_BIT (CHN_ICAL_TRANSP), .write = write_transp };
const ChnIcalProperty chn_ical_class = { .names = CHN_ICAL_BIT (CHN_ICAL_CLASS), .write = write_class };
