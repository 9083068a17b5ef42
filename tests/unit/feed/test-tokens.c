/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of tokens: what opens what, what is kept, and who may read it. */
#include <chancery/chancery.h>

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "feed/digest.h"
#include "suite.h"

static char *
dup_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("chancery-tokens-XXXXXX", &error);
  CHN_ASSERT_NO_ERROR (error);
  return g_build_filename (folder, "tokens", NULL);
}

static void
remove_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_remove (path);
  g_rmdir (folder);
}

static char *
add (ChnFeedTokens *tokens, const char *feed, const char *label)
{
  g_autoptr (GError) error = NULL;
  char *token = chn_feed_tokens_add (tokens, feed, "2014-12-22", label, &error);
  CHN_ASSERT_NO_ERROR (error);
  return token;
}

static ChnFeedTokens *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  ChnFeedTokens *tokens = chn_feed_tokens_load (path, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (tokens);
  return tokens;
}

static void
test_what_opens (void)
{
  g_autofree char *path = dup_path ();
  g_autoptr (ChnFeedTokens) tokens = load (path);
  g_autofree char *one = add (tokens, "council", NULL), *other = add (tokens, "desk", NULL);
  CHN_ASSERT_INT (strlen (one), 32);
  CU_ASSERT_TRUE (strspn (one, "abcdefghijklmnopqrstuvwxyz234567") == 32);
  CU_ASSERT_TRUE (strcmp (one, other) != 0);
  CU_ASSERT_TRUE (chn_feed_tokens_admit (tokens, "council", one));
  CU_ASSERT_TRUE (chn_feed_tokens_admit (tokens, "desk", other));
  CU_ASSERT_FALSE (chn_feed_tokens_admit (tokens, "desk", one));
  CU_ASSERT_FALSE (chn_feed_tokens_admit (tokens, "council", other));
  CU_ASSERT_FALSE (chn_feed_tokens_admit (tokens, "council", ""));
  CU_ASSERT_FALSE (chn_feed_tokens_admit (tokens, "", one));
  one[31] = one[31] == 'a' ? 'b' : 'a';
  CU_ASSERT_FALSE (chn_feed_tokens_admit (tokens, "council", one));
  remove_path (path);
}

/* The file brings back all but the tokens themselves. */
static void
test_file (void)
{
  g_autofree char *path = dup_path (), *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnFeedTokens) tokens = load (path);
  g_autofree char *token = add (tokens, "council", "Ana’s phone"), *second = add (tokens, "council", NULL);
  struct stat facts;
  CU_ASSERT_TRUE (chn_feed_tokens_save (tokens, path, &error));
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_INT (stat (path, &facts), 0);
  CHN_ASSERT_INT (facts.st_mode & 0777, 0600);
  CU_ASSERT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
  CU_ASSERT_PTR_NULL (strstr (text, token));
  g_autoptr (ChnFeedTokens) back = load (path);
  CHN_ASSERT_INT (chn_feed_tokens_count (back), 2);
  CU_ASSERT_TRUE (chn_feed_tokens_admit (back, "council", token));
  CU_ASSERT_TRUE (chn_feed_tokens_admit (back, "council", second));
  const ChnFeedToken known = chn_feed_tokens_get (back, 0);
  CHN_ASSERT_STRING (known.feed, "council");
  CHN_ASSERT_STRING (known.day, "2014-12-22");
  CHN_ASSERT_STRING (known.label, "Ana’s phone");
  CU_ASSERT_PTR_NULL (chn_feed_tokens_get (back, 1).label);
  remove_path (path);
}

static void
test_revoke (void)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnFeedTokens) tokens = load (path);
  g_autofree char *one = add (tokens, "council", NULL), *other = add (tokens, "council", NULL);
  g_autofree char *id = g_strdup (chn_feed_tokens_get (tokens, 0).id);
  CU_ASSERT_FALSE (chn_feed_tokens_revoke (tokens, "none", &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_UNKNOWN);
  CU_ASSERT_TRUE (chn_feed_tokens_revoke (tokens, id, NULL));
  CU_ASSERT_FALSE (chn_feed_tokens_admit (tokens, "council", one));
  CU_ASSERT_TRUE (chn_feed_tokens_admit (tokens, "council", other));
  CHN_ASSERT_INT (chn_feed_tokens_count (tokens), 1);
  remove_path (path);
}

static void
test_refused_files (void)
{
  static const struct {
    const char *text;
    mode_t mode;
    gboolean fine;
  } rows[] = {
    { "", 0600, TRUE },
    { "chancery-tokens 1\n", 0600, FALSE },
    { "chancery-tokens 2\n", 0600, FALSE },
    { "chancery-tokens 1\nkey 00\n", 0600, FALSE },
    { "chancery-tokens 1\nkey 000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f\n", 0600, TRUE },
    { "chancery-tokens 1\nkey 000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f\n", 0640, FALSE },
    { "chancery-tokens 1\nkey 000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f\ntoken a b\n", 0600,
      FALSE },
    { "chancery-tokens 1\nkey 000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f\n\n", 0600, FALSE },
  };
  g_autofree char *path = dup_path ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_TRUE (g_file_set_contents (path, rows[i].text, -1, NULL));
    g_chmod (path, rows[i].mode);
    g_autoptr (ChnFeedTokens) tokens = chn_feed_tokens_load (path, &error);
    if ((tokens != NULL) != rows[i].fine)
      CHN_FAIL ("row %u: %s", i, error ? error->message : "taken");
    CU_ASSERT_TRUE (!error || !strstr (error->message, "0102030405"));
  }
  remove_path (path);
}

/* GLib makes the same of the whole text at once. */
static void
test_digest (void)
{
  ChnFeedDigest key = { { 1, 2, 3 } }, other = { { 1, 2, 4 } }, read;
  ChnFeedDigest digest = chn_feed_digest_make (&key, "council", "token");
  g_autofree char *expected =
      g_compute_hmac_for_data (G_CHECKSUM_SHA256, key.bytes, sizeof key.bytes, (const guchar *) "council\0token", 13);
  CU_ASSERT_TRUE (chn_feed_digest_read (&read, expected));
  CU_ASSERT_TRUE (chn_feed_digest_equal (&digest, &read));
  CU_ASSERT_FALSE (chn_feed_digest_equal (&key, &other));
  CU_ASSERT_FALSE (chn_feed_digest_read (&read, "00"));
  expected[10] = 'g';
  CU_ASSERT_FALSE (chn_feed_digest_read (&read, expected));
}

static void
test_labels (void)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnFeedTokens) tokens = load (path);
  CU_ASSERT_PTR_NULL (chn_feed_tokens_add (tokens, "council", "2014-12-22", "two\nlines", &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
  CHN_ASSERT_INT (chn_feed_tokens_count (tokens), 0);
  remove_path (path);
}

static const ChnTest tests[] = {
  { "a token opens its own feed and nothing else", test_what_opens },
  { "a file keeps what was made, but for the tokens", test_file },
  { "a revoked token opens nothing", test_revoke },
  { "files that are refused", test_refused_files },
  { "digests are HMAC-SHA256", test_digest },
  { "labels are lines", test_labels },
};

CHN_SUITE ("feed/tokens", tests)
