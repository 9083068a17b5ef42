/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Recurrence rules, read (RFC 5545, 3.3.10; RFC 7529, 4), with blanks around what they are made of:
 *
 *   rule    = part *( ";" part ) [ ";" ]
 *   part    = "FREQ=" frequency / "INTERVAL=" number / "COUNT=" number / "UNTIL=" time / "WKST=" weekday
 *           / "RSCALE=GREGORIAN" / "SKIP=" ( "OMIT" / "BACKWARD" / "FORWARD" )
 *           / "BY" what "=" item *( "," item )
 *   item    = [ "+" / "-" ] number / [ [ "+" / "-" ] number ] weekday
 */
#include "date/recur/rule.h"

#include <string.h>

#include "base/error.h"
#include "base/guard.h"

/* A stretch of the text. */
typedef struct {
  const char *at, *end;
} Span;

/* What one part says is taken by a function; `row` is the part's own. */
typedef struct _Part Part;
typedef gboolean (*TakeFunc) (const Part *row, Span value, ChnRecurRule *rule);

struct _Part {
  const char *name;
  TakeFunc take;
  gsize offset;    /* of what it sets in the rule */
  int least, most; /* of its numbers */
  const char *example;
};

void
chn_recur_set_add (ChnRecurSet *set, guint number)
{
  guint64 bit = (guint64) 1 << number % 64;
  set->n += (set->bits[number / 64] & bit) == 0;
  set->bits[number / 64] |= bit;
}

static Span
trim (Span span)
{
  while (span.at < span.end && g_ascii_isspace (*span.at))
    span.at++;
  while (span.end > span.at && g_ascii_isspace (span.end[-1]))
    span.end--;
  return span;
}

/* What stands up to a separator, which is taken away with it. */
static Span
split (Span *rest, char separator)
{
  const char *stop = memchr (rest->at, separator, (gsize) (rest->end - rest->at));
  Span first = { rest->at, stop ? stop : rest->end };
  rest->at = stop ? stop + 1 : rest->end;
  return trim (first);
}

static gboolean
is_word (Span span, const char *word)
{
  gsize length = (gsize) (span.end - span.at);
  return length == strlen (word) && g_ascii_strncasecmp (span.at, word, length) == 0;
}

static int
find_word (Span span, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_word (span, words[i]))
      return (int) i;
  return -1;
}

/* With a sign where there may be one; FALSE for anything else, and for what has more than nine digits. */
static gboolean
read_number (Span span, gboolean may_be_signed, gint64 *number)
{
  gboolean is_signed = may_be_signed && span.at < span.end && strchr ("+-", *span.at) && *span.at;
  gboolean is_negative = is_signed && *span.at == '-';
  const char *at = span.at + (is_signed ? 1 : 0);
  if (at == span.end || span.end - at > 9)
    return FALSE;
  *number = 0;
  for (; at < span.end; at++) {
    if (!g_ascii_isdigit (*at))
      return FALSE;
    *number = *number * 10 + (*at - '0');
  }
  *number = is_negative ? -*number : *number;
  return TRUE;
}

