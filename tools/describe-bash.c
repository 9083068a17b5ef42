/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Completion for bash: tables as case statements, and one function that looks at the line. */
#include "describe.h"

static const char completer[] =
    "_chancery ()\n"
    "{\n"
    "  local line=${COMP_LINE:0:COMP_POINT}\n"
    "  local current=${line##*[[:blank:]]}\n"
    "  local typed=$current kept='' command='' action='' option='' word files=() words=() reply=()\n"
    "  read -ra words <<< \"${line%\"$current\"}\"\n"
    "  for word in \"${words[@]:1}\"; do\n"
    "    if [[ $option ]]; then\n"
    "      [[ $option == -f || $option == --file ]] && files+=(-f \"${word/#\\~\\//$HOME/}\")\n"
    "      option=''\n"
    "    elif [[ $word == --file=* ]]; then\n"
    "      files+=(\"$word\")\n"
    "    elif [[ $word == -* ]]; then\n"
    "      _chancery_takes_value \"$word\" && option=$word\n"
    "    elif [[ ! $command ]]; then\n"
    "      command=$word\n"
    "    else\n"
    "      action=$word\n"
    "    fi\n"
    "  done\n"
    "  if [[ ! $option && $current == --*=* ]]; then\n"
    "    option=${current%%=*} kept=${current%%=*}= typed=${current#*=}\n"
    "  fi\n"
    "  if [[ $option ]] && _chancery_takes_file \"$option\"; then\n"
    "    compopt -o filenames 2> /dev/null\n"
    "    mapfile -t reply < <(compgen -f -- \"$typed\")\n"
    "  elif [[ $option ]]; then\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_values \"$option\")\" -- \"$typed\")\n"
    "  elif [[ $current == --* || $current == -[^:=]* && $current != *[:=]* || $current == - ]]; then\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_options \"$command\")\" -- \"$typed\")\n"
    "  elif [[ ! $command ]]; then\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_commands)\" -- \"$typed\")\n"
    "  elif _chancery_takes_query \"$command\" && [[ $current == *[:=]* || $current == @@* ]]; then\n"
    "    word=${current#-} word=${word%%[:=]*} kept=${current%\"${current#*[:=]}\"}\n"
    "    [[ $current == *@* ]] && kept=${current%\"${current##*@}\"} word=@\n"
    "    [[ $kept == *@@ ]] && word=@@\n"
    "    typed=${current#\"$kept\"}\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_field_values \"$word\")\" -- \"$typed\")\n"
    "  elif _chancery_takes_query \"$command\"; then\n"
    "    compopt -o nospace 2> /dev/null\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_fields) $(_chancery_field_values :)\" -- \"$typed\")\n"
    "  elif _chancery_takes_ids \"$command\"; then\n"
    "    [[ $current == @* ]] && kept=@ typed=${current#@}\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_field_values @)\" -- \"$typed\")\n"
    "  elif [[ $command == help ]]; then\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_topics)\" -- \"$typed\")\n"
    "  else\n"
    "    mapfile -t reply < <(compgen -W \"$(_chancery_actions \"$command:$action\")\" -- \"$typed\")\n"
    "  fi\n"
    "  # bash completes what stands behind the last character at which it breaks words\n"
    "  reply=(\"${reply[@]/#/$kept}\")\n"
    "  word=${current##*[\"$COMP_WORDBREAKS\"]}\n"
    "  COMPREPLY=(\"${reply[@]#\"${current%\"$word\"}\"}\")\n"
    "}\n"
    "complete -F _chancery chancery\n";

static void
append_options (GString *out, const Command *command, const OptionTable *table)
{
  g_string_append_printf (out, "    %s) echo '", command ? command->name : "*");
  for (guint i = 0; i < table->options->len; i++)
    g_string_append_printf (out, "%s--%s", i > 0 ? " " : "", g_array_index (table->options, Option, i).name);
  g_string_append (out, "' ;;\n");
}

/* The options of a kind as a pattern of a case statement. */
static void
append_pattern (GString *out, gboolean only_files)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_string_append (out, "  case $1 in ");
  for (guint c = 0; c <= n; c++) {
    g_autoptr (OptionTable) table = command_dup_options (c < n ? &commands[c] : NULL);
    for (guint i = 0; i < table->options->len; i++) {
      const Option *option = &g_array_index (table->options, Option, i);
      gboolean wanted = only_files ? option->value == VALUE_FILE : option->value != VALUE_NONE;
      if (!wanted || !g_hash_table_add (seen, g_strdup (option->name)))
        continue;
      g_string_append_printf (out, "%s--%s", g_hash_table_size (seen) > 1 ? " | " : "", option->name);
      if (option->letter)
        g_string_append_printf (out, " | -%c", option->letter);
    }
  }
  g_string_append (out, ") return 0 ;; esac\n  return 1\n");
}

