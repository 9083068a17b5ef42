/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of who asks, and of everybody's share. */
#include "base/error.h"
#include "feed/peers.h"
#include "suite.h"

static ChnFeedPeers *
new_peers (const char *trusted, guint most)
{
  g_auto (GStrv) list = g_strsplit (trusted, " ", -1);
  g_autoptr (GError) error = NULL;
  ChnFeedPeers *peers = chn_feed_peers_new (*trusted ? list : NULL, most, &error);
  CHN_ASSERT_NO_ERROR (error);
  return peers;
}

static const struct {
  const char *trusted, *peer, *forwarded, *asker; /* NULL: of many */
} rows[] = {
  { "", "203.0.113.5", NULL, "203.0.113.5" },
  { "", "127.0.0.1", NULL, NULL },
  { "", "127.0.0.1", "198.51.100.7", NULL }, /* nobody said that it is a proxy */
  { "", "::1", NULL, NULL },
  { "", "", NULL, NULL },
  { "", "203.0.113.5", "198.51.100.7", "203.0.113.5" },
  { "127.0.0.1", "127.0.0.1", "198.51.100.7", "198.51.100.7" },
  { "127.0.0.1", "127.0.0.1", "10.9.9.9, 198.51.100.7", "198.51.100.7" },
  { "127.0.0.1 10.0.0.0/8", "127.0.0.1", "198.51.100.7, 10.9.9.9", "198.51.100.7" },
  { "10.0.0.0/8", "10.1.2.3", "2001:db8::1", "2001:db8::1" },
  { "10.0.0.0/8", "11.1.2.3", "198.51.100.7", "11.1.2.3" },
  { "10.0.0.0/7", "11.1.2.3", "198.51.100.7", "198.51.100.7" },
  { "0.0.0.0/0", "203.0.113.5", "198.51.100.7", NULL }, /* all are proxies, and each stands for many */
  { "2001:db8::/33", "2001:db8:7fff::1", "198.51.100.7", "198.51.100.7" },
  { "2001:db8::/33", "2001:db8:8000::1", "198.51.100.7", "2001:db8:8000::1" },
  { "127.0.0.1", "127.0.0.1", "nonsense", NULL },
  { "127.0.0.1", "127.0.0.1", "", NULL },
  { "127.0.0.1", "127.0.0.1", "198.51.100.7, unknown", NULL },
  { "unix", "", "198.51.100.7", "198.51.100.7" },
};

static void
test_askers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    ChnFeedPeers *peers = new_peers (rows[i].trusted, 1);
    const ChnHttpRequest request = { .peer = rows[i].peer, .forwarded_for = rows[i].forwarded };
    g_autofree char *asker = chn_feed_peers_dup_asker (peers, &request);
    if (g_strcmp0 (asker, rows[i].asker) != 0)
      CHN_FAIL ("row %u: %s", (guint) i, asker ? asker : "many");
    chn_feed_peers_free (peers);
  }
}

static void
test_shares (void)
{
  ChnFeedPeers *peers = new_peers ("", 2);
  CU_ASSERT_TRUE (chn_feed_peers_begin (peers, "a"));
  CU_ASSERT_TRUE (chn_feed_peers_begin (peers, "a"));
  CU_ASSERT_FALSE (chn_feed_peers_begin (peers, "a"));
  CU_ASSERT_TRUE (chn_feed_peers_begin (peers, "b"));
  chn_feed_peers_end (peers, "a");
  CU_ASSERT_TRUE (chn_feed_peers_begin (peers, "a"));
  for (guint i = 0; i < 10; i++)
    CU_ASSERT_TRUE (chn_feed_peers_begin (peers, NULL));
  chn_feed_peers_end (peers, NULL);
  chn_feed_peers_free (peers);
}

/* Whoever has a network of IPv6 does not have a share for each of its addresses. */
static void
test_networks_share (void)
{
  static const char *const same[][2] = { { "2001:db8:1:2::3", "2001:db8:1:2:ffff::9" },
                                         { "203.0.113.5", "::ffff:203.0.113.5" } },
                           *const others[][2] = { { "2001:db8:1:2::3", "2001:db8:1:3::3" },
                                                  { "203.0.113.5", "203.0.113.6" },
                                                  { "::ffff:203.0.113.5", "::ffff:203.0.113.6" } };
  ChnFeedPeers *peers = new_peers ("", 1);
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++) {
    CU_ASSERT_TRUE (chn_feed_peers_begin (peers, same[i][0]));
    CU_ASSERT_FALSE (chn_feed_peers_begin (peers, same[i][1]));
    chn_feed_peers_end (peers, same[i][1]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    CU_ASSERT_TRUE (chn_feed_peers_begin (peers, others[i][0]));
    CU_ASSERT_TRUE (chn_feed_peers_begin (peers, others[i][1]));
    chn_feed_peers_end (peers, others[i][0]);
    chn_feed_peers_end (peers, others[i][1]);
  }
  chn_feed_peers_free (peers);
}

static void
test_no_networks (void)
{
  static const char *const texts[] = { "example.org", "",        "10.0.0.0/33", "10.0.0.0/",
                                       "10.0.0/8",    "::1/129", "10.0.0.0/8/8" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    char *list[] = { (char *) texts[i], NULL };
    g_autoptr (GError) error = NULL;
    if (chn_feed_peers_new (list, 1, &error))
      CHN_FAIL ("\"%s\" is taken for a network", texts[i]);
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
  }
}

static const ChnTest tests[] = {
  { "for whom a request asks", test_askers },
  { "each has a share", test_shares },
  { "addresses of one network of IPv6 have one share", test_networks_share },
  { "what is no network", test_no_networks },
};

CHN_SUITE ("feed/peers", tests)
