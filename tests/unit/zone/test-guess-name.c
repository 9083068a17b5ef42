/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of zones that nobody's list has. */
#include "zone/guess-name.h"

#include "suite.h"

static const struct {
  const char *text, *name; /* NULL: none */
} rows[] = {
  { "US-Eastern", "US/Eastern" },
  { "europe/london", "Europe/London" },
  { "America-New_York", "America/New_York" },
  { "New York", "America/New_York" },
  { "Eastern", "America/New_York" },
  { "Eastern Time", "America/New_York" },
  { "Pacific Daylight Time", "America/Los_Angeles" },
  { "W. Europe Daylight Time", "Europe/Berlin" },
  { "PST", "America/Los_Angeles" },
  { "cest", "CET" },
  { "GMT+0200", "Etc/GMT-2" },
  { "GMT -0500", "Etc/GMT+5" },
  { "UTC+2", "Etc/GMT-2" },
  { "UTC+10:00", "Etc/GMT-10" },
  { "+01:00", "Etc/GMT-1" },
  { "GMT+0530", "Asia/Kolkata" },
  { "GMT+0000", "Etc/UTC" },
  { "GMT+0215", NULL },
  { "GMT+15", NULL },
  { "GMT+123", NULL },
  { "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Amsterdam" },
  { "(GMT+01:00) Wien, Berlin", "Europe/Berlin" },
  { "(UTC+09:00) Wien, Berlin", NULL },
  { "(UTC+09:00) Nowhere", NULL },
  { "Europe/Berlin 1", "Europe/Berlin" },
  { "W. Europe Standard Time 2", "Europe/Berlin" },
  { "Customized Time Zone", NULL },
  { "Custom Standard Time", NULL },
  { "Mars/Olympus", NULL },
  { "Berlin", NULL },
  { "Time", NULL },
  { "(", NULL },
  { "", NULL },
  { "-", NULL },
};

static void
test_guesses (void)
{
  g_autoptr (ChnZones) zones = chn_zones_new ();
  g_autoptr (ChnZoneGuesses) guesses = chn_zone_guesses_new (zones);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const ChnZone *zone = chn_zone_guesses_find (guesses, rows[i].text);
    const char *name = zone ? chn_zone_get_name (zone) : NULL;
    if (g_strcmp0 (name, rows[i].name) != 0)
      CHN_FAIL ("\"%s\": %s", rows[i].text, name ? name : "(none)");
  }
}

static const ChnTest tests[] = {
  { "likely names", test_guesses },
};

CHN_SUITE ("zone/guess-name", tests)
