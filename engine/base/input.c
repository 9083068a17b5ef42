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
#include <sys/stat.h>
#include <unistd.h>

#include <chancery/sink.h>

#include "base/error.h"
#include "base/steady.h"
#include "base/window.h"

/* Files that are worth a mapping of their own, and those of which not all is in memory where that can be avoided. */
enum { LARGE = 4 << 20, VERY_LARGE = 16 << 20, READ_AT_ONCE = 1 << 20 };

struct _ChnInput {
  char *path;
  GBytes *bytes; /* NULL: a window moves over the file */
  ChnWindow window;
  ChnWindowSource source;
  ChnSteady steady;
};

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

static void
free_window (gpointer data)
{
  ChnWindow *window = data;
  chn_window_clear (window);
  g_free (window);
}

static gboolean
open_window (ChnWindow *window, ChnWindowSource *source, const char *path, GError **error)
{
  if (chn_window_open (window, source))
    return TRUE;
  set_memory_error (error, path, source->length);
  return FALSE;
}

static GBytes *
take_large (int fd, const char *path, gsize length, GError **error)
{
  ChnWindowSource source = { fd, length, 0 };
  g_auto (ChnWindow) window = { 0 };
  if (!open_window (&window, &source, path, error))
    return NULL;
  chn_window_load (&window, window.end);
  if (source.error != 0) {
    errno = source.error;
    if (errno != ESTALE)
      set_io_error (error, path, "read");
    return NULL;
  }
  ChnWindow *whole = g_memdup2 (&window, sizeof window);
  whole->source = NULL;
  window.region = NULL;
  return g_bytes_new_with_free_func (whole->start, length, free_window, whole);
}

static GBytes *
take_small (int fd, const char *path, gsize length, GError **error)
{
  g_autofree char *all = g_try_malloc (MAX (length, 1));
  if (!all) {
    set_memory_error (error, path, length);
    return NULL;
  }
  gssize n = lseek (fd, 0, SEEK_SET) == 0 ? read_full (fd, all, length) : -1;
  if (n < 0)
    set_io_error (error, path, "read");
  return n == (gssize) length ? g_bytes_new_take (g_steal_pointer (&all), length) : NULL;
}

/* Takes what a file holds now; NULL without an error where it has become shorter meanwhile. */
static GBytes *
take_file (int fd, const char *path, gsize length, GError **error)
{
  return length < LARGE ? take_small (fd, path, length, error) : take_large (fd, path, length, error);
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
    GError *fault = NULL;
    GBytes *bytes = take_steady (fd, path, &steady, limit, &fault);
    if (bytes && chn_steady_holds (&steady, fd))
      return bytes;
    if (bytes)
      g_bytes_unref (bytes);
    if (fault) {
      g_propagate_error (error, fault);
      return NULL;
    }
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
read_fd (int fd, const char *path, guint64 limit, GError **error)
{
  struct stat facts;
  if (fstat (fd, &facts) != 0)
    set_io_error (error, path, "examine");
  else if (is_stream (&facts))
    return read_stream (fd, path, limit, error);
  else if (S_ISREG (facts.st_mode))
    return read_file (fd, path, limit, error);
  else
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s is neither a regular file nor a pipe", path);
  return NULL;
}

static GBytes *
read_path (const char *path, guint64 limit, gboolean waits, GError **error)
{
  if (strcmp (path, "-") == 0)
    return read_stream (STDIN_FILENO, "standard input", limit, error);
  int fd = open_file (path, waits, error);
  if (fd < 0)
    return NULL;
  GBytes *bytes = read_fd (fd, path, limit, error);
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

/* Of a file that is not worth it, or no regular one, all is read. */
static gboolean
is_very_large (int fd)
{
  struct stat facts;
  return fstat (fd, &facts) == 0 && S_ISREG (facts.st_mode) && facts.st_size >= VERY_LARGE;
}

static gboolean
begin_window (ChnInput *input, guint64 limit, GError **error)
{
  if (!chn_steady_await (&input->steady, input->source.fd)) {
    chn_steady_set_error (&input->steady, input->path, error);
    return FALSE;
  }
  input->source.length = (gsize) input->steady.facts.st_size;
  if (input->source.length > limit) {
    set_size_error (error, input->path, limit);
    return FALSE;
  }
  if (!open_window (&input->window, &input->source, input->path, error))
    return FALSE;
  chn_window_load (&input->window, input->window.start + 1);
  return TRUE;
}

static gboolean
begin_bytes (ChnInput *input, guint64 limit, GError **error)
{
  int fd = input->source.fd;
  gsize length = 0;
  input->bytes =
      fd < 0 ? read_stream (STDIN_FILENO, "standard input", limit, error) : read_fd (fd, input->path, limit, error);
  if (!input->bytes)
    return FALSE;
  const char *start = g_bytes_get_data (input->bytes, &length);
  chn_window_init (&input->window, start, length);
  return TRUE;
}

ChnInput *
chn_input_open (const char *path, gboolean in_window, guint64 limit, GError **error)
{
  g_autoptr (ChnInput) input = g_new0 (ChnInput, 1);
  gboolean is_file = strcmp (path, "-") != 0;
  input->path = g_strdup (path);
  input->source.fd = is_file ? open_file (path, TRUE, error) : -1;
  if (is_file && input->source.fd < 0)
    return NULL;
  in_window = in_window && is_file && is_very_large (input->source.fd);
  gboolean begun = in_window ? begin_window (input, limit, error) : begin_bytes (input, limit, error);
  return begun ? g_steal_pointer (&input) : NULL;
}

ChnWindow *
chn_input_get_window (ChnInput *input)
{
  return &input->window;
}

gboolean
chn_input_check (ChnInput *input, GError **error)
{
  if (input->bytes)
    return TRUE;
  if (input->source.error != 0 && input->source.error != ESTALE) {
    errno = input->source.error;
    set_io_error (error, input->path, "read");
    return FALSE;
  }
  if (input->source.error == 0 && chn_steady_holds (&input->steady, input->source.fd))
    return TRUE;
  errno = EBUSY;
  chn_steady_set_error (&input->steady, input->path, error);
  return FALSE;
}

GBytes *
chn_input_get_bytes (ChnInput *input, GError **error)
{
  const ChnWindow *window = &input->window;
  if (input->bytes)
    return g_bytes_ref (input->bytes);
  chn_window_load (&input->window, window->end);
  return chn_input_check (input, error) ? g_bytes_new_static (window->start, (gsize) (window->end - window->start))
                                        : NULL;
}

void
chn_input_close (ChnInput *input)
{
  if (!input)
    return;
  chn_window_clear (&input->window);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  if (input->source.fd >= 0)
    close (input->source.fd);
  g_free (input->path);
  g_free (input);
}
