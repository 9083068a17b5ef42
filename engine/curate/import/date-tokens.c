/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The words, numbers and signs of a date as people write it.
 *
 *   token   = word / number / numeric / clock / "-" / ";" / LF / "," / "?"
 *   number  = 1*DIGIT [ "st" / "nd" / "rd" / "th" / "." / a sign of Chinese or Korean ]
 *   numeric = number sign number [ sign number ]      sign: "/" "." "-", the same twice
 *   clock   = hh ":" mm [ ":" ss ]
 *
 * A dash between a number and a month joins them (24-Sep-05), between numbers or dates it is a span.
 */
#include "curate/import/date-tokens.h"

#include <string.h>

#define DIGITS "0123456789"

typedef struct {
  const char *at;
  GArray *tokens;
} Reader;

static void
add (Reader *reader, ChnDateToken token, gsize length)
{
  token.text = reader->at;
  token.length = length;
  g_array_append_val (reader->tokens, token);
  reader->at += length;
}

static int
get_number (const char *at, gsize n)
{
  g_autofree char *digits = g_strndup (at, MIN (n, 9));
  return (int) g_ascii_strtoll (digits, NULL, 10);
}

/* Three numbers with one sign between them, or two with a slash; 18-20 is a span, 18.11 a number and a day. */
static gsize
pass_numeric (const char *at, ChnDateToken *token)
{
  const char *start = at;
  guint n = 0;
  for (; n < 3; n++) {
    gsize digits = strspn (at, DIGITS);
    if (digits == 0 || digits > 4)
      break;
    token->number[n] = get_number (at, digits);
    token->digits[n] = (guint) digits;
    at += digits;
    const char *behind = at + (*at != '\0') + (*at != '\0' && at[1] == ' ' && *at == '.');
    if (n == 2 || !*at || !strchr ("/.-", *at) || (n > 0 && *at != token->sign) || !g_ascii_isdigit (*behind)) {
      n++;
      break;
    }
    token->sign = *at;
    at = behind;
  }
  token->n_numbers = n;
  if (n < 3 && !(n == 2 && token->sign != '-' && (token->digits[1] == 4 || token->sign == '/')))
    return 0;
  return g_ascii_isdigit (*at) ? 0 : (gsize) (at - start);
}

static gsize
pass_clock (const char *at, ChnDateToken *token)
{
  gsize hours = strspn (at, DIGITS);
  if (hours < 1 || hours > 2 || at[hours] != ':' || strspn (at + hours + 1, DIGITS) != 2)
    return 0;
  int hour = get_number (at, hours), minute = get_number (at + hours + 1, 2);
  gsize length = hours + 3;
  if (at[length] == ':' && strspn (at + length + 1, DIGITS) == 2)
    length += 3;
  token->value = hour * 60 + minute;
  return hour < 24 && minute < 60 ? length : 0;
}

/* What stands behind a number and tells what it is. */
static const struct {
  const char *sign;
  ChnDateTokenKind kind;
} signs[] = {
  { "年", CHN_DATE_TOKEN_YEAR }, { "년", CHN_DATE_TOKEN_YEAR }, { "日", CHN_DATE_TOKEN_DAY },
  { "号", CHN_DATE_TOKEN_DAY },  { "일", CHN_DATE_TOKEN_DAY },  { "st", CHN_DATE_TOKEN_DAY },
  { "nd", CHN_DATE_TOKEN_DAY },  { "rd", CHN_DATE_TOKEN_DAY },  { "th", CHN_DATE_TOKEN_DAY },
  { "er", CHN_DATE_TOKEN_DAY },  { "º", CHN_DATE_TOKEN_DAY },   { "°", CHN_DATE_TOKEN_DAY },
  { ".", CHN_DATE_TOKEN_DAY },
};

static gboolean
add_month_sign (Reader *reader, gsize digits, int value)
{
  static const char *const months[] = { "月", "월" };
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (reader->at + digits, months[i]) && value >= 1 && value <= 12) {
      add (reader, (ChnDateToken){ .kind = CHN_DATE_TOKEN_WORD, .word = CHN_DATE_WORD_MONTH, .value = value },
           digits + strlen (months[i]));
      return TRUE;
    }
  return FALSE;
}

