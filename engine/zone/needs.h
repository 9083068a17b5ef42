/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "zone/observance.h"
#include "zone/zone.h"

/* The zones that some times name, and which of their observances these times need. */
typedef struct _ChnZoneNeeds ChnZoneNeeds;

ChnZoneNeeds *chn_zone_needs_new (void);
void chn_zone_needs_free (ChnZoneNeeds *needs);

/* A second of UTC, and with onwards every time after it. The zone is borrowed. */
void chn_zone_needs_add (ChnZoneNeeds *needs, const ChnZone *zone, gint64 utc, gboolean onwards);

/* The zones, in the order in which they were first needed. */
guint chn_zone_needs_get_n (const ChnZoneNeeds *needs);
const ChnZone *chn_zone_needs_get_zone (const ChnZoneNeeds *needs, guint index);

/*
 * The observances that a zone's times need, as elements of ChnObservance. Onsets that follow one rule year by year
 * are one observance: on the nth or the last of a weekday of a month.
 */
GArray *chn_zone_needs_list_observances (const ChnZoneNeeds *needs, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnZoneNeeds, chn_zone_needs_free)
