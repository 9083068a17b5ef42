/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of whether a change is seen. */
#include <glib/gstdio.h>

#include "feed/watch.h"
#include "suite.h"

static void
test_changes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-watch-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.yaml", NULL);
  g_autofree char *other = g_build_filename (folder, "b.yaml", NULL);
  char *paths[] = { folder, NULL };
  guint64 empty = chn_feed_watch_look (paths);
  g_file_set_contents (file, "one", -1, NULL);
  guint64 one = chn_feed_watch_look (paths);
  CU_ASSERT_NOT_EQUAL (one, empty);
  CU_ASSERT_EQUAL (chn_feed_watch_look (paths), one);
  g_file_set_contents (file, "two", -1, NULL); /* as long as before */
  guint64 two = chn_feed_watch_look (paths);
  CU_ASSERT_NOT_EQUAL (two, one);
  g_rename (file, other);
  CU_ASSERT_NOT_EQUAL (chn_feed_watch_look (paths), two);
  g_unlink (other);
  g_rmdir (folder);
  guint64 gone = chn_feed_watch_look (paths);
  CU_ASSERT_EQUAL (chn_feed_watch_look (paths), gone);
  CHN_ASSERT_INT (chn_feed_watch_look (NULL), 0);
}

static const ChnTest tests[] = {
  { "what changes in a folder is seen", test_changes },
};

CHN_SUITE ("feed/watch", tests)
