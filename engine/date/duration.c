/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Durations (ISO 8601-1:2019, 5.5.2; the sign is 8601-2, 4.4.1.9) and arithmetic with them.
 *
 *   duration = [ "+" | "-" ] ( "P" period | short )
 *   period   = { number ("Y" | "M" | "W" | "D") } [ "T" { number ("H" | "M" | "S") } ]
 *   short    = number ( "y" | "m" | "w" | "d" )
 *
 * Each unit at most once and in this order; at least one unit, and one after "T". Fractions are
 * refused, since no unit but the second has a fixed smaller one and seconds are the finest here.
 */
#include <chancery/duration.h>

#include <string.h>

#include <chancery/date.h>

#include "base/civil.h"
#include "base/error.h"

/* More than any span between two representable days. */
#define MOST_UNITS G_GINT64_CONSTANT (1000000000000000000)

typedef struct {
  char letter;
  gboolean in_time;
  gsize field; /* of ChnDuration */
  gint64 factor;
} Unit;

static const Unit units[] = {
  { 'Y', FALSE, G_STRUCT_OFFSET (ChnDuration, years), 1 },
  { 'M', FALSE, G_STRUCT_OFFSET (ChnDuration, months), 1 },
  { 'W', FALSE, G_STRUCT_OFFSET (ChnDuration, days), 7 },
  { 'D', FALSE, G_STRUCT_OFFSET (ChnDuration, days), 1 },
  { 'H', TRUE, G_STRUCT_OFFSET (ChnDuration, seconds), 3600 },
  { 'M', TRUE, G_STRUCT_OFFSET (ChnDuration, seconds), 60 },
  { 'S', TRUE, G_STRUCT_OFFSET (ChnDuration, seconds), 1 },
};

typedef struct {
  const char *text;
  gsize length;
  gsize at;
  gint64 sign;
  GError **error;
} Reader;

static const char hint_form[] = "write P1Y2M3DT4H5M6S or P2W, or in short 90d, 2w, 6m, 1y";

static gboolean
fail_expected (const Reader *reader, const char *expected)
{
  gboolean at_end = reader->at >= reader->length;
  char c = at_end ? '\0' : reader->text[reader->at];
  if (at_end)
    chn_error_set_at (reader->error, CHN_ERROR_SYNTAX, reader->at, 0, hint_form, "found the end, expected %s",
                      expected);
  else if (g_ascii_isprint (c))
    chn_error_set_at (reader->error, CHN_ERROR_SYNTAX, reader->at, 1, hint_form, "found \"%c\", expected %s", c,
                      expected);
  else
    chn_error_set_at (reader->error, CHN_ERROR_SYNTAX, reader->at, 1, hint_form, "found byte 0x%02X, expected %s",
                      (guchar) c, expected);
  return FALSE;
}

static char
peek (const Reader *reader)
{
  return reader->at < reader->length ? reader->text[reader->at] : '\0';
}

static gboolean
read_number (Reader *reader, gint64 *number)
{
  gsize start = reader->at;
  gint64 value = 0;
  if (!g_ascii_isdigit (peek (reader)))
    return fail_expected (reader, "a number");
  for (; g_ascii_isdigit (peek (reader)); reader->at++) {
    if (__builtin_mul_overflow (value, 10, &value) || __builtin_add_overflow (value, peek (reader) - '0', &value) ||
        value > MOST_UNITS) {
      chn_error_set_at (reader->error, CHN_ERROR_LIMIT, start, reader->at - start + 1, NULL,
                        "found a number beyond 10^18, the most of one unit");
      return FALSE;
    }
  }
  if (peek (reader) == '.' || peek (reader) == ',') {
    chn_error_set_at (reader->error, CHN_ERROR_UNSUPPORTED, reader->at, 1,
                      "write a smaller unit, as in PT90M for PT1.5H", "found a fraction, expected whole units");
    return FALSE;
  }
  *number = value;
  return TRUE;
}

static gboolean
add_unit (Reader *reader, const Unit *unit, gint64 number, gsize start, ChnDuration *duration)
{
  gint64 *field = &G_STRUCT_MEMBER (gint64, duration, unit->field);
  gint64 amount;
  if (__builtin_mul_overflow (number, unit->factor * reader->sign, &amount) ||
      __builtin_add_overflow (*field, amount, field) || *field > MOST_UNITS || *field < -MOST_UNITS) {
    chn_error_set_at (reader->error, CHN_ERROR_LIMIT, start, reader->at - start, NULL,
                      "found a number beyond 10^18, the most of one unit");
    return FALSE;
  }
  return TRUE;
}

/* The index of the unit of this letter at or after `first`, or the number of units. */
static gsize
find_unit (char letter, gboolean in_time, gsize first)
{
  gsize i = first;
  while (i < G_N_ELEMENTS (units) && (units[i].letter != letter || units[i].in_time != in_time))
    i++;
  return i;
}

