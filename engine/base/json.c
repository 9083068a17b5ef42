/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Splits JSON text into tokens (RFC 8259, 2 to 6):
 *
 *   text   = ws value ws
 *   value  = "false" / "null" / "true" / object / array / number / string
 *   object = "{" ws [ member *( "," member ) ] "}"      member = ws string ws ":" ws value ws
 *   array  = "[" ws [ item *( "," item ) ] "]"          item   = ws value ws
 *   number = [ "-" ] ( "0" / %x31-39 *DIGIT ) [ "." 1*DIGIT ] [ ( "e" / "E" ) [ "-" / "+" ] 1*DIGIT ]
 *   ws     = *( SP / HTAB / LF / CR )
 */
#include "base/json.h"

#include <math.h>
#include <string.h>

#include "base/error.h"

void
chn_json_scanner_init (ChnJsonScanner *scanner, const char *text, gsize length, const ChnLimits *limits,
                       ChnArena *arena)
{
  scanner->start = scanner->at = text;
  scanner->end = length > 0 ? text + length : text; /* which may be NULL then */
  scanner->arena = arena;
  scanner->limits = limits;
  scanner->n_tails = 0;
  scanner->n_values = 0;
  scanner->most_values = limits->value[CHN_LIMIT_ITEMS] * CHN_JSON_VALUES_PER_ITEM;
  scanner->depth = 0;
  scanner->in_object = FALSE;
  scanner->state = CHN_JSON_WANTS_VALUE;
}

static inline void
skip_blanks (ChnJsonScanner *scanner)
{
  const char *at = scanner->at;
  while (at < scanner->end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
    at++;
  scanner->at = at;
}

static gboolean
was_in_object (const ChnJsonScanner *scanner)
{
  guint level = scanner->depth - 1;
  return scanner->depth > 0 && (scanner->is_object[level / 64] >> (level % 64) & 1);
}

static gboolean
refuse_depth (ChnJsonScanner *scanner, guint64 most, GError **error)
{
  chn_error_set_at (error, CHN_ERROR_LIMIT, (gsize) (scanner->at - scanner->start), 1, "no event needs that",
                    "found more than %" G_GUINT64_FORMAT " levels of nesting", most);
  return FALSE;
}

static gboolean
open_nest (ChnJsonScanner *scanner, ChnJsonToken *token, ChnJsonType type, GError **error)
{
  guint64 most = MIN (scanner->limits->value[CHN_LIMIT_DEPTH], (guint64) CHN_JSON_MOST_DEPTH);
  if (scanner->depth >= most)
    return refuse_depth (scanner, most, error);
  guint64 bit = G_GUINT64_CONSTANT (1) << (scanner->depth % 64), *bits = &scanner->is_object[scanner->depth / 64];
  *bits = type == CHN_JSON_OBJECT ? *bits | bit : *bits & ~bit;
  scanner->depth++;
  scanner->at++;
  scanner->in_object = type == CHN_JSON_OBJECT;
  scanner->state = type == CHN_JSON_OBJECT ? CHN_JSON_WANTS_MEMBER : CHN_JSON_WANTS_ITEM;
  token->type = type;
  return TRUE;
}

static gboolean
close_nest (ChnJsonScanner *scanner, ChnJsonToken *token)
{
  token->type = scanner->in_object ? CHN_JSON_END_OBJECT : CHN_JSON_END_ARRAY;
  scanner->depth--;
  scanner->in_object = was_in_object (scanner);
  scanner->at++;
  scanner->state = CHN_JSON_WANTS_COMMA;
  return TRUE;
}

static gboolean
scan_word (ChnJsonScanner *scanner, ChnJsonToken *token, const char *word, ChnJsonType type, GError **error)
{
  for (const char *letter = word; *letter; letter++, scanner->at++)
    if (scanner->at == scanner->end || *scanner->at != *letter)
      return chn_json_refuse (scanner, scanner->at, word, NULL, error);
  token->type = type;
  return TRUE;
}

/* At least one digit. */
static gboolean
scan_digits (ChnJsonScanner *scanner, GError **error)
{
  const char *begin = scanner->at;
  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;
  return scanner->at > begin || chn_json_refuse (scanner, begin, "a digit", NULL, error);
}

static gboolean
scan_whole_part (ChnJsonScanner *scanner, GError **error)
{
  const char *first = scanner->at;
  if (!scan_digits (scanner, error))
    return FALSE;
  if (*first == '0' && scanner->at > first + 1)
    return chn_json_refuse (scanner, first + 1, "no digit behind a first 0", "write the number without leading zeros",
                            error);
  return TRUE;
}

/* One of the characters, which then is passed. */
static gboolean
take (ChnJsonScanner *scanner, const char *either)
{
  if (scanner->at == scanner->end || (*scanner->at != either[0] && *scanner->at != either[1]))
    return FALSE;
  scanner->at++;
  return TRUE;
}

static gboolean
is_integer_in_range (ChnJsonToken *token)
{
  guint is_negative = *token->text == '-';
  guint64 magnitude = 0, most = (guint64) G_MAXINT64 + is_negative;
  for (gsize i = is_negative; i < token->length; i++) {
    guint digit = (guint) (token->text[i] - '0');
    if (magnitude > (most - digit) / 10)
      return FALSE;
    magnitude = magnitude * 10 + digit;
  }
  token->integer = (gint64) (is_negative ? 0 - magnitude : magnitude);
  return TRUE;
}

/* Short numbers without an exponent are never beyond a double. */
static gboolean
is_fraction_in_range (const ChnJsonToken *token)
{
  if (token->length < 300 && !memchr (token->text, 'e', token->length) && !memchr (token->text, 'E', token->length))
    return TRUE;
  g_autofree char *text = g_strndup (token->text, token->length);
  return isfinite (g_ascii_strtod (text, NULL));
}

static gboolean
scan_number (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  token->text = scanner->at;
  take (scanner, "--");
  if (!scan_whole_part (scanner, error))
    return FALSE;
  gboolean has_point = take (scanner, "..");
  if (has_point && !scan_digits (scanner, error))
    return FALSE;
  gboolean has_exponent = take (scanner, "eE");
  if (has_exponent)
    take (scanner, "+-");
  if (has_exponent && !scan_digits (scanner, error))
    return FALSE;
  token->length = (gsize) (scanner->at - token->text);
  token->type = has_point || has_exponent ? CHN_JSON_FRACTION : CHN_JSON_INTEGER;
  if (token->type == CHN_JSON_INTEGER ? is_integer_in_range (token) : is_fraction_in_range (token))
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_SYNTAX, (gsize) (token->at - scanner->start), token->length, NULL,
                    "found a number that is too big, expected one of at most 64 bits");
  return FALSE;
}

