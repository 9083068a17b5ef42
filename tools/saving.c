/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that a command has made, to standard output or into a file. */
#include "saving.h"

#include <string.h>

#include "console.h"
#include "usage.h"

/* The file's permission is what the umask leaves of this. */
enum { FILE_MODE = 0666 };

/* "text, csv or json" */
static char *
list_formats (const SavingFormat *formats, guint n)
{
  GString *list = g_string_new (formats[0].name);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (list, "%s%s", i + 1 < n ? ", " : " or ", formats[i].name);
  return g_string_free (list, FALSE);
}

int
saving_find_format (const Arguments *arguments, const SavingFormat *formats, guint n, GError **error)
{
  const char *name = arguments_get (arguments, "format"), *file = arguments_get (arguments, "output");
  if (!name && !file)
    return 0;
  for (guint i = 0; i < n; i++)
    if (name ? strcmp (formats[i].name, name) == 0 : g_str_has_suffix (file, formats[i].extension))
      return (int) i;
  g_autofree char *list = list_formats (formats, n);
  if (name)
    usage_set_error (error, "--format takes %s, not \"%s\"", list, name);
  else
    usage_set_error (error, "the name %s does not tell the format; add --format %s", file, list);
  return -1;
}

gboolean
saving_write (const char *file, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;
  if (!file)
    return console_print (text, error);
  if (g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                FILE_MODE, &cause))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cannot write %s: %s", file, cause->message);
  return FALSE;
}
