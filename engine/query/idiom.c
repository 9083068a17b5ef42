/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Translates what is typed in the words of other programs, row by row of the table, until nothing of theirs is left.
 */
#include "query/idiom.h"

#include <chancery/date.h>
#include <string.h>

#include "query/date-phrase.h"
#include "query/field.h"
#include "query/parse.h"

/* A translation takes at most so many steps: nobody types more, and a row might bring itself back. */
enum { MOST_STEPS = 40 };

static char *
read_field (const char *text)
{
  const ChnQueryRule *rule = chn_query_rule_find (text, -1);
  return rule && !chn_query_rule_takes (rule, CHN_TAKES_QUERY) ? g_ascii_strdown (text, -1) : NULL;
}

/* Fields whose values are words. */
static const char *const prose[] = { "title", "text", "place", "source", "says", NULL };

static char *
read_prose (const char *text)
{
  const ChnQueryRule *rule = chn_query_rule_find (text, -1);
  return rule && g_strv_contains (prose, rule->field->name) ? g_ascii_strdown (text, -1) : NULL;
}

/* A field whose values are names, so that a comma in them parts two. */
static char *
read_listed (const char *text)
{
  const ChnQueryRule *rule = chn_query_rule_find (text, -1);
  gboolean lists =
      rule && !chn_query_rule_takes (rule, CHN_TAKES_DATES) && !g_strv_contains (prose, rule->field->name);
  return lists ? g_ascii_strdown (text, -1) : NULL;
}

/* One that takes ranges. */
static char *
read_ranged (const char *text)
{
  const ChnQueryRule *rule = chn_query_rule_find (text, -1);
  return rule && chn_query_rule_takes (rule, CHN_TAKES_RANGE) ? g_ascii_strdown (text, -1) : NULL;
}

/* A date in any words: of a stretch that runs to this day, its beginning. */
static char *
read_moment (const char *text)
{
  gsize length = strlen (text);
  gboolean quoted = length > 1 && strchr ("\"'", *text);
  g_autofree char *bare = quoted ? g_strndup (text + 1, length - 2) : g_strdup (text);
  g_autofree char *date = chn_wording_dup_date (bare);
  g_autofree char *term = NULL;
  if (date || chn_date_phrase_read (bare, &term) == CHN_DATE_PHRASE_NONE || !g_str_has_prefix (term, "date:"))
    return g_steal_pointer (&date);
  const char *said = term + strlen ("date:"), *end = strstr (said, "..");
  return g_strndup (said, end ? (gsize) (end - said) : strlen (said));
}

static char *
read_dated (const char *text)
{
  const ChnQueryRule *rule = chn_query_rule_find (text, -1);
  return rule && chn_query_rule_takes (rule, CHN_TAKES_DATES) ? g_ascii_strdown (text, -1) : NULL;
}

/* A time as it is said, and not as it is written: no EDTF, nor English that a query understands. */
static char *
read_said (const char *text)
{
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, NULL), english = chn_date_new_humanized (text, NULL);
  return date || english ? NULL : read_moment (text);
}

/* "(russia OR china)" as the list that it is. */
static char *
read_group (const char *text)
{
  g_autoptr (GRegex) or = g_regex_new ("\\s+(?:or|\\|\\|?)\\s+", G_REGEX_CASELESS, 0, NULL);
  return g_regex_replace_literal (or, text, -1, 0, ",", 0, NULL);
}

/* Terms side by side of which one is to hold. */
static char *
read_either (const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  return g_strjoinv (" OR ", terms);
}

static const ChnWordingBlank blanks[] = {
  { "DATED", "[a-z]+", read_dated, NULL },
  { "SAID", "[a-z0-9.]*[a-z][a-z0-9.]*?", read_said, NULL },
  { "GROUP", "\\([^()]*\\s(?:or|\\|\\|?)\\s[^()]*\\)", read_group, "(" },
  { "EITHER", "[^{},\"]+ [^{},\"]+", read_either, "{" },
  { "DATE", "\"[^\"]*\"|'[^']*'|[^\\s()\"',;|=<>~!]+?", read_moment, NULL },
  { "FIELD", "[a-z][a-z0-9-]*\\+?", read_field, NULL },
  { "LISTED", "[a-z][a-z0-9-]*", read_listed, NULL },
  { "PROSE", "[a-z]+", read_prose, NULL },
  { "RANGED", "[a-z][a-z0-9-]*", read_ranged, NULL },
  { NULL, NULL, NULL, NULL },
};

