/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * DTSTAMP of events that do not say when they were revised: when the first timeline that says so was, else
 * SOURCE_DATE_EPOCH, else when the newest source came out that is dated to a day, else 1970-01-01. Never now, which
 * would make every export another.
 */
void chn_stamp_find (const ChnTimeline *timeline, char stamp[24]);
