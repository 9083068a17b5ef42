/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Command lines in the words of other programs, said as they are said here. */
#include "foreign.h"

#include <stdio.h>
#include <string.h>

#include "usage.h"

/* What a command line comes to, part by part. */
typedef struct {
  const OptionTable *table; /* of the command that it has become */
  char *command;
  GPtrArray *words;
  GString *options;
  gboolean is_foreign; /* the command is: so are its options, also those that we have under the same names */
  char **argv;
  int at;
} Translation;

static const ForeignCommand *
find_command (const char *name)
{
  guint n = 0;
  const ForeignCommand *rows = foreign_get_commands (&n);
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (rows[i].typed, name) == 0)
      return &rows[i];
  return NULL;
}

static const ForeignOption *
find_option (const char *name)
{
  guint n = 0;
  const ForeignOption *rows = foreign_get_options (&n);
  for (guint i = 0; i < n; i++)
    if (strcmp (rows[i].typed, name) == 0)
      return &rows[i];
  return NULL;
}

/* Blanks and what a shell would take belong into quotes, of a value into those of queries. */
static char *
dup_value (const char *value)
{
  return value[strcspn (value, " \t")] ? g_strdup_printf ("\"%s\"", value) : g_strdup (value);
}

static char *
fill (const char *written, const char *value)
{
  GString *out = g_string_new (written);
  const char *at = strstr (out->str, "VALUE");
  gboolean is_alone = strcmp (written, "VALUE") == 0 || g_str_has_prefix (written, "NOT ");
  g_autofree char *quoted = is_alone ? g_strdup (value) : dup_value (value);
  if (at) {
    gssize offset = at - out->str;
    g_string_erase (out, offset, strlen ("VALUE"));
    g_string_insert (out, offset, quoted);
  }
  return g_string_free (out, FALSE);
}

static void
add_option (Translation *translation, const char *text)
{
  g_string_append_printf (translation->options, " %s", text);
}

static void
become (Translation *translation, const char *command)
{
  g_free (translation->command);
  translation->command = g_strdup (command);
}

static gboolean
is_number (const char *text)
{
  return text && *text && strspn (text, "0123456789") == strlen (text);
}

/* A value stands behind its option or is the next argument. */
static const char *
take_value (Translation *translation, const char *attached)
{
  if (attached)
    return attached;
  const char *next = translation->argv[translation->at];
  if (!next || (next[0] == '-' && next[1] != '\0'))
    return NULL;
  translation->at++;
  return next;
}

static gboolean
use_row (Translation *translation, const ForeignOption *row, const char *attached)
{
  const char *value = row->takes != FOREIGN_NOTHING ? take_value (translation, attached) : "";
  if (!value)
    return row->takes == FOREIGN_NUMBER || strlen (row->typed) == strlen ("-x");
  g_autofree char *command = row->command ? fill (row->command, value) : NULL;
  g_autofree char *written = fill (row->written, value);
  if (command)
    become (translation, command);
  if (g_str_has_prefix (written, "--"))
    add_option (translation, written);
  else if (*written)
    g_ptr_array_add (translation->words, g_steal_pointer (&written));
  return TRUE;
}

static const ForeignValue *
find_value (const char *option, const char *value)
{
  guint n = 0;
  const ForeignValue *rows = foreign_get_values (&n);
  for (guint i = 0; i < n; i++)
    if (strcmp (rows[i].option, option) == 0 && g_ascii_strcasecmp (rows[i].typed, value) == 0)
      return &rows[i];
  return NULL;
}

static gboolean
keep (Translation *translation, const Option *option, const char *attached)
{
  const char *value = option->value == VALUE_NONE ? NULL : take_value (translation, attached);
  g_autofree char *quoted = value ? g_shell_quote (value) : NULL;
  gboolean plain = value && value[strcspn (value, " '\"$&()*;<>?\\`|")] == '\0';
  const ForeignValue *row = value ? find_value (option->name, value) : NULL;
  if (option->value != VALUE_NONE && !value)
    return FALSE;
  if (row) {
    add_option (translation, row->written);
    return TRUE;
  }
  g_autofree char *text = g_strdup_printf ("--%s%s%s", option->name, value ? " " : "",
                                           !value  ? ""
                                           : plain ? value
                                                   : quoted);
  add_option (translation, text);
  return TRUE;
}

