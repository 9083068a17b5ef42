/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of time zone names: those of the database, and those that could lead elsewhere. */
#include "zone/name.h"

#include "suite.h"

static void
test_zones (void)
{
  static const struct {
    const char *name;
    gboolean known;
  } rows[] = {
    { "America/New_York", TRUE },
    { "Europe/Geneva", FALSE },
    { "Europe/Zurich", TRUE },
    { "Asia/Pyongyang", TRUE },
    { "UTC", TRUE },
    { "Etc/GMT+5", TRUE },
    { "GMT+0", TRUE },
    { "GMT+0200", FALSE },
    { "UTC-5", FALSE },
    { "Z", FALSE },
    { "Etc/GMT+0200", FALSE },
    { "", FALSE },
    { "+05:00", FALSE },
    { "../../etc/passwd", FALSE },
    { "/etc/localtime", FALSE },
    { "Europe//Paris", FALSE },
    { "Europe/", FALSE },
    { "Europe/Par is", FALSE },
    { "Europe/../UTC", FALSE },
    { "New York", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (chn_zone_is_known (rows[i].name) != rows[i].known)
      CHN_FAIL ("\"%s\"", rows[i].name);
}

static const ChnTest tests[] = { { "zones of the database are known, nothing else is", test_zones } };

CHN_SUITE ("zone/name", tests)
