/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Puts lines of iCalendar in the place of what vCalendar 1.0 says otherwise; a rule that has no like is left out. */
void chn_vcalendar_convert (ChnIcalReader *reader);

/* A rule of vCalendar 1.0 as a recurrence rule: "W2 MO FR #10" as "FREQ=WEEKLY;…". FALSE where there is none. */
gboolean chn_vcalendar_convert_rule (GString *out, const ChnSlice *rule);
