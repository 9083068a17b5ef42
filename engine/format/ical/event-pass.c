/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Goes through a calendar and stops at the lines of its events. */
#include "format/ical/event-pass.h"

#include "format/ical/value.h"

ChnScanResult
chn_ical_pass_next (ChnIcalPass *pass, GError **error)
{
  gboolean was_within = pass->depth > 0;
  for (;;) {
    ChnScanResult result = chn_scanner_next (pass->scanner, &pass->line, error);
    if (result != CHN_SCAN_LINE)
      return result;
    pass->name = chn_ical_name_find (pass->line.name.text, pass->line.name.length);
    pass->value = chn_slice_trim (pass->line.value);
    gboolean begins = pass->name == CHN_ICAL_BEGIN && (was_within || chn_slice_is_name (&pass->value, "VEVENT"));
    pass->n_events += begins && !was_within ? 1 : 0;
    pass->depth += begins ? 1 : 0;
    pass->depth -= was_within && pass->name == CHN_ICAL_END ? 1 : 0;
    if (begins && !was_within)
      chn_scanner_leave (pass->scanner);
    if (was_within || begins)
      return result;
  }
}
