/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Standard output: terminal or not, how wide, in colour or not, and no failed write unnoticed. */
#include "console.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "usage.h"

enum { LEAST_COLUMNS = 20, MOST_COLUMNS = 1000 };

static guint
find_columns (gboolean is_terminal)
{
  guint64 columns = 0;
  const char *text = g_getenv ("COLUMNS");
  if (text && g_ascii_string_to_unsigned (text, 10, LEAST_COLUMNS, MOST_COLUMNS, &columns, NULL))
    return (guint) columns;
  struct winsize size = { 0 };
  if (!is_terminal)
    return 0;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= LEAST_COLUMNS)
    return MIN (size.ws_col, (guint) MOST_COLUMNS);
  return 80;
}

static guint
find_rows (gboolean is_terminal)
{
  struct winsize size = { 0 };
  return is_terminal && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

static gboolean
wants_colour (gboolean is_terminal)
{
  const char *refused = g_getenv ("NO_COLOR"); /* no-color.org: any value that is not empty */
  const char *kind = g_getenv ("TERM");
  return is_terminal && !(refused && *refused) && kind && *kind && strcmp (kind, "dumb") != 0;
}

gboolean
console_init (Console *console, const char *when, GError **error)
{
  gboolean is_terminal = isatty (STDOUT_FILENO) == 1;
  gboolean colour = wants_colour (is_terminal);
  if (when && strcmp (when, "always") == 0)
    colour = TRUE;
  else if (when && strcmp (when, "never") == 0)
    colour = FALSE;
  else if (when && strcmp (when, "auto") != 0) {
    usage_set_error (error, "--color takes auto, always or never, not \"%s\"", when);
    return FALSE;
  }
  *console = (Console){ .is_terminal = is_terminal,
                        .colour = colour,
                        .columns = find_columns (is_terminal),
                        .rows = find_rows (is_terminal) };
  return TRUE;
}

static gboolean
fail (GError **error)
{
  int reason = errno;
  if (reason == EPIPE)
    _exit (EXIT_SUCCESS); /* whoever read it has seen enough */
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason), "cannot write to standard output: %s",
               g_strerror (reason));
  return FALSE;
}

gboolean
console_sink (const char *bytes, gsize length, gpointer unused, GError **error)
{
  (void) unused;
  return fwrite (bytes, 1, length, stdout) == length || fail (error);
}

gboolean
console_print (const char *text, GError **error)
{
  return console_sink (text, strlen (text), NULL, error);
}

gboolean
console_finish (GError **error)
{
  return fflush (stdout) == 0 || fail (error);
}
