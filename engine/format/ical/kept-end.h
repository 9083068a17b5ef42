/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/value.h"
#include "format/ical/writer.h"

/*
 * Whether the DTEND or DURATION that came with the writer's event, behind a DTSTART that still stands, says when its
 * date ends. Where there is none, whoever reads it takes the event to last a moment or a day. An end by clocks that
 * nobody here knows is believed.
 */
gboolean chn_ical_kept_end_stands (const ChnIcalWriter *writer, const ChnIcalTime *start);
