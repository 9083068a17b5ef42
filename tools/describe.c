/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs at build time: writes completions and man pages from the tables that drive the program. */
#include "describe.h"

#include <stdio.h>
#include <string.h>

#include "serve-token.h"
#include "topic.h"
#include "usage.h"

static const struct {
  const char *name;
  void (*describe) (GString *out);
} texts[] = {
  { "bash", describe_bash },
  { "fish", describe_fish },
  { "zsh", describe_zsh },
  { "names", describe_names },
};

static char **
dup_serve_actions (void)
{
  return g_strsplit ("token", " ", -1);
}

const DescribeActions *
describe_get_actions (void)
{
  static const DescribeActions actions[] = { { "serve", "", dup_serve_actions },
                                             { "serve", "token", serve_token_dup_actions },
                                             { "store", "", store_dup_actions },
                                             { NULL, NULL, NULL } };
  return actions;
}

char *
describe_dup_words (const DescribeActions *actions)
{
  g_auto (GStrv) words = actions->dup_words ();
  return g_strjoinv (" ", words);
}

void
describe_each_command (GString *out, DescribeCommand describe)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (OptionTable) table = command_dup_options (&commands[i]);
    describe (out, &commands[i], table);
  }
  g_autoptr (OptionTable) general = command_dup_options (NULL);
  describe (out, NULL, general);
}

gboolean
describe_is_general (const char *name)
{
  g_autoptr (OptionTable) general = command_dup_options (NULL);
  return option_table_find (general, name, strlen (name)) != NULL;
}

/* The words of "occurred, planned or not-held"; NULL when one of them is more than a word. */
static char **
split_list (const char *takes)
{
  g_autoptr (GRegex) separator = g_regex_new (", or |, | or ", 0, 0, NULL);
  g_auto (GStrv) words = g_regex_split (separator, takes, 0);
  if (g_strv_length (words) < 3)
    return NULL;
  for (guint i = 0; words[i]; i++)
    if (strchr (words[i], ' '))
      return NULL;
  return g_steal_pointer (&words);
}

char **
describe_dup_field_values (const ChnQueryField *field)
{
  if (field->values != CHN_QUERY_VALUES_OTHER)
    return NULL;
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++) {
    if (strcmp (chn_vocabulary_get_name ((ChnVocabularyId) id), field->name) != 0)
      continue;
    guint n = 0;
    const ChnTerm *terms = chn_vocabulary_get_terms ((ChnVocabularyId) id, &n);
    g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
    for (guint i = 0; i < n; i++)
      g_strv_builder_add (names, terms[i].name);
    return g_strv_builder_end (names);
  }
  return split_list (field->takes);
}

char *
describe_dup_topics (void)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  g_auto (GStrv) topics = topic_dup_names ();
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s ", commands[i].name);
  g_autofree char *joined = g_strjoinv (" ", topics);
  g_string_append (out, joined);
  return g_string_free (out, FALSE);
}

static void
append_option_names (GString *out, const Command *command, const OptionTable *table)
{
  (void) command;
  for (guint i = 0; i < table->options->len; i++)
    g_string_append_printf (out, "option --%s\n", g_array_index (table->options, Option, i).name);
}

void
describe_names (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "command %s\n", commands[i].name);
  describe_each_command (out, append_option_names);
  const ChnQueryField *fields = chn_query_get_fields (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "query %s\n", fields[i].name);
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    g_string_append_printf (out, "field %s\n", chn_field_get_info ((ChnField) i)->name);
  const ChnRule *rule = NULL;
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++)
    g_string_append_printf (out, "rule %s\n", rule->code);
}

static gboolean
describe (GString *out, const char *what, const char *file, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!file && strcmp (texts[i].name, what) == 0) {
      texts[i].describe (out);
      return TRUE;
    }
  g_autofree char *page = NULL;
  if (!file || strcmp (what, "man") != 0) {
    usage_set_error (error, "describe what? bash, fish, zsh, names, or man FILE");
    return FALSE;
  }
  return g_file_get_contents (file, &page, NULL, error) && describe_fill_page (out, page, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  if (!describe (out, argc > 1 ? argv[1] : "", argc > 2 ? argv[2] : NULL, &error) ||
      !console_print (out->str, &error) || !console_finish (&error)) {
    failure_print (error, NULL);
    return (int) failure_get_status (error);
  }
  return STATUS_DONE;
}
