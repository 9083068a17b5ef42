/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The offset that a text states, against what the parsed date says. */
#include "date/offset.h"

#include "suite.h"

static void
test_offsets (void)
{
  static const char *const rows[] = {
    "2014",
    "2014-11-18",
    "2014-11-18T15:08:00",
    "2014-11-18T15:08:00Z",
    "2014-11-18T15:08Z",
    "2014-11-18T15:08:00-05:00",
    "2014-11-18T15:08+05:30",
    "2014-11-18T15:08:00+09",
    "2014-11-18T15:00/2014-11-18T17:00",
    "2014-11-18T15:00-05:00/2014-11-18T17:00-04:00",
    "2014-11-18T15:00/2014-11-18T17:00-04:00",
    "2014-11-18/2014-11-19T17:00Z",
    "../2014-11-18T17:00Z",
    "/2014-11-18T17:00Z",
    "2014-11-18T17:00Z/..",
    "[2014-11-18T17:00Z,2014-11-19T17:00Z]",
    "{2014-11-18T17:00Z}",
    "[2014-11-18T17:00Z..2014-11-18T18:00Z]",
    "-0043-03-15T12:00Z",
    "Y-100000",
    "2014-11~",
    "?2014-11-18",
    "no date",
    "",
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (rows[i], -1, NULL);
    int found = 0, stated = 0;
    gboolean states = date && chn_date_get_utc_offset (date, &stated);
    if (chn_date_find_offset (rows[i], &found) != states || found != stated)
      CHN_FAIL ("%s: %d, expected %d", rows[i], found, stated);
  }
}

static const ChnTest tests[] = { { "offsets", test_offsets } };

CHN_SUITE ("date/offset", tests)
