/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Loaded before a program, lets one call of the system fail: the CHANCERY_FAIL_ATth (from 1, 0 for every one) of
 * those that CHANCERY_FAIL_CALL names, with the error CHANCERY_FAIL_ERRNO. With CHANCERY_FAIL_COUNT, the name of a
 * file, it writes there how many calls of that name there were. "nameless" are the opens that ask for a file without
 * a name. Programs that it starts in turn, such as an editor, are left alone.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int n_calls;

static long
number (const char *name)
{
  const char *value = getenv (name);
  return value ? strtol (value, NULL, 10) : -1;
}

static int
is_chancery (void)
{
  return strcmp (program_invocation_short_name, "chancery") == 0;
}

/* Whether this call is to fail; errno then says how. */
static int
fails (const char *call)
{
  const char *wanted = getenv ("CHANCERY_FAIL_CALL");
  if (!wanted || strcmp (wanted, call) != 0 || !is_chancery ())
    return 0;
  long n = __atomic_add_fetch (&n_calls, 1, __ATOMIC_RELAXED), at = number ("CHANCERY_FAIL_AT");
  if (at != 0 && n != at)
    return 0;
  errno = (int) number ("CHANCERY_FAIL_ERRNO");
  return 1;
}

__attribute__ ((destructor)) static void
tell (void)
{
  const char *file = getenv ("CHANCERY_FAIL_COUNT");
  FILE *out = file && is_chancery () ? fopen (file, "w") : NULL;
  if (!out)
    return;
  fprintf (out, "%d\n", n_calls);
  fclose (out);
}

#define REAL(type, name, ...)                                                                                        \
  static type (*real) (__VA_ARGS__);                                                                                 \
  if (!real)                                                                                                         \
  *(void **) &real = dlsym (RTLD_NEXT, #name)

#define WRAP(type, failed, name, call, parameters, arguments)                                                        \
  type name parameters;                                                                                              \
  type name parameters                                                                                               \
  {                                                                                                                  \
    static type (*real) parameters;                                                                                  \
    if (!real)                                                                                                       \
      *(void **) &real = dlsym (RTLD_NEXT, #name);                                                                   \
    return fails (call) ? failed : real arguments;                                                                   \
  }

WRAP (ssize_t, -1, write, "write", (int fd, const void *bytes, size_t n), (fd, bytes, n))
WRAP (ssize_t, -1, read, "read", (int fd, void *bytes, size_t n), (fd, bytes, n))
WRAP (ssize_t, -1, pread, "read", (int fd, void *bytes, size_t n, off_t at), (fd, bytes, n, at))
WRAP (ssize_t, -1, pread64, "read", (int fd, void *bytes, size_t n, off64_t at), (fd, bytes, n, at))
WRAP (ssize_t, -1, pwrite, "write", (int fd, const void *bytes, size_t n, off_t at), (fd, bytes, n, at))
WRAP (ssize_t, -1, pwrite64, "write", (int fd, const void *bytes, size_t n, off64_t at), (fd, bytes, n, at))
WRAP (int, -1, fsync, "fsync", (int fd), (fd))
WRAP (int, -1, fdatasync, "fsync", (int fd), (fd))
WRAP (int, -1, ftruncate, "truncate", (int fd, off_t length), (fd, length))
WRAP (int, -1, ftruncate64, "truncate", (int fd, off64_t length), (fd, length))
WRAP (int, -1, unlink, "unlink", (const char *path), (path))
WRAP (int, -1, unlinkat, "unlink", (int folder, const char *path, int flags), (folder, path, flags))
WRAP (int, -1, rename, "rename", (const char *from, const char *to), (from, to))
WRAP (int, -1, renameat, "rename", (int a, const char *from, int b, const char *to), (a, from, b, to))
WRAP (int, -1, linkat, "link", (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
WRAP (int, -1, fchmod, "fchmod", (int fd, mode_t mode), (fd, mode))
WRAP (int, -1, fchown, "fchown", (int fd, uid_t owner, gid_t group), (fd, owner, group))
WRAP (int, -1, flock, "flock", (int fd, int operation), (fd, operation))
WRAP (void *, MAP_FAILED, mmap, "mmap", (void *at, size_t n, int protection, int flags, int fd, off_t offset),
      (at, n, protection, flags, fd, offset))
WRAP (void *, MAP_FAILED, mmap64, "mmap", (void *at, size_t n, int protection, int flags, int fd, off64_t offset),
      (at, n, protection, flags, fd, offset))

int
pthread_create (pthread_t *thread, const pthread_attr_t *attributes, void *(*start) (void *), void *data)
{
  REAL (int, pthread_create, pthread_t *, const pthread_attr_t *, void *(*) (void *), void *);
  return fails ("thread") ? errno : real (thread, attributes, start, data);
}

#define WRAP_OPEN(name, parameters, arguments)                                                                       \
  int name parameters;                                                                                               \
  int name parameters                                                                                                \
  {                                                                                                                  \
    static int (*real) parameters;                                                                                   \
    if (!real)                                                                                                       \
      *(void **) &real = dlsym (RTLD_NEXT, #name);                                                                   \
    va_list rest;                                                                                                    \
    va_start (rest, flags);                                                                                          \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg (rest, mode_t) : 0;                                       \
    va_end (rest);                                                                                                   \
    int nameless = (flags & __O_TMPFILE) == __O_TMPFILE && fails ("nameless");                                       \
    return nameless || fails ("open") ? -1 : real arguments;                                                         \
  }

WRAP_OPEN (open, (const char *path, int flags, ...), (path, flags, mode))
WRAP_OPEN (open64, (const char *path, int flags, ...), (path, flags, mode))
WRAP_OPEN (openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
WRAP_OPEN (openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
