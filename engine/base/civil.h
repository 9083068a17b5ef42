/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Proleptic Gregorian arithmetic with astronomical years, exact over the whole range of seconds. */

#define CHN_DAY_SECONDS G_GINT64_CONSTANT (86400)

/* Years whose every second fits civil seconds in 64 bits. */
#define CHN_YEAR_MAX G_GINT64_CONSTANT (292000000000)
#define CHN_YEAR_MIN (-CHN_YEAR_MAX)

typedef struct {
  gint64 year;
  int month;  /* 1 to 12 */
  int day;    /* 1 to 31 */
  int hour;   /* 0 to 23 */
  int minute; /* 0 to 59 */
  int second; /* 0 to 59 */
} ChnCivil;

gboolean chn_civil_is_leap_year (gint64 year);
int chn_civil_month_length (gint64 year, int month);

/* Days since 1970-01-01. The day may lie outside its month: it carries. */
gint64 chn_civil_to_days (gint64 year, int month, int day);
void chn_civil_from_days (gint64 days, gint64 *year, int *month, int *day);

/* The day that a second falls in, both since 1970-01-01. */
gint64 chn_civil_find_day (gint64 seconds);

/* Seconds since 1970-01-01T00:00:00. */
gint64 chn_civil_to_seconds (const ChnCivil *civil);
ChnCivil chn_civil_from_seconds (gint64 seconds);

/* ISO weekday, 1 Monday to 7 Sunday. */
int chn_civil_weekday (gint64 days);

/* How ISO 8601 writes a day and a time of day: 2014-11-18T15:08:00, or 20141118T150800. */
typedef enum { CHN_CIVIL_EXTENDED, CHN_CIVIL_BASIC } ChnCivilStyle;

/* Write a day, and a day with its time, of a year of four digits; return what follows. */
char *chn_civil_put_day (char *to, const ChnCivil *civil, ChnCivilStyle style);
char *chn_civil_put_time (char *to, const ChnCivil *civil, ChnCivilStyle style);
