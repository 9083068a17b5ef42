/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that a command has made, to standard output or into a file. */
#include "saving.h"

#include <gio/gio.h>

#include "console.h"

/* The file's permission is what the umask leaves of this. */
enum { FILE_MODE = 0666 };

gboolean
saving_write (const char *file, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;
  if (!file)
    return console_print (text, error);
  if (g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                FILE_MODE, &cause))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cannot write %s: %s", file, cause->message);
  return FALSE;
}
