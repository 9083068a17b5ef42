/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that is longer than the screen, through a pager. */
#include "pager.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_FOUND = 127 /* what a shell says of a program that it does not find */ };

/* How many lines of the screen are taken, at the least; what is wider than the screen goes on in the next one. */
static gboolean
fits (const Console *console, const char *text)
{
  guint rows = 1; /* for the prompt that comes after it */
  for (const char *line = text; *line && rows <= console->rows;) {
    gsize length = strcspn (line, "\n");
    glong characters = g_utf8_strlen (line, (gssize) length);
    rows += 1 + (guint) (MAX (characters - 1, 0) / (glong) MAX (console->columns, 1));
    line += length + (line[length] == '\n' ? 1 : 0);
  }
  return rows <= console->rows;
}

/* NULL where nothing is to be started: PAGER is empty or cat, the terminal cannot move its cursor, less is missing.
 */
static const char *
find_pager (void)
{
  const char *pager = g_getenv ("PAGER"), *terminal = g_getenv ("TERM");
  if (!terminal || !*terminal || strcmp (terminal, "dumb") == 0)
    return NULL;
  if (pager)
    return *pager && strcmp (pager, "cat") != 0 ? pager : NULL;
  g_autofree char *found = g_find_program_in_path ("less");
  return found ? "less" : NULL;
}

/* Colours are shown, and less leaves at once what it can show whole, without clearing the screen. */
static gboolean
start (const char *pager, GPid *child, int *input)
{
  const char *command[] = { "/bin/sh", "-c", pager, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "LESS", "FRX", FALSE);
  fflush (stdout);
  return g_spawn_async_with_pipes (NULL, (char **) command, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, child,
                                   input, NULL, NULL, NULL);
}

/* Whoever leaves the pager before the end has seen enough. */
static void
feed (int input, const char *text)
{
  for (gsize left = strlen (text); left > 0;) {
    gssize n = write (input, text, left);
    if (n < 0 && errno != EINTR)
      break;
    text += MAX (n, 0);
    left -= (gsize) MAX (n, 0);
  }
  close (input);
}

static int
wait_for (GPid child)
{
  int status = 0;
  while (waitpid (child, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (child);
  return status;
}

/* The keys that interrupt are the pager's as long as it runs. */
static int
run (GPid child, int input, const char *text)
{
  static const int signals[] = { SIGPIPE, SIGINT, SIGQUIT };
  struct sigaction ignored = { .sa_handler = SIG_IGN }, before[G_N_ELEMENTS (signals)];
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &ignored, &before[i]);
  feed (input, text);
  int status = wait_for (child);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before[i], NULL);
  return status;
}

gboolean
pager_print (const Console *console, const char *text, gboolean refused, GError **error)
{
  GPid child = 0;
  int input = -1, status = 0;
  const char *pager = NULL;
  if (!refused && console->is_terminal && console->rows > 0 && !fits (console, text))
    pager = find_pager ();
  if (!pager || !start (pager, &child, &input))
    return console_print (text, error);
  status = run (child, input, text);
  if (WIFEXITED (status) && WEXITSTATUS (status) == NOT_FOUND)
    return console_print (text, error);
  return TRUE;
}
