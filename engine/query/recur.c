/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Recurring events: the occurrences of an RRULE inside a range, by a plugin, which is given checked rules only.
 *
 *   rule = part *( ";" part )                            RFC 5545, 3.3.10, without what is below a day
 *   part = "FREQ=" ( "DAILY" / "WEEKLY" / "MONTHLY" / "YEARLY" )
 *        / ( "UNTIL" / "COUNT" / "INTERVAL" / "BYDAY" / "BYMONTHDAY" / "BYYEARDAY" / "BYWEEKNO"
 *            / "BYMONTH" / "BYSETPOS" / "WKST" ) "=" 1*( letter / digit / "," / "+" / "-" )
 */
#include "query/recur.h"

#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "base/guard.h"
#include "base/recurrence.h"

enum { RULE_LENGTH_MAX = 512 };

static const char *const parts[] = { "FREQ",      "UNTIL",    "COUNT",   "INTERVAL", "BYDAY", "BYMONTHDAY",
                                     "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST",  NULL };

static const char *const frequencies[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY", NULL };

static gboolean
refuse (GError **error, const char *rule, const char *part, const char *hint, const char *message)
{
  gsize length = strcspn (part, ";");
  chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (part - rule), length, hint, "%s: \"%.*s\"", message,
                    chn_guard_fit (part, length, 40), part);
  return FALSE;
}

static gboolean
check_part (const char *rule, const char *part, guint *seen, GError **error)
{
  gsize name = strcspn (part, "=;"), length = strcspn (part, ";");
  guint index = 0;
  while (parts[index] && (strlen (parts[index]) != name || memcmp (parts[index], part, name) != 0))
    index++;
  if (!parts[index])
    return refuse (error, rule, part, "write FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH …",
                   "a part that recurrences in days cannot have");
  if (*seen & 1U << index)
    return refuse (error, rule, part, "write each part once", "a part that occurs twice");
  *seen |= 1U << index;
  const char *value = part + name + 1;
  gsize n = length > name ? length - name - 1 : 0;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isupper (value[i]) && !g_ascii_isdigit (value[i]) && !strchr (",+-", value[i]))
      return refuse (error, rule, part, "write it as in FREQ=YEARLY;BYMONTH=3", "a value that no part has");
  g_autofree char *frequency = index == 0 ? g_strndup (value, n) : NULL;
  if (n == 0 || (frequency && !g_strv_contains (frequencies, frequency)))
    return refuse (error, rule, part, "write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY",
                   "no frequency of days or longer");
  return TRUE;
}

static gboolean
check_parts (const char *rule, GError **error)
{
  guint seen = 0;
  if (strlen (rule) > RULE_LENGTH_MAX) {
    chn_error_set (error, CHN_ERROR_LIMIT, "write a simpler rule", "the recurrence has more than %d bytes",
                   RULE_LENGTH_MAX);
    return FALSE;
  }
  for (const char *part = rule; part; part = strchr (part, ';') ? strchr (part, ';') + 1 : NULL)
    if (!check_part (rule, part, &seen, error))
      return FALSE;
  if (!(seen & 1))
    return refuse (error, rule, rule, "begin with FREQ=YEARLY, MONTHLY, WEEKLY or DAILY",
                   "a recurrence without FREQ");
  return TRUE;
}

gboolean
chn_recur_check (const char *rule, GError **error)
{
  if (!check_parts (rule, error))
    return FALSE;
  const ChnRecurrencePlugin *plugin = chn_recurrence_open (error);
  if (!plugin)
    return FALSE;
  if (!plugin->is_rule (rule))
    return refuse (error, rule, rule, "write it as in FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
                   "not a recurrence (RFC 5545)");
  return TRUE;
}

/* The day that holds a time, clamped to what can be followed. */
static ChnRecurrenceDay
make_day_of (gint64 time)
{
  gboolean is_finite = time > CHN_TIME_MIN + CHN_DAY_SECONDS && time < CHN_TIME_MAX - CHN_DAY_SECONDS;
  ChnCivil civil = chn_civil_from_seconds (is_finite ? time : 0);
  if (is_finite ? civil.year < CHN_RECUR_YEAR_MIN : time < 0)
    return (ChnRecurrenceDay){ CHN_RECUR_YEAR_MIN, 1, 1 };
  if (!is_finite || civil.year > CHN_RECUR_YEAR_MAX)
    return (ChnRecurrenceDay){ CHN_RECUR_YEAR_MAX, 12, 31 };
  return (ChnRecurrenceDay){ (int) civil.year, civil.month, civil.day };
}

