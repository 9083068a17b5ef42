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
  gboolean is_mapped = FALSE;
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = make_file (folder, "12345");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = chn_input_read (path, 5, &is_mapped, &error);
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_INT (g_bytes_get_size (bytes), 5);
  CU_ASSERT_TRUE (is_mapped);
  CU_ASSERT_PTR_NULL (chn_input_read (path, 4, &is_mapped, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_empty (void)
{
  gboolean is_mapped = FALSE;
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = make_file (folder, "");
  g_autoptr (GBytes) bytes = chn_input_read (path, 0, &is_mapped, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (bytes);
  CHN_ASSERT_INT (g_bytes_get_size (bytes), 0);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_irregular (void)
{
  gboolean is_mapped = FALSE;
  static const char *const paths[] = { "/nonexistent/file", "/" };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_PTR_NULL (chn_input_read (paths[i], 100, &is_mapped, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
    CU_ASSERT_PTR_NOT_NULL (strstr (error->message, paths[i]));
  }
}

/* What was given back is there again, and what shares a page with it never went. */
static void
test_leave (void)
{
  gboolean is_mapped = FALSE;
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autoptr (GString) content = g_string_new (NULL);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (content, "line %u\n", i);
  g_autofree char *path = make_file (folder, content->str);
  g_autoptr (GBytes) bytes = chn_input_read (path, content->len, &is_mapped, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (bytes);
  const char *text = g_bytes_get_data (bytes, NULL);
  static const gsize stretches[][2] = { { 0, 0 }, { 1, 4095 }, { 0, 4096 }, { 100, 70000 }, { 65536, 150000 } };
  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++) {
    chn_input_leave (text + stretches[i][0], text + stretches[i][1]);
    CU_ASSERT (memcmp (text, content->str, content->len) == 0);
  }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_stream (void)
{
  gboolean is_mapped = TRUE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) nothing = chn_input_read ("/dev/null", 100, &is_mapped, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT (nothing && g_bytes_get_size (nothing) == 0 && !is_mapped);
  CU_ASSERT_PTR_NULL (chn_input_read ("/dev/zero", 100000, &is_mapped, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

static const ChnTest tests[] = {
  { "a file at its bound and past it", test_bound },
  { "an empty file", test_empty },
  { "what is given back is there again", test_leave },
  { "what is missing or no regular file is refused by name", test_irregular },
  { "a device is read to its end, or to the bound", test_stream },
};

CHN_SUITE ("base/input", tests)
