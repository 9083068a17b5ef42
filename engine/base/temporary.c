/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that have no name, or a hidden one, until they are whole. */
#include "base/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/file-facts.h"

#define PREFIX ".chancery-"
enum { N_DIGITS = 12, MOST_TRIES = 100 };

static char *
dup_hidden_name (void)
{
  guint64 chance = 0;
  if (getrandom (&chance, sizeof chance, GRND_NONBLOCK) != sizeof chance)
    chance = (guint64) g_get_monotonic_time () * 0x9E3779B97F4A7C15u ^ (guint64) getpid () << 32;
  return g_strdup_printf (PREFIX "%012" G_GINT64_MODIFIER "x", chance & 0xFFFFFFFFFFFFu);
}

/* Also of what SQLite keeps beside a database that has one. */
static gboolean
is_hidden_name (const char *name)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal", NULL };
  return g_str_has_prefix (name, PREFIX) && strspn (name + strlen (PREFIX), "0123456789abcdef") == N_DIGITS &&
         g_strv_contains (ends, name + strlen (PREFIX) + N_DIGITS);
}

/* Nobody writes it any more, and it is of whoever saves now. */
static gboolean
is_stale (int fd)
{
  struct stat facts;
  return fstat (fd, &facts) == 0 && S_ISREG (facts.st_mode) && facts.st_nlink == 1 &&
         (facts.st_uid == geteuid () || geteuid () == 0) && flock (fd, LOCK_EX | LOCK_NB) == 0;
}

static void
remove_if_stale (int folder, const char *name)
{
  g_autofree char *whose = g_strndup (name, strlen (PREFIX) + N_DIGITS);
  int fd = openat (folder, whose, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd >= 0 ? is_stale (fd) : errno == ENOENT)
    unlinkat (folder, name, 0);
  if (fd >= 0)
    close (fd);
}

/* What can neither be listed nor removed stays: nothing is worse than before. */
static void
clean (int folder)
{
  int list = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *entries = list >= 0 ? fdopendir (list) : NULL;
  if (!entries) {
    if (list >= 0)
      close (list);
    return;
  }
  for (struct dirent *entry = readdir (entries); entry; entry = readdir (entries))
    if (is_hidden_name (entry->d_name))
      remove_if_stale (folder, entry->d_name);
  closedir (entries);
}

/* It is given its name through /proc. */
static gboolean
can_be_named (int fd)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  struct stat by_name, by_number;
  return stat (path, &by_name) == 0 && fstat (fd, &by_number) == 0 && chn_file_facts_same (&by_name, &by_number);
}

static int
open_nameless (int folder, mode_t mode)
{
  int fd = openat (folder, ".", O_WRONLY | O_TMPFILE | O_CLOEXEC, mode);
  if (fd < 0 || can_be_named (fd))
    return fd;
  close (fd);
  return -1;
}

/* Whoever cleans meanwhile may have taken it for stale before it was locked. */
static gboolean
is_still_there (int fd)
{
  struct stat facts;
  return fstat (fd, &facts) != 0 || facts.st_nlink > 0;
}

/* Locked, and still there; -1 with errno, EEXIST where another name should be tried. */
static int
create_locked (int folder, const char *name, mode_t mode)
{
  int fd = openat (folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, mode);
  if (fd < 0)
    return -1;
  flock (fd, LOCK_EX | LOCK_NB); /* some file systems cannot, and there nobody takes it for stale either */
  if (is_still_there (fd))
    return fd;
  close (fd);
  errno = EEXIST;
  return -1;
}

static gboolean
open_hidden (ChnTemporary *temporary, mode_t mode)
{
  chn_held_signals_begin (&temporary->signals);
  for (guint i = 0; i < MOST_TRIES; i++) {
    g_autofree char *name = dup_hidden_name ();
    temporary->fd = create_locked (temporary->folder, name, mode);
    if (temporary->fd >= 0) {
      temporary->name = g_steal_pointer (&name);
      return TRUE;
    }
    if (errno != EEXIST)
      return FALSE;
  }
  return FALSE;
}

gboolean
chn_temporary_open (ChnTemporary *temporary, const char *folder, mode_t mode)
{
  *temporary = (ChnTemporary){ .fd = -1 };
  temporary->folder = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (temporary->folder < 0)
    return FALSE;
  clean (temporary->folder);
  temporary->fd = open_nameless (temporary->folder, mode);
  if (temporary->fd >= 0)
    flock (temporary->fd, LOCK_EX | LOCK_NB);
  else if (!open_hidden (temporary, mode))
    return FALSE;
  return TRUE;
}

static gboolean
link_as (const ChnTemporary *temporary, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", temporary->fd);
  return linkat (AT_FDCWD, path, temporary->folder, name, AT_SYMLINK_FOLLOW) == 0;
}

/* A nameless file can take a name that is free, but nobody else's: for that it takes a hidden one first. */
static gboolean
link_hidden (ChnTemporary *temporary)
{
  chn_held_signals_begin (&temporary->signals);
  for (guint i = 0; i < MOST_TRIES; i++) {
    g_autofree char *name = dup_hidden_name ();
    if (link_as (temporary, name)) {
      temporary->name = g_steal_pointer (&name);
      return TRUE;
    }
    if (errno != EEXIST)
      return FALSE;
  }
  return FALSE;
}

gboolean
chn_temporary_place (ChnTemporary *temporary, const char *name)
{
  if (!temporary->name && link_as (temporary, name))
    return TRUE;
  if (!temporary->name && (errno != EEXIST || !link_hidden (temporary)))
    return FALSE;
  if (renameat (temporary->folder, temporary->name, temporary->folder, name) != 0)
    return FALSE;
  g_free (g_steal_pointer (&temporary->name));
  chn_held_signals_end (&temporary->signals);
  return TRUE;
}

void
chn_temporary_close (ChnTemporary *temporary)
{
  if (temporary->name)
    unlinkat (temporary->folder, temporary->name, 0);
  g_clear_pointer (&temporary->name, g_free);
  if (temporary->fd >= 0)
    close (temporary->fd);
  if (temporary->folder >= 0)
    close (temporary->folder);
  temporary->fd = temporary->folder = -1;
  chn_held_signals_end (&temporary->signals);
}
