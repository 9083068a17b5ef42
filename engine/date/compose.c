/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* EDTF written of days and times of the clock, with what it denotes, so that nobody need parse it. */
#include "date/compose.h"

#include "base/civil.h"
#include "base/digits.h"

enum { LAST_YEAR = 9999 };

/* EDTF counts offsets in minutes. */
static char *
put_offset (char *to, int offset)
{
  if (offset == CHN_OFFSET_UTC) {
    *to++ = 'Z';
  } else if (offset != CHN_OFFSET_NONE && offset % 60 == 0 && ABS (offset) <= 14 * 3600) {
    *to++ = offset < 0 ? '-' : '+';
    to = chn_digits_put (to, (guint) ABS (offset) / 3600, 2);
    *to++ = ':';
    to = chn_digits_put (to, (guint) ABS (offset) / 60 % 60, 2);
  }
  return to;
}

char *
chn_date_put_time (char *to, const ChnClockTime *time)
{
  const ChnCivil civil = chn_civil_from_seconds (time->civil);
  return put_offset (chn_civil_put_time (to, &civil, CHN_CIVIL_EXTENDED), time->offset);
}

static gboolean
has_four_digits (gint64 year)
{
  return year >= 0 && year <= LAST_YEAR;
}

gboolean
chn_date_compose_days (char text[CHN_DATE_TEXT_ROOM], gint64 first, gint64 last, ChnDateBounds *bounds)
{
  const gint64 first_day = chn_civil_find_day (first), last_day = chn_civil_find_day (last);
  ChnCivil civil = { 0 };
  chn_civil_from_days (first_day, &civil.year, &civil.month, &civil.day);
  gboolean fits = has_four_digits (civil.year);
  char *to = chn_civil_put_day (text, &civil, CHN_CIVIL_EXTENDED);
  *bounds = (ChnDateBounds){ first_day * CHN_DAY_SECONDS, last_day * CHN_DAY_SECONDS + CHN_DAY_SECONDS - 1,
                             CHN_PRECISION_DAY, 0 };
  if (last_day > first_day) {
    chn_civil_from_days (last_day, &civil.year, &civil.month, &civil.day);
    *to++ = '/';
    to = chn_civil_put_day (to, &civil, CHN_CIVIL_EXTENDED);
    bounds->flags = CHN_DATE_INTERVAL;
  }
  *to = '\0';
  return fits && has_four_digits (civil.year);
}

gboolean
chn_date_compose_times (char text[CHN_DATE_TEXT_ROOM], const ChnClockTime *start, const ChnClockTime *end,
                        ChnDateBounds *bounds)
{
  char *to = chn_date_put_time (text, start);
  *bounds = (ChnDateBounds){ start->civil, start->civil, CHN_PRECISION_SECOND, CHN_DATE_TIMED };
  if (end) {
    *to++ = '/';
    to = chn_date_put_time (to, end);
    *bounds = (ChnDateBounds){ MIN (start->civil, end->civil), MAX (start->civil, end->civil), CHN_PRECISION_SECOND,
                               CHN_DATE_TIMED | CHN_DATE_INTERVAL };
  }
  *to = '\0';
  return has_four_digits (chn_civil_from_seconds (start->civil).year) &&
         has_four_digits (chn_civil_from_seconds ((end ? end : start)->civil).year);
}
