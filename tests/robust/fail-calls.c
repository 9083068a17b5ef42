/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Loaded before a program, or linked with a test (fail-calls.h), lets one call of the system fail: the
 * CHANCERY_FAIL_ATth (from 1, 0 for every one) of those that CHANCERY_FAIL_CALL names, with the error
 * CHANCERY_FAIL_ERRNO. With CHANCERY_FAIL_COUNT, the name of a file, it writes there how many calls of each name
 * there were. "nameless" are the opens that ask for a file without a name. Programs that it starts in turn, such as
 * an editor, are left alone.
 */
#include "fail-calls.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  const char *call;
  long at, n_calls;
  int number;
} Rule;

static Rule rules[2];

/* Each call that can fail, by its name, and how many there were; the last is for a name that was forgotten here. */
static struct {
  const char *name;
  long n;
} counts[] = { { "write", 0 },   { "read", 0 },        { "seek", 0 },     { "fsync", 0 },     { "truncate", 0 },
               { "unlink", 0 },  { "rename", 0 },      { "link", 0 },     { "fchmod", 0 },    { "fchown", 0 },
               { "flock", 0 },   { "list", 0 },        { "set-list", 0 }, { "sigaction", 0 }, { "sigpending", 0 },
               { "sigmask", 0 }, { "random", 0 },      { "folder", 0 },   { "user", 0 },      { "sleep", 0 },
               { "mmap", 0 },    { "memory", 0 },      { "thread", 0 },   { "stat", 0 },      { "nameless", 0 },
               { "open", 0 },    { "remove-list", 0 }, { "forgotten", 0 } };

static int is_counting;

enum { N_COUNTS = sizeof counts / sizeof *counts };

void
fail_calls_set (unsigned rule, const char *call, long at, int number)
{
  rules[rule] = (Rule){ call, at, 0, number };
}

long
fail_calls_count (unsigned rule)
{
  return rules[rule].n_calls;
}

static long
number (const char *name)
{
  const char *value = getenv (name);
  return value ? strtol (value, NULL, 10) : -1;
}

__attribute__ ((constructor)) static void
read_environment (void)
{
  if (strcmp (program_invocation_short_name, "chancery") != 0)
    return;
  is_counting = getenv ("CHANCERY_FAIL_COUNT") != NULL;
  if (getenv ("CHANCERY_FAIL_CALL"))
    fail_calls_set (0, getenv ("CHANCERY_FAIL_CALL"), number ("CHANCERY_FAIL_AT"),
                    (int) number ("CHANCERY_FAIL_ERRNO"));
}

static int
breaks (Rule *rule, const char *call)
{
  if (!rule->call || strcmp (rule->call, call) != 0)
    return 0;
  long n = __atomic_add_fetch (&rule->n_calls, 1, __ATOMIC_RELAXED);
  if (rule->at < 0 ? n < -rule->at : rule->at > 0 && n != rule->at)
    return 0;
  errno = rule->number;
  return 1;
}

static void
count (const char *call)
{
  int i = 0;
  while (i < N_COUNTS - 1 && strcmp (counts[i].name, call) != 0)
    i++;
  __atomic_add_fetch (&counts[i].n, 1, __ATOMIC_RELAXED);
}

/* Whether this call is to fail; errno then says how. */
static int
fails (const char *call)
{
  if (is_counting)
    count (call);
  return breaks (&rules[0], call) || breaks (&rules[1], call);
}

