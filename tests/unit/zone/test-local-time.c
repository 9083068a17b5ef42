/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Local times that exist once, twice and not at all, and what they are in UTC. */
#include "zone/local-time.h"

#include "base/civil.h"
#include "suite.h"

static gint64
civil_of (int year, int month, int day, int hour, int minute)
{
  ChnCivil civil = { year, month, day, hour, minute, 0 };
  return chn_civil_to_seconds (&civil);
}

static void
test_kinds (void)
{
  static const struct {
    const char *zone;
    int year, month, day, hour, minute;
    ChnLocalTimeKind kind;
    int before, after; /* minutes */
  } rows[] = {
    { "Europe/Zurich", 2017, 3, 26, 1, 59, CHN_LOCAL_TIME_ONCE, 60, 60 },
    { "Europe/Zurich", 2017, 3, 26, 2, 0, CHN_LOCAL_TIME_SKIPPED, 60, 120 },
    { "Europe/Zurich", 2017, 3, 26, 2, 59, CHN_LOCAL_TIME_SKIPPED, 60, 120 },
    { "Europe/Zurich", 2017, 3, 26, 3, 0, CHN_LOCAL_TIME_ONCE, 120, 120 },
    { "Europe/Zurich", 2017, 10, 29, 1, 59, CHN_LOCAL_TIME_ONCE, 120, 120 },
    { "Europe/Zurich", 2017, 10, 29, 2, 0, CHN_LOCAL_TIME_TWICE, 120, 60 },
    { "Europe/Zurich", 2017, 10, 29, 2, 59, CHN_LOCAL_TIME_TWICE, 120, 60 },
    { "Europe/Zurich", 2017, 10, 29, 3, 0, CHN_LOCAL_TIME_ONCE, 60, 60 },
    { "America/New_York", 2014, 3, 9, 2, 30, CHN_LOCAL_TIME_SKIPPED, -300, -240 },
    { "America/New_York", 2014, 11, 2, 1, 30, CHN_LOCAL_TIME_TWICE, -240, -300 },
    { "America/New_York", 2045, 3, 12, 2, 30, CHN_LOCAL_TIME_SKIPPED, -300, -240 },
    { "America/New_York", 1883, 11, 18, 12, 1, CHN_LOCAL_TIME_TWICE, -296, -300 },
    /* South of the equator spring begins in September. */
    { "Australia/Sydney", 2021, 10, 3, 2, 30, CHN_LOCAL_TIME_SKIPPED, 600, 660 },
    { "Australia/Sydney", 2021, 4, 4, 2, 30, CHN_LOCAL_TIME_TWICE, 660, 600 },
    /* Half an hour; a quarter of a day; a whole day that Samoa left out. */
    { "Australia/Lord_Howe", 2021, 10, 3, 2, 15, CHN_LOCAL_TIME_SKIPPED, 630, 660 },
    { "Asia/Pyongyang", 2018, 5, 4, 23, 45, CHN_LOCAL_TIME_SKIPPED, 510, 540 },
    { "Pacific/Apia", 2011, 12, 30, 12, 0, CHN_LOCAL_TIME_SKIPPED, -600, 840 },
    { "Pacific/Apia", 2011, 12, 29, 23, 59, CHN_LOCAL_TIME_ONCE, -600, -600 },
    { "Pacific/Apia", 2011, 12, 31, 0, 0, CHN_LOCAL_TIME_ONCE, 840, 840 },
    { "Etc/UTC", 2017, 3, 26, 2, 30, CHN_LOCAL_TIME_ONCE, 0, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnZone) zone = chn_zone_new (rows[i].zone);
    gint64 civil = civil_of (rows[i].year, rows[i].month, rows[i].day, rows[i].hour, rows[i].minute);
    ChnLocalTime local = chn_zone_find_local (zone, civil);
    /* Local mean time has seconds. */
    if (local.kind != rows[i].kind || local.before / 60 != rows[i].before || local.after / 60 != rows[i].after)
      CHN_FAIL ("%s, row %u: kind %d, %d and %d", rows[i].zone, i, local.kind, local.before, local.after);
    CHN_ASSERT_INT (chn_zone_to_utc (zone, civil), civil - local.before);
  }
}

