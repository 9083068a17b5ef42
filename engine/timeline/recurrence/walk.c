/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Goes through a recurrence set in the order of time: what its rules and dates give, without what is left out. */
#include <stdlib.h>

#include "base/civil.h"
#include "timeline/recurrence/set.h"

/* Clocks are turned by an hour, seldom by more. */
enum { MOST_TURNED = 3 * 3600, TURNED = 3600 };

/* A rule that is being followed. */
typedef struct {
  const ChnRecurRule *rule;
  ChnRecurWalk *walk;
  gint64 next;
  gboolean is_over;
} Strand;

struct _ChnRecurrenceWalk {
  const ChnRecurrence *recurrence;
  gint64 from, to;
  GArray *rules, *exclusions; /* Strand */
  guint next_date;
  gboolean is_first_given, is_own_given;
  gint64 given; /* the last that a rule or date gave, for what two give is one */
};

static gboolean
is_among (const GArray *times, gint64 time)
{
  guint low = 0, high = times->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    gint64 at = g_array_index (times, gint64, middle);
    if (at == time)
      return TRUE;
    if (at < time)
      low = middle + 1;
    else
      high = middle;
  }
  return FALSE;
}

gboolean
chn_recurrence_leaves_out (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence)
{
  const GArray *times = recurrence->times_out;
  gint64 utc = occurrence->utc;
  if (is_among (recurrence->days_out, chn_civil_find_day (occurrence->begin)) || is_among (times, utc))
    return TRUE;
  return recurrence->clock.may_turn && (is_among (times, utc - TURNED) || is_among (times, utc + TURNED));
}

/* Whether a time lies behind the end that a rule names. */
static gboolean
is_behind (const ChnRecurrence *recurrence, const ChnRecurRule *rule, gint64 civil)
{
  const ChnRecurrenceClock *clock = &recurrence->clock;
  const ChnRecurTime *until = &rule->until;
  if (!rule->has_until)
    return FALSE;
  if (until->is_utc && clock->is_known)
    return chn_recurrence_clock_to_utc (clock, civil) > until->seconds + (clock->may_turn ? TURNED : 0);
  if (until->is_day || clock->is_days)
    return chn_civil_find_day (civil) > chn_civil_find_day (until->seconds);
  return civil > until->seconds;
}

static void
advance (const ChnRecurrence *recurrence, Strand *strand)
{
  strand->is_over =
      !chn_recur_walk_next (strand->walk, &strand->next) || is_behind (recurrence, strand->rule, strand->next);
}

static GArray *
open_strands (const ChnRecurrence *recurrence, const GArray *rules, const ChnRecurRange *range)
{
  GArray *strands = g_array_new (FALSE, FALSE, sizeof (Strand));
  for (guint i = 0; i < rules->len && !recurrence->fault; i++) {
    Strand strand = { .rule = &g_array_index (rules, ChnRecurRule, i) };
    strand.walk = chn_recur_walk_new (strand.rule, range);
    advance (recurrence, &strand);
    g_array_append_val (strands, strand);
  }
  return strands;
}

static void
close_strands (GArray *strands)
{
  for (guint i = 0; i < strands->len; i++)
    chn_recur_walk_free (g_array_index (strands, Strand, i).walk);
  g_array_unref (strands);
}

/* How long before the range something may have begun that still lasts. */
static gint64
get_reach (const ChnRecurrence *recurrence)
{
  gint64 longest = chn_recurrence_suits (&recurrence->first)
                       ? MIN (recurrence->first.latest, CHN_TIME_MAX / 4) - recurrence->first.earliest
                       : 0;
  for (guint i = 0; i < recurrence->dates->len; i++)
    longest = MAX (longest, g_array_index (recurrence->dates, ChnOccurrence, i).length);
  return longest + MOST_TURNED;
}

static gint64
move (gint64 time, gint64 by)
{
  gint64 moved;
  if (time == CHN_TIME_MIN || time == CHN_TIME_MAX)
    return time;
  return __builtin_add_overflow (time, by, &moved) ? (by < 0 ? CHN_TIME_MIN : CHN_TIME_MAX) : moved;
}

ChnRecurrenceWalk *
chn_recurrence_walk_new (const ChnRecurrence *recurrence, gint64 from, gint64 to, guint64 *budget)
{
  ChnRecurrenceWalk *walk = g_new0 (ChnRecurrenceWalk, 1);
  ChnRecurRange range = { recurrence->start, recurrence->clock.is_days,
                          move (from, -get_reach (recurrence) - recurrence->shift),
                          move (to, MOST_TURNED - recurrence->shift), budget };
  walk->recurrence = recurrence;
  walk->from = from;
  walk->to = to;
  walk->given = CHN_TIME_MIN;
  walk->rules = open_strands (recurrence, recurrence->rules, &range);
  walk->exclusions = open_strands (recurrence, recurrence->exclusions, &range);
  return walk;
}

void
chn_recurrence_walk_free (ChnRecurrenceWalk *walk)
{
  if (!walk)
    return;
  close_strands (walk->rules);
  close_strands (walk->exclusions);
  g_free (walk);
}

static Strand *
find_earliest (const GArray *strands)
{
  Strand *found = NULL;
  for (guint i = 0; i < strands->len; i++) {
    Strand *strand = &g_array_index (strands, Strand, i);
    if (!strand->is_over && (!found || strand->next < found->next))
      found = strand;
  }
  return found;
}

