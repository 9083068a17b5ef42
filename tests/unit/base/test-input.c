/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of reading files: the bound, and what is no regular file. */
#include <chancery/error.h>
#include <chancery/sink.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/input.h"
#include "base/steady.h"
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
  static const char *const paths[] = { "/dev/null/none/file", "/" };
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

/* Large enough for huge pages, and every byte in its place. */
static void
test_large (void)
{
  enum { LENGTH = 9 << 20 };
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL), *content = g_malloc (LENGTH);
  for (guint i = 0; i < LENGTH; i++)
    content[i] = (char) (i * 2654435761u >> 24);
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, content, LENGTH, NULL));
  g_autoptr (GBytes) bytes = chn_input_read (path, LENGTH, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (bytes);
  CU_ASSERT_TRUE (g_bytes_get_size (bytes) == LENGTH &&
                  memcmp (g_bytes_get_data (bytes, NULL), content, LENGTH) == 0);
  g_unlink (path);
  g_rmdir (folder);
}

/* Files of the kernel tell no length. */
static void
test_kernel_file (void)
{
  g_autoptr (GBytes) bytes = chn_input_read ("/proc/self/status", 1 << 20, NULL);
  CU_ASSERT (bytes && g_bytes_get_size (bytes) > 0);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_input_read ("/proc/self/status", 10, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

/* Whoever cannot wait for somebody to write takes what is there. */
static void
test_pipe_without_writer (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  CHN_ASSERT_INT (mkfifo (path, 0600), 0);
  g_autoptr (GBytes) bytes = chn_file_read (path, 100, NULL);
  CU_ASSERT (bytes && g_bytes_get_size (bytes) == 0);
  g_unlink (path);
  g_rmdir (folder);
}

/* A file that was written to just now is read when it has been left in peace, and still is what it was. */
static void
test_steady (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = make_file (folder, "12345");
  int fd = open (path, O_RDWR | O_CLOEXEC);
  ChnSteady steady = { 0 };
  CU_ASSERT_TRUE (chn_steady_await (&steady, fd));
  CU_ASSERT_TRUE (chn_steady_holds (&steady, fd));
  CHN_ASSERT_INT (pwrite (fd, "x", 1, 0), 1);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
  CU_ASSERT_TRUE (chn_steady_await (&steady, fd) && steady.waited_ms > 10);
  CHN_ASSERT_INT (g_unlink (path), 0);
  CU_ASSERT_TRUE (chn_steady_holds (&steady, fd)); /* under another name, or none, it is still the same */
  CHN_ASSERT_INT (ftruncate (fd, 2), 0);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
  close (fd);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd) || chn_steady_await (&steady, fd));
  g_autoptr (GError) error = NULL;
  chn_steady_set_error (&steady, path, &error);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  g_rmdir (folder);
}

/* Of a very large file a window is enough; whether it stayed as it was is told at the end. */
static void
test_window (void)
{
  enum { LENGTH = 17 << 20 };
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = make_file (folder, "12345");
  CHN_ASSERT_INT (truncate (path, LENGTH), 0);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_input_open (path, TRUE, LENGTH - 1, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  g_clear_error (&error);
  g_autoptr (ChnInput) input = chn_input_open (path, TRUE, LENGTH, &error);
  CHN_ASSERT_NO_ERROR (error);
  ChnWindow *window = chn_input_get_window (input);
  CHN_ASSERT_INT (window->end - window->start, LENGTH);
  CU_ASSERT (chn_window_load (window, window->start + 5) && memcmp (window->start, "12345", 5) == 0);
  CU_ASSERT_TRUE (window->loaded < window->end && chn_input_check (input, NULL));
  CHN_ASSERT_INT (truncate (path, LENGTH / 2), 0);
  CU_ASSERT_FALSE (chn_window_load (window, window->end));
  CU_ASSERT_FALSE (chn_input_check (input, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  g_unlink (path);
  g_rmdir (folder);
}

static const ChnTest tests[] = {
  { "a file at its bound and past it", test_bound },
  { "an empty file", test_empty },
  { "what is missing or no regular file is refused by name", test_irregular },
  { "a large file", test_large },
  { "a window over a very large file", test_window },
  { "a file that tells no length", test_kernel_file },
  { "a pipe that nobody writes into", test_pipe_without_writer },
  { "whether a file stayed as it was", test_steady },
  { "a device is read to its end, or to the bound", test_stream },
};

CHN_SUITE ("base/input", tests)
