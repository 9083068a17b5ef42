/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of replacing files: the old one stands until the new one is whole. */
#include <chancery/error.h>
#include <chancery/sink.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/output.h"
#include "suite.h"

typedef struct {
  char *folder;
  char *path;
} Place;

static Place
make_place (const char *old)
{
  char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  Place place = { folder, g_build_filename (folder, "out", NULL) };
  if (old)
    CU_ASSERT_TRUE_FATAL (g_file_set_contents (place.path, old, -1, NULL));
  return place;
}

/* The content of the file, and that nothing else lies beside it. */
static void
check_and_remove (Place place, const char *expected)
{
  g_autofree char *content = NULL;
  g_file_get_contents (place.path, &content, NULL, NULL);
  CHN_ASSERT_STRING (content, expected);
  g_unlink (place.path);
  CHN_ASSERT_INT (g_rmdir (place.folder), 0);
  g_free (place.folder);
  g_free (place.path);
}

static void
test_commit (void)
{
  Place place = make_place ("old");
  g_autoptr (GError) error = NULL;
  g_chmod (place.path, 0640);
  ChnOutput *output = chn_output_open (place.path, &error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  CU_ASSERT_TRUE (chn_output_write ("new", 3, output, &error));
  CU_ASSERT_TRUE (chn_output_commit (output, &error));
  CHN_ASSERT_NO_ERROR (error);
  chn_output_free (output);
  GStatBuf facts;
  CHN_ASSERT_INT (g_stat (place.path, &facts), 0);
  CHN_ASSERT_INT (facts.st_mode & 0777, 0640);
  check_and_remove (place, "new");
}

static void
test_abandon (void)
{
  Place place = make_place ("old");
  ChnOutput *output = chn_output_open (place.path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  CU_ASSERT_TRUE (chn_output_write ("half", 4, output, NULL));
  chn_output_free (output);
  check_and_remove (place, "old");
  chn_output_free (NULL);
}

static void
test_new_file (void)
{
  Place place = make_place (NULL);
  ChnOutput *output = chn_output_open (place.path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  CU_ASSERT_TRUE (chn_output_commit (output, NULL));
  chn_output_free (output);
  check_and_remove (place, "");
}

static void
test_symbolic_link (void)
{
  Place place = make_place ("old");
  g_autofree char *link = g_build_filename (place.folder, "link", NULL);
  CHN_ASSERT_INT (symlink (place.path, link), 0);
  ChnOutput *output = chn_output_open (link, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  chn_output_write ("new", 3, output, NULL);
  CU_ASSERT_TRUE (chn_output_commit (output, NULL));
  chn_output_free (output);
  CU_ASSERT_TRUE (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
  check_and_remove (place, "new");
}

static void
test_refused (void)
{
  static const char *const paths[] = { "/dev/null/none/out", "/" };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_PTR_NULL (chn_output_open (paths[i], &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  }
}

static void
test_stream (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE (chn_file_replace ("/dev/null", "new", 3, &error));
  CHN_ASSERT_NO_ERROR (error);
  GStatBuf facts;
  CU_ASSERT_TRUE (g_stat ("/dev/null", &facts) == 0 && S_ISCHR (facts.st_mode));
  CU_ASSERT_FALSE (chn_file_replace ("/dev/full", "new", 3, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
}

/* What somebody else saved meanwhile stands. */
static void
test_change (void)
{
  static const struct {
    const char *there, *was;
    gboolean is_changed;
  } cases[] = { { "old", "old", TRUE }, { "old", "older", FALSE }, { "older", "old", FALSE }, { "", "old", FALSE },
                { "old", "", FALSE },   { NULL, "old", FALSE },    { "0ld", "old", FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) was = g_bytes_new_static (cases[i].was, strlen (cases[i].was));
    Place place = make_place (cases[i].there);
    CHN_ASSERT_INT (chn_file_change (place.path, was, "new", 3, &error), cases[i].is_changed);
    if (!cases[i].is_changed)
      CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_CONFLICT);
    check_and_remove (place, cases[i].is_changed ? "new" : cases[i].there);
  }
}

/* Where there is no folder, and what is no file. */
static void
test_change_nothing (void)
{
  g_autoptr (GBytes) was = g_bytes_new_static ("old", 3);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (chn_file_change ("/dev/null/none/out", was, "new", 3, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  CU_ASSERT_TRUE (chn_file_change ("/dev/null", was, "new", 3, NULL));
}

/* The permissions that a new file gets. */
static void
test_umask (void)
{
  static const struct {
    mode_t mask, mode;
  } cases[] = { { 0077, 0600 }, { 0022, 0644 }, { 0027, 0640 }, { 0, 0666 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Place place = make_place (NULL);
    mode_t before = umask (cases[i].mask);
    CU_ASSERT_TRUE (chn_file_replace (place.path, "new", 3, NULL));
    umask (before);
    GStatBuf facts;
    CHN_ASSERT_INT (g_stat (place.path, &facts), 0);
    CHN_ASSERT_INT (facts.st_mode & 07777, cases[i].mode);
    check_and_remove (place, "new");
  }
}

/* A list as the kernel has it (acl(5)): the owner and the user 12 read and write, the group reads, by a mask. */
static const guint8 list[] = { 2, 0,  0,   0,   1,   0,   6,  0, 255, 255, 255, 255, 2,   0,  6,
                               0, 12, 0,   0,   0,   4,   0,  4, 0,   255, 255, 255, 255, 16, 0,
                               6, 0,  255, 255, 255, 255, 32, 0, 0,   0,   255, 255, 255, 255 };

static void
test_access_list (void)
{
  Place place = make_place ("old");
  guint8 found[sizeof list + 1] = { 0 };
  gboolean has_lists = setxattr (place.path, "system.posix_acl_access", list, sizeof list, 0) == 0;
  CU_ASSERT_TRUE (chn_file_replace (place.path, "new", 3, NULL));
  if (has_lists) {
    CHN_ASSERT_INT (getxattr (place.path, "system.posix_acl_access", found, sizeof found), sizeof list);
    CU_ASSERT_TRUE (memcmp (found, list, sizeof list) == 0);
  }
  check_and_remove (place, "new");
}

/* A folder may give each new file a list; what had none gets none. */
static void
test_inherited_list (void)
{
  Place place = make_place ("old");
  guint8 found[sizeof list + 1];
  g_chmod (place.path, 0600);
  gboolean has_lists = setxattr (place.folder, "system.posix_acl_default", list, sizeof list, 0) == 0;
  CU_ASSERT_TRUE (chn_file_replace (place.path, "new", 3, NULL));
  if (has_lists)
    CU_ASSERT_TRUE (getxattr (place.path, "system.posix_acl_access", found, sizeof found) < 0);
  GStatBuf facts;
  CHN_ASSERT_INT (g_stat (place.path, &facts), 0);
  CHN_ASSERT_INT (facts.st_mode & 07777, 0600);
  check_and_remove (place, "new");
}

/* Root gives files away; nobody else can, and keeps what is theirs. */
static void
test_owner (void)
{
  Place place = make_place ("old");
  uid_t owner = geteuid () == 0 ? 12 : geteuid ();
  CHN_ASSERT_INT (chown (place.path, owner, (gid_t) -1), 0);
  CU_ASSERT_TRUE (chn_file_replace (place.path, "new", 3, NULL));
  GStatBuf facts;
  CHN_ASSERT_INT (g_stat (place.path, &facts), 0);
  CHN_ASSERT_INT (facts.st_uid, owner);
  check_and_remove (place, "new");
}

static void
test_dangling_link (void)
{
  Place place = make_place (NULL);
  g_autofree char *link = g_build_filename (place.folder, "link", NULL), *second = g_strconcat (link, "2", NULL);
  CHN_ASSERT_INT (symlink ("out", link), 0);
  CHN_ASSERT_INT (symlink (link, second), 0);
  CU_ASSERT_TRUE (chn_file_replace (second, "new", 3, NULL));
  CU_ASSERT_TRUE (g_file_test (link, G_FILE_TEST_IS_SYMLINK) && g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
  g_unlink (second);
  check_and_remove (place, "new");
}

static void
test_odd_places (void)
{
  Place place = make_place ("old");
  g_autofree char *circle = g_build_filename (place.folder, "circle", NULL),
                  *slash = g_strconcat (place.path, "2/", NULL);
  CHN_ASSERT_INT (symlink ("circle", circle), 0);
  const char *const paths[] = { circle, slash, place.folder };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_FALSE (chn_file_replace (paths[i], "new", 3, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  }
  g_unlink (circle);
  check_and_remove (place, "old");
}

/* What became something else while it was written is not replaced. */
static void
test_became_pipe (void)
{
  Place place = make_place ("old");
  g_autoptr (GError) error = NULL;
  ChnOutput *output = chn_output_open (place.path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (output);
  g_unlink (place.path);
  CHN_ASSERT_INT (mkfifo (place.path, 0600), 0);
  CU_ASSERT_FALSE (chn_output_commit (output, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  chn_output_free (output);
  CU_ASSERT_FALSE (g_file_test (place.path, G_FILE_TEST_IS_REGULAR));
  g_unlink (place.path);
  g_file_set_contents (place.path, "as it was", -1, NULL);
  check_and_remove (place, "as it was");
}

/* A file behind a descriptor that has no name any more. */
static void
test_nameless (void)
{
  Place place = make_place ("old, and longer");
  int fd = open (place.path, O_RDWR | O_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_unlink (place.path);
  CU_ASSERT_TRUE (chn_file_replace (path, "new", 3, NULL));
  char found[16] = { 0 };
  CHN_ASSERT_INT (pread (fd, found, sizeof found, 0), 3);
  CHN_ASSERT_STRING (found, "new");
  close (fd);
  CHN_ASSERT_INT (g_rmdir (place.folder), 0);
  g_free (place.folder);
  g_free (place.path);
}

/* Of what lies there under hidden names, only what is ours and nobody writes is taken away. */
static void
test_stale (void)
{
  static const struct {
    const char *name;
    gboolean is_locked, stays;
  } cases[] = {
    { ".chancery-0123456789ab", FALSE, FALSE },
    { ".chancery-0123456789ac", TRUE, TRUE },
    { ".chancery-0123456789aB", FALSE, TRUE },
    { ".chancery-0123456789abc", FALSE, TRUE },
    { ".chancery-", FALSE, TRUE },
  };
  Place place = make_place (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_build_filename (place.folder, cases[i].name, NULL);
    CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, "x", 1, NULL));
    int fd = open (path, O_RDWR | O_CLOEXEC);
    CU_ASSERT_TRUE (!cases[i].is_locked || flock (fd, LOCK_EX) == 0);
    CU_ASSERT_TRUE (chn_file_replace (place.path, "new", 3, NULL));
    CU_ASSERT (g_file_test (path, G_FILE_TEST_EXISTS) == cases[i].stays);
    close (fd);
    g_unlink (path);
  }
  check_and_remove (place, "new");
}

static const ChnTest tests[] = {
  { "a commit replaces the file and keeps its mode", test_commit },
  { "without a commit the old file stands and nothing is left", test_abandon },
  { "a new file", test_new_file },
  { "what somebody else saved meanwhile stands", test_change },
  { "nothing is changed where nothing can be", test_change_nothing },
  { "a symbolic link is written through", test_symbolic_link },
  { "what cannot be replaced is refused", test_refused },
  { "a new file has what the umask leaves", test_umask },
  { "an access list is kept", test_access_list },
  { "a folder's list does not widen what is replaced", test_inherited_list },
  { "the owner is kept", test_owner },
  { "a link to nothing is written through", test_dangling_link },
  { "circles of links, and folders, are refused", test_odd_places },
  { "what became a pipe meanwhile is not replaced", test_became_pipe },
  { "a file without a name is written into", test_nameless },
  { "stale files of ours are removed, others stay", test_stale },
  { "a device is written into and stays what it is", test_stream },
};

CHN_SUITE ("base/output", tests)
