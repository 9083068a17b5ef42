/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/value.h"
#include "zone/observance.h"

/*
 * Reads the RRULE of an observance, whose start and offsets are known. Only yearly rules can be followed; any other
 * is an error and changes nothing: CHN_ERROR_UNSUPPORTED.
 */
gboolean chn_ical_read_zone_rule (ChnObservance *observance, const ChnSlice *rule, GError **error);