static gboolean
read_period (Reader *reader, ChnDuration *duration)
{
  gsize next = 0;
  gboolean in_time = FALSE, some = FALSE;
  while (reader->at < reader->length) {
    if (!in_time && peek (reader) == 'T') {
      reader->at++;
      in_time = TRUE;
      some = FALSE;
      continue;
    }
    gint64 number;
    gsize start = reader->at;
    if (!read_number (reader, &number))
      return FALSE;
    gsize unit = find_unit (peek (reader), in_time, next);
    if (unit == G_N_ELEMENTS (units))
      return fail_expected (reader, in_time ? "H, M or S, once each and in this order"
                                            : "Y, M, W or D, once each and in this order");
    reader->at++;
    if (!add_unit (reader, &units[unit], number, start, duration))
      return FALSE;
    next = unit + 1;
    some = TRUE;
  }
  return some || fail_expected (reader, "a number and its unit");
}

static gboolean
read_short (Reader *reader, ChnDuration *duration)
{
  gint64 number;
  gsize start = reader->at;
  if (!read_number (reader, &number))
    return FALSE;
  char letter = peek (reader);
  gsize unit = g_ascii_islower (letter) ? find_unit (g_ascii_toupper (letter), FALSE, 0) : G_N_ELEMENTS (units);
  if (unit == G_N_ELEMENTS (units))
    return fail_expected (reader, "y, m, w or d");
  reader->at++;
  if (reader->at < reader->length)
    return fail_expected (reader, "the end of the duration");
  return add_unit (reader, &units[unit], number, start, duration);
}

gboolean
chn_duration_parse (const char *text, gssize length, ChnDuration *duration, GError **error)
{
  g_return_val_if_fail (text != NULL && duration != NULL, FALSE);
  Reader reader = { text, length < 0 ? strlen (text) : (gsize) length, 0, 1, error };
  ChnDuration parsed = { 0 };
  if (peek (&reader) == '-' || peek (&reader) == '+')
    reader.sign = reader.text[reader.at++] == '-' ? -1 : 1;
  gboolean is_period = peek (&reader) == 'P';
  if (is_period)
    reader.at++;
  else if (!g_ascii_isdigit (peek (&reader)))
    return fail_expected (&reader, "P or a number");
  if (!(is_period ? read_period (&reader, &parsed) : read_short (&reader, &parsed)))
    return FALSE;
  *duration = parsed;
  return TRUE;
}

static void
append_unit (GString *out, gint64 number, char letter)
{
  if (number != 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT "%c", ABS (number), letter);
}

char *
chn_duration_dup_text (const ChnDuration *duration)
{
  gboolean negative = duration->years < 0 || duration->months < 0 || duration->days < 0 || duration->seconds < 0;
  GString *out = g_string_new (negative ? "-P" : "P");
  append_unit (out, duration->years, 'Y');
  append_unit (out, duration->months, 'M');
  append_unit (out, duration->days, 'D');
  if (duration->seconds != 0) {
    g_string_append_c (out, 'T');
    append_unit (out, duration->seconds / 3600, 'H');
    append_unit (out, duration->seconds / 60 % 60, 'M');
    append_unit (out, duration->seconds % 60, 'S');
  }
  if (out->len == 1)
    g_string_append (out, "0D");
  return g_string_free (out, FALSE);
}

/* What lies beyond all time in the direction of a part. */
static gint64
infinity (gint64 part, int factor)
{
  return (part < 0) != (factor < 0) ? CHN_TIME_MIN : CHN_TIME_MAX;
}

/* Moves by months, the day clamped to the end of the month; FALSE beyond the years that are computed. */
static gboolean
add_months (ChnCivil *civil, const ChnDuration *duration, int factor)
{
  gint64 total, months;
  if (__builtin_mul_overflow (duration->years, (gint64) 12 * factor, &total) ||
      __builtin_mul_overflow (duration->months, (gint64) factor, &months) ||
      __builtin_add_overflow (total, months, &total) || __builtin_add_overflow (total, civil->month - 1, &total))
    return FALSE;
  gint64 carried = total / 12 - (total % 12 < 0 ? 1 : 0);
  gint64 year = civil->year + carried;
  if (year > CHN_YEAR_MAX || year < CHN_YEAR_MIN)
    return FALSE;
  civil->year = year;
  civil->month = (int) (total - carried * 12) + 1;
  civil->day = MIN (civil->day, chn_civil_month_length (year, civil->month));
  return TRUE;
}

static gboolean
add_seconds (gint64 *time, const ChnDuration *duration, int factor)
{
  gint64 days, seconds;
  return !__builtin_mul_overflow (duration->days, CHN_DAY_SECONDS * factor, &days) &&
         !__builtin_mul_overflow (duration->seconds, (gint64) factor, &seconds) &&
         !__builtin_add_overflow (days, seconds, &seconds) && !__builtin_add_overflow (*time, seconds, time);
}

gint64
chn_duration_add (const ChnDuration *duration, gint64 time, int factor)
{
  if (time == CHN_TIME_MIN || time == CHN_TIME_MAX)
    return time;
  gint64 result = time;
  if (duration->years != 0 || duration->months != 0) {
    ChnCivil civil = chn_civil_from_seconds (time);
    if (!add_months (&civil, duration, factor))
      return infinity (duration->years != 0 ? duration->years : duration->months, factor);
    result = chn_civil_to_seconds (&civil);
  }
  if (!add_seconds (&result, duration, factor))
    return infinity (duration->days != 0 ? duration->days : duration->seconds, factor);
  return result;
}
