/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether a document symbol, or the second of two, begins with another, part by part. */
#include <string.h>

#include "model/symbol/pair.h"
#include "model/symbol/private.h"

typedef struct {
  const char *at;
  gboolean file_name; /* underscores are slashes */
} Reader;

static Reader
reader_new (const char *text)
{
  return (Reader){ text, strchr (text, '/') == NULL };
}

/* The character under the hand: blanks and asterisks passed, letters upper. */
static char
peek (Reader *reader)
{
  while (*reader->at == ' ' || *reader->at == '*')
    reader->at++;
  if (*reader->at == '_' && reader->file_name)
    return '/';
  return g_ascii_toupper (*reader->at);
}

/* Whether a prefix may end before `next`: parts end at slashes and brackets, letters also before their number. */
static gboolean
is_border (char last, char next)
{
  if (next == '\0' || last == '\0' || strchr ("/.", last) || strchr ("/([", next))
    return TRUE;
  return g_ascii_isalpha (last) && (next == '.' || next == '-');
}

/* "(2016)", where the symbol itself leaves out the year. */
static gboolean
is_year (Reader *rest)
{
  if (peek (rest) != '(')
    return FALSE;
  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (*++rest->at))
      return FALSE;
  rest->at++;
  return peek (rest) == ')' && (rest->at++, peek (rest) == '\0');
}

/* Whether one symbol ends and another begins there: text may look so in several places. */
static gboolean
is_seam (const char *symbol, gsize at)
{
  gsize end = 0, second = 0;
  for (gsize from = 0; chn_pair_find_seam (symbol, strlen (symbol), from, &end, &second); from = second)
    if (end == at)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with (const char *symbol, const char *prefix)
{
  Reader whole = reader_new (symbol), start = reader_new (prefix);
  char last = '\0';
  for (char c = peek (&start); c != '\0'; c = peek (&start)) {
    if (peek (&whole) != c)
      return peek (&whole) == '\0' && g_ascii_strncasecmp (symbol, "S/RES/", 6) == 0 && is_year (&start);
    last = c;
    whole.at++;
    start.at++;
  }
  gboolean parted = whole.at[0] == ' ' && g_ascii_isalpha (whole.at[1]);
  return parted || is_border (last, peek (&whole)) || is_seam (symbol, (gsize) (whole.at - symbol));
}

gboolean
chn_symbol_text_has_prefix (const char *symbol, const char *prefix)
{
  gsize end = 0, second = 0;
  if (begins_with (symbol, prefix))
    return TRUE;
  for (gsize from = 0; chn_pair_find_seam (symbol, strlen (symbol), from, &end, &second); from = second)
    if (begins_with (symbol + second, prefix))
      return TRUE;
  return FALSE;
}
