/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "format/ical/value.h"

/* The time zones that a file names: those of the IANA database, and the file's own. */
typedef struct _ChnFileZones ChnFileZones;
typedef struct _ChnFileZone ChnFileZone;

/* Told of what is wrong with a VTIMEZONE, at a place in the file. */
typedef void (*ChnFileZoneFault) (const char *at, const GError *error, gpointer data);

/* Reads every VTIMEZONE of the file, wherever it stands, once a zone is asked for. The bytes are borrowed. */
ChnFileZones *chn_file_zones_new (const char *bytes, gsize length, const ChnLimits *limits, ChnFileZoneFault fault,
                                  gpointer data);
void chn_file_zones_free (ChnFileZones *zones);

/* The zone of a TZID; NULL when neither the file nor the database knows it. */
ChnFileZone *chn_file_zones_find (ChnFileZones *zones, const ChnSlice *tzid);

/* Its name in the IANA database, or NULL. */
const char *chn_file_zone_get_name (const ChnFileZone *zone);

/*
 * Seconds east of UTC at a civil time. Of a time that comes twice the first is meant, a time that
 * clocks skip counts by the offset of before (RFC 5545, 3.3.5).
 */
int chn_file_zone_get_offset (ChnFileZone *zone, gint64 civil);

/* The same at an instant of UTC. */
int chn_file_zone_get_offset_at (ChnFileZone *zone, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFileZones, chn_file_zones_free)
