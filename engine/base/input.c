/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reading files whole: mapped when regular, else to their end; bounded in any case. */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

static void
set_io_error (GError **error, const char *path, const char *doing)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "cannot %s %s: %s", doing, path, g_strerror (errno));
}

static void
set_size_error (GError **error, const char *path, guint64 limit)
{
  chn_error_set (error, CHN_ERROR_LIMIT, "raise the bound with --max-file=N",
                 "%s is larger than the bound of %" G_GUINT64_FORMAT " bytes", path, limit);
}

static GBytes *
read_stream (int fd, const char *path, guint64 limit, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 piece[65536];
  for (;;) {
    ssize_t n = read (fd, piece, sizeof piece);
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&all));
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      set_io_error (error, path, "read");
      return NULL;
    }
    if (all->len + (guint64) n > MIN (limit, (guint64) G_MAXUINT32 - 1)) {
      set_size_error (error, path, limit);
      return NULL;
    }
    g_byte_array_append (all, piece, (guint) n);
  }
}

static GBytes *
map_file (int fd, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (fd, FALSE, &cause);
  if (!mapped) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "cannot map %s: %s", path, cause->message);
    return NULL;
  }
  return g_mapped_file_get_bytes (mapped);
}

static gboolean
is_stream (const struct stat *facts)
{
  return S_ISFIFO (facts->st_mode) || S_ISCHR (facts->st_mode);
}

/* A pipe is waited for until somebody writes into it; nothing else is. */
static int
open_file (const char *path, GError **error)
{
  struct stat facts;
  gboolean waits = stat (path, &facts) == 0 && is_stream (&facts);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK));
  if (fd < 0)
    set_io_error (error, path, "open");
  return fd;
}

GBytes *
chn_input_read (const char *path, guint64 limit, gboolean *is_mapped, GError **error)
{
  *is_mapped = FALSE;
  if (strcmp (path, "-") == 0)
    return read_stream (STDIN_FILENO, "standard input", limit, error);
  int fd = open_file (path, error);
  if (fd < 0)
    return NULL;
  struct stat facts;
  GBytes *bytes = NULL;
  if (fstat (fd, &facts) != 0)
    set_io_error (error, path, "examine");
  else if (is_stream (&facts))
    bytes = read_stream (fd, path, limit, error);
  else if (!S_ISREG (facts.st_mode))
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s is neither a regular file nor a pipe", path);
  else if ((guint64) facts.st_size > limit)
    set_size_error (error, path, limit);
  else
    *is_mapped = (bytes = map_file (fd, path, error)) != NULL;
  close (fd);
  return bytes;
}

/* A page that is touched brings those of its neighbourhood along, which so many bytes align (as Linux has it). */
enum { NEIGHBOURHOOD = 1 << 16 };

const char *
chn_input_leave (const char *from, const char *to)
{
  guintptr first = ((guintptr) from + NEIGHBOURHOOD - 1) / NEIGHBOURHOOD * NEIGHBOURHOOD;
  guintptr end = (guintptr) to / NEIGHBOURHOOD * NEIGHBOURHOOD;
  if (first >= end)
    return from;
  madvise ((gpointer) first, end - first, MADV_DONTNEED);
  return (const char *) end;
}
