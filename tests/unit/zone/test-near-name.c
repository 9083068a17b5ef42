/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of zones that were probably meant. */
#include "zone/near-name.h"

#include "suite.h"

static void
test_near (void)
{
  static const struct {
    const char *wanted, *near;
  } rows[] = {
    { "America/New York", "America/New_York" },
    { "New York", "America/New_York" },
    { "Amerca/New_York", "America/New_York" },
    { "Europe/Zürich", "Europe/Zurich" },
    { "europe/zurich", "Europe/Zurich" },
    { "Zurich", "Europe/Zurich" },
    { "Asia/Pyongyan", "Asia/Pyongyang" },
    { "Mars/Olympus", NULL },
    { "", NULL },
    /* With a number the nearest name may lie on the other side of Greenwich. */
    { "GMT+5", NULL },
    { "UTC-5", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *near = chn_zone_dup_near_name (rows[i].wanted);
    if (g_strcmp0 (near, rows[i].near) != 0)
      CHN_FAIL ("\"%s\": \"%s\"", rows[i].wanted, near ? near : "(none)");
  }
}

static void
test_hint (void)
{
  g_autoptr (ChnHint) near = chn_zone_hint_new ("Europe/Zürich"), none = chn_zone_hint_new ("Mars/Olympus");
  CHN_ASSERT_STRING (chn_hint_get_text (near), "did you mean \"Europe/Zurich\"?");
  CHN_ASSERT_STRING (chn_hint_get_text (none), "write a name of the IANA database, such as America/New_York");
}

static const ChnTest tests[] = {
  { "the nearest name of the database", test_near },
  { "hints", test_hint },
};

CHN_SUITE ("zone/near-name", tests)
