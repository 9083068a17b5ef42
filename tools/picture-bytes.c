/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pictures of trails and counts: their options from the command line, and their bytes out. */
#include "picture-bytes.h"

#include "usage.h"

gboolean
picture_bytes_keep (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

ChnWriteOptions *
picture_bytes_dup_options (const Arguments *arguments, GError **error)
{
  static const char *const names[] = { "size", "theme", "font" };
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *value = arguments_get (arguments, names[i]);
    if (!value || chn_write_options_set (options, names[i], value, error))
      continue;
    g_prefix_error (error, "--%s: ", names[i]);
    return NULL;
  }
  return g_steal_pointer (&options);
}

gboolean
picture_bytes_write (const Program *program, const Arguments *arguments, const ChnFormat *format,
                     const GString *bytes, GError **error)
{
  const char *file = arguments_get_output (arguments);
  if (file)
    return chn_file_replace (file, bytes->str, bytes->len, error);
  if (!program->console.is_terminal || !chn_format_is_binary (format))
    return console_sink (bytes->str, bytes->len, NULL, error);
  usage_set_error (error, "%s is not for terminals; name a file with -o FILE", chn_format_get_name (format));
  return FALSE;
}
