/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"
#include "format/ical/line.h"
#include "format/ical/reader.h"

/*
 * X-CHANCERY-TIMELINE: what is said of a whole timeline (zone, saved queries, own names and terms, sources that no
 * event cites), as the header of a timeline file in base64url behind "b64u.", as payloads are written.
 */

/* Puts the property, where there is something to carry. */
void chn_ical_put_carried (const ChnWriteJob *job, ChnContentLine *line);

/* TRUE for such a property, which is then read; what cannot be read is warned of. */
gboolean chn_ical_read_carried (ChnIcalReader *reader, const ChnScanLine *line);