/* An option that is a field of ours, or a word for one. */
static gboolean
use_field (Translation *translation, const char *name, const char *attached)
{
  g_autofree char *sample = g_strdup_printf ("%s:2014", name);
  g_autofree char *other = g_strdup_printf ("%s:x", name);
  g_autofree char *dated = chn_query_translate (sample), *named = chn_query_translate (other);
  g_autoptr (ChnQuery) field = chn_query_parse (sample, NULL, NULL);
  const char *value = dated || named || field ? take_value (translation, attached) : NULL;
  if (!value)
    return FALSE;
  g_autofree char *quoted = dup_value (value);
  g_ptr_array_add (translation->words, g_strdup_printf ("%s:%s", name, quoted));
  return TRUE;
}

static gboolean
take_long (Translation *translation, const char *argument)
{
  const char *equals = strchr (argument, '=');
  g_autofree char *typed = equals ? g_strndup (argument, (gsize) (equals - argument)) : g_strdup (argument);
  const Option *known = option_table_find (translation->table, typed + 2, strlen (typed + 2));
  const ForeignOption *row = find_option (typed);
  const char *attached = equals ? equals + 1 : NULL;
  if (known && !(row && translation->is_foreign))
    return keep (translation, known, attached);
  return row ? use_row (translation, row, attached) : use_field (translation, typed + 2, attached);
}

/* "-icc" and "-country:iran" leave something out. */
static gboolean
is_negated_word (const char *argument)
{
  gsize letters = strspn (argument + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return letters > 2 || strpbrk (argument, ":=") != NULL;
}

static gboolean
take_short (Translation *translation, const char *argument)
{
  g_autofree char *doubled = g_strconcat ("-", argument, NULL);
  const ForeignOption *whole = find_option (argument);
  if (whole && argument[2])
    return use_row (translation, whole, NULL);
  if (is_negated_word (argument) && !strpbrk (argument, ":=") && take_long (translation, doubled))
    return TRUE;
  if (is_negated_word (argument)) {
    g_ptr_array_add (translation->words, g_strconcat ("NOT ", argument + 1, NULL));
    return TRUE;
  }
  if (strspn (argument + 1, "0123456789") == strlen (argument + 1)) {
    g_autofree char *limit = g_strdup_printf ("--limit %s", argument + 1);
    add_option (translation, limit);
    return TRUE;
  }
  for (const char *at = argument + 1; *at; at++) {
    char typed[] = { '-', *at, '\0' };
    const Option *known = option_table_find_letter (translation->table, *at);
    const ForeignOption *row = known ? NULL : find_option (typed);
    const char *next = at[1] ? at + 1 : translation->argv[translation->at];
    gboolean takes = known
                         ? known->value != VALUE_NONE
                         : row && (row->takes == FOREIGN_VALUE || (row->takes == FOREIGN_NUMBER && is_number (next)));
    if (row && row->takes == FOREIGN_NUMBER && !takes)
      continue;
    const char *attached = takes && at[1] ? at + 1 : NULL;
    if (!(known ? keep (translation, known, attached) : row && use_row (translation, row, attached)))
      return FALSE;
    if (takes)
      return TRUE;
  }
  return TRUE;
}

static gboolean
take_argument (Translation *translation, gboolean *only_words)
{
  const char *argument = translation->argv[translation->at++];
  gboolean is_option = !*only_words && argument[0] == '-' && argument[1] != '\0' && !command_is_query_word (argument);
  if (is_option && strcmp (argument, "--") == 0) {
    *only_words = TRUE;
    return TRUE;
  }
  if (!is_option && strcmp (argument, ".") == 0)
    return TRUE;
  if (!is_option) {
    g_ptr_array_add (translation->words, g_strdup (argument));
    return TRUE;
  }
  return argument[1] == '-' ? take_long (translation, argument) : take_short (translation, argument);
}

/* Words that need it in a shell's quotes. */
static char *
dup_words (const GPtrArray *words)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i + 1 < words->len; i++) {
    const char *word = words->pdata[i];
    gboolean special = word[strcspn (word, " \t'\"$&()*;<>?\\`|!#")] != '\0';
    g_autofree char *quoted = special ? g_shell_quote (word) : g_strdup (word);
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", quoted);
  }
  return g_string_free (out, FALSE);
}

