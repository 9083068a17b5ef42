/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Output files: written beside, synced, renamed, so that a failed or killed run leaves the old file. */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

struct _ChnOutput {
  char *path;
  char *folder;
  char *temporary; /* NULL once renamed */
  int fd;
};

static gboolean
fail (GError **error, const char *doing, const char *path)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "cannot %s %s: %s; what stood there before is untouched", doing, path,
                 g_strerror (errno));
  return FALSE;
}

/* The mode that the file has, or that a new one would get. */
static mode_t
wanted_mode (const char *path)
{
  struct stat facts;
  if (stat (path, &facts) == 0 && S_ISREG (facts.st_mode))
    return facts.st_mode & 0777;
  return 0644;
}

ChnOutput *
chn_output_open (const char *path, GError **error)
{
  struct stat facts;
  if (stat (path, &facts) == 0 && !S_ISREG (facts.st_mode)) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s is not a regular file and is not replaced", path);
    return NULL;
  }
  /* Writes through a symbolic link instead of replacing it. */
  g_autofree char *real = realpath (path, NULL);
  g_autoptr (ChnOutput) output = g_new0 (ChnOutput, 1);
  output->path = g_strdup (real ? real : path);
  output->folder = g_path_get_dirname (output->path);
  g_autofree char *base = g_path_get_basename (output->path);
  output->temporary = g_strdup_printf ("%s/.%s.chancery-XXXXXX", output->folder, base);
  output->fd = g_mkstemp_full (output->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (output->fd < 0) {
    fail (error, "write beside", path);
    g_clear_pointer (&output->temporary, g_free);
    return NULL;
  }
  return g_steal_pointer (&output);
}

gboolean
chn_output_write (const char *bytes, gsize length, gpointer data, GError **error)
{
  ChnOutput *output = data;
  while (length > 0) {
    ssize_t n = write (output->fd, bytes, length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail (error, "write", output->path);
    bytes += n;
    length -= (gsize) n;
  }
  return TRUE;
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;
  (void) !fsync (fd); /* some file systems cannot; the rename itself is done */
  close (fd);
}

gboolean
chn_output_commit (ChnOutput *output, GError **error)
{
  if (fchmod (output->fd, wanted_mode (output->path)) != 0 || fsync (output->fd) != 0)
    return fail (error, "sync", output->path);
  if (rename (output->temporary, output->path) != 0)
    return fail (error, "replace", output->path);
  g_clear_pointer (&output->temporary, g_free);
  sync_folder (output->folder);
  return TRUE;
}

void
chn_output_free (ChnOutput *output)
{
  if (!output)
    return;
  if (output->fd >= 0)
    close (output->fd);
  if (output->temporary)
    unlink (output->temporary);
  g_free (output->path);
  g_free (output->folder);
  g_free (output->temporary);
  g_free (output);
}
