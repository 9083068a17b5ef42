/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery help: the same as --help of a command, or a topic. chancery version. */
#include "help.h"

#include "topic.h"
#include "usage.h"

/* Commands first, then topics, query fields and formats. */
static char *
dup_help (const char *name, GError **error)
{
  const Command *command = command_find (name, NULL);
  if (command)
    return help_dup_text (command, FALSE);
  char *text = topic_dup_text (name);
  if (text)
    return text;
  g_auto (GStrv) topics = topic_dup_names ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n = 0;
  const Command *commands = command_get_all (&n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) commands[i].name);
  for (guint i = 0; topics[i]; i++)
    g_ptr_array_add (names, topics[i]);
  g_ptr_array_add (names, NULL);
  const char *nearest = chn_text_suggest (name, (const char *const *) names->pdata);
  if (nearest)
    usage_set_error (error, "no help on \"%s\"; did you mean \"%s\"?", name, nearest);
  else
    usage_set_error (error, "no help on \"%s\"; \"chancery help\" lists commands and topics", name);
  return NULL;
}

Status
run_help (Program *program, const Arguments *arguments, GError **error)
{
  (void) program;
  const char *const *words = arguments_get_words (arguments);
  if (!words[0]) {
    g_autofree char *text = help_dup_text (NULL, FALSE);
    console_print (text, error);
  }
  for (guint i = 0; words[i]; i++) {
    g_autofree char *text = dup_help (words[i], error);
    if (!text || (i > 0 && !console_print ("\n", error)) || !console_print (text, error))
      return STATUS_USAGE;
  }
  return STATUS_DONE;
}

Status
run_version (Program *program, const Arguments *arguments, GError **error)
{
  (void) program;
  if (*arguments_get_words (arguments))
    usage_set_error (error, "version takes no words, found \"%s\"", *arguments_get_words (arguments));
  else
    console_print ("chancery " VERSION "\n", error);
  return STATUS_DONE;
}