typedef struct {
  GString *text;
  char *command;        /* that the whole becomes, or NULL */
  gsize offset, length; /* of the first wording */
  guint n_steps;
} Translation;

static void
take_step (Translation *translation, const ChnWordingFound *found)
{
  if (translation->n_steps++ == 0) {
    translation->offset = found->offset;
    translation->length = found->length;
  }
  g_string_erase (translation->text, (gssize) found->offset, (gssize) found->length);
  g_string_insert (translation->text, (gssize) found->offset, found->replacement);
  if (!found->command)
    return;
  g_free (translation->command);
  translation->command = g_strdup (found->command);
}

/* The first row of the table that stands in the text. */
static gboolean
step (Translation *translation)
{
  guint n = 0;
  const ChnQueryIdiom *idioms = chn_query_get_idioms (&n);
  g_auto (ChnWordingText) where = { 0 };
  chn_wording_text_init (&where, translation->text->str, blanks);
  for (guint i = 0; i < n; i++) {
    g_auto (ChnWordingFound) found = { 0 };
    if (!chn_wording_find (&idioms[i], &where, &found))
      continue;
    take_step (translation, &found);
    return TRUE;
  }
  return FALSE;
}

/* Where a word of a query ends: at a blank outside of quotes and parentheses. */
static const char *
find_end (const char *at)
{
  guint depth = 0;
  gboolean quoted = FALSE;
  for (; *at && (quoted || depth > 0 || *at != ' '); at++) {
    if (*at == '"')
      quoted = !quoted;
    else if (!quoted && *at == '(')
      depth++;
    else if (!quoted && *at == ')' && depth > 0)
      depth--;
  }
  return at;
}

static void
append_word (GString *out, const char *word, gboolean for_shell)
{
  gboolean special = word[strcspn (word, " ()\"*<>|&;'\\!$?#~")] != '\0';
  g_autofree char *quoted = for_shell && special ? g_shell_quote (word) : g_strdup (word);
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", quoted);
}

/* The words of the query, or the options among them with their values. */
static void
append_words (GString *out, const char *text, gboolean options, gboolean for_shell)
{
  gboolean is_value = FALSE;
  for (const char *at = text + strspn (text, " "); *at; at += strspn (at, " ")) {
    const char *end = find_end (at);
    g_autofree char *word = g_strndup (at, (gsize) (end - at));
    gboolean is_option = g_str_has_prefix (word, "--");
    if ((is_option || is_value) == options)
      append_word (out, word, for_shell);
    is_value = is_option && strcmp (word, "--reverse") != 0;
    at = end;
  }
}

static gboolean
is_query (const char *text, const ChnVocabulary *vocabulary)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GString) query = g_string_new (NULL);
  append_words (query, text, FALSE, FALSE);
  return chn_parse_query (query->str, chn_limits_get_default (), vocabulary, arena, NULL) != NULL;
}

static char *
dup_command_line (const Translation *translation)
{
  GString *out = g_string_new (translation->command);
  append_words (out, translation->text->str, FALSE, TRUE);
  append_words (out, translation->text->str, TRUE, TRUE);
  return g_string_free (out, FALSE);
}

/* Whether a field that a timeline declares stands there. */
static gboolean
is_declared (const char *text, const ChnVocabulary *vocabulary)
{
  gsize name = 0;
  ChnOp op;
  g_autoptr (ChnArena) arena = chn_arena_new ();
  return vocabulary && chn_lexer_measure_field (text, &name, &op) &&
         chn_query_rule_find_in (vocabulary, text, (gssize) name, arena);
}

gboolean
chn_idiom_translate (const char *text, const ChnVocabulary *vocabulary, ChnIdiomFound *found)
{
  g_autoptr (GString) copy = g_string_new (text);
  Translation translation = { .text = copy };
  while (translation.n_steps < MOST_STEPS && step (&translation))
    ;
  gboolean taken = translation.n_steps > 0 && !is_declared (text + translation.offset, vocabulary) &&
                   is_query (copy->str, vocabulary);
  if (taken)
    *found = (ChnIdiomFound){ translation.offset, translation.length, dup_command_line (&translation) };
  g_free (translation.command);
  return taken;
}

char *
chn_query_translate (const char *text)
{
  ChnIdiomFound found = { 0 };
  return chn_idiom_translate (text, NULL, &found) ? found.written : NULL;
}

void
chn_idiom_found_clear (ChnIdiomFound *found)
{
  g_clear_pointer (&found->written, g_free);
}
