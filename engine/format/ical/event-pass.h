/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/name.h"

/* A pass over the lines of a calendar's events, for who wants but few of them. */
typedef struct {
  ChnScanner *scanner; /* borrowed */
  ChnScanLine line;
  ChnIcalName name;
  ChnSlice value; /* without blanks at its ends */
  guint depth;    /* components that the line lies in, from the VEVENT on; 0 at the line that ends it */
  guint n_events; /* that have begun */
} ChnIcalPass;

/* The next line from the BEGIN to the END of an event, or a fault. */
ChnScanResult chn_ical_pass_next (ChnIcalPass *pass, GError **error);

/* Whether the line begins an event. */
static inline gboolean
chn_ical_pass_is_begin (const ChnIcalPass *pass)
{
  return pass->depth == 1 && pass->name == CHN_ICAL_BEGIN;
}
