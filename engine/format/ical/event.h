/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/page.h"

/* How the event's date is to become calendar time under the job's options. */
void chn_ical_init_when (ChnWhen *when, const ChnIcalPage *page, const ChnEvent *event);

/*
 * Writes one VEVENT for the loaded event of the page. One whose date no calendar can hold is
 * reported and left out.
 */
void chn_ical_put_event (ChnIcalPage *page);

/* "CONFIRMED", "TENTATIVE" or "CANCELLED": what STATUS says of an event. */
const char *chn_ical_get_status (const ChnEvent *event);
