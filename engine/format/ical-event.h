/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"
#include "format/ical-line.h"

/*
 * Writes one VEVENT for a loaded event. An event whose date no calendar can hold is reported and
 * left out.
 *
 * Returns: whether it was written
 */
gboolean chn_ical_put_event (const ChnWriteJob *job, ChnContentLine *line, guint row, const ChnEvent *event);
