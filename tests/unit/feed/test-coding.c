/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of who takes compressed answers. */
#include "feed/coding.h"
#include "suite.h"

static const struct {
  const char *accepts, *agent;
  gboolean takes;
} rows[] = {
  { NULL, NULL, FALSE },
  { "", NULL, FALSE },
  { "gzip", NULL, TRUE },
  { "GZIP", NULL, TRUE },
  { "x-gzip", NULL, TRUE },
  { "deflate, gzip;q=1.0, *;q=0.5", NULL, TRUE },
  { "gzip, deflate, br, zstd", "Mozilla/5.0", TRUE },
  { "identity", NULL, FALSE },
  { "br", NULL, FALSE },
  { "gzip;q=0", NULL, FALSE },
  { "gzip; q=0.000", NULL, FALSE },
  { "gzip;q=0.001", NULL, TRUE },
  { "*", NULL, TRUE },
  { "*;q=0", NULL, FALSE },
  { "gzip;q=0, *", NULL, FALSE },
  { "*;q=0, gzip", NULL, TRUE },
  { "gzippy", NULL, FALSE },
  { "gz", NULL, FALSE },
  { ",,;;q=,gzip", NULL, TRUE },
  { "gzip", "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.5134; Pro)", FALSE },
  { "gzip", "Outlook-iOS/709.2226530.prod.iphone", FALSE },
  { "gzip", "iOS/17.0 dataaccessd/1.0", TRUE },
  { "gzip", "Google-Calendar-Importer", TRUE },
};

static void
test_takes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const ChnHttpRequest request = { .accept_encoding = rows[i].accepts, .user_agent = rows[i].agent };
    if (chn_feed_takes_gzip (&request) != rows[i].takes)
      CHN_FAIL ("\"%s\" of \"%s\"", rows[i].accepts ? rows[i].accepts : "-", rows[i].agent ? rows[i].agent : "-");
  }
}

static const ChnTest tests[] = {
  { "who takes gzip", test_takes },
};

CHN_SUITE ("feed/coding", tests)