static void
append_values (GString *out, const Command *command, const OptionTable *table)
{
  for (guint i = 0; i < table->options->len; i++) {
    const Option *option = &g_array_index (table->options, Option, i);
    g_auto (GStrv) choices = option_dup_choices (option);
    if (!choices || (command && describe_is_general (option->name)))
      continue;
    g_autofree char *list = g_strjoinv (" ", choices);
    g_string_append_printf (out, "    --%s) echo '%s' ;;\n", option->name, list);
  }
}

static void
append_field_values (GString *out)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  g_string_append (out, "    @ | @@ | :");
  for (guint i = 0; i < n; i++)
    if (fields[i].values != CHN_QUERY_VALUES_OTHER)
      g_string_append_printf (out, " | %s", fields[i].name);
  g_string_append (out, ") \"${words[0]}\" \"${files[@]}\" complete \"$1\" < /dev/null 2> /dev/null ;;\n");
  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) values = describe_dup_field_values (&fields[i]);
    g_autofree char *list = values ? g_strjoinv (" ", values) : NULL;
    if (list)
      g_string_append_printf (out, "    %s) echo '%s' ;;\n", fields[i].name, list);
  }
  g_string_append (out, "    *) [[ \" $(_chancery_fields) \" == *\" $1: \"* ]] ||\n"
                        "         \"${words[0]}\" \"${files[@]}\" complete \"$1\" < /dev/null 2> /dev/null ;;\n");
}

/* Whether the words of a command are of a kind. */
static void
append_taking (GString *out, const char *what, Words words)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_string_append_printf (out, "_chancery_takes_%s ()\n{\n  case $1 in ", what);
  gboolean any = FALSE;
  for (guint i = 0; i < n; i++)
    if (commands[i].words == words) {
      g_string_append_printf (out, "%s%s", any ? " | " : "", commands[i].name);
      any = TRUE;
    }
  g_string_append (out, ") return 0 ;; esac\n  return 1\n}\n\n");
}

static void
append_topics (GString *out)
{
  g_autofree char *topics = describe_dup_topics ();
  g_string_append_printf (out, "_chancery_topics ()\n{\n  echo '%s'\n}\n\n", topics);
}

static void
append_actions (GString *out)
{
  g_string_append (out, "_chancery_actions ()\n{\n  case $1 in\n");
  for (const DescribeActions *row = describe_get_actions (); row->command; row++) {
    g_autofree char *words = describe_dup_words (row);
    g_string_append_printf (out, "    %s:%s) echo '%s' ;;\n", row->command, row->behind, words);
  }
  g_string_append (out, "  esac\n}\n\n");
}

static void
append_names (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_string_append (out, "_chancery_commands ()\n{\n  echo '");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", commands[i].name);
  g_string_append (out, "'\n}\n\n");
  append_taking (out, "query", WORDS_QUERY);
  append_taking (out, "ids", WORDS_IDS);
  append_topics (out);
  append_actions (out);
  g_string_append (out, "_chancery_fields ()\n{\n  echo '");
  const ChnQueryField *fields = chn_query_get_fields (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s:", i > 0 ? " " : "", fields[i].name);
  g_string_append (out, "'\n}\n\n");
}

void
describe_bash (GString *out)
{
  g_string_append (out, "# bash completion for chancery(1), made from the program's tables\n\n");
  append_names (out);
  g_string_append (out, "_chancery_options ()\n{\n  case $1 in\n");
  describe_each_command (out, append_options);
  g_string_append (out, "  esac\n}\n\n_chancery_takes_value ()\n{\n");
  append_pattern (out, FALSE);
  g_string_append (out, "}\n\n_chancery_takes_file ()\n{\n");
  append_pattern (out, TRUE);
  g_string_append (out, "}\n\n_chancery_values ()\n{\n  case $1 in\n");
  describe_each_command (out, append_values);
  g_string_append (out, "  esac\n}\n\n_chancery_field_values ()\n{\n  case $1 in\n");
  append_field_values (out);
  g_string_append (out, "  esac\n}\n\n");
  g_string_append (out, completer);
}
