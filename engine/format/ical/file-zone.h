/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "format/ical/value.h"
#include "zone/clocks.h"
#include "zone/zones.h"

/* The time zones that a file names: those of the IANA database, and the file's own. */
typedef struct _ChnFileZones ChnFileZones;

/* Told of what is wrong with a VTIMEZONE, at a place in the file. */
typedef void (*ChnFileZoneFault) (const char *at, const GError *error, gpointer data);

/* Reads every VTIMEZONE of the file, wherever it stands, once a zone is asked for. Bytes and database are borrowed.
 */
ChnFileZones *chn_file_zones_new (const char *bytes, gsize length, ChnZones *database, const ChnLimits *limits,
                                  ChnFileZoneFault fault, gpointer data);
void chn_file_zones_free (ChnFileZones *zones);

/* The clocks of a TZID; NULL when neither the file nor the database knows it. */
ChnClocks *chn_file_zones_find (ChnFileZones *zones, const ChnSlice *tzid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFileZones, chn_file_zones_free)
