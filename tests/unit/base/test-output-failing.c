/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of saving where calls of the system fail, one at a time: the old file or the new one, and nothing beside it.
 */
#include <chancery/error.h>
#include <chancery/sink.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "../../robust/fail-calls.h"
#include "base/file-facts.h"
#include "base/output.h"
#include "base/temporary.h"
#include "suite.h"

/* What fails, and how. */
static const struct {
  const char *call;
  int number;
} ways[] = {
  { "write", ENOSPC },
  { "write", EINTR },
  { "fsync", EIO },
  { "fsync", ENOSPC },
  { "fsync", EDQUOT },
  { "fsync", EINVAL },
  { "rename", EACCES },
  { "link", EPERM },
  { "link", EEXIST },
  { "open", EMFILE },
  { "open", EEXIST },
  { "fchmod", EPERM },
  { "fchown", EPERM },
  { "flock", EWOULDBLOCK },
  { "stat", EIO },
  { "stat", 0 },
  { "list", EIO },
  { "list", ENODATA },
  { "list", ENOTSUP },
  { "list", ENOSYS },
  { "set-list", EPERM },
  { "remove-list", EPERM },
  { "remove-list", ENODATA },
  { "read", EIO },
  { "sigaction", EINVAL },
  { "sigpending", EINVAL },
  { "sigmask", EINVAL },
  { "random", EAGAIN },
  { "folder", ENOMEM },
  { "user", 0 },
};

/* An access list as the kernel has it (acl(5)). */
static const guint8 list[] = { 2, 0,  0,   0,   1,   0,   6,  0, 255, 255, 255, 255, 2,   0,  6,
                               0, 12, 0,   0,   0,   4,   0,  4, 0,   255, 255, 255, 255, 16, 0,
                               6, 0,  255, 255, 255, 255, 32, 0, 0,   0,   255, 255, 255, 255 };

/* What is there before, where the file system has files without a name and where not. */
static const struct {
  const char *old;
  gboolean has_list, is_other_owners, has_stale, has_names, expects;
} rooms[] = {
  { NULL, FALSE, FALSE, FALSE, FALSE, FALSE }, { "old", FALSE, FALSE, FALSE, FALSE, FALSE },
  { "old", TRUE, FALSE, FALSE, FALSE, FALSE }, { "old", FALSE, TRUE, TRUE, FALSE, FALSE },
  { NULL, FALSE, FALSE, TRUE, TRUE, FALSE },   { "old", FALSE, FALSE, FALSE, TRUE, TRUE },
};

typedef struct {
  char *folder, *path, *stale;
} Place;

static Place
make_place (guint room)
{
  char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  Place place = { folder, g_build_filename (folder, "out", NULL),
                  g_build_filename (folder, ".chancery-0123456789ab", NULL) };
  if (rooms[room].old)
    CU_ASSERT_TRUE_FATAL (g_file_set_contents (place.path, rooms[room].old, -1, NULL));
  if (rooms[room].has_list)
    setxattr (place.path, "system.posix_acl_access", list, sizeof list, 0);
  if (rooms[room].is_other_owners && geteuid () == 0)
    CHN_ASSERT_INT (chown (place.path, (uid_t) -1, 12), 0);
  if (rooms[room].has_stale)
    g_file_set_contents (place.stale, "half", -1, NULL);
  return place;
}

/* A file that says that it has no name any more has none, as a rule. */
static void
remove_hidden (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (names); name; name = g_dir_read_name (names)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_str_has_prefix (name, ".chancery-"))
      g_unlink (path);
  }
}

/* The old file or the new one, which the caller says; what was stale may stay where it could not be looked at. */
static void
check_and_remove (Place place, guint room, gboolean saved, const char *way)
{
  g_autofree char *found = NULL;
  g_file_get_contents (place.path, &found, NULL, NULL);
  if (g_strcmp0 (found, "new") != 0 && (saved || g_strcmp0 (found, rooms[room].old) != 0))
    CHN_FAIL ("%s, room %u: found %s", way, room, found);
  g_unlink (place.path);
  g_unlink (place.stale);
  if (strcmp (way, "nothing") == 0)
    remove_hidden (place.folder);
  if (g_rmdir (place.folder) != 0)
    CHN_FAIL ("%s, room %u: something was left behind", way, room);
  g_free (place.folder);
  g_free (place.path);
  g_free (place.stale);
}

static gboolean
save (const char *path, GBytes *was, GError **error)
{
  return was ? chn_file_change (path, was, "new", 3, error) : chn_file_replace (path, "new", 3, error);
}

static gboolean
is_nothing (guint way)
{
  return ways[way].number == 0 && strcmp (ways[way].call, "stat") == 0;
}

/* One call fails: whether there was one. */
static gboolean
fail_one (guint room, guint way, long at)
{
  Place place = make_place (room);
  sigset_t held;
  pthread_sigmask (SIG_SETMASK, NULL, &held);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) was = rooms[room].expects ? g_bytes_new_static ("old", 3) : NULL;
  fail_calls_set (0, ways[way].call, at, ways[way].number);
  fail_calls_set (1, rooms[room].has_names ? "nameless" : NULL, 0, EOPNOTSUPP);
  gboolean saved = save (place.path, was, &error);
  long n = fail_calls_count (0);
  fail_calls_set (0, NULL, 0, 0);
  fail_calls_set (1, NULL, 0, 0);
  pthread_sigmask (SIG_SETMASK, &held, NULL); /* which may not have been given back */
  CU_ASSERT_EQUAL (saved, error == NULL);
  check_and_remove (place, room, saved, is_nothing (way) ? "nothing" : ways[way].call);
  return n >= labs (at);
}

