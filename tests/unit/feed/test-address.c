/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the addresses of feeds: read, and made so that they read back. */
#include <chancery/chancery.h>

#include "feed/address.h"
#include "suite.h"

static const struct {
  const char *path;
  const char *read; /* token, feed and extension with blanks between; NULL where it is none */
} cases[] = {
  { "/feeds/council.ics", "- council ics" },
  { "/feeds/council.2014.ics", "- council.2014 ics" },
  { "/t/abc/feeds/council.ics", "abc council ics" },
  { "/events.json", "- events json" },
  { "/t/abc/events.json", "abc events json" },
  { "/t//feeds/council.ics", " council ics" },
  { "/feeds/council.", "- council " },
  { "/feeds/events.ics", NULL },
  { "/council.ics", NULL },
  { "/feeds/council", NULL },
  { "/feeds/.ics", NULL },
  { "/feeds/", NULL },
  { "/feeds", NULL },
  { "/feeds/a/council.ics", NULL },
  { "/t/abc", NULL },
  { "/t/abc/", NULL },
  { "/t/abc/t/abc/feeds/council.ics", NULL },
  { "/events", NULL },
  { "/", NULL },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (ChnFeedAddress) address = { 0 };
    gboolean is_read = chn_feed_address_read (&address, cases[i].path);
    g_autofree char *text =
        is_read ? g_strjoin (" ", address.token ? address.token : "-", address.feed, address.extension, NULL) : NULL;
    if (g_strcmp0 (text, cases[i].read) != 0)
      CHN_FAIL ("%s: %s", cases[i].path, text ? text : "none");
  }
}

static void
test_made (void)
{
  g_autofree char *open = chn_feed_dup_url (NULL, NULL, "council", "ics");
  g_autofree char *secret = chn_feed_dup_url ("https://example.org/c", "abc", "council", "ics");
  g_autofree char *asked = chn_feed_dup_url ("https://example.org", NULL, "events", "json");
  CHN_ASSERT_STRING (open, "/feeds/council.ics");
  CHN_ASSERT_STRING (secret, "https://example.org/c/t/abc/feeds/council.ics");
  CHN_ASSERT_STRING (asked, "https://example.org/events.json");
}

static const ChnTest tests[] = {
  { "what is an address of a feed", test_read },
  { "addresses are made as they are read", test_made },
};

CHN_SUITE ("feed/address", tests)
