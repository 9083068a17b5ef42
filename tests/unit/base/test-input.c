/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of reading files: the bound, and what is no regular file. */
#include <chancery/error.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/input.h"
#include "suite.h"

static char *
make_file (const char *folder, const char *content)
{
  char *path = g_build_filename (folder, "file", NULL);
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
test_bound (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = make_file (folder, "12345");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = chn_input_read (path, 5, &error);
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_INT (g_bytes_get_size (bytes), 5);
  CU_ASSERT_PTR_NULL (chn_input_read (path, 4, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_empty (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = make_file (folder, "");
  g_autoptr (GBytes) bytes = chn_input_read (path, 0, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (bytes);
  CHN_ASSERT_INT (g_bytes_get_size (bytes), 0);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_irregular (void)
{
  static const char *const paths[] = { "/nonexistent/file", "/" };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_PTR_NULL (chn_input_read (paths[i], 100, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
    CU_ASSERT_PTR_NOT_NULL (strstr (error->message, paths[i]));
  }
}

static void
test_stream (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) nothing = chn_input_read ("/dev/null", 100, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT (nothing && g_bytes_get_size (nothing) == 0);
  CU_ASSERT_PTR_NULL (chn_input_read ("/dev/zero", 100000, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

static const ChnTest tests[] = {
  { "a file at its bound and past it", test_bound },
  { "an empty file", test_empty },
  { "what is missing or no regular file is refused by name", test_irregular },
  { "a device is read to its end, or to the bound", test_stream },
};

CHN_SUITE ("base/input", tests)
