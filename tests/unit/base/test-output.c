/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of replacing files: the old one stands until the new one is whole. */
#include <chancery/error.h>
#include <chancery/sink.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"
#include "suite.h"

typedef struct {
  char *folder;
  char *path;
} Place;

static Place
make_place (const char *old)
{
  char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  Place place = { folder, g_build_filename (folder, "out", NULL) };
  if (old)
    CU_ASSERT_TRUE_FATAL (g_file_set_contents (place.path, old, -1, NULL));
  return place;
}

/* The content of the file, and that nothing else lies beside it. */
static void
check_and_remove (Place place, const char *expected)
{
  g_autofree char *content = NULL;
  g_file_get_contents (place.path, &content, NULL, NULL);
  CHN_ASSERT_STRING (content, expected);
  g_unlink (place.path);
  CHN_ASSERT_INT (g_rmdir (place.folder), 0);
  g_free (place.folder);
  g_free (place.path);
}

static void
test_commit (void)
{
  Place place = make_place ("old");
  g_autoptr (GError) error = NULL;
  g_chmod (place.path, 0640);
  ChnOutput *output = chn_output_open (place.path, &error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  CU_ASSERT_TRUE (chn_output_write ("new", 3, output, &error));
  CU_ASSERT_TRUE (chn_output_commit (output, &error));
  CHN_ASSERT_NO_ERROR (error);
  chn_output_free (output);
  GStatBuf facts;
  CHN_ASSERT_INT (g_stat (place.path, &facts), 0);
  CHN_ASSERT_INT (facts.st_mode & 0777, 0640);
  check_and_remove (place, "new");
}

static void
test_abandon (void)
{
  Place place = make_place ("old");
  ChnOutput *output = chn_output_open (place.path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  CU_ASSERT_TRUE (chn_output_write ("half", 4, output, NULL));
  chn_output_free (output);
  check_and_remove (place, "old");
  chn_output_free (NULL);
}

static void
test_new_file (void)
{
  Place place = make_place (NULL);
  ChnOutput *output = chn_output_open (place.path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  CU_ASSERT_TRUE (chn_output_commit (output, NULL));
  chn_output_free (output);
  check_and_remove (place, "");
}

static void
test_symbolic_link (void)
{
  Place place = make_place ("old");
  g_autofree char *link = g_build_filename (place.folder, "link", NULL);
  CHN_ASSERT_INT (symlink (place.path, link), 0);
  ChnOutput *output = chn_output_open (link, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  chn_output_write ("new", 3, output, NULL);
  CU_ASSERT_TRUE (chn_output_commit (output, NULL));
  chn_output_free (output);
  CU_ASSERT_TRUE (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
  check_and_remove (place, "new");
}

static void
test_refused (void)
{
  static const char *const paths[] = { "/nonexistent/out", "/" };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_PTR_NULL (chn_output_open (paths[i], &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  }
}

static void
test_stream (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE (chn_file_replace ("/dev/null", "new", 3, &error));
  CHN_ASSERT_NO_ERROR (error);
  GStatBuf facts;
  CU_ASSERT_TRUE (g_stat ("/dev/null", &facts) == 0 && S_ISCHR (facts.st_mode));
  CU_ASSERT_FALSE (chn_file_replace ("/dev/full", "new", 3, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
}

static const ChnTest tests[] = {
  { "a commit replaces the file and keeps its mode", test_commit },
  { "without a commit the old file stands and nothing is left", test_abandon },
  { "a new file", test_new_file },
  { "a symbolic link is written through", test_symbolic_link },
  { "what cannot be replaced is refused", test_refused },
  { "a device is written into and stays what it is", test_stream },
};

CHN_SUITE ("base/output", tests)