static const char *const frequencies[CHN_N_RECUR_FREQUENCIES] = { "SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                                  "WEEKLY",   "MONTHLY",  "YEARLY" };
static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const char *const skips[] = { "OMIT", "BACKWARD", "FORWARD" };

static gboolean
take_frequency (const Part *row, Span value, ChnRecurRule *rule)
{
  (void) row;
  int found = find_word (value, frequencies, G_N_ELEMENTS (frequencies));
  rule->frequency = (ChnRecurFrequency) MAX (found, 0);
  return found >= 0;
}

static gboolean
take_interval (const Part *row, Span value, ChnRecurRule *rule)
{
  gint64 number;
  if (!read_number (value, FALSE, &number) || number < row->least)
    return FALSE;
  rule->interval = (guint32) number;
  return TRUE;
}

static gboolean
take_count (const Part *row, Span value, ChnRecurRule *rule)
{
  gint64 number;
  if (!read_number (value, FALSE, &number) || number < row->least)
    return FALSE;
  rule->count = (guint64) number;
  return TRUE;
}

static gboolean
take_until (const Part *row, Span value, ChnRecurRule *rule)
{
  (void) row;
  rule->has_until = TRUE;
  return chn_recur_time_parse (value.at, (gsize) (value.end - value.at), &rule->until);
}

static gboolean
take_week_start (const Part *row, Span value, ChnRecurRule *rule)
{
  (void) row;
  rule->week_start = 1 + find_word (value, weekdays, G_N_ELEMENTS (weekdays));
  return rule->week_start > 0;
}

/* Which other calendar it is has been looked at before. */
static gboolean
take_scale (const Part *row, Span value, ChnRecurRule *rule)
{
  (void) row, (void) rule;
  return value.at < value.end;
}

static gboolean
take_skip (const Part *row, Span value, ChnRecurRule *rule)
{
  (void) row;
  int found = find_word (value, skips, G_N_ELEMENTS (skips));
  rule->skip = (ChnRecurSkip) MAX (found, 0);
  return found >= 0;
}

/* Numbers that are counted from the first only. */
static gboolean
take_set (const Part *row, Span value, ChnRecurRule *rule)
{
  ChnRecurSet *set = (gpointer) ((char *) rule + row->offset);
  while (value.at < value.end) {
    gint64 number;
    if (!read_number (split (&value, ','), FALSE, &number) || number < row->least || number > row->most)
      return FALSE;
    chn_recur_set_add (set, (guint) number);
  }
  return set->n > 0;
}

static gboolean
add_number (ChnRecurNumbers *numbers, gint64 number, int most)
{
  gint64 size = ABS (number);
  if (size == 0 || size > most)
    return FALSE;
  chn_recur_set_add (number > 0 ? &numbers->first : &numbers->last, (guint) size);
  return TRUE;
}

static gboolean
take_numbers (const Part *row, Span value, ChnRecurRule *rule)
{
  ChnRecurNumbers *numbers = (gpointer) ((char *) rule + row->offset);
  while (value.at < value.end) {
    gint64 number;
    if (!read_number (split (&value, ','), TRUE, &number) || !add_number (numbers, number, row->most))
      return FALSE;
  }
  return chn_recur_numbers_are_given (numbers);
}

static gboolean
take_day (const Part *row, Span item, ChnRecurRule *rule)
{
  gint64 number;
  if (item.end - item.at < 2)
    return FALSE;
  int weekday = 1 + find_word ((Span){ item.end - 2, item.end }, weekdays, G_N_ELEMENTS (weekdays));
  Span nth = trim ((Span){ item.at, item.end - 2 });
  if (weekday == 0)
    return FALSE;
  if (nth.at == nth.end) {
    chn_recur_set_add (&rule->weekdays, (guint) weekday);
    return TRUE;
  }
  rule->has_nth_days = TRUE;
  return read_number (nth, TRUE, &number) && add_number (&rule->nth_day[weekday], number, row->most);
}

static gboolean
take_days (const Part *row, Span value, ChnRecurRule *rule)
{
  gboolean any = FALSE;
  for (; value.at < value.end; any = TRUE)
    if (!take_day (row, split (&value, ','), rule))
      return FALSE;
  return any;
}

#define SETS(member) G_STRUCT_OFFSET (ChnRecurRule, member)

/* The first is what every rule has. */
static const Part parts[] = {
  { "FREQ", take_frequency, 0, 0, 0, "FREQ=YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY or SECONDLY" },
  { "INTERVAL", take_interval, 0, 1, 0, "INTERVAL=2, a number from 1 on" },
  { "COUNT", take_count, 0, 1, 0, "COUNT=10, a number from 1 on" },
  { "UNTIL", take_until, 0, 0, 0, "UNTIL=20141231 or UNTIL=20141231T235959Z" },
  { "BYSECOND", take_set, SETS (seconds), 0, 60, "BYSECOND=0,30" },
  { "BYMINUTE", take_set, SETS (minutes), 0, 59, "BYMINUTE=0,30" },
  { "BYHOUR", take_set, SETS (hours), 0, 23, "BYHOUR=9,17" },
  { "BYDAY", take_days, 0, 1, 53, "BYDAY=MO,WE, or BYDAY=-1FR for the last Friday" },
  { "BYMONTHDAY", take_numbers, SETS (month_days), 1, 31, "BYMONTHDAY=1,-1, from 1 to 31 or -31 to -1" },
  { "BYYEARDAY", take_numbers, SETS (year_days), 1, 366, "BYYEARDAY=1,-1, from 1 to 366 or -366 to -1" },
  { "BYWEEKNO", take_numbers, SETS (weeks), 1, 53, "BYWEEKNO=1,-1, from 1 to 53 or -53 to -1" },
  { "BYMONTH", take_set, SETS (months), 1, 12, "BYMONTH=3,9" },
  { "BYSETPOS", take_numbers, SETS (positions), 1, 366, "BYSETPOS=1,-1, from 1 to 366 or -366 to -1" },
  { "WKST", take_week_start, 0, 0, 0, "WKST=MO" },
  { "RSCALE", take_scale, 0, 0, 0, "RSCALE=GREGORIAN" },
  { "SKIP", take_skip, 0, 0, 0, "SKIP=OMIT, BACKWARD or FORWARD" },
};

static gboolean
refuse_as (ChnError code, const char *text, Span part, const char *hint, const char *what, GError **error)
{
  gsize length = (gsize) (part.end - part.at);
  chn_error_set_at (error, code, (gsize) (part.at - text), length, hint, "%s: \"%.*s\"", what,
                    chn_guard_fit (part.at, length, 40), part.at);
  return FALSE;
}

static gboolean
refuse (const char *text, Span part, const char *hint, const char *what, GError **error)
{
  return refuse_as (CHN_ERROR_SYNTAX, text, part, hint, what, error);
}

/* Other calendars count months and days in ways of their own, so that nothing else of the rule can be read. */
static gboolean
check_scale (const char *text, Span rest, GError **error)
{
  while (rest.at < rest.end) {
    Span part = split (&rest, ';'), value = part, name = split (&value, '=');
    if (is_word (name, "RSCALE") && !is_word (trim (value), "GREGORIAN"))
      return refuse_as (CHN_ERROR_UNSUPPORTED, text, part, "list its days as events of their own",
                        "recurrences are followed in the Gregorian calendar only", error);
  }
  return TRUE;
}

static gboolean
take_part (const char *text, Span part, guint *seen, ChnRecurRule *rule, GError **error)
{
  Span value = part, name = split (&value, '=');
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!is_word (name, parts[i].name))
      continue;
    if (*seen & 1U << i)
      return refuse (text, part, "write each part once", "a part that occurs twice in a recurrence", error);
    *seen |= 1U << i;
    g_autofree char *hint = g_strconcat ("write it as in ", parts[i].example, NULL);
    return parts[i].take (&parts[i], trim (value), rule) ||
           refuse (text, part, hint, "a part of a recurrence with a value that it cannot have", error);
  }
  return refuse (text, part, "parts are FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH …, WKST",
                 "a part that no recurrence has", error);
}

