/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tells whether files have changed. */
#include "feed/watch.h"

#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"

enum { DEPTH_MAX = 8 };

/* What tells one state of a file from another. */
static guint64
look_at (const char *path, struct stat *facts)
{
  if (stat (path, facts) != 0) {
    memset (facts, 0, sizeof *facts);
    return chn_hash_bytes (path, strlen (path));
  }
  const guint64 state[] = { (guint64) facts->st_dev,          (guint64) facts->st_ino,
                            (guint64) facts->st_size,         (guint64) facts->st_mtim.tv_sec,
                            (guint64) facts->st_mtim.tv_nsec, (guint64) facts->st_ctim.tv_sec,
                            (guint64) facts->st_ctim.tv_nsec };
  return chn_hash_bytes ((const char *) state, sizeof state) ^ chn_hash_bytes (path, strlen (path));
}

/* Sums do not depend on the order in which a folder gives its names. */
static guint64
look_below (const char *path, guint depth)
{
  struct stat facts;
  guint64 sum = look_at (path, &facts);
  g_autoptr (GDir) folder = S_ISDIR (facts.st_mode) && depth < DEPTH_MAX ? g_dir_open (path, 0, NULL) : NULL;
  for (const char *name = folder ? g_dir_read_name (folder) : NULL; name; name = g_dir_read_name (folder)) {
    g_autofree char *below = g_build_filename (path, name, NULL);
    if (name[0] != '.')
      sum += look_below (below, depth + 1);
  }
  return sum;
}

guint64
chn_feed_watch_look (char **paths)
{
  guint64 sum = 0;
  for (guint i = 0; paths && paths[i]; i++)
    sum += look_below (paths[i], 0);
  return sum;
}
