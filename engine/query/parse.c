/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The grammar of queries: tokens to a tree.
 *
 *   query   = [ or ]                                     nothing: everything
 *   or      = and *( "OR" and )
 *   and     = not *( [ "AND" ] not )
 *   not     = [ "NOT" / "-" ] not / primary
 *   primary = "(" or ")" / field value / operand / "maybe:(" or ")"
 *   value   = range / operand / list
 *   list    = "(" value *( "," value ) ")"               any of them; only after ":" and "="
 *   range   = [ operand ] ".." [ operand ]
 *   operand = word / quoted / "@" event-id / "@@" saved-query
 */
#include "query/parse.h"

#include <string.h>

#include "base/error.h"
#include "base/guard.h"
#include "query/field.h"
#include "query/value.h"

typedef struct {
  ChnLexer lexer;
  ChnToken token; /* the one at hand */
  const ChnLimits *limits;
  const ChnVocabulary *vocabulary; /* of the fields that a timeline declares, or NULL */
  guint64 depth;
  guint64 n_open; /* parentheses that wait for their end */
  guint64 n_terms;
} Parser;

static ChnNode *parse_or (Parser *parser, GError **error);

static gboolean
advance (Parser *parser, GError **error)
{
  return chn_lexer_next (&parser->lexer, &parser->token, error);
}

static gboolean
enter (Parser *parser, ChnPlace place, GError **error)
{
  if (parser->depth++ < parser->limits->value[CHN_LIMIT_QUERY_DEPTH])
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_LIMIT, place.offset, place.length, "take some parentheses or NOTs away",
                    "the query nests deeper than %" G_GUINT64_FORMAT " levels",
                    parser->limits->value[CHN_LIMIT_QUERY_DEPTH]);
  return FALSE;
}

static gboolean
count_terms (Parser *parser, const ChnNode *term, GError **error)
{
  parser->n_terms += MAX (term->n_values, 1);
  if (parser->n_terms <= parser->limits->value[CHN_LIMIT_QUERY_TERMS])
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_LIMIT, term->place.offset, term->place.length, "ask in several queries",
                    "the query has more than %" G_GUINT64_FORMAT " terms",
                    parser->limits->value[CHN_LIMIT_QUERY_TERMS]);
  return FALSE;
}

static ChnPlace
span (ChnPlace first, ChnPlace last)
{
  return (ChnPlace){ first.offset, last.offset + last.length - first.offset };
}

static ChnNode *
new_node (Parser *parser, ChnNodeKind kind, ChnPlace place)
{
  ChnNode *node = chn_arena_alloc (parser->lexer.arena, sizeof *node);
  node->kind = kind;
  node->place = place;
  return node;
}

/* A compound of its parts; parts of the same kind give up theirs. One part stands for itself. */
static ChnNode *
new_compound (Parser *parser, ChnNodeKind kind, GPtrArray *parts)
{
  if (parts->len == 1)
    return parts->pdata[0];
  g_autoptr (GPtrArray) flat = g_ptr_array_new ();
  for (guint i = 0; i < parts->len; i++) {
    ChnNode *part = parts->pdata[i];
    for (guint j = 0; part->kind == kind && j < part->n_children; j++)
      g_ptr_array_add (flat, part->children[j]);
    if (part->kind != kind)
      g_ptr_array_add (flat, part);
  }
  ChnNode *first = parts->pdata[0], *last = parts->pdata[parts->len - 1];
  ChnNode *node = new_node (parser, kind, span (first->place, last->place));
  node->n_children = flat->len;
  node->children = chn_arena_memdup (parser->lexer.arena, flat->pdata, flat->len * sizeof *node->children);
  return node;
}

static ChnNode *parse_parentheses (Parser *parser, GError **error);

