/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"
#include "format/ical-payload.h"

/*
 * Writes one VEVENT for a loaded event. An event whose date no calendar can hold is reported and
 * left out. Without a payload (NULL) only what calendar apps show is written.
 *
 * Returns: whether it was written
 */
gboolean chn_ical_put_event (const ChnWriteJob *job, ChnContentLine *line, ChnPayload *payload, guint row,
                             const ChnEvent *event);
