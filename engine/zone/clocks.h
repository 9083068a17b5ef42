/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "zone/rules.h"
#include "zone/zone.h"

/* The clocks of a place: by a zone of the database, or by rules that a file brings. Asked by one thread at a time. */
typedef struct _ChnClocks ChnClocks;

/* Of a zone, which is borrowed, or where that is NULL of rules, which are taken; NULL where both are. */
ChnClocks *chn_clocks_new (const ChnZone *zone, ChnZoneRules *rules);
void chn_clocks_free (ChnClocks *clocks);

/* Their name in the IANA database, or NULL. */
const char *chn_clocks_get_name (const ChnClocks *clocks);

/*
 * Seconds east of UTC at a civil time. Of a time that comes twice the first is meant, a time that clocks skip counts
 * by the offset of before (RFC 5545, 3.3.5).
 */
int chn_clocks_get_offset (ChnClocks *clocks, gint64 civil);

/* The same at an instant of UTC. */
int chn_clocks_get_offset_at (ChnClocks *clocks, gint64 utc);
