/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Output files: written beside, synced, renamed, so that a failed or killed run leaves the old file. What keeps
 * nothing, such as a pipe or /dev/null, is written straight into.
 */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chancery/sink.h>

#include "base/error.h"

struct _ChnOutput {
  char *path;
  char *folder;
  char *temporary; /* NULL once renamed, and where nothing is replaced */
  gboolean is_stream;
  gboolean replaces; /* a file that exists, whose mode is kept */
  mode_t mode;
  int fd;
};

static gboolean
fail (GError **error, const char *doing, const ChnOutput *output, const char *path)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "cannot %s %s: %s%s", doing, path, g_strerror (errno),
                 output->is_stream ? "" : "; what stood there before is untouched");
  return FALSE;
}

/* Writes through a symbolic link instead of replacing it. */
static gboolean
open_beside (ChnOutput *output, GError **error)
{
  const char *path = output->path;
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *target = g_strdup (real ? real : path);
  g_autofree char *base = g_path_get_basename (target);
  output->folder = g_path_get_dirname (target);
  output->temporary = g_strdup_printf ("%s/.%s.chancery-XXXXXX", output->folder, base);
  output->fd = g_mkstemp_full (output->temporary, O_WRONLY | O_CLOEXEC, output->replaces ? 0600 : 0666);
  if (output->fd < 0) {
    g_clear_pointer (&output->temporary, g_free);
    return fail (error, "write beside", output, path);
  }
  g_free (output->path);
  output->path = g_steal_pointer (&target);
  return TRUE;
}

static gboolean
open_stream (ChnOutput *output, GError **error)
{
  output->is_stream = TRUE;
  output->fd = open (output->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return output->fd >= 0 || fail (error, "open", output, output->path);
}

ChnOutput *
chn_output_open (const char *path, GError **error)
{
  struct stat facts;
  gboolean exists = stat (path, &facts) == 0;
  gboolean is_stream = exists && (S_ISFIFO (facts.st_mode) || S_ISCHR (facts.st_mode));
  if (exists && !is_stream && !S_ISREG (facts.st_mode)) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s is not a regular file and is not replaced", path);
    return NULL;
  }
  g_autoptr (ChnOutput) output = g_new0 (ChnOutput, 1);
  output->path = g_strdup (path);
  output->fd = -1;
  output->replaces = exists;
  output->mode = exists ? facts.st_mode & 0777 : 0;
  return (is_stream ? open_stream : open_beside) (output, error) ? g_steal_pointer (&output) : NULL;
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
      return fail (error, "write", output, output->path);
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
  if (output->is_stream)
    return TRUE;
  if ((output->replaces && fchmod (output->fd, output->mode) != 0) || fsync (output->fd) != 0)
    return fail (error, "sync", output, output->path);
  if (rename (output->temporary, output->path) != 0)
    return fail (error, "replace", output, output->path);
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

gboolean
chn_file_replace (const char *path, const char *bytes, gsize length, GError **error)
{
  g_autoptr (ChnOutput) output = chn_output_open (path, error);
  return output && chn_output_write (bytes, length, output, error) && chn_output_commit (output, error);
}
