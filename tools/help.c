/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Help, from the command table and the option tables. */
#include "help.h"

#include <string.h>

enum { WIDTH = 80, LABEL_WIDTH = 26 };

/* Appends words, wrapped at the width, each line but the first indented. */
static void
append_wrapped (GString *out, const char *text, guint indent, guint at)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++) {
    guint length = (guint) g_utf8_strlen (words[i], -1);
    if (i > 0 && at + 1 + length > WIDTH) {
      g_string_append_printf (out, "\n%*s", (int) indent, "");
      at = indent;
    } else if (i > 0) {
      g_string_append_c (out, ' ');
      at++;
    }
    g_string_append (out, words[i]);
    at += length;
  }
  g_string_append_c (out, '\n');
}

/* A label and its note in the second column, or on the next line where the label is too long. */
static void
append_row (GString *out, const char *label, const char *note)
{
  guint length = 2 + (guint) g_utf8_strlen (label, -1);
  g_string_append_printf (out, "  %s", label);
  if (length + 2 > LABEL_WIDTH)
    g_string_append_printf (out, "\n%*s", LABEL_WIDTH, "");
  else
    g_string_append_printf (out, "%*s", (int) (LABEL_WIDTH - length), "");
  append_wrapped (out, note, LABEL_WIDTH, LABEL_WIDTH);
}

static void
append_options (GString *out, const OptionTable *table)
{
  g_string_append (out, "\nOptions:\n");
  for (guint i = 0; i < table->options->len; i++) {
    const Option *option = &g_array_index (table->options, Option, i);
    g_autofree char *label = option_dup_synopsis (option);
    append_row (out, label, option->note);
  }
}

static void
append_formats (GString *out)
{
  guint n = 0;
  const ChnFormat *const *formats = chn_format_get_all (&n);
  g_string_append (out, "\nFormats:\n");
  for (guint i = 0; i < n; i++)
    if (chn_format_can_write (formats[i]))
      append_row (out, chn_format_get_name (formats[i]), chn_format_get_note (formats[i]));
}

static void
append_commands (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_string_append (out, "\nCommands:\n");
  for (guint i = 0; i < n; i++)
    append_row (out, commands[i].name, commands[i].summary);
}

static void
append_command (GString *out, const Command *command)
{
  g_string_append_printf (out, "Usage: chancery [-f FILE]… %s %s\n\n", command->name, command->synopsis);
  g_auto (GStrv) paragraphs = g_strsplit (command->help, "\n", -1);
  for (guint i = 0; paragraphs[i]; i++)
    append_wrapped (out, paragraphs[i], 0, 0);
}

char *
help_dup_text (const Command *command)
{
  g_autoptr (OptionTable) table = command_dup_options (command);
  GString *out = g_string_new (NULL);
  if (command) {
    append_command (out, command);
  } else {
    g_string_append (out, "Usage: chancery [-f FILE]… [--today=DATE] COMMAND [OPTIONS] [QUERY…]\n\n"
                          "Keeps sourced, dated chronologies, answers questions about them, and writes them as\n"
                          "calendars, briefings and tables. Without -f the bundled timelines answer.\n");
    append_commands (out);
  }
  append_options (out, table);
  if (command && command->writes)
    append_formats (out);
  g_string_append (
      out, command ? "\nMore in chancery(1).\n"
                   : "\n\"chancery COMMAND --help\" tells more, and so do chancery(1), chancery-query(7) and\n"
                     "chancery-timeline(5).\n");
  return g_string_free (out, FALSE);
}
