/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "base/arena.h"

/*
 * A scanner of JSON text (RFC 8259), one value with blanks around it: it gives token after token and builds nothing.
 * It is strict: UTF-8 without overlong forms and surrogates, no control characters in strings, no byte order mark,
 * nothing behind the value. Of what the standard leaves open it refuses what could not be kept: U+0000, halves of
 * surrogate pairs, whole numbers beyond 64 bits and fractions beyond a double.
 */
typedef enum {
  CHN_JSON_END, /* of the text */
  CHN_JSON_OBJECT,
  CHN_JSON_END_OBJECT,
  CHN_JSON_ARRAY,
  CHN_JSON_END_ARRAY,
  CHN_JSON_KEY,
  CHN_JSON_STRING,
  CHN_JSON_INTEGER,
  CHN_JSON_FRACTION, /* with a point or an exponent */
  CHN_JSON_TRUE,
  CHN_JSON_FALSE,
  CHN_JSON_NULL,
} ChnJsonType;

typedef struct {
  const char *at;   /* where it begins in the input; strings and keys with their quote */
  const char *text; /* strings and keys: decoded, in the input or the arena; numbers: as written */
  gsize length;
  gint64 integer; /* of a CHN_JSON_INTEGER */
  guint column;   /* characters of the input before it */
  guint n_tokens; /* for who keeps tokens: those of the value, itself among them */
  ChnJsonType type : 8;
  guint is_escaped : 1; /* the text is not as written, and ends in NUL */
} ChnJsonToken;

/* Levels of nesting that a scanner can follow, whatever the bound is. */
enum { CHN_JSON_MOST_DEPTH = 2048 };

/* Values that the text may hold: this many times CHN_LIMIT_ITEMS, which bounds each list of an event. */
enum { CHN_JSON_VALUES_PER_ITEM = 64 };

typedef enum {
  CHN_JSON_WANTS_VALUE,
  CHN_JSON_WANTS_ITEM, /* the first of an array, or its end */
  CHN_JSON_WANTS_KEY,
  CHN_JSON_WANTS_MEMBER, /* the first of an object, or its end */
  CHN_JSON_WANTS_COMMA,  /* or what closes; outermost, the end of the text */
} ChnJsonState;

/* To be kept on the stack; it has nothing to be freed. */
typedef struct {
  const char *start;
  const char *at;
  const char *end;
  ChnArena *arena; /* keeps text that had escapes; borrowed */
  const ChnLimits *limits;
  gsize n_tails; /* bytes before `at` that go on with a character */
  guint64 n_values, most_values;
  guint depth;
  gboolean in_object; /* that is what is open, not an array */
  ChnJsonState state;
  guint64 is_object[CHN_JSON_MOST_DEPTH / 64]; /* a bit a level */
} ChnJsonScanner;

void chn_json_scanner_init (ChnJsonScanner *scanner, const char *text, gsize length, const ChnLimits *limits,
                            ChnArena *arena);

/*
 * The next token; FALSE with an error that is placed in the text, after which there is none any more. Its code is
 * CHN_ERROR_LIMIT for a bound (depth, number of values), else CHN_ERROR_SYNTAX. Keys are compared by nobody here.
 */
gboolean chn_json_scanner_next (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error);

/* Of the scanner itself: base/json-string.c. */

/*
 * Reads the string whose opening quote the scanner stands at: sets text and length of the token, and puts the
 * scanner behind the closing quote.
 */
gboolean chn_json_scan_string (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error);

/* "found X, expected Y" at a place of the text; FALSE. */
gboolean chn_json_refuse (const ChnJsonScanner *scanner, const char *at, const char *expected, const char *hint,
                          GError **error);
