/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Locks of files that are changed. The lock is on the file itself: whoever waited for it finds another file at the
 * path, and begins again with that.
 */
#include "file-lock.h"

#include <chancery/error.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether the file that was locked is still the one at the path. */
static gboolean
is_current (int lock, const char *path)
{
  struct stat locked, there;
  return fstat (lock, &locked) == 0 && stat (path, &there) == 0 && locked.st_ino == there.st_ino &&
         locked.st_dev == there.st_dev;
}

/* A pipe is not waited for, and neither it nor a device can be changed. */
static int
open_file (const char *path, GError **error)
{
  struct stat facts;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) {
    g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "cannot open %s: %s", path, g_strerror (errno));
    return -1;
  }
  if (fstat (fd, &facts) == 0 && S_ISREG (facts.st_mode))
    return fd;
  close (fd);
  g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "%s is not a regular file and cannot be changed", path);
  return -1;
}

static int
lock_file (const char *path, gboolean *told, GError **error)
{
  int lock = open_file (path, error);
  if (lock < 0)
    return -1;
  if (flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  if (errno == EWOULDBLOCK && !*told)
    fprintf (stderr, "chancery: somebody else is changing %s; waiting\n", path);
  *told = TRUE;
  while (flock (lock, LOCK_EX) != 0)
    if (errno != EINTR)
      return lock; /* a file system without locks */
  return lock;
}

int
file_lock (const char *path, GError **error)
{
  gboolean told = FALSE;
  for (;;) {
    int lock = lock_file (path, &told, error);
    if (lock < 0 || is_current (lock, path))
      return lock;
    close (lock);
  }
}
