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

/* What libraries end a program for that is no fault in it, as GLib words it, and as it is said. */
static const struct {
  const char *worded;
  const char *said;
} wants[] = {
  { "failed to allocate", "chancery: not enough memory: " },
  { "Error creating thread", "chancery: no further thread can be had: " }, /* by libraries, which cannot do without */
};

static void
leave (const char *said, const char *why)
{
  say (said);
  say (why);
  say ("\n");
  _exit (STATUS_IO);
}

static void
meet_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & G_LOG_LEVEL_ERROR) && !message)
    leave (wants[0].said, "nothing more can be had");
  for (guint i = 0; i < G_N_ELEMENTS (wants) && (level & G_LOG_LEVEL_ERROR); i++)
    if (strstr (message, wants[i].worded))
      leave (wants[i].said, strstr (message, wants[i].worded));
  g_log_default_handler (domain, level, message, data);
}

void
memory_prepare (void)
{
  g_log_set_default_handler (meet_message, NULL);
}
