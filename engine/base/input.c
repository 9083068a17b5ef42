/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reading files whole, into memory of our own, bounded in any case. Nothing is mapped: a file that is cut short or
 * written over meanwhile would change under whoever reads it. A regular file is taken as it stood at one moment, or
 * not at all.
 */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chancery/sink.h>

#include "base/error.h"
#include "base/steady.h"

/* Pages of this size, and files that are worth them: to fill ordinary ones costs as much again as to read the file.
 */
enum { HUGE_PAGE = 2 << 20, READ_AT_ONCE = 1 << 20 };

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

static void
set_memory_error (GError **error, const char *path, guint64 length)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "not enough memory for the %" G_GUINT64_FORMAT " bytes of %s", length,
                 path);
}

/* Bytes that have come, or -1 with errno; fewer than were asked for only at the end of the file. */
static gssize
read_full (int fd, char *into, gsize length)
{
  gsize n = 0;
  while (n < length) {
    ssize_t piece = read (fd, into + n, MIN (length - n, (gsize) READ_AT_ONCE));
    if (piece < 0 && errno == EINTR)
      continue;
    if (piece < 0)
      return -1;
    if (piece == 0)
      break;
    n += (gsize) piece;
  }
  return (gssize) n;
}

/* Reads to the end of what does not tell its length. */
static GBytes *
read_stream (int fd, const char *path, guint64 limit, GError **error)
{
  gsize room = 65536, length = 0;
  g_autofree char *all = g_try_malloc (room);
  while (all) {
    gssize n = read_full (fd, all + length, room - length);
    if (n < 0) {
      set_io_error (error, path, "read");
      return NULL;
    }
    length += (gsize) n;
    if (length > limit) {
      set_size_error (error, path, limit);
      return NULL;
    }
    if (length < room)
      return g_bytes_new_take (g_steal_pointer (&all), length);
    char *more = g_try_realloc (all, room * 2);
    if (!more)
      break;
    g_steal_pointer (&all);
    all = more;
    room *= 2;
  }
  set_memory_error (error, path, room * 2);
  return NULL;
}

typedef struct {
  gpointer region;
  gsize length;
} Region;

static void
free_region (gpointer data)
{
  Region *region = data;
  munmap (region->region, region->length);
  g_free (region);
}

/* Memory in huge pages, as far as the system has some; NULL where there is none at all. */
static GBytes *
make_room (gsize length, char **start)
{
  if (length < 2 * (gsize) HUGE_PAGE) {
    *start = g_try_malloc (MAX (length, 1));
    return *start ? g_bytes_new_take (*start, length) : NULL;
  }
  gsize reserved = length + HUGE_PAGE;
  char *region = mmap (NULL, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (region == MAP_FAILED)
    return NULL;
  *start = region + (HUGE_PAGE - (guintptr) region % HUGE_PAGE) % HUGE_PAGE;
  madvise (*start, length, MADV_HUGEPAGE);
  Region *whole = g_new (Region, 1);
  *whole = (Region){ region, reserved };
  return g_bytes_new_with_free_func (*start, length, free_region, whole);
}

/* Takes what a file holds now; NULL without an error where it has become shorter meanwhile. */
static GBytes *
take_file (int fd, const char *path, gsize length, GError **error)
{
  char *start = NULL;
  g_autoptr (GBytes) bytes = make_room (length, &start);
  if (!bytes) {
    set_memory_error (error, path, length);
    return NULL;
  }
  gssize n = lseek (fd, 0, SEEK_SET) == 0 ? read_full (fd, start, length) : -1;
  if (n < 0)
    set_io_error (error, path, "read");
  return n == (gssize) length ? g_steal_pointer (&bytes) : NULL;
}

/* Files of the kernel are regular ones without a length. */
static GBytes *
take_steady (int fd, const char *path, const ChnSteady *steady, guint64 limit, GError **error)
{
  if ((guint64) steady->facts.st_size > limit) {
    set_size_error (error, path, limit);
    return NULL;
  }
  return steady->facts.st_size > 0 ? take_file (fd, path, (gsize) steady->facts.st_size, error)
                                   : read_stream (fd, path, limit, error);
}

/* As often as it changes meanwhile, it is read again. */
static GBytes *
read_file (int fd, const char *path, guint64 limit, GError **error)
{
  ChnSteady steady = { 0 };
  while (chn_steady_await (&steady, fd)) {
    g_autoptr (GError) fault = NULL;
    g_autoptr (GBytes) bytes = take_steady (fd, path, &steady, limit, &fault);
    if (fault) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
    if (bytes && chn_steady_holds (&steady, fd))
      return g_steal_pointer (&bytes);
  }
  chn_steady_set_error (&steady, path, error);
  return NULL;
}

static gboolean
is_stream (const struct stat *facts)
{
  return S_ISFIFO (facts->st_mode) || S_ISCHR (facts->st_mode);
}

/* A pipe is waited for until somebody writes into it, where that is wanted; nothing else is. */
static int
open_file (const char *path, gboolean waits, GError **error)
{
  struct stat facts;
  gboolean blocks = waits && stat (path, &facts) == 0 && is_stream (&facts);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (blocks ? 0 : O_NONBLOCK));
  if (fd < 0)
    set_io_error (error, path, "open");
  else if (!blocks)
    fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
  return fd;
}

static GBytes *
read_path (const char *path, guint64 limit, gboolean waits, GError **error)
{
  if (strcmp (path, "-") == 0)
    return read_stream (STDIN_FILENO, "standard input", limit, error);
  int fd = open_file (path, waits, error);
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
  else
    bytes = read_file (fd, path, limit, error);
  close (fd);
  return bytes;
}

GBytes *
chn_input_read (const char *path, guint64 limit, GError **error)
{
  return read_path (path, limit, TRUE, error);
}

GBytes *
chn_file_read (const char *path, guint64 limit, GError **error)
{
  return read_path (path, limit, FALSE, error);
}
