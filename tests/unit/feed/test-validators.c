/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of whether a client has an answer already. */
#include <string.h>

#include "feed/validators.h"
#include "suite.h"

static const struct {
  const char *none_match, *since;
  gboolean matches;
} rows[] = {
  { NULL, NULL, FALSE },
  { "\"abc\"", NULL, TRUE },
  { "W/\"abc\"", NULL, TRUE },
  { "\"x\", \"abc\"", NULL, TRUE },
  { "\"x\",W/\"abc\" , \"y\"", NULL, TRUE },
  { "*", NULL, TRUE },
  { "\"ab\"", NULL, FALSE },
  { "\"abcd\"", NULL, FALSE },
  { "abc", NULL, FALSE },
  { "\"abc", NULL, FALSE },
  { "\"x\" \"abc", NULL, FALSE },
  { "", NULL, FALSE },
  { ",,", NULL, FALSE },
  { "\"a,b\", \"abc\"", NULL, TRUE },
  { NULL, "Sun, 06 Nov 1994 08:49:37 GMT", TRUE },
  { NULL, "Sun, 06 Nov 1994 08:49:38 GMT", TRUE },
  { NULL, "Sun, 06 Nov 1994 08:49:36 GMT", FALSE },
  { NULL, "yesterday", FALSE },
  { "\"x\"", "Sun, 06 Nov 1994 08:49:38 GMT", FALSE }, /* the tag counts alone */
  { "\"abc\"", "Sun, 06 Nov 1994 08:49:36 GMT", TRUE },
};

static void
test_match (void)
{
  const ChnFeedValidators validators = { .etag = "\"abc\"", .since = 784111777 };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const ChnHttpRequest request = { .if_none_match = rows[i].none_match, .if_modified_since = rows[i].since };
    if (chn_feed_validators_match (&validators, &request) != rows[i].matches)
      CHN_FAIL ("row %u: %s, %s", (guint) i, rows[i].none_match ? rows[i].none_match : "-",
                rows[i].since ? rows[i].since : "-");
  }
}

static void
test_dates (void)
{
  static const gint64 times[] = { 0, 784111777, 951782400, 1709164800, 4102444799 };
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *date = chn_feed_dup_date (times[i]);
    CHN_ASSERT_INT (chn_feed_read_date (date), times[i]);
  }
  g_autofree char *known = chn_feed_dup_date (784111777);
  CHN_ASSERT_STRING (known, "Sun, 06 Nov 1994 08:49:37 GMT");
}

static void
test_no_dates (void)
{
  static const char *const texts[] = {
    "",
    "Sun",
    "Sun, ",
    "Sun, 6 Nov 1994 08:49:37 GMT",
    "Sun, 31 Feb 1994 08:49:37 GMT",
    "Sun, 06 nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 25:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 GMT+1",
    "Sun, 06 Nov 199",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (chn_feed_read_date (texts[i]) != -1)
      CHN_FAIL ("\"%s\" is read as a date", texts[i]);
}

static void
test_tags (void)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3), other = g_bytes_new_static ("onf", 3);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  ChnFeedValidators a = { .since = 5 }, b = { .since = 0 }, packed, none = { .since = 0 };
  chn_feed_validators_set_etag (&a, one);
  chn_feed_validators_set_etag (&b, other);
  CU_ASSERT_STRING_NOT_EQUAL (a.etag, b.etag);
  chn_feed_validators_set_etag (&b, one);
  CHN_ASSERT_STRING (a.etag, b.etag);
  chn_feed_validators_set_coded (&packed, &a, "gzip");
  CU_ASSERT_TRUE (g_str_has_suffix (packed.etag, "-gzip\""));
  CHN_ASSERT_INT (packed.since, 5);
  chn_feed_validators_set_etag (&b, empty);
  CHN_ASSERT_INT (strlen (b.etag), 34);
  chn_feed_validators_set_coded (&packed, &none, "gzip");
  CHN_ASSERT_STRING (packed.etag, "");
}

static const ChnTest tests[] = {
  { "a tag or a date that is still right", test_match },
  { "dates of HTTP, there and back", test_dates },
  { "what is no date", test_no_dates },
  { "tags differ with bytes and coding", test_tags },
};

CHN_SUITE ("feed/validators", tests)
