/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

/* A day by the clock and in the time zone of the server, which queries call today. */
typedef struct {
  gint64 number; /* days since 1970-01-01 */
} ChnFeedDay;

ChnFeedDay chn_feed_day_now (void);

/* When the next one begins, in seconds since 1970 in UTC. */
gint64 chn_feed_day_find_end (const ChnFeedDay *day);

ChnDate *chn_feed_day_dup_date (const ChnFeedDay *day);
