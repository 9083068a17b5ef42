/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Translates what is typed in the words of other programs, row by row of the table, until nothing of theirs is left.
 */
#include "query/idiom.h"

#include <string.h>

#include "query/parse.h"

/* A translation takes at most so many steps: nobody types more, and a row might bring itself back. */
enum { MOST_STEPS = 40 };

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
  chn_wording_text_init (&where, translation->text->str);
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
is_query (const char *text)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GString) query = g_string_new (NULL);
  append_words (query, text, FALSE, FALSE);
  return chn_parse_query (query->str, chn_limits_get_default (), arena, NULL) != NULL;
}

static char *
dup_command_line (const Translation *translation)
{
  GString *out = g_string_new (translation->command);
  append_words (out, translation->text->str, FALSE, TRUE);
  append_words (out, translation->text->str, TRUE, TRUE);
  return g_string_free (out, FALSE);
}

gboolean
chn_idiom_translate (const char *text, ChnIdiomFound *found)
{
  g_autoptr (GString) copy = g_string_new (text);
  Translation translation = { .text = copy };
  while (translation.n_steps < MOST_STEPS && step (&translation))
    ;
  gboolean taken = translation.n_steps > 0 && is_query (copy->str);
  if (taken)
    *found = (ChnIdiomFound){ translation.offset, translation.length, dup_command_line (&translation) };
  g_free (translation.command);
  return taken;
}

void
chn_idiom_found_clear (ChnIdiomFound *found)
{
  g_clear_pointer (&found->written, g_free);
}