/* Who is always interrupted goes on for ever, and whoever asks is told that nothing is there. */
static gboolean
is_possible (guint way, gboolean always)
{
  if (is_nothing (way))
    return !always;
  return !always || ways[way].number != EINTR;
}

static void
test_each_once (void)
{
  for (guint room = 0; room < G_N_ELEMENTS (rooms); room++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      for (long at = 1; is_possible (way, FALSE) && fail_one (room, way, at); at++)
        ;
}

/* As they do where something is not to be had any more. */
static void
test_all_from_one_on (void)
{
  for (guint room = 0; room < G_N_ELEMENTS (rooms); room++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      for (long at = 1; is_possible (way, TRUE) && fail_one (room, way, -at) && at <= 8; at++)
        ;
}

/* A signal that waits while a file has a name ends the writing, and takes effect when nothing is left. */
static volatile sig_atomic_t n_met;

static void
meet (int number)
{
  (void) number;
  n_met++;
}

static void
test_interrupted (void)
{
  Place place = make_place (1);
  g_autoptr (GError) error = NULL;
  struct sigaction action = { .sa_handler = meet }, before;
  sigaction (SIGTERM, &action, &before);
  fail_calls_set (1, "nameless", 0, EOPNOTSUPP);
  ChnOutput *output = chn_output_open (place.path, &error);
  fail_calls_set (1, NULL, 0, 0);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  raise (SIGTERM);
  CHN_ASSERT_INT (n_met, 0);
  CU_ASSERT_FALSE (chn_output_write ("new", 3, output, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  chn_output_free (output);
  CHN_ASSERT_INT (n_met, 1);
  sigaction (SIGTERM, &before, NULL);
  check_and_remove (place, 1, FALSE, "a signal");
}

/* What became a folder since it was opened is not replaced; what was locked or linked twice is no stale file. */
static void
test_others_meanwhile (void)
{
  Place place = make_place (0);
  g_autofree char *second = g_build_filename (place.folder, "second", NULL);
  g_autoptr (GError) error = NULL;
  ChnOutput *output = chn_output_open (place.path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  g_file_set_contents (place.stale, "half", -1, NULL);
  CHN_ASSERT_INT (link (place.stale, second), 0);
  CU_ASSERT_TRUE (chn_file_replace (place.path, "new", 3, NULL));
  CU_ASSERT_TRUE (g_file_test (place.stale, G_FILE_TEST_EXISTS));
  g_unlink (second);
  g_unlink (place.path);
  CHN_ASSERT_INT (g_mkdir (place.path, 0755), 0);
  CU_ASSERT_FALSE (chn_output_commit (output, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  chn_output_free (output);
  g_rmdir (place.path);
  check_and_remove (place, 0, FALSE, "others");
}

/* What keeps nothing is opened as it is, or not; what is private is for its owner. */
static void
test_kinds (void)
{
  Place place = make_place (0);
  g_autoptr (GError) error = NULL;
  fail_calls_set (0, "open", 0, EACCES);
  CU_ASSERT_FALSE (chn_file_replace ("/dev/null", "new", 3, &error));
  fail_calls_set (0, NULL, 0, 0);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  CHN_ASSERT_INT (mkfifo (place.path, 0600), 0);
  int reader = open (place.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  CU_ASSERT_TRUE (chn_file_replace (place.path, "new", 3, NULL));
  char found[4] = "";
  CHN_ASSERT_INT (read (reader, found, sizeof found), 3);
  CHN_ASSERT_STRING (found, "new");
  close (reader);
  g_unlink (place.path);
  ChnOutput *output = chn_output_open_private (place.path, NULL);
  CU_ASSERT_TRUE (chn_output_write ("new", 3, output, NULL) && chn_output_commit (output, NULL));
  chn_output_free (output);
  GStatBuf facts;
  CHN_ASSERT_INT (g_stat (place.path, &facts), 0);
  CHN_ASSERT_INT (facts.st_mode & 07777, 0600);
  check_and_remove (place, 0, TRUE, "kinds");
}

static void
test_same_file (void)
{
  struct stat one = { .st_ino = 1, .st_dev = 1 }, other = one;
  CU_ASSERT_TRUE (chn_file_facts_same (&one, &other));
  other.st_dev = 2;
  CU_ASSERT_FALSE (chn_file_facts_same (&one, &other));
  other = (struct stat){ .st_ino = 2, .st_dev = 1 };
  CU_ASSERT_FALSE (chn_file_facts_same (&one, &other));
}

static const ChnTest tests[] = {
  { "each call fails once", test_each_once },
  { "all fail, from one on", test_all_from_one_on },
  { "a signal ends the writing, and nothing is left", test_interrupted },
  { "what others do meanwhile", test_others_meanwhile },
  { "pipes, devices and what is private", test_kinds },
  { "which file is which", test_same_file },
};

CHN_SUITE ("base/output-failing", tests)
