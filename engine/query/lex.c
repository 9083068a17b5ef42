/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of a query: cuts its text into tokens.
 *
 *   blank    = any Unicode white space
 *   keyword  = "AND" / "OR" / "NOT"                      in any case
 *   field    = letter *( letter / digit / "-" ) [ "+" ] op
 *   op       = ":" / "=" / "<" / "<=" / ">" / ">="
 *   quoted   = DQUOTE *( "\" DQUOTE / "\\" / other ) DQUOTE
 *   word     = 1*( other than blank, DQUOTE, "(" and ")" / "(" balanced ")" )
 *
 * A "-" straight before something negates it.
 */
#include "query/lex.h"

#include <string.h>

#include "base/error.h"

typedef struct {
  const char *text;
  ChnOp op;
} OpRow;

/* The longer ones first. */
static const OpRow ops[] = {
  { "<=", CHN_OP_UP_TO }, { ">=", CHN_OP_FROM },    { "<", CHN_OP_BELOW },
  { ">", CHN_OP_ABOVE },  { ":", CHN_OP_GENEROUS }, { "=", CHN_OP_STRICT },
};

typedef struct {
  const char *word;
  ChnTokenKind token;
} KeywordRow;

static const KeywordRow keywords[] = { { "and", CHN_TOKEN_AND }, { "or", CHN_TOKEN_OR }, { "not", CHN_TOKEN_NOT } };

typedef struct {
  char byte;
  ChnTokenKind token;
} MarkRow;

static const MarkRow marks[] = { { '(', CHN_TOKEN_OPEN }, { ')', CHN_TOKEN_CLOSE } };

const char *
chn_op_get_text (ChnOp op)
{
  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    if (ops[i].op == op)
      return ops[i].text;
  g_return_val_if_reached ("");
}

gsize
chn_lexer_measure_blank (const char *text)
{
  if (*text == '\0' || !g_unichar_isspace (g_utf8_get_char (text)))
    return 0;
  return (gsize) (g_utf8_next_char (text) - text);
}

ChnTokenKind
chn_lexer_find_keyword (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (strlen (keywords[i].word) == length && g_ascii_strncasecmp (keywords[i].word, word, length) == 0)
      return keywords[i].token;
  return CHN_TOKEN_WORD;
}

gboolean
chn_lexer_measure_field (const char *text, gsize *name, ChnOp *op)
{
  gsize n = 0;
  if (!g_ascii_isalpha (text[0]))
    return FALSE;
  while (g_ascii_isalnum (text[n]) || text[n] == '-')
    n++;
  if (text[n] == '+')
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (ops); i++) {
    if (!g_str_has_prefix (text + n, ops[i].text))
      continue;
    *name = n;
    *op = ops[i].op;
    return TRUE;
  }
  return FALSE;
}

void
chn_lexer_skip_blanks (ChnLexer *lexer)
{
  for (gsize n; (n = chn_lexer_measure_blank (lexer->text + lexer->at)) > 0;)
    lexer->at += n;
}

char
chn_lexer_peek (const ChnLexer *lexer)
{
  return lexer->text[lexer->at];
}

gboolean
chn_lexer_accept (ChnLexer *lexer, const char *text)
{
  if (!g_str_has_prefix (lexer->text + lexer->at, text))
    return FALSE;
  lexer->at += strlen (text);
  return TRUE;
}

gboolean
chn_lexer_read_quoted (ChnLexer *lexer, ChnToken *token, GError **error)
{
  gsize start = lexer->at, at = start + 1;
  g_autoptr (GString) text = g_string_new (NULL);
  for (; lexer->text[at] != '"'; at++) {
    if (lexer->text[at] == '\0') {
      chn_error_set_at (error, CHN_ERROR_SYNTAX, start, lexer->length - start, "add the closing \"",
                        "the quotation is not closed");
      return FALSE;
    }
    if (lexer->text[at] == '\\' && (lexer->text[at + 1] == '"' || lexer->text[at + 1] == '\\'))
      at++;
    g_string_append_c (text, lexer->text[at]);
  }
  lexer->at = at + 1;
  *token = (ChnToken){ CHN_TOKEN_QUOTED,
                       { start, lexer->at - start },
                       chn_arena_strndup (lexer->arena, text->str, (gssize) text->len),
                       CHN_OP_GENEROUS };
  return TRUE;
}

