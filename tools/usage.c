/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The error domain of wrong command lines. */
#include "usage.h"

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
