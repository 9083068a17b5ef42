/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes an end of a date's bounds as flat formats show it. */
#include "format/instant.h"

#include <chancery/date.h>

#include "base/civil.h"

static char *
put_digits (char *at, guint64 number, guint width)
{
  for (guint i = width; i-- > 0; number /= 10)
    at[i] = (char) ('0' + number % 10);
  return at + width;
}

static char *
put_year (char *at, gint64 year)
{
  guint64 magnitude = year < 0 ? 0 - (guint64) year : (guint64) year;
  guint width = 4;
  for (guint64 rest = magnitude / 10000; rest > 0; rest /= 10)
    width++;
  if (year < 0 || year > 9999)
    *at++ = year < 0 ? '-' : '+';
  return put_digits (at, magnitude, width);
}

const char *
chn_instant_format (char *buffer, gint64 seconds, gboolean timed)
{
  if (seconds == CHN_TIME_MIN || seconds == CHN_TIME_MAX)
    return NULL;
  ChnCivil civil = chn_civil_from_seconds (seconds);
  const struct {
    char before;
    int number;
  } parts[] = {
    { '-', civil.month }, { '-', civil.day }, { 'T', civil.hour }, { ':', civil.minute }, { ':', civil.second }
  };
  char *at = put_year (buffer, civil.year);
  for (guint i = 0; i < (timed ? 5 : 2); i++) {
    *at++ = parts[i].before;
    at = put_digits (at, (guint64) parts[i].number, 2);
  }
  *at = '\0';
  return buffer;
}