static void
add_number (Reader *reader)
{
  gsize digits = strspn (reader->at, DIGITS), length = digits;
  ChnDateToken token = { .kind = digits == 4 ? CHN_DATE_TOKEN_YEAR : CHN_DATE_TOKEN_NUMBER,
                         .value = get_number (reader->at, digits),
                         .n_digits = (guint) digits };
  if (add_month_sign (reader, digits, token.value))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    gboolean is_short = digits <= 2 || signs[i].kind == CHN_DATE_TOKEN_YEAR;
    if (is_short && g_str_has_prefix (reader->at + digits, signs[i].sign)) {
      token.kind = signs[i].kind;
      length += strlen (signs[i].sign);
      break;
    }
  }
  add (reader, token, length);
}

static void
read_number (Reader *reader)
{
  ChnDateToken numeric = { .kind = CHN_DATE_TOKEN_NUMERIC }, clock = { .kind = CHN_DATE_TOKEN_CLOCK };
  gsize length = pass_clock (reader->at, &clock);
  if (length > 0)
    add (reader, clock, length);
  else if ((length = pass_numeric (reader->at, &numeric)) > 0)
    add (reader, numeric, length);
  else
    add_number (reader);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '\'';
}

/* Scripts that are written without blanks, whose words are looked for by the longest. */
static gboolean
is_unspaced (gunichar c)
{
  return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

static gsize
measure_word (const char *at)
{
  const char *end = at;
  while (*end && is_word_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return (gsize) (end - at);
}

/* FALSE where it is none of a date's. */
static gboolean
read_word (Reader *reader)
{
  gsize length = measure_word (reader->at);
  ChnDateToken token = { .kind = CHN_DATE_TOKEN_WORD };
  while (length > 0) {
    token.word = chn_date_word_find (reader->at, length, &token.value);
    if (token.word != CHN_DATE_WORD_NONE || !is_unspaced (g_utf8_get_char (reader->at)))
      break;
    length = (gsize) (g_utf8_find_prev_char (reader->at, reader->at + length) - reader->at);
  }
  if (length == 0 || token.word == CHN_DATE_WORD_NONE)
    return FALSE;
  add (reader, token, length);
  reader->at += *reader->at == '.';
  return TRUE;
}

static gboolean
read_sign (Reader *reader)
{
  static const struct {
    char sign;
    ChnDateTokenKind kind;
  } kinds[] = { { '-', CHN_DATE_TOKEN_DASH },  { ';', CHN_DATE_TOKEN_BREAK },    { '\n', CHN_DATE_TOKEN_BREAK },
                { ',', CHN_DATE_TOKEN_COMMA }, { '?', CHN_DATE_TOKEN_QUESTION }, { '/', CHN_DATE_TOKEN_DASH } };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (*reader->at == kinds[i].sign) {
      add (reader, (ChnDateToken){ .kind = kinds[i].kind }, 1);
      return TRUE;
    }
  if (*reader->at == '&' || *reader->at == '~') {
    ChnDateWord word = *reader->at == '&' ? CHN_DATE_WORD_AND : CHN_DATE_WORD_APPROXIMATE;
    add (reader, (ChnDateToken){ .kind = CHN_DATE_TOKEN_WORD, .word = word }, 1);
    return TRUE;
  }
  return FALSE;
}

/* An apostrophe stands in place of a century: '05. */
static gboolean
pass_blank (Reader *reader)
{
  gboolean is_blank = *reader->at == ' ' || *reader->at == '\t' || *reader->at == '.' || *reader->at == '(' ||
                      *reader->at == ')' || (*reader->at == '\'' && g_ascii_isdigit (reader->at[1]));
  reader->at += is_blank;
  return is_blank;
}

GArray *
chn_date_tokens_read (const char *text, const char **fault, gsize *length)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (ChnDateToken));
  Reader reader = { text, tokens };
  while (*reader.at) {
    if (pass_blank (&reader))
      continue;
    if (g_ascii_isdigit (*reader.at)) {
      read_number (&reader);
    } else if (!read_sign (&reader) && !read_word (&reader)) {
      gsize word = measure_word (reader.at);
      *fault = reader.at;
      *length = word > 0 ? word : (gsize) (g_utf8_next_char (reader.at) - reader.at);
      return NULL;
    }
  }
  return g_steal_pointer (&tokens);
}