/* "year", "forum by year", "by year": keys to count by, and words between them; NULL where there is anything else. */
static char *
dup_count_keys (const char *const *words)
{
  static const char *const between[] = { "by", "per", "and", "for", "each", NULL };
  guint n = 0;
  const ChnCountKey *keys = chn_count_get_keys (&n);
  GString *out = g_string_new (NULL);
  for (guint i = 0; words[i]; i++) {
    gboolean known = g_strv_contains (between, words[i]);
    for (guint key = 0; key < n && !known; key++) {
      const ForeignValue *row = find_value ("by", words[i]);
      const char *name = row ? row->written + strlen ("--by ") : words[i];
      known = g_ascii_strcasecmp (keys[key].name, name) == 0;
      if (known)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "," : "", keys[key].name);
    }
    if (!known)
      g_string_truncate (out, 0);
    if (!known)
      break;
  }
  return g_string_free (out, out->len == 0);
}

static char *
put_together (Translation *translation)
{
  g_ptr_array_add (translation->words, NULL);
  g_autofree char *keys = dup_count_keys ((const char *const *) translation->words->pdata);
  if (keys && strcmp (translation->command, "count") == 0)
    return g_strdup_printf ("chancery count --by %s%s", keys, translation->options->str);
  g_autofree char *query = chn_query_join_arguments ((const char *const *) translation->words->pdata);
  g_autofree char *said = chn_query_translate (query);
  if (said && g_str_has_prefix (said, "chancery "))
    return g_strconcat (said, translation->options->str, NULL);
  g_autofree char *plain = said ? g_strdup (said) : dup_words (translation->words);
  return g_strdup_printf ("chancery %s%s%s%s", translation->command, *plain ? " " : "", plain,
                          translation->options->str);
}

static char *
translate (Translation *translation)
{
  gboolean only_words = FALSE;
  while (translation->argv[translation->at])
    if (!take_argument (translation, &only_words))
      return NULL;
  return put_together (translation);
}

char *
foreign_dup_command_line (const Command *command, char **argv, int first)
{
  const ForeignCommand *row = command ? NULL : find_command (argv[first]);
  g_autofree char *name = row ? g_strndup (row->written, strcspn (row->written, " ")) : NULL;
  const Command *ours = name ? command_find (name, NULL) : command ? command : command_find ("list", NULL);
  g_autoptr (OptionTable) table = command_dup_options (ours);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) options = g_string_new (NULL);
  Translation translation = { .table = table,
                              .command = g_strdup (row ? row->written : ours->name),
                              .words = words,
                              .options = options,
                              .is_foreign = row != NULL,
                              .argv = argv,
                              .at = command || row ? first + 1 : first };
  char *line = translate (&translation);
  g_free (translation.command);
  return line;
}

/* The error up to what it says of what to write, and the command line instead. */
static GError *
explain (GError *error, const char *line, const char *others)
{
  gsize found = strcspn (error->message, ";");
  GError *explained = NULL;
  usage_set_error (&explained, "%.*s; write %s%s%s", (int) found, error->message, line,
                   others ? "; the commands are " : "", others ? others : "");
  g_error_free (error);
  return explained;
}

GError *
foreign_explain (GError *error, const Command *command, char **argv, int first)
{
  if (!argv[first] || !g_str_has_prefix (error->message, "unknown "))
    return error;
  g_autofree char *line = foreign_dup_command_line (command, argv, first);
  return line ? explain (error, line, NULL) : error;
}

/* What other programs do and this one does not. */
static gboolean
is_not_done (const char *command)
{
  static const char *const names[] = { "diff",   "merge", "import", "add",   "edit",   "new",    "commit",
                                       "push",   "pull",  "fetch",  "clone", "init",   "delete", "remove",
                                       "rm",     "mv",    "undo",   "serve", "reply",  "send",   "insert",
                                       "update", "drop",  "sync",   "close", "create", NULL };
  return g_strv_contains (names, command);
}

