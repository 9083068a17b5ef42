/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is listed of a zone says the same as the zone: the observances that its times need, asked as rules. */
#include "zone/needs.h"

#include "base/civil.h"
#include "suite.h"
#include "zone/local-time.h"
#include "zone/rules.h"

static const char *const names[] = { "America/New_York", "Europe/Zurich",  "Asia/Pyongyang", "Africa/Casablanca",
                                     "Australia/Sydney", "Pacific/Apia",   "Asia/Tehran",    "America/Sao_Paulo",
                                     "Europe/Dublin",    "America/Juneau", "Asia/Manila",    "Etc/UTC" };

static gint64
civil_of (int year, int month, int day)
{
  return chn_civil_to_days (year, month, day) * CHN_DAY_SECONDS;
}

static ChnZoneRules *
make_rules (const ChnZone *zone, gint64 utc, gboolean onwards, guint *n)
{
  g_autoptr (ChnZoneNeeds) needs = chn_zone_needs_new ();
  chn_zone_needs_add (needs, zone, utc, onwards);
  CHN_ASSERT_INT (chn_zone_needs_get_n (needs), 1);
  CU_ASSERT_PTR_EQUAL (chn_zone_needs_get_zone (needs, 0), zone);
  g_autoptr (GArray) list = chn_zone_needs_list_observances (needs, 0);
  ChnZoneRules *rules = chn_zone_rules_new ();
  for (guint i = 0; i < list->len; i++)
    chn_zone_rules_take (rules, &g_array_index (list, ChnObservance, i));
  *n = chn_zone_rules_get_n (rules);
  return rules;
}

static void
compare (const ChnZone *zone, const ChnZoneRules *rules, gint64 utc)
{
  gint64 civil = utc + chn_zone_get_offset (zone, utc);
  int wanted = chn_zone_find_local (zone, civil).before, found = chn_zone_rules_find_offset (rules, civil);
  if (wanted != found)
    CHN_FAIL ("%s at civil %" G_GINT64_FORMAT ": %d, by rules %d", chn_zone_get_name (zone), civil, wanted, found);
  found = chn_zone_rules_find_offset_at (rules, utc);
  if (found != (int) (civil - utc))
    CHN_FAIL ("%s at %" G_GINT64_FORMAT ": %d, by rules %d", chn_zone_get_name (zone), utc, (int) (civil - utc),
              found);
}

/* All changes from 1900 on, which are rules without end where the zone still changes. */
static void
test_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    guint n = 0, n_observances = 0;
    g_autoptr (ChnZone) zone = chn_zone_new (names[i]);
    g_autoptr (ChnZoneRules) rules = make_rules (zone, civil_of (1900, 1, 1), TRUE, &n_observances);
    const ChnZonePeriod *periods = chn_zone_get_periods (zone, &n);
    for (guint period = chn_zone_find_period (zone, civil_of (1900, 1, 1)) + 1; period < n; period++) {
      compare (zone, rules, periods[period].start - 7 * CHN_DAY_SECONDS);
      compare (zone, rules, periods[period].start - 1);
      compare (zone, rules, periods[period].start);
      compare (zone, rules, periods[period].start + 7 * CHN_DAY_SECONDS);
    }
    if (n_observances > n)
      CHN_FAIL ("%s: %u observances of %u periods", names[i], n_observances, n);
  }
}

/* Of one time, only what holds then; of one in daylight time what was before, too, back to standard time. */
static guint
count_needed (const ChnZone *zone, gint64 utc)
{
  guint n = 0, period = chn_zone_find_period (zone, utc), needed = 1;
  const ChnZonePeriod *periods = chn_zone_get_periods (zone, &n);
  for (; period > 0 && periods[period].is_daylight; period--)
    needed++;
  return needed;
}

static void
test_one (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (int year = 1800; year < 2037; year += 7) {
      guint n = 0;
      g_autoptr (ChnZone) zone = chn_zone_new (names[i]);
      g_autoptr (ChnZoneRules) rules = make_rules (zone, civil_of (year, 8, 15), FALSE, &n);
      CHN_ASSERT_INT (n, count_needed (zone, civil_of (year, 8, 15)));
      compare (zone, rules, civil_of (year, 8, 15));
    }
}

static void
test_rules (void)
{
  g_autoptr (ChnZone) zone = chn_zone_new ("Europe/Zurich");
  g_autoptr (ChnZoneNeeds) needs = chn_zone_needs_new ();
  chn_zone_needs_add (needs, zone, civil_of (2014, 12, 22), TRUE);
  g_autoptr (GArray) list = chn_zone_needs_list_observances (needs, 0);
  CHN_ASSERT_INT (list->len, 2);
  const ChnObservance *summer = &g_array_index (list, ChnObservance, 0);
  CHN_ASSERT_STRING (summer->name, "CEST");
  CU_ASSERT (summer->is_daylight && summer->until == G_MAXINT64);
  CHN_ASSERT_INT (summer->month, 3);
  CHN_ASSERT_INT (summer->week, -1);
  CHN_ASSERT_INT (summer->weekday, 7);
  CHN_ASSERT_INT (summer->from, 3600);
  CHN_ASSERT_INT (summer->to, 7200);
}

static const ChnTest tests[] = {
  { "all changes of a zone, asked as rules", test_all },
  { "what one time needs", test_one },
  { "the rule of a summer", test_rules },
};

CHN_SUITE ("zone/needs", tests)
