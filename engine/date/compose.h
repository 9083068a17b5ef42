/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

/* EDTF of civil seconds since 1970-01-01T00:00:00, with its bounds: what parsing the text would say. */

enum { CHN_DATE_TEXT_ROOM = 64 }; /* for two times with their offsets, "/" between them and a NUL behind them */

/* Offsets are seconds east of UTC; UTC itself has a letter, and some clocks are of no known place. */
enum { CHN_OFFSET_UTC = G_MAXINT, CHN_OFFSET_NONE = G_MININT };

typedef struct {
  gint64 civil;
  int offset; /* left out where EDTF cannot say it: local mean time had seconds */
} ChnClockTime;

/* Writes a time without a NUL; returns what follows. */
char *chn_date_put_time (char *to, const ChnClockTime *time);

/* Both write a whole text: one day, or the interval of those that two seconds fall in; a time, or one to another.
   FALSE where a year does not fit into four digits, so that it is none. */
gboolean chn_date_compose_days (char text[CHN_DATE_TEXT_ROOM], gint64 first, gint64 last, ChnDateBounds *bounds);
gboolean chn_date_compose_times (char text[CHN_DATE_TEXT_ROOM], const ChnClockTime *start, const ChnClockTime *end,
                                 ChnDateBounds *bounds);
