/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/error.h>

#include "base/arena.h"

/* A stretch of a query's text, in bytes. */
typedef struct {
  gsize offset;
  gsize length;
} ChnPlace;

typedef enum {
  CHN_OP_GENEROUS, /* : */
  CHN_OP_STRICT,   /* = */
  CHN_OP_BELOW,    /* < */
  CHN_OP_UP_TO,    /* <= */
  CHN_OP_ABOVE,    /* > */
  CHN_OP_FROM,     /* >= */
} ChnOp;

typedef enum {
  CHN_TOKEN_END,
  CHN_TOKEN_OPEN,
  CHN_TOKEN_CLOSE,
  CHN_TOKEN_AND,
  CHN_TOKEN_OR,
  CHN_TOKEN_NOT,
  CHN_TOKEN_MINUS,
  CHN_TOKEN_FIELD, /* a field's name and its operator; a value follows */
  CHN_TOKEN_WORD,
  CHN_TOKEN_QUOTED,
} ChnTokenKind;

typedef struct {
  ChnTokenKind kind;
  ChnPlace place;
  const char *text; /* word, unquoted text, or name of the field */
  ChnOp op;
} ChnToken;

/*
 * Cuts a query into tokens. Where a value stands, the parser reads it with the calls below
 * chn_lexer_next(), since what ends a word differs there.
 */
typedef struct {
  const char *text;
  gsize length;
  gsize at;
  ChnArena *arena;
} ChnLexer;

/* What else ends a word. */
typedef enum {
  CHN_STOP_AT_COMMA = 1 << 0, /* in a list; blanks then belong to the word */
  CHN_STOP_AT_RANGE = 1 << 1, /* ".." outside brackets, unless an interval's "/.." or "../" */
} ChnStops;

gboolean chn_lexer_next (ChnLexer *lexer, ChnToken *token, GError **error);

void chn_lexer_skip_blanks (ChnLexer *lexer);
/* The byte at hand, 0 at the end. */
char chn_lexer_peek (const ChnLexer *lexer);
/* Steps over a text when it stands next. */
gboolean chn_lexer_accept (ChnLexer *lexer, const char *text);
/* Reads a word that may be empty, or a quotation. */
gboolean chn_lexer_read_quoted (ChnLexer *lexer, ChnToken *token, GError **error);
void chn_lexer_read_word (ChnLexer *lexer, guint stops, ChnToken *token);

/* ":", "=" … */
const char *chn_op_get_text (ChnOp op);
/* Length in bytes of the blank at hand, 0 when there is none. */
gsize chn_lexer_measure_blank (const char *text);
/* Whether a word is AND, OR or NOT: then its token, else CHN_TOKEN_WORD. */
ChnTokenKind chn_lexer_find_keyword (const char *word, gsize length);
/*
 * Whether a text begins with a field's name and operator; `name` is then the length of the name
 * and `op` the operator.
 */
gboolean chn_lexer_measure_field (const char *text, gsize *name, ChnOp *op);
