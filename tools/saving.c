/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that a command has made, to standard output or into a file. */
#include "saving.h"

#include <string.h>

#include <chancery/sink.h>

#include "pager.h"
#include "usage.h"

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
  const char *name = arguments_get (arguments, "format"), *file = arguments_get_output (arguments);
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
saving_write (const Program *program, const Arguments *arguments, const char *text, GError **error)
{
  const char *file = arguments_get_output (arguments);
  if (file)
    return chn_file_replace (file, text, strlen (text), error);
  return pager_print (&program->console, text, arguments_has (arguments, "no-pager"), error);
}
