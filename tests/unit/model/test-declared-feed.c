/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what is declared of a feed: nothing is public unless it says so. */
#include <chancery/chancery.h>

#include "suite.h"

static void
test_values (void)
{
  static const struct {
    ChnFeedField field;
    const char *value;
    gboolean fine;
    const char *hint;
  } rows[] = {
    { CHN_FEED_NAME, "council.2014", TRUE, NULL },
    { CHN_FEED_NAME, "Council", FALSE, "write council" },
    { CHN_FEED_NAME, "../council", FALSE, "write council" },
    { CHN_FEED_NAME, "", FALSE, NULL },
    { CHN_FEED_TITLE, "Anything: at all", TRUE, NULL },
    { CHN_FEED_ACCESS, "public", TRUE, NULL },
    { CHN_FEED_ACCESS, "token", TRUE, NULL },
    { CHN_FEED_ACCESS, "Public", FALSE, "did you mean \"public\"?" },
    { CHN_FEED_VISIBILITY, "restricted", TRUE, NULL },
    { CHN_FEED_VISIBILITY, "secret", FALSE, "one of: public, restricted, private" },
    { CHN_FEED_FORMATS, "ics json", TRUE, NULL },
    { CHN_FEED_FORMATS, "ics yaml", FALSE, "one of: ics, json, csv, md, html, xml, svg" },
    { CHN_FEED_FRONT, "yes", TRUE, NULL },
    { CHN_FEED_FRONT, "perhaps", FALSE, "one of: yes, no, true, false" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gboolean fine = chn_feed_check_value (rows[i].field, rows[i].value, &error);
    const char *hint = error ? chn_error_get_hint (error) : NULL;
    if (fine != rows[i].fine || g_strcmp0 (hint, rows[i].hint) != 0)
      CHN_FAIL ("%s: %s (%s)", rows[i].value, error ? error->message : "taken", hint ? hint : "no hint");
  }
}

static void
test_what_goes_without_saying (void)
{
  const ChnFeed bare = { .text = { [CHN_FEED_NAME] = "bare" } };
  guint n = 0;
  const char *const *formats = chn_feed_get_formats (&n);
  CU_ASSERT_FALSE (chn_feed_is_public (&bare));
  CHN_ASSERT_INT (chn_feed_get_visibility (&bare), CHN_VISIBILITY_PUBLIC);
  CU_ASSERT_FALSE (chn_feed_says_yes (&bare, CHN_FEED_FRONT));
  CU_ASSERT_FALSE (chn_feed_says_yes (&bare, CHN_FEED_PAYLOAD));
  for (guint i = 0; i < n; i++)
    CU_ASSERT_TRUE (chn_feed_has_format (&bare, formats[i]));
  CU_ASSERT_FALSE (chn_feed_has_format (&bare, "yaml"));
  CU_ASSERT_FALSE (chn_feed_has_format (&bare, "i"));
}

static void
test_what_is_said (void)
{
  const ChnFeed feed = { .text = { [CHN_FEED_NAME] = "desk",
                                   [CHN_FEED_ACCESS] = "public",
                                   [CHN_FEED_VISIBILITY] = "restricted",
                                   [CHN_FEED_FORMATS] = "ics json",
                                   [CHN_FEED_FRONT] = "true" } };
  CU_ASSERT_TRUE (chn_feed_is_public (&feed));
  CHN_ASSERT_INT (chn_feed_get_visibility (&feed), CHN_VISIBILITY_RESTRICTED);
  CU_ASSERT_TRUE (chn_feed_says_yes (&feed, CHN_FEED_FRONT));
  CU_ASSERT_TRUE (chn_feed_has_format (&feed, "json"));
  CU_ASSERT_FALSE (chn_feed_has_format (&feed, "html"));
}

/* A word that no version of ours knows lets nobody in, and shows nothing more. */
static void
test_unknown_words (void)
{
  const ChnFeed feed = { .text = { [CHN_FEED_NAME] = "desk",
                                   [CHN_FEED_ACCESS] = "everybody",
                                   [CHN_FEED_VISIBILITY] = "all",
                                   [CHN_FEED_PAYLOAD] = "always" } };
  CU_ASSERT_FALSE (chn_feed_is_public (&feed));
  CHN_ASSERT_INT (chn_feed_get_visibility (&feed), CHN_VISIBILITY_PUBLIC);
  CU_ASSERT_FALSE (chn_feed_says_yes (&feed, CHN_FEED_PAYLOAD));
}

static const ChnTest tests[] = {
  { "values that the fields of a feed take", test_values },
  { "what goes without saying of a feed", test_what_goes_without_saying },
  { "what is said of a feed", test_what_is_said },
  { "unknown words of a feed", test_unknown_words },
};

CHN_SUITE ("model/declared-feed", tests)
