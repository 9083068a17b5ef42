/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Days as spreadsheets number them; shared with the plugin that reads these. */

enum { CHN_SERIAL_DAY_SIZE = 32 };

/*
 * Writes the day of a number as YYYY-MM-DD, with THH:MM where it has a time. Spreadsheets count from 1 January 1900
 * as day 1 and have a 29 February 1900, day 60, that there was not; others from 1 January 1904 as day 0. The number
 * is one of a day before the year 10000.
 */
static inline void
chn_serial_day_format (double serial, gboolean is_1904, char out[CHN_SERIAL_DAY_SIZE])
{
  double days = CLAMP (serial, 0, is_1904 ? 2957003.0 : 2958465.0);
  guint day = (guint) days, minutes = (guint) ((days - day) * 1440 + 0.5);
  guint from = is_1904 ? 695056 : day < 60 ? 693595 : 693594; /* Julian days of GDate of what is counted from */
  GDate date;
  if (minutes == 1440) {
    day++;
    minutes = 0;
  }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day + from);
  int n = g_snprintf (out, CHN_SERIAL_DAY_SIZE, "%04u-%02u-%02u", g_date_get_year (&date),
                      (guint) g_date_get_month (&date), g_date_get_day (&date));
  if (minutes > 0)
    g_snprintf (out + n, CHN_SERIAL_DAY_SIZE - (gulong) n, "T%02u:%02u", minutes / 60, minutes % 60);
}