/* The offsets under which GLib's own zone shows the clock at a time, of those that it has within a day. */
static guint
list_offsets (GTimeZone *source, gint64 civil, int offsets[2])
{
  guint n = 0;
  int first = g_time_zone_find_interval (source, G_TIME_TYPE_UNIVERSAL, civil - CHN_DAY_SECONDS);
  int last = g_time_zone_find_interval (source, G_TIME_TYPE_UNIVERSAL, civil + CHN_DAY_SECONDS);
  for (int i = first; i <= last; i++) {
    int offset = g_time_zone_get_offset (source, i);
    gboolean is_new = n == 0 || offsets[n - 1] != offset;
    if (n < 2 && is_new && g_time_zone_find_interval (source, G_TIME_TYPE_UNIVERSAL, civil - offset) == i)
      offsets[n++] = offset;
  }
  return n;
}

static void
compare_with_glib (const ChnZone *zone, GTimeZone *source, gint64 civil)
{
  int offsets[2] = { 0, 0 };
  guint n = list_offsets (source, civil, offsets);
  ChnLocalTime local = chn_zone_find_local (zone, civil);
  ChnLocalTimeKind kind = n == 0 ? CHN_LOCAL_TIME_SKIPPED : n == 1 ? CHN_LOCAL_TIME_ONCE : CHN_LOCAL_TIME_TWICE;
  gboolean equal = local.kind == kind && (n == 0 || (local.before == offsets[0] && local.after == offsets[n - 1]));
  if (!equal)
    CHN_FAIL ("%s at %" G_GINT64_FORMAT ": %u offsets, kind %d", chn_zone_get_name (zone), civil, n, local.kind);
}

/* Around each change of the clocks, to the second. */
static void
test_against_glib (void)
{
  static const char *const names[] = { "America/New_York",  "Europe/Zurich",     "Asia/Pyongyang",
                                       "Africa/Casablanca", "Australia/Sydney",  "Australia/Lord_Howe",
                                       "Pacific/Apia",      "America/Sao_Paulo", "Asia/Tehran",
                                       "Europe/Dublin",     "Asia/Manila",       "America/Juneau" };
  static const int around[] = { -90000, -7200, -3601, -3600, -1, 0, 1, 1799, 1800, 3599, 3600, 7200, 90000 };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (ChnZone) zone = chn_zone_new (names[i]);
    g_autoptr (GTimeZone) source = g_time_zone_new_identifier (names[i]);
    guint n = 0;
    const ChnZonePeriod *periods = chn_zone_get_periods (zone, &n);
    CU_ASSERT (n > 3);
    for (guint period = 1; period < n; period++)
      for (guint j = 0; j < G_N_ELEMENTS (around); j++) {
        compare_with_glib (zone, source, periods[period].start + periods[period].offset + around[j]);
        compare_with_glib (zone, source, periods[period].start + periods[period - 1].offset + around[j]);
      }
  }
}

static void
test_instants (void)
{
  g_autoptr (ChnZone) zone = chn_zone_new ("America/New_York");
  gint64 change = civil_of (2014, 11, 2, 6, 0);
  CHN_ASSERT_INT (chn_zone_get_offset (zone, change - 1), -4 * 3600);
  CHN_ASSERT_INT (chn_zone_get_offset (zone, change), -5 * 3600);
  CHN_ASSERT_INT (chn_zone_to_civil (zone, change), civil_of (2014, 11, 2, 1, 0));
  CHN_ASSERT_INT (chn_zone_get_offset (zone, civil_of (2050, 7, 1, 0, 0)), -4 * 3600);
  CHN_ASSERT_INT (chn_zone_get_offset (zone, civil_of (2050, 12, 1, 0, 0)), -5 * 3600);
}

static const ChnTest tests[] = {
  { "once, twice, never", test_kinds },
  { "as GLib has it, around every change", test_against_glib },
  { "offsets of instants", test_instants },
};

CHN_SUITE ("zone/local-time", tests)
