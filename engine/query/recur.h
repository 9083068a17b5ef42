/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

/*
 * What recurs: an RRULE (RFC 5545, 3.3.10) over the days of an event. Time zones do not matter:
 * an occurrence is a number of civil days after the first.
 */

/* Whether a rule can be followed. Refused are frequencies below DAILY, times of the day, RSCALE, and what is no
 * RRULE. */
gboolean chn_recur_check (const char *rule, GError **error);

/* What following rules may cost altogether. */
typedef struct {
  guint64 steps;  /* occurrences so far */
  gint64 started; /* monotonic time, microseconds */
} ChnRecurCost;

enum { CHN_RECUR_STEPS_MAX = 500000, CHN_RECUR_SECONDS_MAX = 5 };

/* Occurrences are looked for between these years; the arithmetic of libical, which follows them, does not reach
 * beyond. */
enum { CHN_RECUR_YEAR_MIN = 1902, CHN_RECUR_YEAR_MAX = 2500 };

/* Says of the bounds of an occurrence whether it is the one looked for. */
typedef gboolean (*ChnRecurFunc) (const ChnDateBounds *occurrence, gpointer data);

typedef enum {
  CHN_RECUR_NONE,   /* there is none, or the rule cannot be followed */
  CHN_RECUR_FOUND,  /* the function said yes */
  CHN_RECUR_COSTLY, /* the cost would exceed its bound */
  CHN_RECUR_UNKNOWN /* chn_recurrence_open() says what is missing */
} ChnRecurAnswer;

/*
 * Goes through the occurrences after the first, in order, that may meet the range from `from` to
 * `to` (civil seconds, inclusive), until the function says yes. `first` is when the event takes
 * place first.
 */
ChnRecurAnswer chn_recur_find (const char *rule, const ChnDateBounds *first, gint64 from, gint64 to,
                               ChnRecurFunc function, gpointer data, ChnRecurCost *cost);
