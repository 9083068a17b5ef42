/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "zone/observance.h"

/*
 * The rules of a zone that no database knows: observances, which say when its clocks change. Times are seconds since
 * 1970-01-01T00:00:00, civil or of UTC; offsets are seconds east of UTC. Once filled, any number of threads may ask.
 */
typedef struct _ChnZoneRules ChnZoneRules;

ChnZoneRules *chn_zone_rules_new (void);
void chn_zone_rules_free (ChnZoneRules *rules);

/* Takes what the observance holds and leaves it cleared. It must have a start and both offsets. */
void chn_zone_rules_take (ChnZoneRules *rules, ChnObservance *observance);
guint chn_zone_rules_get_n (const ChnZoneRules *rules);

/*
 * The offset at a civil time; there must be an observance. Of a time that comes twice the first is meant, a time that
 * clocks skip counts by the offset of before (RFC 5545, 3.3.5).
 */
int chn_zone_rules_find_offset (const ChnZoneRules *rules, gint64 civil);

/* The same at a second of UTC. */
int chn_zone_rules_find_offset_at (const ChnZoneRules *rules, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnZoneRules, chn_zone_rules_free)
