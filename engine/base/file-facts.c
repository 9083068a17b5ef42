/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a file keeps when another takes its place: owner, group, mode, access control list. */
#include "base/file-facts.h"

#include <errno.h>
#include <sys/xattr.h>
#include <unistd.h>

/* The lists of POSIX, and those that NFS hands on. */
static const char *const lists[] = { "system.posix_acl_access", "system.nfs4_acl" };

static gboolean
has_none (void)
{
  return errno == ENODATA || errno == ENOTSUP || errno == ENOSYS;
}

/* The folder may have given the new file a list that the old one never had. */
static gboolean
remove_list (int fd, const char *list)
{
  return fremovexattr (fd, list) == 0 || has_none ();
}

static gboolean
keep_list (int fd, const char *path, const char *list)
{
  ssize_t length = getxattr (path, list, NULL, 0);
  if (length < 0)
    return has_none () && remove_list (fd, list);
  g_autofree char *bytes = g_malloc ((gsize) length + 1);
  length = getxattr (path, list, bytes, (gsize) length);
  return length >= 0 && fsetxattr (fd, list, bytes, (gsize) length, 0) == 0;
}

static gboolean
keep_owner (int fd, const struct stat *facts)
{
  struct stat own;
  if (fstat (fd, &own) != 0)
    return FALSE;
  return (own.st_uid == facts->st_uid && own.st_gid == facts->st_gid) ||
         fchown (fd, facts->st_uid, facts->st_gid) == 0;
}

gboolean
chn_file_facts_same (const struct stat *one, const struct stat *other)
{
  return one->st_ino == other->st_ino && one->st_dev == other->st_dev;
}

gboolean
chn_file_facts_keep (int fd, const char *path, const struct stat *facts)
{
  /* The owner first, since a change of owner takes bits of the mode away. */
  if (!keep_owner (fd, facts))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!keep_list (fd, path, lists[i]))
      return FALSE;
  return fchmod (fd, facts->st_mode & 07777) == 0;
}
