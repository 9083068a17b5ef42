/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/error.h>

/*
 * A recurrence rule (RFC 5545, 3.3.10; RSCALE and SKIP of RFC 7529), read. Numbers that may be many are sets of bits;
 * of those that may be counted from the end, too, there are two sets.
 */

typedef enum {
  CHN_RECUR_SECONDLY,
  CHN_RECUR_MINUTELY,
  CHN_RECUR_HOURLY,
  CHN_RECUR_DAILY,
  CHN_RECUR_WEEKLY,
  CHN_RECUR_MONTHLY,
  CHN_RECUR_YEARLY,
  CHN_N_RECUR_FREQUENCIES,
} ChnRecurFrequency;

/* A set of numbers from 0 to 383, and how many it has. */
typedef struct {
  guint64 bits[6];
  guint n;
} ChnRecurSet;

static inline gboolean
chn_recur_set_has (const ChnRecurSet *set, gint64 number)
{
  return number >= 0 && number < 384 && (set->bits[number / 64] >> number % 64 & 1) != 0;
}

void chn_recur_set_add (ChnRecurSet *set, guint number);

/* Numbers counted from the first, and from the last, which is 1. */
typedef struct {
  ChnRecurSet first, last;
} ChnRecurNumbers;

static inline gboolean
chn_recur_numbers_are_given (const ChnRecurNumbers *numbers)
{
  return numbers->first.n + numbers->last.n > 0;
}

/* Which month stands for one that lacks the day (RFC 7529, 4.1). */
typedef enum { CHN_RECUR_OMIT, CHN_RECUR_BACKWARD, CHN_RECUR_FORWARD } ChnRecurSkip;

/* An end: a day, or a time by the clocks of the event or of UTC. */
typedef struct {
  gint64 seconds; /* since 1970-01-01T00:00:00; of a day its midnight */
  gboolean is_day, is_utc;
} ChnRecurTime;

typedef struct {
  ChnRecurFrequency frequency;
  guint32 interval; /* from 1 */
  guint64 count;    /* 0: none is given */
  gboolean has_until;
  ChnRecurTime until;
  int week_start; /* ISO weekday */
  ChnRecurSkip skip;
  ChnRecurSet seconds, minutes, hours, months;
  ChnRecurNumbers month_days, year_days, weeks, positions;
  ChnRecurSet weekdays;       /* every one, by ISO weekday */
  ChnRecurNumbers nth_day[8]; /* by ISO weekday: which of them of the month or year */
  gboolean has_nth_days;
} ChnRecurRule;

enum { CHN_RECUR_RULE_LONGEST = 2000 };

/*
 * The length is in bytes, or -1 where the text ends in NUL. FALSE with an error at its place for what is no rule, and
 * with CHN_ERROR_UNSUPPORTED for one that is not followed: in calendars but GREGORIAN, or by the number of the week
 * in a month or week.
 */
gboolean chn_recur_rule_parse (const char *text, gssize length, ChnRecurRule *rule, GError **error);

/* DATE or DATE-TIME (RFC 5545, 3.3.4 and 3.3.5); the length is in bytes. */
gboolean chn_recur_time_parse (const char *text, gsize length, ChnRecurTime *time);