/* How long it lasts, short of what no sum could hold; its beginning lies in the years that are followed. */
static gint64
get_length (const ChnDateBounds *first)
{
  return MIN (first->latest, CHN_TIME_MAX / 2) - first->earliest;
}

/* The event as it takes place on another day: months and years stay whole. */
static ChnDateBounds
move_to (const ChnDateBounds *first, ChnRecurrenceDay day)
{
  gint64 start = chn_civil_to_days (day.year, day.month, day.day), after = start + 1;
  gint64 second = (first->earliest % CHN_DAY_SECONDS + CHN_DAY_SECONDS) % CHN_DAY_SECONDS;
  ChnDateBounds moved = *first;
  moved.earliest = start * CHN_DAY_SECONDS + second;
  moved.latest = moved.earliest + get_length (first);
  if (first->flags & CHN_DATE_INTERVAL)
    return moved;
  if (first->precision == CHN_PRECISION_MONTH)
    after = start + chn_civil_month_length (day.year, day.month);
  else if (first->precision == CHN_PRECISION_YEAR)
    after = chn_civil_to_days (day.year + 1, day.month, day.day);
  else
    return moved;
  moved.latest = after * CHN_DAY_SECONDS - 1;
  return moved;
}

static ChnRecurAnswer
go_through (const ChnRecurrencePlugin *plugin, ChnRecurrence *recurrence, const ChnDateBounds *first, gint64 to,
            ChnRecurFunc function, gpointer data, ChnRecurCost *cost)
{
  for (;;) {
    ChnRecurrenceDay day;
    gboolean more = plugin->next (recurrence, &day);
    gint64 elapsed = g_get_monotonic_time () - cost->started;
    if (++cost->steps > CHN_RECUR_STEPS_MAX || elapsed > (gint64) CHN_RECUR_SECONDS_MAX * G_USEC_PER_SEC)
      return CHN_RECUR_COSTLY;
    if (!more)
      return CHN_RECUR_NONE;
    ChnDateBounds occurrence = move_to (first, day);
    if (occurrence.earliest > to)
      return CHN_RECUR_NONE;
    if (occurrence.earliest > first->earliest && function (&occurrence, data))
      return CHN_RECUR_FOUND;
  }
}

/* Whether an event is of a kind, and the rule of a form, that can be followed up to a time. */
static gboolean
can_follow (const char *rule, const ChnDateBounds *first, gint64 to)
{
  if (first->earliest == CHN_TIME_MIN || first->latest == CHN_TIME_MAX || (first->flags & CHN_DATE_GAPS) ||
      first->earliest > to || first->latest < first->earliest || !check_parts (rule, NULL))
    return FALSE;
  gint64 year = chn_civil_from_seconds (first->earliest).year;
  return year >= CHN_RECUR_YEAR_MIN && year <= CHN_RECUR_YEAR_MAX;
}

ChnRecurAnswer
chn_recur_find (const char *rule, const ChnDateBounds *first, gint64 from, gint64 to, ChnRecurFunc function,
                gpointer data, ChnRecurCost *cost)
{
  if (!can_follow (rule, first, to))
    return CHN_RECUR_NONE;
  const ChnRecurrencePlugin *plugin = chn_recurrence_open (NULL);
  if (!plugin)
    return CHN_RECUR_UNKNOWN;
  if (cost->started == 0)
    cost->started = g_get_monotonic_time ();
  /* What is longer than a day may begin before the range. */
  gint64 length = get_length (first) + 31 * CHN_DAY_SECONDS;
  gint64 begin = from > CHN_TIME_MIN + length ? from - length : CHN_TIME_MIN;
  ChnRecurrenceDay day = make_day_of (first->earliest), start = make_day_of (begin), last = make_day_of (to);
  ChnRecurrence *recurrence = plugin->start (rule, &day, begin > first->earliest ? &start : NULL, &last);
  if (!recurrence)
    return CHN_RECUR_NONE;
  ChnRecurAnswer answer = go_through (plugin, recurrence, first, to, function, data, cost);
  plugin->free (recurrence);
  return answer;
}
