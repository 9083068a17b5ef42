/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Values of iCalendar on the way in (RFC 5545, 3.3; RFC 6868 for parameters):
 *
 *   date      = 8DIGIT
 *   date-time = date "T" 6DIGIT [ "Z" ]
 *   duration  = [ "+" / "-" ] "P" ( 1*DIGIT "W" / [ 1*DIGIT "D" ] [ "T" *( 1*DIGIT ( "H" / "M" / "S" ) ) ] )
 *   offset    = ( "+" / "-" ) 4*6DIGIT
 */
#include "format/ical/value.h"

#include <string.h>

#include "base/civil.h"
#include "base/digits.h"
#include "base/error.h"
#include "base/unescape.h"

void
chn_ical_assign_text (GString *out, const char *text, gsize length)
{
  g_string_set_size (out, length);
  g_string_truncate (out, (gsize) (chn_unescape_text (out->str, text, length) - out->str));
}

char *
chn_ical_dup_text (const ChnSlice *value)
{
  char *text = g_malloc (value->length + 1);
  *chn_unescape_text (text, value->text, value->length) = '\0';
  return text;
}

gboolean
chn_ical_next_text (ChnSlice *rest, gboolean *done, ChnSlice *value)
{
  if (*done)
    return FALSE;
  gsize at = 0;
  while (at < rest->length && rest->text[at] != ',')
    at += rest->text[at] == '\\' && at + 1 < rest->length ? 2 : 1;
  *value = (ChnSlice){ rest->text, at };
  *done = at >= rest->length;
  if (!*done)
    *rest = (ChnSlice){ rest->text + at + 1, rest->length - at - 1 };
  return TRUE;
}

void
chn_ical_append_parameter (GString *out, const ChnSlice *value)
{
  const char *at = value->text, *end = at + value->length;
  for (; at < end; at++) {
    if (*at == '"')
      continue;
    char next = *at == '^' && at + 1 < end ? at[1] : '\0';
    if (next == 'n' || next == '^' || next == '\'') {
      g_string_append_c (out, next == 'n' ? '\n' : next == '^' ? '^' : '"');
      at++;
      continue;
    }
    g_string_append_c (out, *at);
  }
}

/* A number of two digits. */
static inline gboolean
take_pair (const char **at, const char *end, int *number)
{
  if (end - *at < 2)
    return FALSE;
  guint tens = (guint) (guchar) (*at)[0] - '0', ones = (guint) (guchar) (*at)[1] - '0';
  *number = (int) (tens * 10 + ones);
  *at += 2;
  return tens <= 9 && ones <= 9;
}

static inline void
take_separator (const char **at, const char *end, char separator, gboolean *loose)
{
  if (*at == end || **at != separator)
    return;
  (*at)++;
  *loose = TRUE;
}

static gboolean
take_date (const char **at, const char *end, ChnCivil *civil, gboolean *loose)
{
  int century, year;
  if (!take_pair (at, end, &century) || !take_pair (at, end, &year))
    return FALSE;
  civil->year = century * 100 + year;
  take_separator (at, end, '-', loose);
  if (!take_pair (at, end, &civil->month))
    return FALSE;
  take_separator (at, end, '-', loose);
  return take_pair (at, end, &civil->day);
}

static gboolean
take_clock (const char **at, const char *end, ChnCivil *civil, gboolean *loose)
{
  if (!take_pair (at, end, &civil->hour))
    return FALSE;
  take_separator (at, end, ':', loose);
  if (!take_pair (at, end, &civil->minute))
    return FALSE;
  if (*at == end || strchr ("Zz+-", **at)) {
    *loose = TRUE;
    return TRUE;
  }
  take_separator (at, end, ':', loose);
  return take_pair (at, end, &civil->second);
}

/* Fractions of a second, which iCalendar does not have, are passed over. */
static void
skip_fraction (const char **at, const char *end, gboolean *loose)
{
  if (end - *at < 2 || (**at != '.' && **at != ',') || !g_ascii_isdigit ((*at)[1]))
    return;
  ++*at;
  while (*at < end && g_ascii_isdigit (**at))
    ++*at;
  *loose = TRUE;
}

/* "Z", or an offset of ISO 8601, by which the time is one of UTC. */
static gboolean
take_place (const char **at, const char *end, ChnIcalTime *time, int *offset)
{
  if (*at == end)
    return TRUE;
  time->is_utc = TRUE;
  if (end - *at == 1 && (**at == 'Z' || **at == 'z')) {
    ++*at;
    return TRUE;
  }
  const ChnSlice rest = { *at, (gsize) (end - *at) };
  *at = end;
  time->is_loose = TRUE;
  return (rest.text[0] == '+' || rest.text[0] == '-') && chn_ical_parse_offset (&rest, offset);
}

static gboolean
fail (const ChnSlice *value, ChnError code, const char *hint, const char *what, GError **error)
{
  chn_error_set_at (error, code, 0, value->length, hint, "found \"%.*s\", expected %s", chn_slice_show (value),
                    value->text, what);
  return FALSE;
}

/* A leap second counts as the second before. */
static gboolean
check_civil (const ChnSlice *value, ChnCivil *civil, GError **error)
{
  if (civil->month < 1 || civil->month > 12 || civil->day < 1 ||
      civil->day > chn_civil_month_length (civil->year, civil->month))
    return fail (value, CHN_ERROR_RANGE, "there is no such day", "a day of the calendar", error);
  const gboolean is_midnight = civil->hour == 24 && civil->minute == 0 && civil->second == 0;
  if ((civil->hour > 23 && !is_midnight) || civil->minute > 59 || civil->second > 60)
    return fail (value, CHN_ERROR_RANGE, "hours end at 23, minutes and seconds at 59", "a time of day", error);
  civil->second = MIN (civil->second, 59);
  return TRUE;
}

