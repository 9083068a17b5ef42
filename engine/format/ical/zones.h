/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/zone.h"

/* The zones of one file, each looked up once. */
typedef struct _ChnIcalZones ChnIcalZones;

ChnIcalZones *chn_ical_zones_new (void);
void chn_ical_zones_free (ChnIcalZones *zones);

/* Borrowed; NULL when the system does not know it, or for NULL. */
ChnIcalZone *chn_ical_zones_get (ChnIcalZones *zones, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnIcalZones, chn_ical_zones_free)
