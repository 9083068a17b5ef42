/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The error domain of wrong command lines. */
#include "usage.h"

#include <chancery/text.h>

G_DEFINE_QUARK (chancery - usage - error, usage_error)

void
usage_set_error (GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, USAGE_ERROR, 0, message);
}

void
usage_set_unknown (GError **error, const char *what, const char *name, const char *const *names)
{
  const char *nearest = chn_text_suggest (name, names);
  g_autofree char *all = g_strjoinv (", ", (char **) names);
  if (nearest)
    usage_set_error (error, "unknown %s \"%s\"; did you mean \"%s\"?", what, name, nearest);
  else
    usage_set_error (error, "unknown %s \"%s\"; one of: %s", what, name, all);
}