/* What has exactly the form of the standard, as most have, is read eight digits at a time. */
static gboolean
take_plain (const ChnSlice *value, ChnCivil *civil, ChnIcalTime *time)
{
  enum { DATE = 8, LOCAL = 15, UTC = 16 };
  const char *text = value->text;
  char padded[8] = "00";
  guint32 date, clock = 0;
  *time = (ChnIcalTime){ .is_date = value->length == DATE, .is_utc = value->length == UTC };
  if ((value->length != LOCAL && !time->is_utc && !time->is_date) || !chn_digits_take_eight (text, &date))
    return FALSE;
  if (!time->is_date) {
    memcpy (padded + 2, text + DATE + 1, 6);
    if (text[DATE] != 'T' || (time->is_utc && text[LOCAL] != 'Z') || !chn_digits_take_eight (padded, &clock))
      return FALSE;
  }
  *civil = (ChnCivil){ date / 10000,          (int) (date / 100 % 100),  (int) (date % 100),
                       (int) (clock / 10000), (int) (clock / 100 % 100), (int) (clock % 100) };
  return TRUE;
}

static gboolean
take_loose (const ChnSlice *value, ChnCivil *civil, ChnIcalTime *time, int *offset)
{
  const char *at = value->text, *end = at + value->length;
  *time = (ChnIcalTime){ .is_date = TRUE };
  gboolean well = take_date (&at, end, civil, &time->is_loose);
  if (well && at < end && (*at == 'T' || *at == 't')) {
    at++;
    time->is_date = FALSE;
    well = take_clock (&at, end, civil, &time->is_loose);
    skip_fraction (&at, end, &time->is_loose);
    well = well && take_place (&at, end, time, offset);
  }
  return well && at == end;
}

gboolean
chn_ical_parse_time (const ChnSlice *value, ChnIcalTime *time, GError **error)
{
  ChnCivil civil = { 0 };
  ChnIcalTime found;
  int offset = 0;
  if (!take_plain (value, &civil, &found) && !take_loose (value, &civil, &found, &offset))
    return fail (value, CHN_ERROR_SYNTAX, "write 20141118, 20141118T150800 or 20141118T200800Z", "a date or time",
                 error);
  if (!check_civil (value, &civil, error))
    return FALSE;
  found.is_loose = found.is_loose || civil.hour == 24;
  found.seconds = chn_civil_to_seconds (&civil) - offset;
  *time = found;
  return TRUE;
}

/* Months carry into years; days, hours, minutes and seconds carry by themselves. */
static gint64
carry (const ChnCivil *civil)
{
  const gint64 year = civil->year + (civil->month - 1 < 0 ? -1 : (civil->month - 1) / 12);
  const int month = (civil->month + 11) % 12 + 1;
  return chn_civil_to_days (year, month, civil->day) * CHN_DAY_SECONDS + civil->hour * 3600 + civil->minute * 60 +
         civil->second;
}

gboolean
chn_ical_parse_rough_time (const ChnSlice *value, ChnIcalTime *time)
{
  enum { DATE = 8, LONGEST = 32 };
  ChnCivil civil = { 0 };
  int offset = 0;
  for (gsize length = MIN (value->length, LONGEST); length >= DATE; length--) {
    const ChnSlice front = { value->text, length };
    const gboolean is_cut = length < value->length && g_ascii_isdigit (value->text[length]);
    if (is_cut || (!take_plain (&front, &civil, time) && !take_loose (&front, &civil, time, &offset)))
      continue;
    time->is_loose = TRUE;
    time->seconds = carry (&civil) - offset;
    return civil.year > 0 && (civil.month > 0 || civil.day > 0);
  }
  return FALSE;
}

gboolean
chn_ical_parse_duration (const ChnSlice *value, ChnDuration *duration, GError **error)
{
  const gint64 most_days = G_GINT64_CONSTANT (100000000000); /* so that no sum overflows */
  g_autofree char *text = g_ascii_strup (value->text, (gssize) value->length);
  ChnDuration found;
  if (g_str_has_suffix (text, "T")) /* some programs leave it there with no time behind it */
    text[strlen (text) - 1] = '\0';
  if (!strchr (text, 'P') || !chn_duration_parse (text, -1, &found, NULL) || found.years != 0 || found.months != 0 ||
      ABS (found.days) > most_days)
    return fail (value, CHN_ERROR_SYNTAX, "write PT1H30M, P2D or P1W", "a duration", error);
  *duration = found;
  return TRUE;
}

gboolean
chn_ical_parse_offset (const ChnSlice *value, int *seconds)
{
  const char *at = value->text, *end = at + value->length;
  int hours, minutes, rest = 0;
  int sign = at < end && *at == '-' ? -1 : 1;
  at += at < end && (*at == '+' || *at == '-');
  if (!take_pair (&at, end, &hours))
    return FALSE;
  at += at < end && *at == ':';
  if (!take_pair (&at, end, &minutes) || (at < end && !take_pair (&at, end, &rest)) || at != end || hours > 23 ||
      minutes > 59 || rest > 59)
    return FALSE;
  *seconds = sign * (hours * 3600 + minutes * 60 + rest);
  return TRUE;
}

gboolean
chn_ical_parse_number (const ChnSlice *value, int *number)
{
  *number = 0;
  if (value->length == 0 || value->length > 9)
    return FALSE;
  for (gsize i = 0; i < value->length; i++) {
    if (!g_ascii_isdigit (value->text[i]))
      return FALSE;
    *number = *number * 10 + (value->text[i] - '0');
  }
  return TRUE;
}