/* Bytes of "(…)" when it closes before a blank or a quotation, else 0. */
static gsize
measure_parentheses (const char *text)
{
  guint depth = 0;
  for (gsize i = 0; text[i] && text[i] != '"' && chn_lexer_measure_blank (text + i) == 0;
       i = (gsize) (g_utf8_next_char (text + i) - text)) {
    if (text[i] == '(')
      depth++;
    else if (text[i] == ')' && --depth == 0)
      return i + 1;
  }
  return 0;
}

static gboolean
is_range_mark (const char *text, gsize at, gsize start)
{
  return text[at] == '.' && text[at + 1] == '.' && text[at + 2] != '/' && (at == start || text[at - 1] != '/');
}

/* Where a word ends that begins at hand. */
static gsize
find_word_end (const ChnLexer *lexer, guint stops)
{
  const char *text = lexer->text;
  gsize at = lexer->at;
  guint brackets = 0;
  while (text[at] && text[at] != '"' && text[at] != ')') {
    gsize blank = chn_lexer_measure_blank (text + at);
    if (blank > 0 && !(stops & CHN_STOP_AT_COMMA))
      break;
    if (brackets == 0 && (((stops & CHN_STOP_AT_COMMA) && text[at] == ',') ||
                          ((stops & CHN_STOP_AT_RANGE) && is_range_mark (text, at, lexer->at))))
      break;
    gsize nested = text[at] == '(' ? measure_parentheses (text + at) : 0;
    if (text[at] == '(' && nested == 0)
      break;
    if (text[at] == '[' || text[at] == '{')
      brackets++;
    else if ((text[at] == ']' || text[at] == '}') && brackets > 0)
      brackets--;
    at += nested > 0 ? nested : (gsize) (g_utf8_next_char (text + at) - (text + at));
  }
  return at;
}

static gsize
trim_end (const char *text, gsize start, gsize end)
{
  while (end > start) {
    const char *last = g_utf8_find_prev_char (text + start, text + end);
    if (!last || chn_lexer_measure_blank (last) == 0)
      break;
    end = (gsize) (last - text);
  }
  return end;
}

void
chn_lexer_read_word (ChnLexer *lexer, guint stops, ChnToken *token)
{
  gsize start = lexer->at;
  gsize end = trim_end (lexer->text, start, find_word_end (lexer, stops));
  lexer->at = end;
  *token = (ChnToken){ CHN_TOKEN_WORD,
                       { start, end - start },
                       chn_arena_strndup (lexer->arena, lexer->text + start, (gssize) (end - start)),
                       CHN_OP_GENEROUS };
}

/* A mark of one byte: a parenthesis, or the "-" of a negation. */
static gboolean
read_mark (ChnLexer *lexer, ChnToken *token)
{
  const char *here = lexer->text + lexer->at;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (*here == marks[i].byte)
      token->kind = marks[i].token;
  if (*here == '-' && here[1] && here[1] != ')' && chn_lexer_measure_blank (here + 1) == 0)
    token->kind = CHN_TOKEN_MINUS;
  if (token->kind == CHN_TOKEN_END)
    return FALSE;
  token->place.length = 1;
  lexer->at++;
  return TRUE;
}

static gboolean
read_field (ChnLexer *lexer, ChnToken *token)
{
  gsize name = 0;
  if (!chn_lexer_measure_field (lexer->text + lexer->at, &name, &token->op))
    return FALSE;
  token->kind = CHN_TOKEN_FIELD;
  token->text = chn_arena_strndup (lexer->arena, lexer->text + lexer->at, (gssize) name);
  token->place.length = name + strlen (chn_op_get_text (token->op));
  lexer->at += token->place.length;
  return TRUE;
}

gboolean
chn_lexer_next (ChnLexer *lexer, ChnToken *token, GError **error)
{
  chn_lexer_skip_blanks (lexer);
  *token = (ChnToken){ CHN_TOKEN_END, { lexer->at, 0 }, NULL, CHN_OP_GENEROUS };
  if (lexer->at >= lexer->length || read_mark (lexer, token))
    return TRUE;
  if (chn_lexer_peek (lexer) == '"')
    return chn_lexer_read_quoted (lexer, token, error);
  if (read_field (lexer, token))
    return TRUE;
  chn_lexer_read_word (lexer, 0, token);
  token->kind = chn_lexer_find_keyword (token->text, token->place.length);
  return TRUE;
}
