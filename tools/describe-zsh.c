/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Completion for zsh: _arguments specifications for each command. */
#include "describe.h"

#include <string.h>

/* Text inside '…[…]…' of a specification. */
static char *
dup_escaped (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at; at++) {
    if (*at == '\'')
      g_string_append (out, "'\\'");
    else if (*at == '[' || *at == ']' || *at == ':' || *at == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *at);
  }
  return g_string_free (out, FALSE);
}

static char *
dup_action (const Option *option)
{
  g_auto (GStrv) choices = option_dup_choices (option);
  g_autofree char *list = choices ? g_strjoinv (" ", choices) : NULL;
  if (list)
    return g_strdup_printf ("(%s)", list);
  return g_strdup (option->value == VALUE_FILE ? "_files" : " ");
}

static void
append_option (GString *out, const Option *option)
{
  g_autofree char *note = dup_escaped (option->note);
  g_autofree char *action = dup_action (option);
  g_autofree char *value = option->metavar ? g_strdup_printf (":%s:%s", option->name, action) : g_strdup ("");
  const char *assigned = option->metavar ? "=" : "";
  if (option->letter)
    g_string_append_printf (out, " \\\n        '*'{-%c%s,--%s%s}'[%s]%s'", option->letter, option->metavar ? "+" : "",
                            option->name, assigned, note, value);
  else
    g_string_append_printf (out, " \\\n        '--%s%s[%s]%s'", option->name, assigned, note, value);
}

static void
append_options (GString *out, const OptionTable *table)
{
  for (guint i = 0; i < table->options->len; i++)
    append_option (out, &g_array_index (table->options, Option, i));
}

/* A word for each step; what comes behind the last is not known. */
static void
append_actions (GString *out, const Command *command)
{
  guint n = 0;
  for (const DescribeActions *row = describe_get_actions (); row->command; row++) {
    g_autofree char *words = describe_dup_words (row);
    if (strcmp (row->command, command->name) == 0)
      g_string_append_printf (out, " \\\n        '%u:action:(%s)'", ++n, words);
  }
}

static void
append_command (GString *out, const Command *command, const OptionTable *table)
{
  static const char *const actions[] = {
    [WORDS_QUERY] = "'*:query:_chancery_query'",
    [WORDS_IDS] = "'*:event:_chancery_ids'",
    [WORDS_ACTORS] = "'*:name: '",
    [WORDS_FORUMS] = "'*:name: '",
    [WORDS_FILES] = "'*:file:_files'",
    [WORDS_TOPICS] = "'*:topic:_chancery_topics'",
    [WORDS_LINE] = "'*: : '",
    [WORDS_NONE] = "'*: : '",
  };
  if (!command)
    return;
  g_string_append_printf (out, "    (%s)\n      _arguments -s", command->name);
  append_options (out, table);
  append_actions (out, command);
  g_string_append_printf (out, " \\\n        %s ;;\n", actions[command->words]);
}

static void
append_query (GString *out)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  g_string_append (out, "_chancery_query () {\n  case $PREFIX in\n"
                        "    (@@*) compset -P '@@'; _chancery_values @@ ;;\n"
                        "    (*@*) compset -P '*@'; _chancery_values @ ;;\n");
  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) values = describe_dup_field_values (&fields[i]);
    g_autofree char *list = values ? g_strjoinv (" ", values) : NULL;
    gboolean in_timeline = fields[i].values != CHN_QUERY_VALUES_OTHER;
    if (list || in_timeline)
      g_string_append_printf (out, "    (%s[:=]*) compset -P '*[:=]'; %s %s ;;\n", fields[i].name,
                              list ? "compadd --" : "_chancery_values", list ? list : fields[i].name);
  }
  g_string_append (out, "    (*[:=]*) ;;\n    (*) compadd -S '' --");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, " %s:", fields[i].name);
  g_string_append (out, "\n      _chancery_values : ;;\n  esac\n}\n\n");
}

void
describe_zsh (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_autoptr (OptionTable) general = command_dup_options (NULL);
  g_string_append (out, "#compdef chancery\n# zsh completion for chancery(1), made from the program's tables\n\n");
  g_string_append (out, "# the words of the line, for the files that it names\n"
                        "_chancery_values () {\n"
                        "  local -a files values\n"
                        "  local i\n"
                        "  for (( i = 1; i <= $#_chancery_line; i++ )); do\n"
                        "    case $_chancery_line[i] in\n"
                        "      (-f|--file) files+=(-f ${${(Q)_chancery_line[i+1]}/#\\~\\//$HOME/}) ;;\n"
                        "      (--file=*) files+=(${(Q)_chancery_line[i]}) ;;\n"
                        "    esac\n"
                        "  done\n"
                        "  values=(${(f)\"$(chancery $files complete $1 < /dev/null 2> /dev/null)\"})\n"
                        "  compadd -a values\n"
                        "}\n\n");
  append_query (out);
  g_autofree char *topics = describe_dup_topics ();
  g_string_append_printf (out, "_chancery_topics () {\n  compadd -- %s\n}\n\n", topics);
  g_string_append (out, "_chancery_ids () {\n"
                        "  compset -P '@'\n"
                        "  _chancery_values @\n"
                        "}\n\n"
                        "_chancery () {\n"
                        "  local -a _chancery_line=($words)\n"
                        "  local curcontext=$curcontext state line\n"
                        "  typeset -A opt_args\n"
                        "  local -a commands=(");
  for (guint i = 0; i < n; i++) {
    g_autofree char *summary = dup_escaped (commands[i].summary);
    g_string_append_printf (out, "\n    '%s:%s'", commands[i].name, summary);
  }
  g_string_append (out, ")\n  _arguments -C -s");
  append_options (out, general);
  g_string_append (out, " \\\n        '1:command:->command' '*::argument:->argument'\n"
                        "  [[ $state == command ]] && _describe command commands\n"
                        "  [[ $state == argument ]] || return\n"
                        "  case $words[1] in\n");
  describe_each_command (out, append_command);
  g_string_append (out, "  esac\n}\n\n_chancery \"$@\"\n");
}
