/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "zone/zone.h"

/* How often the clocks of a zone show a local time. */
typedef enum {
  CHN_LOCAL_TIME_ONCE,
  CHN_LOCAL_TIME_TWICE,   /* they were turned back over it */
  CHN_LOCAL_TIME_SKIPPED, /* never: they were put forward over it */
} ChnLocalTimeKind;

/*
 * The offsets of a local time, in seconds east of UTC. Of a time that comes twice, the offset of the first and of
 * the second; of one that is skipped, the offset before the clocks were put forward and the one after; of any other
 * both are the same.
 */
typedef struct {
  ChnLocalTimeKind kind;
  int before;
  int after;
} ChnLocalTime;

/* What a zone knows of a civil time: one search among its periods, without a lock and without an allocation. */
ChnLocalTime chn_zone_find_local (const ChnZone *zone, gint64 civil);

/*
 * As RFC 5545, 3.3.5 has it: of a civil time that exists twice the first is meant; one that the
 * clocks skip is counted with the offset before the gap.
 */
gint64 chn_zone_to_utc (const ChnZone *zone, gint64 civil);
gint64 chn_zone_to_civil (const ChnZone *zone, gint64 utc);
