/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Output files: written beside, synced, put in their place, so that a failed or killed run leaves the old file. What
 * keeps nothing, such as a pipe or /dev/null, is written straight into.
 */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chancery/sink.h>

#include "base/error.h"
#include "base/file-facts.h"
#include "base/temporary.h"

enum { MOST_LINKS = 40 }; /* as the kernel has it */

struct _ChnOutput {
  char *path;      /* as it was given, for messages */
  char *target;    /* where its links lead */
  gboolean exists; /* a file is replaced */
  mode_t mode;     /* of a new one, less the umask */
  struct stat facts;
  GBytes *was; /* what a file must still hold when it is replaced; NULL for whatever it holds; borrowed */
  int stream;  /* -1 where a file is made or replaced */
  ChnTemporary temporary;
};

static gboolean
fail (GError **error, const char *doing, const ChnOutput *output)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "cannot %s %s: %s%s", doing, output->path, g_strerror (errno),
                 output->stream >= 0 || !output->exists ? "" : "; what stood there before is untouched");
  return FALSE;
}

/* What a symbolic link says, from the folder of the link; NULL where the path is none. */
static char *
dup_next (const char *path)
{
  g_autofree char *said = g_file_read_link (path, NULL);
  if (!said || g_path_is_absolute (said))
    return g_steal_pointer (&said);
  g_autofree char *folder = g_path_get_dirname (path);
  return g_build_filename (folder, said, NULL);
}

/* Where the links end, whether something is there or not; NULL with errno. */
static char *
dup_target (const char *path)
{
  g_autofree char *target = g_strdup (path);
  for (guint i = 0; i <= MOST_LINKS; i++) {
    char *next = dup_next (target);
    if (!next)
      return g_steal_pointer (&target);
    g_free (target);
    target = next;
  }
  errno = ELOOP;
  return NULL;
}

static gboolean
refuse (const char *path, GError **error)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "%s is not a regular file and is not replaced", path);
  return FALSE;
}

/* What has no name that could be given to another file, such as a deleted one behind /dev/fd, is written into, too.
 */
static gboolean
is_stream (const ChnOutput *output)
{
  struct stat named;
  if (!S_ISREG (output->facts.st_mode))
    return TRUE;
  return lstat (output->target, &named) != 0 || !chn_file_facts_same (&named, &output->facts);
}

static gboolean
open_stream (ChnOutput *output, GError **error)
{
  output->stream = open (output->path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY);
  if (output->stream >= 0)
    return TRUE;
  return fail (error, "open", output);
}

static gboolean
open_file (ChnOutput *output, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (output->target);
  if (g_str_has_suffix (output->target, "/")) {
    errno = EISDIR;
    return fail (error, "write", output);
  }
  if (chn_temporary_open (&output->temporary, folder, output->exists ? 0600 : output->mode))
    return TRUE;
  return fail (error, "write beside", output);
}

static gboolean
open_output (ChnOutput *output, GError **error)
{
  output->exists = stat (output->path, &output->facts) == 0;
  output->target = dup_target (output->path);
  if (!output->target)
    return fail (error, "follow", output);
  mode_t mode = output->exists ? output->facts.st_mode : 0;
  if (output->exists && !S_ISREG (mode) && !S_ISFIFO (mode) && !S_ISCHR (mode))
    return refuse (output->path, error);
  return (output->exists && is_stream (output) ? open_stream : open_file) (output, error);
}

static ChnOutput *
open_with_mode (const char *path, mode_t mode, GError **error)
{
  g_autoptr (ChnOutput) output = g_new0 (ChnOutput, 1);
  output->path = g_strdup (path);
  output->mode = mode;
  output->stream = -1;
  output->temporary = (ChnTemporary){ .fd = -1, .folder = -1 };
  return open_output (output, error) ? g_steal_pointer (&output) : NULL;
}

ChnOutput *
chn_output_open (const char *path, GError **error)
{
  return open_with_mode (path, 0666, error);
}

ChnOutput *
chn_output_open_private (const char *path, GError **error)
{
  return open_with_mode (path, 0600, error);
}

void
chn_output_expect (ChnOutput *output, GBytes *was)
{
  output->was = was;
}

