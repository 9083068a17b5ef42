/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that others may be writing: whether what was read is what stood there at one moment. */
#include "base/steady.h"

#include <errno.h>
#include <time.h>

#include "base/error.h"

/*
 * Several times as long as the coarsest clock of a file system that is met; longer for what is written in pieces,
 * between which whoever writes may be kept waiting, and for what was emptied just now, which is about to be filled.
 */
enum { PEACE_MS = 20, PEACE_OF_LARGE_MS = 100, PEACE_OF_EMPTY_MS = 1000, LARGE = 1 << 20 };

/* How long is waited for it at most, in all. */
enum { LONGEST_MS = 5000, AT_ONCE_MS = 20 };

static gint64
get_ms (const struct timespec *time)
{
  return (gint64) time->tv_sec * 1000 + time->tv_nsec / 1000000;
}

/* Milliseconds that are to be waited; 0 for what was not written to just now. */
static gint64
get_unrest (const struct stat *facts)
{
  struct timespec now = { 0 };
  clock_gettime (CLOCK_REALTIME, &now);
  gint64 age = get_ms (&now) - get_ms (&facts->st_mtim);
  gint64 peace = facts->st_size == 0 ? PEACE_OF_EMPTY_MS : facts->st_size > LARGE ? PEACE_OF_LARGE_MS : PEACE_MS;
  return age >= 0 && age < peace ? peace - age : 0;
}

gboolean
chn_steady_await (ChnSteady *steady, int fd)
{
  while (fstat (fd, &steady->facts) == 0) {
    gint64 rest = get_unrest (&steady->facts);
    if (steady->waited_ms > LONGEST_MS) {
      errno = EBUSY;
      return FALSE;
    }
    steady->waited_ms += 1 + MIN (rest, AT_ONCE_MS);
    if (rest == 0)
      return TRUE;
    g_usleep ((gulong) MIN (rest, AT_ONCE_MS) * 1000);
  }
  return FALSE;
}

static gboolean
is_same_time (const struct timespec *a, const struct timespec *b)
{
  return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

gboolean
chn_steady_holds (const ChnSteady *steady, int fd)
{
  const struct stat *then = &steady->facts;
  struct stat now;
  if (fstat (fd, &now) != 0 || now.st_size != then->st_size || !is_same_time (&now.st_mtim, &then->st_mtim))
    return FALSE;
  /* A file that another has taken the place of has a name less, and is otherwise as it was. */
  return is_same_time (&now.st_ctim, &then->st_ctim) || now.st_nlink != then->st_nlink;
}

void
chn_steady_set_error (const ChnSteady *steady, const char *path, GError **error)
{
  if (errno == EBUSY || steady->waited_ms > 0)
    chn_error_set (error, CHN_ERROR_IO, "ask again when nobody writes to it", "%s was changed while it was read",
                   path);
  else
    chn_error_set (error, CHN_ERROR_IO, NULL, "cannot examine %s: %s", path, g_strerror (errno));
}
