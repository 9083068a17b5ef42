/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of where a server listens. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/error.h"
#include "feed/listen.h"
#include "suite.h"

static void
check_address (const char *text, const char *prefix)
{
  g_autoptr (GError) error = NULL;
  int fd = chn_feed_listen (text, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_TRUE_FATAL (fd >= 0);
  g_autofree char *address = chn_feed_dup_place (fd);
  if (!g_str_has_prefix (address, prefix) || g_str_has_suffix (address, ":0"))
    CHN_FAIL ("%s listens at %s", text, address);
  close (fd);
}

static void
test_addresses (void)
{
  check_address (":0", "127.0.0.1:");
  check_address ("127.0.0.1:0", "127.0.0.1:");
  check_address ("0.0.0.0:0", "0.0.0.0:");
}

static void
test_local (void)
{
  int near = chn_feed_listen (":0", NULL), far = chn_feed_listen ("0.0.0.0:0", NULL);
  CU_ASSERT_TRUE (chn_feed_is_local (near));
  CU_ASSERT_FALSE (chn_feed_is_local (far));
  close (near);
  close (far);
}

static void
test_no_addresses (void)
{
  static const char *const texts[] = { "",         "8080",  "localhost:8080", "127.0.0.1:65536", "127.0.0.1:",
                                       "::1:8080", "[::1]", "[::1:8080",      "unix:",           "127.0.0.1:http" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    CHN_ASSERT_INT (chn_feed_listen (texts[i], &error), -1);
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
  }
}

/* A socket that is used stays; one that is left behind, and only a socket, gives way. */
static void
test_paths (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-listen-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "socket", NULL);
  g_autofree char *address = g_strconcat ("unix:", path, NULL);
  g_autoptr (GError) error = NULL;
  int first = chn_feed_listen (address, NULL);
  CU_ASSERT_TRUE (first >= 0);
  CHN_ASSERT_INT (chn_feed_listen (address, &error), -1);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  close (first);
  int second = chn_feed_listen (address, NULL);
  CU_ASSERT_TRUE (second >= 0);
  close (second);
  g_unlink (path);
  g_file_set_contents (path, "a file", -1, NULL);
  CHN_ASSERT_INT (chn_feed_listen (address, NULL), -1);
  CU_ASSERT_TRUE (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
  g_rmdir (folder);
}

static const ChnTest tests[] = {
  { "addresses", test_addresses },
  { "which are this machine's alone", test_local },
  { "what is no address", test_no_addresses },
  { "sockets in the file system", test_paths },
};

CHN_SUITE ("feed/listen", tests)
