/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How much two dates speak for one event: the same one the more, the more precise it is; others the less, the farther
 * they are apart. */
#include "curate/match/weigh-date.h"

enum { DAY = 24 * 60 * 60, HOUR = 60 * 60 };

typedef struct {
  gint64 days; /* at most */
  double weight;
} Step;

static double
find_step (const Step *steps, guint n, gint64 days)
{
  guint i = 0;
  while (i + 1 < n && days > steps[i].days)
    i++;
  return steps[i].weight;
}

/* How many days lie between two dates: 1 is the day after. */
static double
weigh_gap (gint64 seconds, guint *reasons)
{
  static const Step steps[] = { { 1, 0 }, { 3, -2.5 }, { 10, -4 }, { 31, -5 }, { 366, -6 }, { G_MAXINT64, -7 } };
  gint64 days = seconds / DAY + 1;
  *reasons |= days <= 1 ? CHN_MATCH_NEAR_DATE : CHN_MATCH_OTHER_DATE;
  return find_step (steps, G_N_ELEMENTS (steps), days);
}

static gint64
get_length (const ChnDateBounds *bounds)
{
  gboolean is_endless = bounds->earliest == CHN_TIME_MIN || bounds->latest == CHN_TIME_MAX;
  return is_endless ? G_MAXINT64 : (bounds->latest - bounds->earliest) / DAY + 1;
}

/* By how many days the vaguer of two dates covers. */
static double
weigh_same (const ChnDateBounds *a, const ChnDateBounds *b, gint64 days, guint *reasons)
{
  static const Step alike[] = { { 1, 2.5 }, { 7, 2.5 }, { 31, 1.5 }, { 366, 0.7 }, { G_MAXINT64, 0.5 } };
  static const Step vaguer[] = { { 1, 2.5 }, { 3, 1.5 }, { 31, 0.8 }, { 100, 0.4 }, { 366, 0.2 }, { G_MAXINT64, 0 } };
  gboolean is_span = (a->flags & b->flags & CHN_DATE_INTERVAL) != 0;
  gboolean is_one = a->earliest == b->earliest && a->latest == b->latest;
  *reasons |= is_one || days <= 1 ? CHN_MATCH_DATE : CHN_MATCH_NEAR_DATE;
  if (is_one && is_span)
    return 3;
  return is_one ? find_step (alike, G_N_ELEMENTS (alike), days) : find_step (vaguer, G_N_ELEMENTS (vaguer), days);
}

/* A morning's meeting is not the afternoon's. */
static gboolean
are_other_times (const ChnDateBounds *a, const ChnDateBounds *b)
{
  return a->flags & b->flags & CHN_DATE_TIMED && ABS (a->earliest - b->earliest) >= 2 * HOUR &&
         a->earliest / DAY == b->earliest / DAY;
}

/* What lasts, and something that took place meanwhile. */
static gboolean
lies_within (const ChnDateBounds *a, const ChnDateBounds *b)
{
  enum { LONG = 14, SHARE = 3 };
  const ChnDateBounds *longer = get_length (a) >= get_length (b) ? a : b, *shorter = longer == a ? b : a;
  return longer->flags & CHN_DATE_INTERVAL && get_length (longer) >= LONG &&
         get_length (longer) / SHARE > get_length (shorter);
}

double
chn_weigh_dates (const ChnDateBounds *a, const ChnDateBounds *b, guint *reasons)
{
  if (are_other_times (a, b)) {
    *reasons |= CHN_MATCH_NEAR_DATE;
    return 0;
  }
  gint64 days = MAX (get_length (a), get_length (b));
  if (a->latest < b->earliest)
    return weigh_gap (b->earliest - a->latest - 1, reasons);
  if (b->latest < a->earliest)
    return weigh_gap (a->earliest - b->latest - 1, reasons);
  if (!lies_within (a, b))
    return weigh_same (a, b, days, reasons);
  *reasons |= CHN_MATCH_OTHER_DATE;
  return -3;
}
