/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugin "recurrence": follows rules by libical. */
#include "base/recurrence.h"

#include <chancery/api.h>
#include <libical/ical.h>
#include <stdlib.h>

CHN_API extern const ChnRecurrencePlugin chn_plugin_recurrence;

struct _ChnRecurrence {
  icalrecur_iterator *iterator;
};

static gboolean
is_usable (const struct icalrecurrencetype *rule)
{
  return rule->freq != ICAL_NO_RECURRENCE && rule->freq >= ICAL_DAILY_RECURRENCE;
}

static gboolean
is_rule (const char *text)
{
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (text);
  gboolean usable = is_usable (&rule);
  free (rule.rscale); /* which nothing of libical's frees */
  icalrecurrencetype_clear (&rule);
  return usable;
}

static struct icaltimetype
make_day (int year, int month, int day)
{
  /* Not icaltime_null_date(), whose time of day lies before the day. */
  return (struct icaltimetype){ .year = year, .month = month, .day = day, .is_date = 1 };
}

/* Ends the rule with the last day, so that libical need not look farther; the parts below a day do not count. */
static void
end_rule (struct icalrecurrencetype *rule, struct icaltimetype last)
{
  if (rule->count != 0)
    return;
  struct icaltimetype until = make_day (rule->until.year, rule->until.month, rule->until.day);
  gboolean ends_earlier = !icaltime_is_null_time (rule->until) && icaltime_compare (until, last) < 0;
  rule->until = ends_earlier ? until : last;
}

static ChnRecurrence *
start (const char *text, const ChnRecurrenceDay *first, const ChnRecurrenceDay *from, const ChnRecurrenceDay *last)
{
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (text);
  if (!is_usable (&rule))
    return NULL;
  end_rule (&rule, make_day (last->year, last->month, last->day));
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, make_day (first->year, first->month, first->day));
  if (!iterator)
    return NULL;
  /* A leap is safe only where nothing is counted. */
  if (from && rule.count == 0 && rule.interval == 1)
    icalrecur_iterator_set_start (iterator, make_day (from->year, from->month, from->day));
  ChnRecurrence *recurrence = g_new (ChnRecurrence, 1);
  recurrence->iterator = iterator;
  return recurrence;
}

static gboolean
next (ChnRecurrence *recurrence, ChnRecurrenceDay *day)
{
  struct icaltimetype found = icalrecur_iterator_next (recurrence->iterator);
  *day = (ChnRecurrenceDay){ found.year, found.month, found.day };
  return !icaltime_is_null_time (found);
}

static void
free_recurrence (ChnRecurrence *recurrence)
{
  icalrecur_iterator_free (recurrence->iterator);
  g_free (recurrence);
}

const ChnRecurrencePlugin chn_plugin_recurrence = { CHN_RECURRENCE_VERSION, is_rule, start, next, free_recurrence };
