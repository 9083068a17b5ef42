/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "base/window.h"
#include "format/ical/value.h"
#include "zone/clocks.h"
#include "zone/zones.h"

/* The time zones that a file names: those of the IANA database, and the file's own. */
typedef struct _ChnFileZones ChnFileZones;

/* Told of what is wrong with a VTIMEZONE, and of its line. */
typedef void (*ChnFileZoneFault) (guint line, const GError *error, gpointer data);

/*
 * Looks for a VTIMEZONE, wherever it stands, where a zone is asked for that the database does not know. Window and
 * database are borrowed.
 */
ChnFileZones *chn_file_zones_new (const ChnWindow *window, ChnZones *database, const ChnLimits *limits,
                                  ChnFileZoneFault fault, gpointer data);
void chn_file_zones_free (ChnFileZones *zones);

/* The clocks of a TZID; NULL when neither the file nor the database knows it. */
ChnClocks *chn_file_zones_find (ChnFileZones *zones, const ChnSlice *tzid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFileZones, chn_file_zones_free)
