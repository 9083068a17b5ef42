/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Command lines, taken apart by an option table.
 *
 *   argument := "--"                       what follows are words
 *             | "--" name [ "=" value ]    or the value in the next argument
 *             | "-" letter { letter } [ value ]
 *             | word                       "-" alone is a word
 */
#include "arguments.h"

#include <string.h>

#include "usage.h"

/* Where the parser stands. */
typedef struct {
  Arguments *arguments;
  const OptionTable *table;
  char **argv;
  int at;
} Parser;

Arguments *
arguments_new (void)
{
  Arguments *arguments = g_new0 (Arguments, 1);
  arguments->given = g_array_new (FALSE, TRUE, sizeof (Given));
  arguments->words = g_ptr_array_new ();
  g_ptr_array_add (arguments->words, NULL);
  return arguments;
}

void
arguments_free (Arguments *arguments)
{
  if (!arguments)
    return;
  g_array_unref (arguments->given);
  g_ptr_array_unref (arguments->words);
  g_free (arguments);
}

static void
add_word (Arguments *arguments, char *word)
{
  g_ptr_array_insert (arguments->words, (int) arguments->words->len - 1, word);
}

static void
add_given (Arguments *arguments, const Option *option, const char *value)
{
  Given given = { option, value };
  g_array_append_val (arguments->given, given);
}

/* The value of an option stands behind it, or is the next argument. */
static gboolean
take_value (Parser *parser, const Option *option, const char *attached, GError **error)
{
  const char *value = attached ? attached : parser->argv[parser->at];
  if (!value) {
    usage_set_error (error, "option --%s needs a value: --%s=%s", option->name, option->name, option->metavar);
    return FALSE;
  }
  if (!attached)
    parser->at++;
  if (option->value != VALUE_FILE && !g_utf8_validate (value, -1, NULL)) {
    usage_set_error (error, "the value of --%s is not UTF-8", option->name);
    return FALSE;
  }
  add_given (parser->arguments, option, value);
  return TRUE;
}

static gboolean
parse_long (Parser *parser, const char *argument, GError **error)
{
  const char *name = argument + 2;
  const char *equals = strchr (name, '=');
  gsize length = equals ? (gsize) (equals - name) : strlen (name);
  const Option *option = option_table_find (parser->table, name, length);
  if (!option) {
    g_autofree char *typed = g_strndup (name, length);
    const char *nearest = option_table_suggest (parser->table, typed);
    usage_set_error (error, nearest ? "unknown option --%s; did you mean --%s?" : "unknown option --%s; see --help%s",
                     typed, nearest ? nearest : "");
    return FALSE;
  }
  if (option->value != VALUE_NONE)
    return take_value (parser, option, equals ? equals + 1 : NULL, error);
  if (equals) {
    usage_set_error (error, "option --%s takes no value", option->name);
    return FALSE;
  }
  add_given (parser->arguments, option, NULL);
  return TRUE;
}

static gboolean
parse_short (Parser *parser, const char *argument, GError **error)
{
  for (const char *at = argument + 1; *at; at++) {
    const Option *option = option_table_find_letter (parser->table, *at);
    if (!option) {
      g_autofree char *typed = g_utf8_validate (at, -1, NULL) ? g_utf8_substring (at, 0, 1) : g_strdup ("?");
      usage_set_error (error, "unknown option -%s in \"%s\"; see --help, and write -- before words that begin with -",
                       typed, argument);
      return FALSE;
    }
    if (option->value != VALUE_NONE)
      return take_value (parser, option, at[1] ? at + 1 : NULL, error);
    add_given (parser->arguments, option, NULL);
  }
  return TRUE;
}

static gboolean
parse_option (Parser *parser, GError **error)
{
  const char *argument = parser->argv[parser->at++];
  if (!g_utf8_validate (argument, -1, NULL) && g_str_has_prefix (argument, "--") && !strchr (argument, '=')) {
    usage_set_error (error, "argument %d is not UTF-8", parser->at - 1);
    return FALSE;
  }
  return argument[1] == '-' ? parse_long (parser, argument, error) : parse_short (parser, argument, error);
}

static gboolean
parse_word (Parser *parser, GError **error)
{
  char *word = parser->argv[parser->at++];
  if (!g_utf8_validate (word, -1, NULL)) {
    usage_set_error (error, "argument %d is not UTF-8", parser->at - 1);
    return FALSE;
  }
  add_word (parser->arguments, word);
  return TRUE;
}

int
arguments_parse (Arguments *arguments, const OptionTable *table, char **argv, int first, gboolean to_first_word,
                 IsWord is_word, GError **error)
{
  Parser parser = { arguments, table, argv, first };
  gboolean only_words = FALSE;
  while (argv[parser.at]) {
    const char *argument = argv[parser.at];
    gboolean option = !only_words && argument[0] == '-' && argument[1] != '\0' && !(is_word && is_word (argument));
    if (option && strcmp (argument, "--") == 0) {
      only_words = TRUE;
      parser.at++;
    } else if (option) {
      if (!parse_option (&parser, error))
        return -1;
    } else if (to_first_word) {
      break;
    } else if (!parse_word (&parser, error)) {
      return -1;
    }
  }
  return parser.at;
}

gboolean
arguments_has (const Arguments *arguments, const char *name)
{
  for (guint i = 0; i < arguments->given->len; i++)
    if (strcmp (g_array_index (arguments->given, Given, i).option->name, name) == 0)
      return TRUE;
  return FALSE;
}

const char *
arguments_get (const Arguments *arguments, const char *name)
{
  const char *value = NULL;
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    if (strcmp (given->option->name, name) == 0)
      value = given->value;
  }
  return value;
}

gboolean
arguments_is_standard_output (const char *file)
{
  static const char *const names[] = { "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", NULL };
  return g_strv_contains (names, file);
}

const char *
arguments_get_output (const Arguments *arguments)
{
  const char *file = arguments_get (arguments, "output");
  return file && !arguments_is_standard_output (file) ? file : NULL;
}

char *
arguments_dup_all (const Arguments *arguments, const char *name)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    if (strcmp (given->option->name, name) == 0)
      g_strv_builder_add (values, given->value);
  }
  g_auto (GStrv) all = g_strv_builder_end (values);
  return all[0] ? g_strjoinv (",", all) : NULL;
}

gboolean
arguments_get_number (const Arguments *arguments, const char *name, guint *number, GError **error)
{
  const char *text = arguments_get (arguments, name);
  guint64 value = 0;
  if (!text)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &value, NULL)) {
    usage_set_error (error, "--%s takes a whole number, not \"%s\"", name, text);
    return FALSE;
  }
  *number = (guint) value;
  return TRUE;
}

const char *const *
arguments_get_words (const Arguments *arguments)
{
  return (const char *const *) arguments->words->pdata;
}
