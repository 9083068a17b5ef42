/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The file that a merge is written to: locked, and remembered as it was where it is merged, too; not a chronology of
 * somebody else's that would be lost by it.
 */
#include "merge-output.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chancery/sink.h>

#include "file-lock.h"
#include "usage.h"

/* Whether a path leads to the locked file. */
static gboolean
is_at (int lock, const char *path)
{
  struct stat locked, named;
  return path && fstat (lock, &locked) == 0 && stat (path, &named) == 0 && locked.st_ino == named.st_ino &&
         locked.st_dev == named.st_dev;
}

static gboolean
is_merged (int lock, const Arguments *arguments)
{
  for (const char *const *word = arguments_get_words (arguments); *word; word++)
    if (is_at (lock, *word))
      return TRUE;
  return is_at (lock, arguments_get (arguments, "base"));
}

/* A chronology that somebody may have written, not a file that is made of one. */
static gboolean
is_chronology (const char *file)
{
  const ChnFormat *format = chn_format_find_for_file (file, NULL);
  return format && strcmp (chn_format_get_name (format), "yaml") == 0;
}

static gboolean
may_be_lost (const char *file, const Arguments *arguments, GError **error)
{
  if (arguments_has (arguments, "overwrite") || !is_chronology (file))
    return TRUE;
  usage_set_error (error,
                   "%s is there already and none of the files that are merged, so what it says would be lost; merge "
                   "it, too, name another file, or add --overwrite",
                   file);
  return FALSE;
}

gboolean
merge_output_begin (MergeOutput *output, const Program *program, const Arguments *arguments, GError **error)
{
  const char *file = arguments_get (arguments, "output");
  if (!file || arguments_is_standard_output (file) || !g_file_test (file, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  output->lock = file_lock (file, error);
  if (output->lock < 0)
    return FALSE;
  if (!is_merged (output->lock, arguments))
    return may_be_lost (file, arguments, error);
  output->was = chn_file_read (file, program->limits.value[CHN_LIMIT_FILE], error);
  return output->was != NULL;
}

void
merge_output_clear (MergeOutput *output)
{
  g_clear_pointer (&output->was, g_bytes_unref);
  if (output->lock >= 0)
    close (output->lock);
  output->lock = -1;
}