/* Numbered weeks choose days of a year; which ones they are of a month or week without a weekday nobody says. */
static gboolean
check_sense (const char *text, Span whole, const ChnRecurRule *rule, GError **error)
{
  gboolean is_between = rule->frequency == CHN_RECUR_WEEKLY || rule->frequency == CHN_RECUR_MONTHLY;
  gboolean names_days = rule->weekdays.n > 0 || rule->has_nth_days || chn_recur_numbers_are_given (&rule->month_days);
  if (is_between && chn_recur_numbers_are_given (&rule->weeks) && !names_days)
    return refuse_as (CHN_ERROR_UNSUPPORTED, text, whole, "write FREQ=YEARLY (RFC 5545, 3.3.10)",
                      "BYWEEKNO means something in recurrences by the year only", error);
  return TRUE;
}

gboolean
chn_recur_rule_parse (const char *text, gssize length, ChnRecurRule *rule, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  Span whole = { text, text + size }, rest = whole;
  guint seen = 0;
  *rule = (ChnRecurRule){ .interval = 1, .week_start = 1 };
  if (size > CHN_RECUR_RULE_LONGEST) {
    chn_error_set (error, CHN_ERROR_LIMIT, "write a simpler rule", "the recurrence has more than %d bytes",
                   CHN_RECUR_RULE_LONGEST);
    return FALSE;
  }
  if (!check_scale (text, whole, error))
    return FALSE;
  while (rest.at < rest.end) {
    Span part = split (&rest, ';');
    if (part.at < part.end && !take_part (text, part, &seen, rule, error))
      return FALSE;
  }
  if (!(seen & 1))
    return refuse (text, whole, "begin with FREQ=YEARLY, MONTHLY, WEEKLY or DAILY", "a recurrence without FREQ",
                   error);
  return check_sense (text, whole, rule, error);
}
