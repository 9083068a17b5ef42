/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What stands after a field's operator: operands, ranges and lists. The grammar is in parse.c; in a
 * list a word runs to the comma, blanks included. */
#include "query/value.h"

#include <string.h>

#include "base/error.h"

typedef struct {
  ChnLexer *lexer;
  const ChnNode *term;
  const ChnLimits *limits;
  GArray *values;
  guint stops;
} Reader;

gboolean
chn_parse_operand (ChnLexer *lexer, guint stops, ChnOperand *operand, GError **error)
{
  gsize start = lexer->at;
  ChnOperandKind marked = CHN_OPERAND_NONE;
  if (chn_lexer_accept (lexer, "@@"))
    marked = CHN_OPERAND_SAVED;
  else if (chn_lexer_accept (lexer, "@"))
    marked = CHN_OPERAND_EVENT;
  ChnToken token = { 0 };
  if (chn_lexer_peek (lexer) != '"')
    chn_lexer_read_word (lexer, stops, &token);
  else if (!chn_lexer_read_quoted (lexer, &token, error))
    return FALSE;
  if (marked != CHN_OPERAND_NONE && *token.text == '\0') {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, start, lexer->at - start,
                      marked == CHN_OPERAND_EVENT ? "write @ and the id of an event"
                                                  : "write @@ and the name of a query",
                      "nothing follows \"%s\"", marked == CHN_OPERAND_EVENT ? "@" : "@@");
    return FALSE;
  }
  operand->place = (ChnPlace){ start, lexer->at - start };
  operand->text = token.text;
  operand->kind = token.kind == CHN_TOKEN_QUOTED ? CHN_OPERAND_QUOTED : CHN_OPERAND_WORD;
  if (marked != CHN_OPERAND_NONE)
    operand->kind = marked;
  else if (operand->place.length == 0)
    operand->kind = CHN_OPERAND_NONE;
  return TRUE;
}

static gboolean
set_missing (const Reader *reader, GError **error)
{
  const ChnQueryField *field = reader->term->rule->field;
  g_autofree char *hint = g_strdup_printf ("write %s%s and, without a blank, %s", field->name,
                                           chn_op_get_text (reader->term->op), field->takes);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, reader->lexer->at, 0, hint, "\"%s%s\" lacks its value", field->name,
                    chn_op_get_text (reader->term->op));
  return FALSE;
}

static gboolean
add_value (Reader *reader, const ChnValue *value, GError **error)
{
  guint64 bound = reader->limits->value[CHN_LIMIT_QUERY_TERMS];
  if (reader->values->len < bound) {
    g_array_append_val (reader->values, *value);
    return TRUE;
  }
  chn_error_set_at (error, CHN_ERROR_LIMIT, value->place.offset, value->place.length, "ask in several queries",
                    "the list has more than %" G_GUINT64_FORMAT " values", bound);
  return FALSE;
}

static gboolean
read_value (Reader *reader, GError **error)
{
  ChnLexer *lexer = reader->lexer;
  ChnValue value = { 0 };
  gsize start = lexer->at;
  if (!chn_parse_operand (lexer, reader->stops, &value.low, error))
    return FALSE;
  gsize end = lexer->at;
  if (reader->stops & CHN_STOP_AT_COMMA)
    chn_lexer_skip_blanks (lexer);
  value.is_range = (reader->stops & CHN_STOP_AT_RANGE) && chn_lexer_accept (lexer, "..");
  if (value.is_range) {
    end = lexer->at;
    if (reader->stops & CHN_STOP_AT_COMMA)
      chn_lexer_skip_blanks (lexer);
    if (!chn_parse_operand (lexer, reader->stops, &value.high, error))
      return FALSE;
    end = value.high.kind == CHN_OPERAND_NONE ? end : lexer->at;
  }
  if (!value.is_range && value.low.kind == CHN_OPERAND_NONE)
    return set_missing (reader, error);
  value.place = (ChnPlace){ start, end - start };
  return add_value (reader, &value, error);
}

static gboolean
set_unclosed (const Reader *reader, gsize open, GError **error)
{
  if (chn_lexer_peek (reader->lexer) == '\0')
    chn_error_set_at (error, CHN_ERROR_SYNTAX, open, 1, "add a \")\"", "the list's \"(\" is not closed");
  else
    chn_error_set_at (error, CHN_ERROR_SYNTAX, reader->lexer->at, 1, "write a comma between values",
                      "found %c in a list, expected \",\" or \")\"", chn_lexer_peek (reader->lexer));
  return FALSE;
}

/* A list in a list is part of it; `depth` bounds the recursion. */
static gboolean
read_list (Reader *reader, guint64 depth, GError **error)
{
  ChnLexer *lexer = reader->lexer;
  gsize open = lexer->at++;
  if (depth > reader->limits->value[CHN_LIMIT_QUERY_DEPTH]) {
    chn_error_set_at (error, CHN_ERROR_LIMIT, open, 1, "write one list", "the list nests too deeply");
    return FALSE;
  }
  do {
    chn_lexer_skip_blanks (lexer);
    gboolean read = chn_lexer_peek (lexer) == '(' ? read_list (reader, depth + 1, error) : read_value (reader, error);
    if (!read)
      return FALSE;
    chn_lexer_skip_blanks (lexer);
  } while (chn_lexer_accept (lexer, ","));
  return chn_lexer_accept (lexer, ")") || set_unclosed (reader, open, error);
}

static gboolean
check_op (const ChnNode *term, ChnPlace place, GError **error)
{
  if (term->op <= CHN_OP_STRICT)
    return TRUE;
  const ChnQueryField *field = term->rule->field;
  g_autofree char *hint = NULL;
  if (!chn_query_rule_takes (term->rule, CHN_TAKES_RANGE)) {
    hint = g_strdup_printf ("write %s: or %s=", field->name, field->name);
    chn_error_set_at (error, CHN_ERROR_SYNTAX, place.offset, place.length, hint, "\"%s\" has no order to compare by",
                      field->name);
    return FALSE;
  }
  if (!term->values || (term->n_values == 1 && !term->values->is_range))
    return TRUE;
  hint = g_strdup_printf ("write %s: before a list or range", field->name);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, place.offset, place.length, hint, "\"%s\" takes one value",
                    chn_op_get_text (term->op));
  return FALSE;
}

gboolean
chn_parse_values (ChnLexer *lexer, ChnNode *term, const ChnLimits *limits, GError **error)
{
  if (!check_op (term, term->place, error))
    return FALSE;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (ChnValue));
  guint range = chn_query_rule_takes (term->rule, CHN_TAKES_RANGE) ? CHN_STOP_AT_RANGE : 0;
  Reader reader = { lexer, term, limits, values, range };
  gsize start = lexer->at;
  gboolean is_list = chn_lexer_peek (lexer) == '(';
  reader.stops |= is_list ? CHN_STOP_AT_COMMA : 0;
  if (is_list ? !read_list (&reader, 1, error) : !read_value (&reader, error))
    return FALSE;
  term->n_values = values->len;
  term->values = chn_arena_memdup (lexer->arena, values->data, values->len * sizeof (ChnValue));
  return check_op (term, (ChnPlace){ start, lexer->at - start }, error);
}
