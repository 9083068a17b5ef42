/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The year of a date in its three notations.
 *
 *   year        = ["-"] masked masked masked masked [significant]     (ISO 8601-2:2019, 4.6; "-0000" is none)
 *               | "Y" ["-"] digit{5,} [significant]                   (4.7.2)
 *               | "Y" ["-"] digit{1,} "E" digit{1,} [significant]     (4.7.3)
 *   significant = "S" digit{1,}                                       (4.7.4)
 *
 * Years are astronomical: 0000 is 1 BC.
 */
#include "base/civil.h"
#include "date/date.h"

/* A number of digits, at most `most`; FALSE when it is larger. */
static gboolean
take_number (ChnScanner *scanner, gint64 most, gint64 *number)
{
  gint64 value = 0;
  gboolean fits = TRUE;
  while (g_ascii_isdigit (chn_scan_peek (scanner))) {
    int digit = scanner->text[scanner->at++] - '0';
    fits = fits && digit <= most && value <= (most - digit) / 10;
    if (fits)
      value = value * 10 + digit;
  }
  *number = value;
  return fits;
}

static int
count_digits (gint64 magnitude)
{
  int n = 1;
  for (gint64 rest = magnitude; rest >= 10; rest /= 10)
    n++;
  return n;
}

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;
  for (int i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

void
chn_year_get_range (const ChnDatePart *part, gint64 *first, gint64 *last)
{
  *first = *last = part->year;
  if (part->significant == 0)
    return;
  gint64 magnitude = ABS (part->year);
  gint64 unit = power_of_ten (count_digits (magnitude) - part->significant);
  gint64 low = magnitude - magnitude % unit, high = low + unit - 1;
  *first = part->year < 0 ? -high : low;
  *last = part->year < 0 ? -low : high;
}

static gboolean
scan_significant (ChnScanner *scanner, ChnDatePart *part)
{
  gsize start = scanner->at;
  if (!chn_scan_take (scanner, 'S'))
    return TRUE;
  if (!g_ascii_isdigit (chn_scan_peek (scanner)))
    return chn_scan_fail_expected (scanner, "the number of significant digits");
  gint64 n;
  gint64 digits = count_digits (ABS (part->year));
  if (!take_number (scanner, digits, &n) || n < 1)
    return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, scanner->at - start,
                          "found %.*s, expected S1 to S%" G_GINT64_FORMAT " for a year of so many digits",
                          (int) MIN (scanner->at - start, 20), scanner->text + start, digits);
  part->significant = (guint8) n;
  gint64 first, last;
  chn_year_get_range (part, &first, &last);
  if (first < CHN_YEAR_MIN || last > CHN_YEAR_MAX)
    return chn_scan_fail (scanner, CHN_ERROR_LIMIT, start, scanner->at - start,
                          "the span goes beyond the year 292000000000, the last that is computed");
  part->level = 2;
  if (n == digits)
    part->significant = 0;
  return TRUE;
}

static gboolean
fail_limit (ChnScanner *scanner, gsize start)
{
  return chn_scan_fail (scanner, CHN_ERROR_LIMIT, start, scanner->at - start,
                        "found a year beyond 292000000000, the last that is computed");
}

static gboolean
scan_exponent (ChnScanner *scanner, gsize start, ChnDatePart *part)
{
  if (!g_ascii_isdigit (chn_scan_peek (scanner)))
    return chn_scan_fail_expected (scanner, "the digits of an exponent");
  gint64 exponent;
  gboolean fits = take_number (scanner, 11, &exponent);
  gint64 power = power_of_ten ((int) exponent);
  if (!fits || part->year > CHN_YEAR_MAX / power)
    return fail_limit (scanner, start);
  part->year *= power;
  part->level = 2;
  return TRUE;
}

static gboolean
scan_long_year (ChnScanner *scanner, ChnDatePart *part)
{
  gsize start = scanner->at++;
  part->negative = (guint8) chn_scan_take (scanner, '-');
  part->level = 1;
  gsize first_digit = scanner->at;
  if (!g_ascii_isdigit (chn_scan_peek (scanner)))
    return chn_scan_fail_expected (scanner, "the digits of a long year");
  gboolean zero = chn_scan_peek (scanner) == '0';
  gboolean fits = take_number (scanner, CHN_YEAR_MAX, &part->year);
  gsize n_digits = scanner->at - first_digit;
  if (zero)
    return chn_scan_fail (scanner, CHN_ERROR_SYNTAX, first_digit, 1,
                          "found 0, expected a long year without leading zeros");
  if (!fits)
    return fail_limit (scanner, start);
  if (chn_scan_take (scanner, 'E')) {
    if (!scan_exponent (scanner, start, part))
      return FALSE;
  } else if (n_digits < 5) {
    return chn_scan_fail (scanner, CHN_ERROR_SYNTAX, start, scanner->at - start,
                          "found a year of %u digits after Y, expected five or more", (guint) n_digits);
  }
  if (part->negative)
    part->year = -part->year;
  return scan_significant (scanner, part);
}

static gboolean
scan_four_digits (ChnScanner *scanner, ChnDatePart *part)
{
  guint8 century, century_mask, year, year_mask;
  gsize start = scanner->at;
  if (!chn_scan_pair (scanner, "", TRUE, &century, &century_mask) ||
      !chn_scan_pair (scanner, "", TRUE, &year, &year_mask))
    return chn_scan_fail_expected (scanner,
                                   scanner->at == start ? "a year of four digits" : "the four digits of the year");
  part->year = century * 100 + year;
  part->year_mask = (guint8) (century_mask << 2 | year_mask);
  char next = chn_scan_peek (scanner);
  if (g_ascii_isdigit (next) || next == 'X')
    return chn_scan_fail_expected (scanner, "the end of the year, which has four digits, or Y before a longer one");
  return TRUE;
}

gboolean
chn_scan_year (ChnScanner *scanner, ChnDatePart *part)
{
  if (chn_scan_peek (scanner) == 'Y')
    return scan_long_year (scanner, part);
  gsize start = scanner->at;
  part->negative = (guint8) chn_scan_take (scanner, '-');
  if (!scan_four_digits (scanner, part))
    return FALSE;
  if (part->negative && part->year == 0 && part->year_mask == 0)
    return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, scanner->at - start,
                          "found the year -0000, expected 0000, which has no sign");
  if (part->negative) {
    part->year = -part->year;
    part->level = 1;
  }
  if (part->year_mask == 0)
    return scan_significant (scanner, part);
  return TRUE;
}
