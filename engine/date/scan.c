/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The lexical level of EDTF: bytes, digits with masks, qualifiers, and the quick way for plain days.
 *
 *   digit     = "0" … "9"
 *   masked    = digit | "X"                    unspecified digit (ISO 8601-2:2019, 4.6)
 *   pair      = masked masked
 *   qualifier = "?" | "~" | "%"                uncertain, approximate, both (8601-2, 4.5)
 */
#include "date/date.h"

#include <stdarg.h>
#include <string.h>

#include "base/civil.h"

gboolean
chn_scan_fail (ChnScanner *scanner, ChnError code, gsize offset, gsize length, const char *format, ...)
{
  ChnDateFault *fault = &scanner->fault;
  fault->code = code;
  fault->offset = offset;
  fault->length = length;
  va_list arguments;
  va_start (arguments, format);
  g_vsnprintf (fault->message, sizeof fault->message, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* The bytes of the character that stands at the scanner, 0 at the end. */
static gsize
describe_found (const ChnScanner *scanner, char *out, gsize size)
{
  const char *at = scanner->text + scanner->at;
  gsize left = scanner->length - scanner->at;
  if (left == 0) {
    g_strlcpy (out, "the end", size);
    return 0;
  }
  gunichar c = g_utf8_get_char_validated (at, (gssize) left);
  if (c == (gunichar) -1 || c == (gunichar) -2 || !g_unichar_isprint (c)) {
    g_snprintf (out, size, "byte 0x%02X", (guchar) *at);
    return 1;
  }
  gsize bytes = (gsize) (g_utf8_next_char (at) - at);
  g_snprintf (out, size, "\"%.*s\"", (int) bytes, at);
  return bytes;
}

gboolean
chn_scan_fail_expected (ChnScanner *scanner, const char *expected)
{
  char found[32];
  gsize bytes = describe_found (scanner, found, sizeof found);
  return chn_scan_fail (scanner, CHN_ERROR_SYNTAX, scanner->at, bytes, "found %s, expected %s", found, expected);
}

char
chn_scan_peek (const ChnScanner *scanner)
{
  return scanner->at < scanner->length ? scanner->text[scanner->at] : '\0';
}

gboolean
chn_scan_take (ChnScanner *scanner, char byte)
{
  if (scanner->at >= scanner->length || scanner->text[scanner->at] != byte)
    return FALSE;
  scanner->at++;
  return TRUE;
}

gboolean
chn_scan_take_dots (ChnScanner *scanner)
{
  if (scanner->length - scanner->at < 2 || memcmp (scanner->text + scanner->at, "..", 2) != 0)
    return FALSE;
  scanner->at += 2;
  return TRUE;
}

guint8
chn_scan_qualifier (ChnScanner *scanner)
{
  if (chn_scan_take (scanner, '?'))
    return CHN_QUALIFIER_UNCERTAIN;
  if (chn_scan_take (scanner, '~'))
    return CHN_QUALIFIER_APPROXIMATE;
  if (chn_scan_take (scanner, '%'))
    return CHN_QUALIFIER_UNCERTAIN | CHN_QUALIFIER_APPROXIMATE;
  return 0;
}

gboolean
chn_scan_pair (ChnScanner *scanner, const char *name, gboolean masks, guint8 *value, guint8 *mask)
{
  guint number = 0, masked = 0;
  for (int i = 0; i < 2; i++) {
    char c = chn_scan_peek (scanner);
    if (!g_ascii_isdigit (c) && !(masks && c == 'X')) {
      char expected[64];
      g_snprintf (expected, sizeof expected, "a two-digit %s", name);
      return chn_scan_fail_expected (scanner, expected);
    }
    number = number * 10 + (c == 'X' ? 0 : (guint) (c - '0'));
    masked = masked << 1 | (c == 'X');
    scanner->at++;
  }
  *value = (guint8) number;
  *mask = (guint8) masked;
  return TRUE;
}

static gboolean
read_digits (const char *text, int n, int *value)
{
  int number = 0;
  for (int i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    number = number * 10 + (text[i] - '0');
  }
  *value = number;
  return TRUE;
}

/* Takes YYYY, YYYY-MM and YYYY-MM-DD, by far the most frequent; anything else, wrong or not, is left to
 * chn_scan_part(). */
gboolean
chn_scan_plain (const char *text, gsize length, ChnDatePart *part)
{
  int year, month = 0, day = 0;
  if ((length != 4 && length != 7 && length != 10) || !read_digits (text, 4, &year))
    return FALSE;
  if (length > 4 && (text[4] != '-' || !read_digits (text + 5, 2, &month) || month < 1 || month > 12))
    return FALSE;
  if (length > 7 &&
      (text[7] != '-' || !read_digits (text + 8, 2, &day) || day < 1 || day > chn_civil_month_length (year, month)))
    return FALSE;
  *part = (ChnDatePart){
    .form = length == 4   ? CHN_PART_YEAR
            : length == 7 ? CHN_PART_MONTH
                          : CHN_PART_DAY,
    .year = year,
    .month = (guint8) month,
    .day = (guint8) day,
  };
  return TRUE;
}
