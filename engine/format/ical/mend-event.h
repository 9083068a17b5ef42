/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Has the lines of the event at hand, which is somebody else's, say what they mean as iCalendar 2.0 says it. */
void chn_ical_mend_values (ChnIcalReader *reader);