/* What is given next: by the first date itself, by dates, or by rules; of two that are the same, in this order. */
static gboolean
give (ChnRecurrenceWalk *walk, ChnOccurrence *occurrence)
{
  const ChnRecurrence *recurrence = walk->recurrence;
  const ChnRecurrenceClock *clock = &recurrence->clock;
  Strand *strand = find_earliest (walk->rules);
  const ChnOccurrence *date = walk->next_date < recurrence->dates->len
                                  ? &g_array_index (recurrence->dates, ChnOccurrence, walk->next_date)
                                  : NULL;
  gint64 start = recurrence->start;
  if (!walk->is_first_given && (!date || start <= date->begin) && (!strand || start <= strand->next)) {
    walk->is_first_given = TRUE;
    *occurrence = (ChnOccurrence){ start, chn_recurrence_clock_to_utc (clock, start), -1 };
    return TRUE;
  }
  if (date && (!strand || date->begin <= strand->next)) {
    walk->next_date++;
    *occurrence = *date;
    return TRUE;
  }
  if (!strand)
    return FALSE;
  *occurrence = (ChnOccurrence){ strand->next, chn_recurrence_clock_to_utc (clock, strand->next), -1 };
  advance (recurrence, strand);
  return TRUE;
}

static gboolean
is_excluded (ChnRecurrenceWalk *walk, gint64 begin)
{
  for (guint i = 0; i < walk->exclusions->len; i++) {
    Strand *strand = &g_array_index (walk->exclusions, Strand, i);
    while (!strand->is_over && strand->next < begin)
      advance (walk->recurrence, strand);
    if (!strand->is_over && strand->next == begin)
      return TRUE;
  }
  return FALSE;
}

/* As the instance is moved; a time that the clocks skip becomes the one that they show instead. */
static void
settle (const ChnRecurrence *recurrence, ChnOccurrence *occurrence)
{
  const ChnRecurrenceClock *clock = &recurrence->clock;
  if (clock->is_days) {
    occurrence->begin += recurrence->shift;
    return;
  }
  occurrence->utc += recurrence->shift;
  occurrence->begin = chn_recurrence_clock_to_civil (clock, occurrence->utc);
}

/* Whether it belongs to the set, and to the stretch of it that this row has. */
static gboolean
belongs (ChnRecurrenceWalk *walk, const ChnOccurrence *occurrence)
{
  const ChnRecurrence *recurrence = walk->recurrence;
  gboolean again = occurrence->begin == walk->given;
  walk->given = occurrence->begin;
  return !again && occurrence->utc > recurrence->after && occurrence->utc < recurrence->end &&
         !is_excluded (walk, occurrence->begin) && !chn_recurrence_leaves_out (recurrence, occurrence);
}

static gboolean
meets (const ChnRecurrenceWalk *walk, const ChnOccurrence *occurrence)
{
  ChnDateBounds bounds = chn_recurrence_get_bounds (walk->recurrence, occurrence);
  return bounds.latest >= walk->from && bounds.earliest <= walk->to;
}

/* The own date of an instance, which is none of its series. */
static gboolean
give_own (ChnRecurrenceWalk *walk, ChnOccurrence *occurrence)
{
  const ChnRecurrence *recurrence = walk->recurrence;
  gint64 own = recurrence->begin;
  if (walk->is_own_given || recurrence->after == CHN_TIME_MIN)
    return FALSE;
  walk->is_own_given = TRUE;
  *occurrence = (ChnOccurrence){ own, chn_recurrence_clock_to_utc (&recurrence->clock, own), -1 };
  return meets (walk, occurrence);
}

gboolean
chn_recurrence_walk_next (ChnRecurrenceWalk *walk, ChnOccurrence *occurrence)
{
  if (give_own (walk, occurrence))
    return TRUE;
  while (give (walk, occurrence)) {
    if (!belongs (walk, occurrence))
      continue;
    settle (walk->recurrence, occurrence);
    if (meets (walk, occurrence))
      return TRUE;
  }
  return FALSE;
}

gboolean
chn_recurrence_is_synchronized (const ChnRecurrence *recurrence)
{
  guint64 budget = CHN_RECURRENCE_BUDGET;
  ChnRecurRange range = { recurrence->start, recurrence->clock.is_days, recurrence->start, recurrence->start,
                          &budget };
  gboolean gives = recurrence->rules->len == 0 || recurrence->fault || recurrence->after != CHN_TIME_MIN;
  for (guint i = 0; i < recurrence->rules->len && !gives; i++) {
    gint64 time;
    g_autoptr (ChnRecurWalk) walk = chn_recur_walk_new (&g_array_index (recurrence->rules, ChnRecurRule, i), &range);
    gives = chn_recur_walk_next (walk, &time);
  }
  return gives;
}

gboolean
chn_recurrence_has_first (const ChnRecurrence *recurrence)
{
  guint64 budget = CHN_RECURRENCE_BUDGET;
  gint64 start = recurrence->begin;
  ChnOccurrence occurrence;
  if (recurrence->fault || recurrence->after != CHN_TIME_MIN)
    return TRUE;
  g_autoptr (ChnRecurrenceWalk) walk = chn_recurrence_walk_new (recurrence, start, start, &budget);
  return chn_recurrence_walk_next (walk, &occurrence) && occurrence.begin == start;
}