/* A command with its words in one pair of quotes: the same without them, as far as the shell lets it stand so. */
static char *
dup_unquoted (const char *typed)
{
  gsize length = strcspn (typed, " ");
  g_autofree char *name = g_strndup (typed, length);
  const char *rest = typed + length + strspn (typed + length, " ");
  if (!*rest || !command_find (name, NULL))
    return NULL;
  gboolean is_plain = rest[strcspn (rest, "()<>|&;$`*?!~#\\'")] == '\0';
  g_autofree char *quoted = is_plain ? g_strdup (rest) : g_shell_quote (rest);
  return g_strdup_printf ("chancery %s %s", name, quoted);
}

GError *
foreign_explain_command (GError *error, char **argv, int first)
{
  g_autofree char *unquoted = dup_unquoted (argv[first]);
  if (unquoted)
    return explain (error, unquoted, NULL);
  if (is_not_done (argv[first]))
    return error;
  g_autofree char *text = g_strjoinv (" ", argv + first);
  g_autofree char *said = chn_query_translate (text);
  gboolean is_known = find_command (argv[first]) || (said && g_str_has_prefix (said, "chancery "));
  g_autofree char *line = foreign_dup_command_line (NULL, argv, first);
  const char *others = strstr (error->message, "one of: ");
  if (!line || (!is_known && !others))
    return error;
  g_autofree char *all = others && !is_known ? g_strdup (others + strlen ("one of: ")) : NULL;
  return explain (error, line, all);
}

/* The place of the command behind general options, or -1. */
static int
find_place (char **argv, int first)
{
  for (int i = first; argv[i]; i++)
    if (argv[i][0] != '-' && (command_find (argv[i], NULL) || find_command (argv[i])))
      return i;
  return -1;
}

GError *
foreign_explain_general (GError *error, char **argv, int first)
{
  int at = find_place (argv, first);
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  if (at >= 0)
    g_ptr_array_add (line, argv[at]);
  for (int i = first; argv[i]; i++)
    if (i != at)
      g_ptr_array_add (line, argv[i]);
  g_ptr_array_add (line, NULL);
  const Command *command = at >= 0 ? command_find (argv[at], NULL) : NULL;
  return foreign_explain (error, command, (char **) line->pdata, 0);
}

/* In git, --since leaves out what came before. */
static void
note_since (const Arguments *arguments)
{
  const char *date = arguments_get (arguments, "since");
  if (date && *date != '@' && arguments_get_words (arguments)[0] == NULL)
    fprintf (stderr, "chancery: --since counts the days from %s; what came from then on is asked for by date:%s..\n",
             date, date);
}

gboolean
foreign_check_values (const Arguments *arguments, GError **error)
{
  note_since (arguments);
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    const ForeignValue *row = given->value ? find_value (given->option->name, given->value) : NULL;
    if (!row)
      continue;
    usage_set_error (error, "\"--%s %s\" is said otherwise here; write %s", given->option->name, given->value,
                     row->written);
    return FALSE;
  }
  return TRUE;
}

/* "by year" behind a query is what to count by, too. */
static guint
find_by (const char *const *words)
{
  guint i = 0;
  while (words[i] && g_ascii_strcasecmp (words[i], "by") != 0 && g_ascii_strcasecmp (words[i], "per") != 0)
    i++;
  return i;
}

gboolean
foreign_check_count (const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  g_auto (GStrv) split =
      words[0] && !words[1] ? g_strsplit (words[0], " ", -1) : g_strdupv ((char **) (guintptr) words);
  g_autofree char *keys = dup_count_keys ((const char *const *) split);
  guint by = keys ? 0 : find_by ((const char *const *) split);
  g_autofree char *behind = keys ? NULL : dup_count_keys ((const char *const *) split + by);
  if (!keys && !behind)
    return TRUE;
  g_autofree char *rest = behind ? (split[by] = NULL, g_strjoinv (" ", split)) : g_strdup ("");
  usage_set_error (error, "what to count by stands behind --by; write chancery count --by %s%s%s",
                   keys ? keys : behind, *rest ? " " : "", rest);
  return FALSE;
}
