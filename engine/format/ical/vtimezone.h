/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/line.h"
#include "zone/needs.h"

/* Writes a VTIMEZONE for each zone, in the order in which they were first needed; under a TZID, NULL for its name. */
void chn_vtimezone_put (const ChnZoneNeeds *needs, const char *tzid, ChnContentLine *line);