static gboolean
scan_scalar (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  char c = scanner->at < scanner->end ? *scanner->at : '\0';
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (scanner, token, error);
  if (c == 't')
    return scan_word (scanner, token, "true", CHN_JSON_TRUE, error);
  if (c == 'f')
    return scan_word (scanner, token, "false", CHN_JSON_FALSE, error);
  if (c == 'n')
    return scan_word (scanner, token, "null", CHN_JSON_NULL, error);
  return chn_json_refuse (scanner, scanner->at, "a value", c == '\'' ? "write text in \"double quotes\"" : NULL,
                          error);
}

static inline gboolean
scan_value (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  char c = scanner->at < scanner->end ? *scanner->at : '\0';
  scanner->state = CHN_JSON_WANTS_COMMA;
  token->type = CHN_JSON_STRING;
  if (c == '"')
    return chn_json_scan_string (scanner, token, error);
  if (c == '{' || c == '[')
    return open_nest (scanner, token, c == '{' ? CHN_JSON_OBJECT : CHN_JSON_ARRAY, error);
  return scan_scalar (scanner, token, error);
}

static inline gboolean
scan_key (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  gboolean is_first = scanner->state == CHN_JSON_WANTS_MEMBER;
  token->type = CHN_JSON_KEY;
  if (scanner->at == scanner->end || *scanner->at != '"')
    return chn_json_refuse (scanner, scanner->at, is_first ? "a key in quotes or '}'" : "a key in quotes", NULL,
                            error);
  if (!chn_json_scan_string (scanner, token, error))
    return FALSE;
  skip_blanks (scanner);
  scanner->state = CHN_JSON_WANTS_VALUE;
  return take (scanner, "::") || chn_json_refuse (scanner, scanner->at, "':' behind a key", NULL, error);
}

/* The comma before the next value of what is open. */
static inline gboolean
pass_comma (ChnJsonScanner *scanner, GError **error)
{
  if (scanner->at == scanner->end || *scanner->at != ',')
    return chn_json_refuse (scanner, scanner->at, scanner->in_object ? "',' or '}'" : "',' or ']'", NULL, error);
  if (++scanner->n_values >= scanner->most_values) {
    chn_error_set_at (error, CHN_ERROR_LIMIT, (gsize) (scanner->at - scanner->start), 1,
                      "raise the bound with --max-items=N",
                      "found more than %" G_GUINT64_FORMAT " values in one event", scanner->most_values);
    return FALSE;
  }
  scanner->at++;
  scanner->state = scanner->in_object ? CHN_JSON_WANTS_KEY : CHN_JSON_WANTS_VALUE;
  skip_blanks (scanner);
  return TRUE;
}

/* Whether what is open ends here, or the text as a whole. */
static inline gboolean
is_at_end (const ChnJsonScanner *scanner)
{
  if (scanner->state == CHN_JSON_WANTS_VALUE || scanner->state == CHN_JSON_WANTS_KEY)
    return FALSE;
  if (scanner->depth == 0 || scanner->at == scanner->end)
    return scanner->depth == 0;
  return *scanner->at == (scanner->in_object ? '}' : ']');
}

static gboolean
end_text (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  token->type = CHN_JSON_END;
  return scanner->at == scanner->end ||
         chn_json_refuse (scanner, scanner->at, "nothing behind the value", NULL, error);
}

gboolean
chn_json_scanner_next (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  skip_blanks (scanner);
  gboolean is_end = is_at_end (scanner);
  if (!is_end && scanner->state == CHN_JSON_WANTS_COMMA && !pass_comma (scanner, error))
    return FALSE;
  token->at = token->text = scanner->at;
  token->length = 0;
  token->integer = 0;
  token->column = (guint) ((gsize) (scanner->at - scanner->start) - scanner->n_tails);
  token->n_tokens = 1;
  token->is_escaped = FALSE;
  if (is_end && scanner->depth == 0)
    return end_text (scanner, token, error);
  if (is_end)
    return close_nest (scanner, token);
  if (scanner->state == CHN_JSON_WANTS_KEY || scanner->state == CHN_JSON_WANTS_MEMBER)
    return scan_key (scanner, token, error);
  return scan_value (scanner, token, error);
}
