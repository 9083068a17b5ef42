/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/line.h"
#include "zone/zone.h"

/* The zones that a file's times name, and which of their observances these times need. */
typedef struct _ChnZoneNeeds ChnZoneNeeds;

ChnZoneNeeds *chn_zone_needs_new (void);
void chn_zone_needs_free (ChnZoneNeeds *needs);

/* A time, and with onwards every time after it. The zone is borrowed. */
void chn_zone_needs_add (ChnZoneNeeds *needs, const ChnZone *zone, gint64 utc, gboolean onwards);

/* A VTIMEZONE for each zone, in the order in which they were first needed. */
void chn_zone_needs_put (const ChnZoneNeeds *needs, ChnContentLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnZoneNeeds, chn_zone_needs_free)
