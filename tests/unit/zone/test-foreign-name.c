/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of zones that other programs write. */
#include "zone/foreign-name.h"

#include "suite.h"
#include "zone/name.h"
#include "zone/windows-name.h"

static void
test_names (void)
{
  static const struct {
    const char *text, *name;
  } rows[] = {
    { "Europe/Paris", "Europe/Paris" },
    { "/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris" },
    { "/freeassociation.sourceforge.net/Tzfile/America/New_York", "America/New_York" },
    { "W. Europe Standard Time", "Europe/Berlin" },
    { "w. europe standard time", "Europe/Berlin" },
    { "AUS Eastern Standard Time", "Australia/Sydney" },
    { "Afghanistan Standard Time", "Asia/Kabul" },
    { "Yakutsk Standard Time", "Asia/Yakutsk" },
    { "(UTC-05:00) Eastern Time (US & Canada)", "America/New_York" },
    { "(GMT-05.00) eastern time (us & canada)", "America/New_York" },
    { "Eastern Time (US & Canada)", "America/New_York" },
    { "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin" },
    { "(UTC+09:00) Seoul", "Asia/Seoul" },
    { "(UTC) Coordinated Universal Time", "Etc/UTC" },
    { "(UTC+01:00)", NULL },
    { "(Eastern Time (US & Canada)", NULL },
    { "Amsterdam", NULL },
    { "tzone://Microsoft/Utc", "Etc/UTC" },
    { "utc", "Etc/UTC" },
    { "UTC-08", "Etc/GMT+8" },
    { "tzone://Microsoft/Custom", NULL },
    { "Custom Standard Time", NULL },
    { "Mars/Olympus", NULL },
    { "", NULL },
    { "/", NULL },
  };
  g_autoptr (ChnZones) zones = chn_zones_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *name = chn_zone_find_foreign_name (zones, rows[i].text);
    if (g_strcmp0 (name, rows[i].name) != 0)
      CHN_FAIL ("\"%s\": %s", rows[i].text, name ? name : "(none)");
  }
}

static void
test_windows_only (void)
{
  CHN_ASSERT_STRING (chn_zone_find_windows_name ("Korea Standard Time"), "Asia/Seoul");
  CU_ASSERT_PTR_NULL (chn_zone_find_windows_name ("Asia/Seoul"));
}

/* By names that are no links to others: systems may leave links out. */
static void
test_names_of_today (void)
{
  static const struct {
    const char *text, *name;
  } rows[] = {
    { "FLE Standard Time", "Europe/Kyiv" },        { "Greenland Standard Time", "America/Nuuk" },
    { "India Standard Time", "Asia/Kolkata" },     { "Myanmar Standard Time", "Asia/Yangon" },
    { "(UTC+05:45) Kathmandu", "Asia/Kathmandu" }, { "(UTC-05:00) Indiana (East)", "America/Indiana/Indianapolis" },
    { "Osaka, Sapporo, Tokyo", "Asia/Tokyo" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    CHN_ASSERT_STRING (chn_zone_find_windows_name (rows[i].text), rows[i].name);
    CU_ASSERT (chn_zone_is_known (rows[i].name));
  }
}

static const ChnTest tests[] = {
  { "as the database calls them", test_names },
  { "Windows's own names", test_windows_only },
  { "as the database calls them today", test_names_of_today },
};

CHN_SUITE ("zone/foreign-name", tests)
