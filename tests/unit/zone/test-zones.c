/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Zones that are looked up once, from one thread or several. */
#include "zone/zones.h"

#include "suite.h"

static void
test_once (void)
{
  g_autoptr (ChnZones) zones = chn_zones_new ();
  const ChnZone *zurich = chn_zones_get (zones, "Europe/Zurich");
  CHN_ASSERT_STRING (chn_zone_get_name (zurich), "Europe/Zurich");
  CU_ASSERT_PTR_EQUAL (chn_zones_get (zones, "Europe/Zurich"), zurich);
  CU_ASSERT_PTR_NULL (chn_zones_get (zones, "Europe/Geneva"));
  CU_ASSERT_PTR_NULL (chn_zones_get (zones, "Europe/Geneva"));
  CU_ASSERT_PTR_NULL (chn_zones_get (zones, NULL));
}

/* What leads to another file or is a rule is no zone here either. */
static void
test_no_names (void)
{
  static const char *const names[] = {
    "", "GMT+5", "+02:00", "../../etc/localtime", "/etc/localtime", "Europe/../UTC"
  };
  g_autoptr (ChnZones) zones = chn_zones_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (chn_zones_get (zones, names[i]))
      CHN_FAIL ("\"%s\" is a zone", names[i]);
}

static gpointer
look_up (gpointer data)
{
  static const char *const names[] = { "Europe/Zurich", "America/New_York", "Asia/Pyongyang", "Mars/Olympus" };
  const ChnZone *found = NULL;
  for (guint i = 0; i < 4000; i++)
    found = chn_zones_get (data, names[i % G_N_ELEMENTS (names)]);
  CU_ASSERT_PTR_NULL (found);
  return (gpointer) chn_zones_get (data, names[0]);
}

static void
test_threads (void)
{
  g_autoptr (ChnZones) zones = chn_zones_new ();
  GThread *threads[4];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("zones", look_up, zones);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    CU_ASSERT_PTR_EQUAL (g_thread_join (threads[i]), chn_zones_get (zones, "Europe/Zurich"));
}

static const ChnTest tests[] = {
  { "each zone is looked up once", test_once },
  { "what is no name", test_no_names },
  { "several threads get the same zones", test_threads },
};

CHN_SUITE ("zone/zones", tests)
