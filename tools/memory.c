/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the program does when it runs out of memory. */
#include "memory.h"

#include <glib.h>
#include <string.h>
#include <unistd.h>

#include "failure.h"

/* Without an allocation: there is no memory. */
static void
say (const char *text)
{
  for (gsize length = strlen (text); length > 0;) {
    ssize_t n = write (STDERR_FILENO, text, length);
    if (n <= 0)
      return;
    text += n;
    length -= (gsize) n;
  }
}

/* Errors that end a program are faults in it, but for this one. */
static void
meet_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  const char *told = message ? strstr (message, "failed to allocate") : "nothing more can be had";
  if (!(level & G_LOG_LEVEL_ERROR) || !told) {
    g_log_default_handler (domain, level, message, data);
    return;
  }
  say ("chancery: not enough memory: ");
  say (told);
  say ("\n");
  _exit (STATUS_IO);
}

void
memory_prepare (void)
{
  g_log_set_default_handler (meet_message, NULL);
}
