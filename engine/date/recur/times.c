/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which times of a day a recurrence rule takes, and which of what one of its intervals has (BYSETPOS). */
#include "date/recur/times.h"

#include "base/civil.h"

enum { HOURS = 24, MINUTES = 60, SECONDS = 60, HOUR = 3600 };

/* What is taken of hours, minutes or seconds: those of the rule, or else the one of the first time. */
typedef struct {
  const ChnRecurSet *set;
  int own; /* -1: any */
} Choice;

static Choice
choose (const ChnRecurSet *set, gboolean ticks, int own)
{
  return (Choice){ set->n > 0 ? set : NULL, ticks ? -1 : own };
}

static gboolean
takes (const Choice *choice, int number)
{
  return choice->set ? chn_recur_set_has (choice->set, number) : choice->own < 0 || choice->own == number;
}

/* A leap second, which no clock here shows, is the second before. */
static gboolean
takes_second (const Choice *choice, int second)
{
  return takes (choice, second) || (choice->set && second == SECONDS - 1 && chn_recur_set_has (choice->set, SECONDS));
}

typedef struct {
  Choice hours, minutes, seconds;
} Choices;

static Choices
list_choices (const ChnRecurRule *rule, gint64 start)
{
  ChnCivil first = chn_civil_from_seconds (start);
  return (Choices){ choose (&rule->hours, rule->frequency <= CHN_RECUR_HOURLY, first.hour),
                    choose (&rule->minutes, rule->frequency <= CHN_RECUR_MINUTELY, first.minute),
                    choose (&rule->seconds, rule->frequency <= CHN_RECUR_SECONDLY, first.second) };
}

/* Those that lie in a stretch of a day. */
static void
add_times (const Choices *choices, gint32 from, gint32 end, GArray *times)
{
  for (gint32 hour = from / HOUR; hour * HOUR < end; hour++) {
    if (!takes (&choices->hours, hour))
      continue;
    for (int minute = 0; minute < MINUTES; minute++) {
      gint32 at = hour * HOUR + minute * SECONDS;
      if (at + SECONDS <= from || at >= end || !takes (&choices->minutes, minute))
        continue;
      for (int second = 0; second < SECONDS; second++)
        if (at + second >= from && at + second < end && takes_second (&choices->seconds, second)) {
          gint32 time = at + second;
          g_array_append_val (times, time);
        }
    }
  }
}

void
chn_recur_rule_choose (const ChnRecurRule *rule, guint64 n, GArray *chosen)
{
  const ChnRecurNumbers *positions = &rule->positions;
  enum { MOST = 366 };
  g_array_set_size (chosen, 0);
  for (guint64 i = 0; i < n; i++) {
    if (i >= MOST && n - i > MOST)
      i = n - MOST; /* none of those between is asked for */
    if (chn_recur_set_has (&positions->first, (gint64) MIN (i, MOST) + 1) ||
        chn_recur_set_has (&positions->last, (gint64) MIN (n - i, MOST + 1)))
      g_array_append_val (chosen, i);
  }
}

/* Takes those from an index on that BYSETPOS does not ask for away again. */
static void
keep_positions (const ChnRecurRule *rule, guint from, GArray *times)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint64));
  chn_recur_rule_choose (rule, times->len - from, chosen);
  for (guint i = 0; i < chosen->len; i++)
    g_array_index (times, gint32, from + i) =
        g_array_index (times, gint32, from + (guint) g_array_index (chosen, guint64, i));
  g_array_set_size (times, from + chosen->len);
}

/* The units of a rule below a day, every so many, of which each has its own times. */
static void
add_units (const ChnRecurRule *rule, const Choices *choices, gint64 start, gint64 day, GArray *times)
{
  static const gint32 lengths[] = { 1, SECONDS, HOUR };
  const gint32 length = lengths[rule->frequency];
  gint64 units = CHN_DAY_SECONDS / length, interval = rule->interval;
  gint64 first = chn_civil_find_day (start) * units + (start - chn_civil_find_day (start) * CHN_DAY_SECONDS) / length;
  gint64 rest = (day * units - first) % interval, skipped = rest > 0 ? interval - rest : -rest;
  for (gint64 unit = MAX (skipped, first - day * units); unit < units;) {
    gint32 from = (gint32) unit * length;
    guint before = times->len;
    if (!takes (&choices->hours, from / HOUR)) { /* on to the next hour */
      gint64 next = (from / HOUR + 1) * (HOUR / length), steps = (next - unit + interval - 1) / interval;
      unit += steps * interval;
      continue;
    }
    add_times (choices, from, from + length, times);
    if (chn_recur_numbers_are_given (&rule->positions))
      keep_positions (rule, before, times);
    unit += interval;
  }
}

void
chn_recur_rule_add_times (const ChnRecurRule *rule, gint64 start, gint64 day, GArray *times)
{
  Choices choices = list_choices (rule, start);
  if (rule->frequency >= CHN_RECUR_DAILY)
    add_times (&choices, 0, (gint32) CHN_DAY_SECONDS, times);
  else
    add_units (rule, &choices, start, day, times);
}
