/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Takes one property of the calendar itself. */
void chn_ical_read_header (ChnIcalReader *reader, const ChnScanLine *line, ChnIcalName name);
