/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"
#include "format/ical/writer.h"

/* Writes a VTIMEZONE for each time zone that the events of a calendar name, but for those that their files define. */
void chn_ical_put_zones (const ChnWriteJob *job, ChnIcalWriter *writer);