/* A field that takes a query: of what is asked there, whether it is unknown. */
static ChnNode *
parse_maybe (Parser *parser, const ChnQueryRule *rule, GError **error)
{
  ChnToken head = parser->token;
  if (head.op != CHN_OP_GENEROUS || chn_lexer_peek (&parser->lexer) != '(') {
    g_autofree char *hint = g_strdup_printf ("write %s:(QUERY)", rule->field->name);
    chn_error_set_at (error, CHN_ERROR_SYNTAX, head.place.offset, parser->lexer.at - head.place.offset, hint,
                      "\"%s\" takes a query in parentheses", rule->field->name);
    return NULL;
  }
  ChnNode *child = advance (parser, error) ? parse_parentheses (parser, error) : NULL;
  if (!child)
    return NULL;
  ChnNode *node = new_node (parser, CHN_NODE_MAYBE, span (head.place, child->place));
  node->rule = rule;
  node->n_children = 1;
  node->children = chn_arena_memdup (parser->lexer.arena, &child, sizeof child);
  return node;
}

static ChnNode *
parse_term (Parser *parser, GError **error)
{
  ChnToken head = parser->token;
  const ChnQueryRule *rule = chn_query_rule_find_in (parser->vocabulary, head.text, -1, parser->lexer.arena);
  if (!rule) {
    chn_query_rule_set_unknown (error, parser->vocabulary, head.text, head.place.offset);
    return NULL;
  }
  if (chn_query_rule_takes (rule, CHN_TAKES_QUERY))
    return parse_maybe (parser, rule, error);
  ChnNode *node = new_node (parser, CHN_NODE_TERM, head.place);
  node->rule = rule;
  node->op = head.op;
  if (!chn_parse_values (&parser->lexer, node, parser->limits, error))
    return NULL;
  node->place.length = parser->lexer.at - head.place.offset;
  if (!count_terms (parser, node, error) || !advance (parser, error))
    return NULL;
  return node;
}

/* A word or phrase without a field. */
static ChnNode *
parse_bare (Parser *parser, GError **error)
{
  ChnNode *node = new_node (parser, CHN_NODE_TERM, parser->token.place);
  parser->lexer.at = parser->token.place.offset;
  node->rule = chn_query_rule_get_bare ();
  node->op = CHN_OP_GENEROUS;
  node->n_values = 1;
  node->values = chn_arena_alloc (parser->lexer.arena, sizeof *node->values);
  if (!chn_parse_operand (&parser->lexer, 0, &node->values->low, error))
    return NULL;
  node->place = node->values->place = node->values->low.place;
  if (!count_terms (parser, node, error) || !advance (parser, error))
    return NULL;
  return node;
}

static ChnNode *
parse_parentheses (Parser *parser, GError **error)
{
  ChnPlace open = parser->token.place;
  if (!enter (parser, open, error) || !advance (parser, error))
    return NULL;
  if (parser->token.kind == CHN_TOKEN_CLOSE) {
    ChnPlace both = span (open, parser->token.place);
    chn_error_set_at (error, CHN_ERROR_SYNTAX, both.offset, both.length, "write a query between them, or remove them",
                      "nothing stands between \"(\" and \")\"");
    return NULL;
  }
  parser->n_open++;
  ChnNode *node = parse_or (parser, error);
  if (!node)
    return NULL;
  if (parser->token.kind != CHN_TOKEN_CLOSE) {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, open.offset, open.length, "add a \")\"",
                      "the parenthesis \"(\" is not closed");
    return NULL;
  }
  node->place = span (open, parser->token.place);
  parser->depth--;
  parser->n_open--;
  return advance (parser, error) ? node : NULL;
}

static ChnNode *parse_unary (Parser *parser, GError **error);

static ChnNode *
parse_not (Parser *parser, GError **error)
{
  ChnPlace mark = parser->token.place;
  if (!enter (parser, mark, error) || !advance (parser, error))
    return NULL;
  ChnNode *child = parse_unary (parser, error);
  if (!child)
    return NULL;
  ChnNode *node = new_node (parser, CHN_NODE_NOT, span (mark, child->place));
  node->n_children = 1;
  node->children = chn_arena_memdup (parser->lexer.arena, &child, sizeof child);
  parser->depth--;
  return node;
}

