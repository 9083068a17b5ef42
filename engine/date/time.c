/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The time of day, to the second (EDTF level 0) or to the minute (ISO 8601-1:2019, 5.3).
 *
 *   time   = "T" hh ":" mm [ ":" ss ] [ offset ]
 *   offset = "Z" | ("+" | "-") hh [ ":" mm ]
 *
 * 24:00 is taken and means 00:00 of the next day (8601-1:2019/Amd 1). A second 60 is refused,
 * since civil seconds have no place for it; so is the offset -00:00, which ISO does not know.
 */
#include "base/civil.h"
#include "date/date.h"

static gboolean
scan_clock_field (ChnScanner *scanner, const char *name, int most, guint8 *value)
{
  guint8 mask;
  gsize start = scanner->at;
  if (!chn_scan_pair (scanner, name, FALSE, value, &mask))
    return FALSE;
  if (*value > most) /* 24 and 60 are judged by the caller, and not offered */
    return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, 2, "found the %s %02u, expected 00 to %02d", name, *value,
                          most == 24   ? 23
                          : most == 60 ? 59
                                       : most);
  return TRUE;
}

static gboolean
scan_offset (ChnScanner *scanner, ChnDatePart *part)
{
  gsize start = scanner->at;
  part->has_offset = TRUE;
  if (chn_scan_take (scanner, 'Z'))
    return TRUE;
  gboolean west = chn_scan_take (scanner, '-');
  if (!west && !chn_scan_take (scanner, '+')) {
    part->has_offset = FALSE;
    return TRUE;
  }
  guint8 hours, minutes = 0;
  if (!scan_clock_field (scanner, "offset hour", 23, &hours))
    return FALSE;
  if (chn_scan_take (scanner, ':') && !scan_clock_field (scanner, "offset minute", 59, &minutes))
    return FALSE;
  part->offset = (gint16) (hours * 60 + minutes);
  if (west && part->offset == 0)
    return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, scanner->at - start,
                          "found the offset -00:00, expected Z");
  if (west)
    part->offset = (gint16) -part->offset;
  return TRUE;
}

static gboolean
scan_colon (ChnScanner *scanner)
{
  return chn_scan_take (scanner, ':') || chn_scan_fail_expected (scanner, "\":\" and the minutes");
}

/* Seconds may be left out. */
static gboolean
scan_seconds (ChnScanner *scanner, ChnDatePart *part)
{
  part->to_minute = !chn_scan_take (scanner, ':');
  if (part->to_minute)
    return TRUE;
  if (!scan_clock_field (scanner, "second", 60, &part->second))
    return FALSE;
  return part->second < 60 ||
         chn_scan_fail (scanner, CHN_ERROR_RANGE, scanner->at - 2, 2,
                        "found the second 60, expected 00 to 59: leap seconds have no place in civil time");
}

/* 24:00:00 as the first second of the next day. */
static gboolean
carry_midnight (ChnScanner *scanner, gsize start, ChnDatePart *part)
{
  if (part->minute != 0 || part->second != 0)
    return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, scanner->at - start,
                          "found the hour 24, expected 00 to 23, or 24:00:00");
  if (part->year == 9999 && part->month == 12 && part->day == 31)
    return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, scanner->at - start,
                          "found 24:00:00 at the end of the last year of four digits");
  int month, day;
  chn_civil_from_days (chn_civil_to_days (part->year, part->month, part->day + 1), &part->year, &month, &day);
  part->month = (guint8) month;
  part->day = (guint8) day;
  part->hour = 0;
  part->negative = part->year < 0;
  return TRUE;
}

gboolean
chn_scan_time (ChnScanner *scanner, ChnDatePart *part)
{
  gsize start = ++scanner->at;
  part->form = CHN_PART_TIME;
  if (!scan_clock_field (scanner, "hour", 24, &part->hour) || !scan_colon (scanner) ||
      !scan_clock_field (scanner, "minute", 59, &part->minute) || !scan_seconds (scanner, part))
    return FALSE;
  if (part->hour == 24 && !carry_midnight (scanner, start, part))
    return FALSE;
  return scan_offset (scanner, part);
}