__attribute__ ((destructor)) static void
tell (void)
{
  const char *file = is_counting ? getenv ("CHANCERY_FAIL_COUNT") : NULL;
  FILE *out = file ? fopen (file, "w") : NULL;
  if (!out)
    return;
  for (int i = 0; i < N_COUNTS; i++)
    fprintf (out, "%s %ld\n", counts[i].name, counts[i].n);
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

#define FAILED (errno ? -1 : 0)

WRAP (ssize_t, FAILED, write, "write", (int fd, const void *bytes, size_t n), (fd, bytes, n))
WRAP (ssize_t, FAILED, pwrite, "write", (int fd, const void *bytes, size_t n, off_t at), (fd, bytes, n, at))
WRAP (ssize_t, FAILED, pwrite64, "write", (int fd, const void *bytes, size_t n, off64_t at), (fd, bytes, n, at))
WRAP (ssize_t, FAILED, read, "read", (int fd, void *bytes, size_t n), (fd, bytes, n))
WRAP (ssize_t, FAILED, pread, "read", (int fd, void *bytes, size_t n, off_t at), (fd, bytes, n, at))
WRAP (ssize_t, FAILED, pread64, "read", (int fd, void *bytes, size_t n, off64_t at), (fd, bytes, n, at))
WRAP (off_t, -1, lseek, "seek", (int fd, off_t at, int from), (fd, at, from))
WRAP (off64_t, -1, lseek64, "seek", (int fd, off64_t at, int from), (fd, at, from))
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
WRAP (ssize_t, -1, getxattr, "list", (const char *path, const char *name, void *value, size_t n),
      (path, name, value, n))
WRAP (int, FAILED, fsetxattr, "set-list", (int fd, const char *name, const void *value, size_t n, int flags),
      (fd, name, value, n, flags))
WRAP (int, -1, fremovexattr, "remove-list", (int fd, const char *name), (fd, name))
WRAP (int, -1, sigaction, "sigaction", (int signal, const struct sigaction *action, struct sigaction *before),
      (signal, action, before))
WRAP (int, -1, sigpending, "sigpending", (sigset_t * set), (set))
WRAP (int, errno, pthread_sigmask, "sigmask", (int how, const sigset_t *set, sigset_t *before), (how, set, before))
WRAP (ssize_t, -1, getrandom, "random", (void *bytes, size_t n, unsigned flags), (bytes, n, flags))
WRAP (DIR *, NULL, fdopendir, "folder", (int fd), (fd))
WRAP (uid_t, 12345, geteuid, "user", (void), ())
WRAP (int, -1, nanosleep, "sleep", (const struct timespec *wanted, struct timespec *left), (wanted, left))
WRAP (void *, MAP_FAILED, mmap, "mmap", (void *at, size_t n, int protection, int flags, int fd, off_t offset),
      (at, n, protection, flags, fd, offset))
WRAP (void *, MAP_FAILED, mmap64, "mmap", (void *at, size_t n, int protection, int flags, int fd, off64_t offset),
      (at, n, protection, flags, fd, offset))

/* Small blocks are had as long as the program runs. */
enum { LARGE_BLOCK = 65536 };

void *
malloc (size_t n)
{
  REAL (void *, malloc, size_t);
  return n >= LARGE_BLOCK && fails ("memory") ? NULL : real (n);
}

void *
realloc (void *block, size_t n)
{
  REAL (void *, realloc, void *, size_t);
  return n >= LARGE_BLOCK && fails ("memory") ? NULL : real (block, n);
}

int
pthread_create (pthread_t *thread, const pthread_attr_t *attributes, void *(*start) (void *), void *data)
{
  REAL (int, pthread_create, pthread_t *, const pthread_attr_t *, void *(*) (void *), void *);
  return fails ("thread") ? errno : real (thread, attributes, start, data);
}

#define WRAP_STAT(name, parameters, arguments)                                                                       \
  int name parameters;                                                                                               \
  int name parameters                                                                                                \
  {                                                                                                                  \
    static int (*real) parameters;                                                                                   \
    if (!real)                                                                                                       \
      *(void **) &real = dlsym (RTLD_NEXT, #name);                                                                   \
    if (!fails ("stat"))                                                                                             \
      return real arguments;                                                                                         \
    memset (facts, 0, sizeof *facts);                                                                                \
    return FAILED;                                                                                                   \
  }

WRAP_STAT (stat, (const char *path, struct stat *facts), (path, facts))
WRAP_STAT (stat64, (const char *path, struct stat64 *facts), (path, facts))
WRAP_STAT (lstat, (const char *path, struct stat *facts), (path, facts))
WRAP_STAT (lstat64, (const char *path, struct stat64 *facts), (path, facts))
WRAP_STAT (fstat, (int fd, struct stat *facts), (fd, facts))
WRAP_STAT (fstat64, (int fd, struct stat64 *facts), (fd, facts))

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