/* A keyword, a ")" or the end, where a term should stand. */
static ChnNode *
refuse_token (Parser *parser, GError **error)
{
  ChnPlace place = parser->token.place;
  if (parser->token.kind == CHN_TOKEN_END)
    chn_error_set_at (error, CHN_ERROR_SYNTAX, place.offset, 0, "write a term here, or quote the word before",
                      "the query ends where a term should follow");
  else if (parser->token.kind == CHN_TOKEN_CLOSE && parser->n_open == 0)
    chn_error_set_at (error, CHN_ERROR_SYNTAX, place.offset, place.length, "remove it, or quote the text",
                      "\")\" without a \"(\" before it");
  else
    chn_error_set_at (error, CHN_ERROR_SYNTAX, place.offset, place.length,
                      "write a term before it; to search for the word, quote it", "found \"%.*s\", expected a term",
                      (int) place.length, parser->lexer.text + place.offset);
  return NULL;
}

typedef ChnNode *(*ParseFunc) (Parser *parser, GError **error);

static const ParseFunc unaries[] = {
  [CHN_TOKEN_END] = refuse_token,  [CHN_TOKEN_OPEN] = parse_parentheses, [CHN_TOKEN_CLOSE] = refuse_token,
  [CHN_TOKEN_AND] = refuse_token,  [CHN_TOKEN_OR] = refuse_token,        [CHN_TOKEN_NOT] = parse_not,
  [CHN_TOKEN_MINUS] = parse_not,   [CHN_TOKEN_FIELD] = parse_term,       [CHN_TOKEN_WORD] = parse_bare,
  [CHN_TOKEN_QUOTED] = parse_bare,
};

static ChnNode *
parse_unary (Parser *parser, GError **error)
{
  return unaries[parser->token.kind](parser, error);
}

static gboolean
ends_and (ChnTokenKind kind)
{
  return kind == CHN_TOKEN_END || kind == CHN_TOKEN_CLOSE || kind == CHN_TOKEN_OR;
}

static ChnNode *
parse_and (Parser *parser, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  do {
    if (parts->len > 0 && parser->token.kind == CHN_TOKEN_AND && !advance (parser, error))
      return NULL;
    ChnNode *part = parse_unary (parser, error);
    if (!part)
      return NULL;
    g_ptr_array_add (parts, part);
  } while (!ends_and (parser->token.kind));
  return new_compound (parser, CHN_NODE_AND, parts);
}

static ChnNode *
parse_or (Parser *parser, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  for (;;) {
    ChnNode *part = parse_and (parser, error);
    if (!part)
      return NULL;
    g_ptr_array_add (parts, part);
    if (parser->token.kind != CHN_TOKEN_OR)
      return new_compound (parser, CHN_NODE_OR, parts);
    if (!advance (parser, error))
      return NULL;
  }
}

static gboolean
check_text (const char *text, const ChnLimits *limits, GError **error)
{
  gsize length = strlen (text), offset = 0;
  if (length > limits->value[CHN_LIMIT_QUERY]) {
    chn_error_set (error, CHN_ERROR_LIMIT, "ask in several queries",
                   "the query has %" G_GSIZE_FORMAT " bytes, more than %" G_GUINT64_FORMAT, length,
                   limits->value[CHN_LIMIT_QUERY]);
    return FALSE;
  }
  ChnGuard guard = chn_guard_check (text, length, &offset);
  if (guard == CHN_GUARD_FINE)
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 1, "queries are UTF-8 text", "the query contains %s",
                    chn_guard_get_name (guard));
  return FALSE;
}

ChnNode *
chn_parse_query (const char *text, const ChnLimits *limits, const ChnVocabulary *vocabulary, ChnArena *arena,
                 GError **error)
{
  if (!check_text (text, limits, error))
    return NULL;
  Parser parser = { .lexer = { text, strlen (text), 0, arena }, .limits = limits, .vocabulary = vocabulary };
  if (!advance (&parser, error))
    return NULL;
  if (parser.token.kind == CHN_TOKEN_END)
    return new_node (&parser, CHN_NODE_AND, parser.token.place);
  ChnNode *node = parse_or (&parser, error);
  if (node && parser.token.kind != CHN_TOKEN_END)
    return refuse_token (&parser, error);
  return node;
}
