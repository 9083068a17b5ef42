/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/page.h"

/* Whether the event has a rule of recurrence (RFC 5545, 3.3.10) that no reader will stumble over. */
gboolean chn_ical_repeats (const ChnEvent *event);

/* Whether the event is a day of the past that --anniversaries shows every year. */
gboolean chn_ical_is_anniversary (const ChnIcalPage *page, const ChnEvent *event);

/* The RRULE of the event at hand, or nothing. */
void chn_ical_put_repeat (ChnIcalPage *page);
