/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Completion for fish: one complete command an option, command and query field. */
#include "describe.h"

/* Text inside '…'. */
static char *
dup_escaped (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at; at++) {
    if (*at == '\'' || *at == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *at);
  }
  return g_string_free (out, FALSE);
}

static void
append_option (GString *out, const Command *command, const Option *option)
{
  g_autofree char *note = dup_escaped (option->note);
  g_auto (GStrv) choices = option_dup_choices (option);
  g_autofree char *list = choices ? g_strjoinv (" ", choices) : NULL;
  g_string_append (out, "complete -c chancery");
  if (command)
    g_string_append_printf (out, " -n '__fish_seen_subcommand_from %s'", command->name);
  if (option->letter)
    g_string_append_printf (out, " -s %c", option->letter);
  g_string_append_printf (out, " -l %s", option->name);
  if (option->value == VALUE_FILE)
    g_string_append (out, " -r -F");
  else if (option->metavar)
    g_string_append (out, " -x");
  if (list)
    g_string_append_printf (out, " -a '%s'", list);
  g_string_append_printf (out, " -d '%s'\n", note);
}

static void
append_options (GString *out, const Command *command, const OptionTable *table)
{
  for (guint i = 0; i < table->options->len; i++) {
    const Option *option = &g_array_index (table->options, Option, i);
    if (!command || !describe_is_general (option->name))
      append_option (out, command, option);
  }
}

static void
append_commands (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *summary = dup_escaped (commands[i].summary);
    g_string_append_printf (out, "complete -c chancery -n __fish_use_subcommand -a %s -d '%s'\n", commands[i].name,
                            summary);
  }
}

/* The commands of which the words are a query, as a condition. */
static char *
dup_query_condition (void)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  GString *out = g_string_new ("__fish_seen_subcommand_from");
  for (guint i = 0; i < n; i++)
    if (commands[i].words == WORDS_QUERY)
      g_string_append_printf (out, " %s", commands[i].name);
  return g_string_free (out, FALSE);
}

static void
append_fields (GString *out)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  g_autofree char *condition = dup_query_condition ();
  for (guint i = 0; i < n; i++) {
    g_autofree char *note = dup_escaped (fields[i].note);
    g_auto (GStrv) values = describe_dup_field_values (&fields[i]);
    g_string_append_printf (out, "complete -c chancery -n '%s' -a '%s:", condition, fields[i].name);
    for (guint v = 0; values && values[v]; v++)
      g_string_append_printf (out, " %s:%s", fields[i].name, values[v]);
    g_string_append_printf (out, "' -d '%s'\n", note);
    if (!values && fields[i].values != CHN_QUERY_VALUES_OTHER)
      g_string_append_printf (out,
                              "complete -c chancery -n '%s; and __chancery_asks %s' -a '(__chancery_values %s "
                              "(__chancery_before_value))'\n",
                              condition, fields[i].name, fields[i].name);
  }
}

/* What the timeline has, of the files that the line names. */
static const char functions[] =
    "function __chancery_values\n"
    "  set -l files\n"
    "  set -l words (commandline -opc)\n"
    "  for i in (seq (count $words))\n"
    "    switch $words[$i]\n"
    "      case -f --file\n"
    "        set -l next (math $i + 1)\n"
    "        set -q words[$next]; and set -a files -f (string replace -r '^~/' $HOME/ -- $words[$next])\n"
    "      case '--file=*'\n"
    "        set -a files $words[$i]\n"
    "    end\n"
    "  end\n"
    "  string replace -r '^' -- \"$argv[2]\" (chancery $files complete $argv[1] < /dev/null 2> /dev/null)\n"
    "end\n"
    "function __chancery_begins\n"
    "  string match -q -- \"$argv[1]*\" (commandline -ct)\n"
    "end\n"
    "function __chancery_asks\n"
    "  string match -qr -- \"^-?$argv[1]\"'[:=]' (commandline -ct)\n"
    "end\n"
    "function __chancery_before_value\n"
    "  string match -r -- '^[^:=]*[:=]' (commandline -ct)\n"
    "end\n"
    "function __chancery_before_at\n"
    "  string match -r -- '^.*@' (commandline -ct)\n"
    "end\n\n";

static void
append_ids (GString *out)
{
  g_autofree char *condition = dup_query_condition ();
  g_string_append_printf (
      out,
      "complete -c chancery -n '%s; and string match -q \"*@*\" -- (commandline -ct); and not __chancery_begins @@' "
      "-a '(__chancery_values @ (__chancery_before_at))'\n",
      condition);
  g_string_append_printf (out, "complete -c chancery -n '%s' -a '(__chancery_values :)'\n", condition);
  g_string_append_printf (
      out, "complete -c chancery -n '%s; and __chancery_begins @@' -a '(__chancery_values @@ @@)'\n", condition);
}

static void
append_actions (GString *out)
{
  for (const DescribeActions *row = describe_get_actions (); row->command; row++) {
    g_autofree char *words = describe_dup_words (row);
    g_string_append_printf (out, "complete -c chancery -n '__fish_seen_subcommand_from %s", row->command);
    if (*row->behind)
      g_string_append_printf (out, "; and __fish_seen_subcommand_from %s", row->behind);
    g_string_append_printf (out, "; and not __fish_seen_subcommand_from %s' -a '%s'\n", words, words);
  }
}

/* Commands of which the words are ids, with @ before them or without, and help. */
static void
append_others (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_autofree char *topics = describe_dup_topics ();
  for (guint i = 0; i < n; i++)
    if (commands[i].words == WORDS_IDS)
      g_string_append_printf (out,
                              "complete -c chancery -n '__fish_seen_subcommand_from %s' -a '(__chancery_values @ "
                              "(__chancery_before_at))'\n",
                              commands[i].name);
    else if (commands[i].words == WORDS_TOPICS)
      g_string_append_printf (out, "complete -c chancery -n '__fish_seen_subcommand_from %s' -a '%s'\n",
                              commands[i].name, topics);
}

void
describe_fish (GString *out)
{
  g_string_append (out, "# fish completion for chancery(1), made from the program's tables\n\n"
                        "complete -c chancery -f\n");
  g_string_append (out, functions);
  append_commands (out);
  describe_each_command (out, append_options);
  append_fields (out);
  append_ids (out);
  append_others (out);
  append_actions (out);
}
