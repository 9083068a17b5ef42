/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The file that a merge is written to: locked, and remembered as it was where it is merged, too. */
#include "merge-output.h"

#include <chancery/sink.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arguments.h"
#include "file-lock.h"

/* Whether one of the paths leads to the locked file. */
static gboolean
is_merged (int lock, const char *const *words)
{
  struct stat locked, named;
  for (guint i = 0; words[i]; i++)
    if (fstat (lock, &locked) == 0 && stat (words[i], &named) == 0 && locked.st_ino == named.st_ino &&
        locked.st_dev == named.st_dev)
      return TRUE;
  return FALSE;
}

gboolean
merge_output_begin (MergeOutput *output, const Program *program, const char *file, const char *const *words,
                    GError **error)
{
  if (!file || arguments_is_standard_output (file) || !g_file_test (file, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  output->lock = file_lock (file, error);
  if (output->lock < 0 || !is_merged (output->lock, words))
    return output->lock >= 0;
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
