/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Command-line words to one query: gives back the quotes that a shell has taken.
 *
 * An argument gets its quotes back when it begins with one field whose values are names or text,
 * names no second field, and goes on in plain words: `actor:North Korea` was `actor:"North Korea"`.
 * What has quotes, keywords, a list or another field in it is a query of its own and stays as it
 * is: `date:2014-11..2014-12 forum:un.ga`. Such an argument is put in parentheses when it has an
 * OR, so that AND joins it as a whole; AND, OR, NOT and parentheses may be arguments too.
 */
#include <chancery/date.h>
#include <chancery/query.h>

#include <string.h>

#include "query/field.h"
#include "query/lex.h"

/* An argument taken apart: marks before, what they stand before, parentheses behind. */
typedef struct {
  gsize before;
  gsize after; /* where the closing parentheses begin that nothing inside has opened */
  gboolean balanced;
} Frame;

/* What is known of fields while words are joined. */
typedef struct {
  const ChnVocabulary *vocabulary;
  ChnArena *arena;
} Joining;

/* The rule of the field that a text begins with, and the bytes of its name; NULL where there is none. */
static const ChnQueryRule *
find_rule (const Joining *joining, const char *text, gsize *name, ChnOp *op)
{
  return chn_lexer_measure_field (text, name, op)
             ? chn_query_rule_find_in (joining->vocabulary, text, (gssize) *name, joining->arena)
             : NULL;
}

/* Marks, parentheses, and fields that take a query in parentheses. */
static gsize
measure_marks (const Joining *joining, const char *text)
{
  gsize marks = strspn (text, "-("), name = 0;
  ChnOp op;
  const ChnQueryRule *rule = find_rule (joining, text + marks, &name, &op);
  if (!rule || !chn_query_rule_takes (rule, CHN_TAKES_QUERY))
    return marks;
  gsize head = marks + name + strlen (chn_op_get_text (op));
  return head + measure_marks (joining, text + head);
}

static Frame
find_frame (const Joining *joining, const char *text)
{
  gsize length = strlen (text), opened = 0, closed = 0;
  Frame frame = { measure_marks (joining, text), length, FALSE };
  for (gsize i = frame.before; i < length; i++) {
    opened += text[i] == '(';
    closed += text[i] == ')';
  }
  while (frame.after > frame.before && closed > opened && text[frame.after - 1] == ')') {
    frame.after--;
    closed--;
  }
  frame.balanced = frame.before == 0 && opened == closed && frame.after == length;
  return frame;
}

typedef gboolean (*WordTest) (const Joining *joining, const char *word, gsize length);

/* Whether some word between blanks passes the test. */
static gboolean
any_word (const Joining *joining, const char *text, WordTest test)
{
  while (*text) {
    gsize blank = chn_lexer_measure_blank (text), n = 0;
    if (blank > 0) {
      text += blank;
      continue;
    }
    while (text[n] && chn_lexer_measure_blank (text + n) == 0)
      n += (gsize) (g_utf8_next_char (text + n) - (text + n));
    if (test (joining, text, n))
      return TRUE;
    text += n;
  }
  return FALSE;
}

/* A word that makes the rest of an argument more than the words of one value. */
static gboolean
is_structure (const Joining *joining, const char *word, gsize length)
{
  gsize name = 0;
  ChnOp op;
  gsize marks = strspn (word, "-(");
  if (word[0] == '-' && length > 1)
    return TRUE;
  return chn_lexer_find_keyword (word, length) != CHN_TOKEN_WORD || word[0] == '@' ||
         find_rule (joining, word + marks, &name, &op);
}

static gboolean
is_or (const Joining *joining, const char *word, gsize length)
{
  (void) joining;
  return chn_lexer_find_keyword (word, length) == CHN_TOKEN_OR;
}

static gboolean
has_blank (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (chn_lexer_measure_blank (text) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_number (const char *value)
{
  return g_ascii_isdigit (*value) || g_str_has_prefix (value, "..");
}

static gboolean
is_date_in_words (const char *value)
{
  g_autoptr (ChnDate) date = chn_date_new_humanized (value, NULL);
  return date && has_blank (value);
}

/* Whether a value is several words that the shell has stripped of their quotes. */
static gboolean
has_lost_quotes (const Joining *joining, const ChnQueryRule *rule, const char *value)
{
  if (chn_query_rule_takes (rule, CHN_TAKES_DATES))
    return is_date_in_words (value);
  if (chn_query_rule_takes (rule, CHN_TAKES_COUNTS) ? begins_with_number (value)
                                                    : !chn_query_rule_takes (rule, CHN_TAKES_BLANKS))
    return FALSE;
  if (*value == '\0' || *value == '(' || *value == '@' || *value == '\'' || strchr (value, '"') ||
      chn_lexer_measure_blank (value) > 0)
    return FALSE;
  return has_blank (value) && !any_word (joining, value, is_structure);
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text; text++) {
    if (*text == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *text);
  }
  g_string_append_c (out, '"');
}

static void
append_argument (GString *out, const Joining *joining, const char *text, gboolean alone)
{
  if (!g_utf8_validate (text, -1, NULL)) {
    g_string_append (out, text); /* the parser says what is wrong with it */
    return;
  }
  Frame frame = find_frame (joining, text);
  g_autofree char *body = g_strndup (text + frame.before, frame.after - frame.before);
  gsize name = 0;
  ChnOp op = CHN_OP_GENEROUS;
  const ChnQueryRule *rule = find_rule (joining, body, &name, &op);
  gsize head = rule ? name + strlen (chn_op_get_text (op)) : 0;
  if (rule && has_lost_quotes (joining, rule, body + head)) {
    g_string_append_len (out, text, (gssize) (frame.before + head));
    append_quoted (out, body + head);
    g_string_append (out, text + frame.after);
    return;
  }
  gboolean wrap = !alone && frame.balanced && has_blank (body) && any_word (joining, body, is_or);
  g_string_append_printf (out, wrap ? "(%s)" : "%s", text);
}

char *
chn_query_join_arguments_in (const char *const *arguments, const ChnVocabulary *vocabulary)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const Joining joining = { vocabulary, arena };
  GString *out = g_string_new (NULL);
  gboolean alone = !arguments[0] || !arguments[1];
  for (guint i = 0; arguments[i]; i++) {
    if (arguments[i][strspn (arguments[i], " \t\r\n")] == '\0')
      continue;
    if (out->len > 0)
      g_string_append_c (out, ' ');
    append_argument (out, &joining, arguments[i], alone);
  }
  return g_string_free (out, FALSE);
}

char *
chn_query_join_arguments (const char *const *arguments)
{
  return chn_query_join_arguments_in (arguments, NULL);
}
