/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Clocks by rules show what the rules say, however often they are asked. */
#include "zone/clocks.h"

#include "base/civil.h"
#include "suite.h"

static void
take_change (ChnZoneRules *rules, int month, int from, int to)
{
  ChnObservance observance;
  chn_observance_init (&observance);
  observance.start = chn_civil_to_days (1980, month, 1) * CHN_DAY_SECONDS + 7200;
  observance.from = from;
  observance.to = to;
  observance.month = month;
  observance.weekday = 7;
  observance.week = -1;
  chn_observance_complete (&observance);
  chn_zone_rules_take (rules, &observance);
}

/* Weeks in which clocks change, and years that share their place among the weeks that are kept. */
static void
test_rules (void)
{
  g_autoptr (ChnZoneRules) rules = chn_zone_rules_new ();
  ChnZoneRules *same = chn_zone_rules_new ();
  take_change (rules, 3, 3600, 7200);
  take_change (rules, 10, 7200, 3600);
  take_change (same, 3, 3600, 7200);
  take_change (same, 10, 7200, 3600);
  ChnClocks *clocks = chn_clocks_new (NULL, same);
  g_autoptr (GRand) random = g_rand_new_with_seed (64);
  const gint64 first = chn_civil_to_days (1960, 1, 1), end = chn_civil_to_days (2030, 1, 1);
  for (guint i = 0; i < 50000; i++) {
    gint64 day = first + (gint64) (g_rand_double (random) * (double) (end - first));
    gint64 time = day * CHN_DAY_SECONDS + g_rand_int_range (random, 0, 86400);
    CHN_ASSERT_INT (chn_clocks_get_offset (clocks, time), chn_zone_rules_find_offset (rules, time));
    CHN_ASSERT_INT (chn_clocks_get_offset_at (clocks, time), chn_zone_rules_find_offset_at (rules, time));
  }
  CU_ASSERT (chn_clocks_get_name (clocks) == NULL);
  chn_clocks_free (clocks);
  CU_ASSERT (chn_clocks_new (NULL, NULL) == NULL);
}

static const ChnTest tests[] = { { "rules", test_rules } };

CHN_SUITE ("zone/clocks", tests)
