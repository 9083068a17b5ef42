/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Help, from the command table and the option tables. */
#include "help.h"

#include "help-text.h"
#include "topic.h"

static void
append_options (GString *out, const OptionTable *table, gboolean all)
{
  g_string_append (out, "\nOptions:\n");
  for (guint i = 0; i < table->options->len; i++) {
    const Option *option = &g_array_index (table->options, Option, i);
    if (option->value == VALUE_BOUND && !all)
      continue;
    g_autofree char *label = option_dup_synopsis (option);
    help_text_append_row (out, label, option->note);
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
      help_text_append_row (out, chn_format_get_name (formats[i]), chn_format_get_note (formats[i]));
}

static void
append_commands (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_string_append (out, "\nCommands:\n");
  for (guint i = 0; i < n; i++)
    help_text_append_row (out, commands[i].name, commands[i].summary);
}

static void
append_topics (GString *out)
{
  guint n = 0;
  const Topic *topics = topic_get_all (&n);
  g_string_append (out, "\nTopics of \"chancery help TOPIC\":\n");
  for (guint i = 0; i < n; i++)
    help_text_append_row (out, topics[i].name, topics[i].summary);
}

static void
append_command (GString *out, const Command *command)
{
  g_string_append_printf (out, "Usage: chancery [-f FILE]… %s %s\n\n", command->name, command->synopsis);
  g_auto (GStrv) paragraphs = g_strsplit (command->help, "\n", -1);
  for (guint i = 0; paragraphs[i]; i++)
    help_text_append_wrapped (out, paragraphs[i], 0, 0);
}

static void
append_program (GString *out)
{
  g_string_append (out, "Usage: chancery [-f FILE]… [--today=DATE] COMMAND [OPTIONS] [QUERY…]\n\n"
                        "Keeps sourced, dated chronologies, answers questions about them, and writes them as\n"
                        "calendars, briefings and tables. Without -f the bundled timelines answer.\n");
  append_commands (out);
  append_topics (out);
}

char *
help_dup_text (const Command *command, gboolean all)
{
  g_autoptr (OptionTable) table = command_dup_options (command);
  GString *out = g_string_new (NULL);
  if (command)
    append_command (out, command);
  else
    append_program (out);
  append_options (out, table, all);
  if (command && command->writes == TRUE)
    append_formats (out);
  g_string_append (out, command
                            ? "\nMore in chancery(1); the query language is in \"chancery help query\".\n"
                            : "\n\"chancery help COMMAND\" tells more, and so do chancery(1), chancery-query(7) and\n"
                              "chancery-timeline(5).\n");
  return g_string_free (out, FALSE);
}

const char *
help_get_first_steps (void)
{
  return "Keeps sourced, dated chronologies and answers questions about them.\n"
         "\n"
         "  chancery list                            every event, a line each\n"
         "  chancery list forum:un.sc date:2014      what the Security Council did in 2014\n"
         "  chancery list nuclear                    events that speak of what is nuclear\n"
         "  chancery show ga-69-188                  all that is known of one event\n"
         "  chancery count --by year kind:vote       how often there was a vote\n"
         "  chancery trail coi-report                what led to an event, and what followed\n"
         "  chancery export -o milestones.ics        a calendar of everything\n"
         "  chancery -f mine.yaml check              what is wrong with a file of one's own\n"
         "\n"
         "\"chancery help\" lists all commands and topics, \"chancery help query\" tells how\n"
         "to ask.\n";
}