static gboolean
check_interruption (const ChnOutput *output, GError **error)
{
  if (output->stream >= 0 || !chn_held_signals_have_come (&output->temporary.signals))
    return TRUE;
  errno = EINTR;
  return fail (error, "write", output);
}

gboolean
chn_output_write (const char *bytes, gsize length, gpointer data, GError **error)
{
  ChnOutput *output = data;
  if (!check_interruption (output, error))
    return FALSE;
  while (length > 0) {
    ssize_t n = write (output->stream >= 0 ? output->stream : output->temporary.fd, bytes, length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail (error, "write", output);
    bytes += n;
    length -= (gsize) n;
  }
  return TRUE;
}

/* Some file systems cannot sync a folder, and some folders may only be written; all else means that a crash may bring
 * the old file back. */
static gboolean
sync_folder (const ChnOutput *output, GError **error)
{
  int fd = openat (output->temporary.folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return TRUE;
  gboolean fine = fsync (fd) == 0 || (errno != EIO && errno != ENOSPC && errno != EDQUOT);
  int cause = errno;
  close (fd);
  if (!fine)
    chn_error_set (error, CHN_ERROR_IO, "save it again", "%s is written, but may not outlast a crash: %s",
                   output->path, g_strerror (cause));
  return fine;
}

/* Since it was looked at, something else may have come there, or gone. */
static gboolean
look_again (ChnOutput *output, GError **error)
{
  output->exists = lstat (output->target, &output->facts) == 0;
  if (!output->exists || S_ISREG (output->facts.st_mode))
    return TRUE;
  return refuse (output->path, error);
}

static gboolean
keep_facts (const ChnOutput *output, GError **error)
{
  if (!output->exists || chn_file_facts_keep (output->temporary.fd, output->target, &output->facts))
    return TRUE;
  chn_error_set (
      error, CHN_ERROR_IO, "write another file, and let its owner put it there",
      "cannot give a new %s the owner, group and permissions of the old one: %s; what stood there before is "
      "untouched",
      output->path, g_strerror (errno));
  return FALSE;
}

/* Whoever takes no lock may have saved something else meanwhile. */
static gboolean
check_unchanged (const ChnOutput *output, GError **error)
{
  g_autoptr (GError) cause = NULL;
  if (!output->was)
    return TRUE;
  g_autoptr (GBytes) found = chn_file_read (output->target, g_bytes_get_size (output->was), &cause);
  if (found && g_bytes_equal (found, output->was))
    return TRUE;
  if (found || cause->code == CHN_ERROR_LIMIT || !output->exists)
    chn_error_set (error, CHN_ERROR_CONFLICT, "run it again on what is there now",
                   "somebody else has changed %s meanwhile, and it was left as it is", output->path);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
chn_output_commit (ChnOutput *output, GError **error)
{
  if (output->stream >= 0)
    return TRUE;
  g_autofree char *name = g_path_get_basename (output->target);
  if (!look_again (output, error) || !keep_facts (output, error))
    return FALSE;
  if (fsync (output->temporary.fd) != 0)
    return fail (error, "sync", output);
  if (!check_unchanged (output, error))
    return FALSE;
  if (!chn_temporary_place (&output->temporary, name))
    return fail (error, output->exists ? "replace" : "name", output);
  return sync_folder (output, error);
}

void
chn_output_free (ChnOutput *output)
{
  if (!output)
    return;
  if (output->stream >= 0)
    close (output->stream);
  chn_temporary_close (&output->temporary);
  g_free (output->path);
  g_free (output->target);
  g_free (output);
}

gboolean
chn_file_replace (const char *path, const char *bytes, gsize length, GError **error)
{
  g_autoptr (ChnOutput) output = chn_output_open (path, error);
  return output && chn_output_write (bytes, length, output, error) && chn_output_commit (output, error);
}

gboolean
chn_file_change (const char *path, GBytes *was, const char *bytes, gsize length, GError **error)
{
  g_autoptr (ChnOutput) output = chn_output_open (path, error);
  if (!output)
    return FALSE;
  chn_output_expect (output, was);
  return chn_output_write (bytes, length, output, error) && chn_output_commit (output, error);
}
