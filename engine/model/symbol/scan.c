/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Splits document symbols into parts: what stands between the slashes, and the brackets behind it.
 *
 *   text      = part *( "/" part ) *"*"
 *   part      = head *qualifier
 *   head      = number | number "-" number | letters | letters "." number | letters "." roman
 *             | ("S" | "ES" | "SS") "-" number | other
 *   qualifier = "(" year ")" | "(" [ ("S" | "ES") "-" ] roman ")" | "(SUPP)" | "(" note ")"
 *             | "[" letters "]" | SP letters
 *   note      = ("Resumption" | "Part" | "Vol" | "Sect" | "Prog") [ "." ] [ SP ] [ number | roman ]
 *   letters   = A-Z [ "-" A-Z ]                                a lettered part of a resolution
 */
#include "model/symbol/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/error.h"
#include "model/symbol/character.h"
#include "model/symbol/clean.h"
#include "model/symbol/roman.h"

typedef struct {
  const ChnCleanSymbol *clean;
  gsize at;  /* next byte of clean->text */
  gsize end; /* of the part */
} Cursor;

static void
set_error (GError **error, const Cursor *cursor, gsize from, gsize to, const char *expected)
{
  const ChnCleanSymbol *clean = cursor->clean;
  gsize start = clean->from[from];
  gsize stop = to > from ? clean->from[to - 1] + 1 : start;
  if (to > from)
    chn_error_set_at (error, CHN_ERROR_SYNTAX, start, stop - start, NULL, "found \"%.*s\", expected %s",
                      (int) (to - from), clean->text + from, expected);
  else
    chn_error_set_at (error, CHN_ERROR_SYNTAX, start, 0, NULL, "expected %s", expected);
}

static gsize
count (const char *text, gsize length, gboolean (*belongs) (char))
{
  gsize n = 0;
  while (n < length && belongs (text[n]))
    n++;
  return n;
}

static gboolean
is_other (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '_' || c == ':' || c == '+';
}

static gboolean
is_range (const char *text, gsize length)
{
  gsize first = count (text, length, chn_symbol_is_digit);
  if (first == 0 || first + 1 >= length || text[first] != '-')
    return FALSE;
  return count (text + first + 1, length - first - 1, chn_symbol_is_digit) == length - first - 1;
}

static gboolean
is_special_session (const char *text, gsize letters, gsize length)
{
  static const char *const prefixes[] = { "S", "ES", "SS" };
  if (letters + 1 >= length || text[letters] != '-')
    return FALSE;
  gsize rest = length - letters - 1;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (strlen (prefixes[i]) == letters && g_ascii_strncasecmp (text, prefixes[i], letters) == 0)
      return count (text + letters + 1, rest, chn_symbol_is_digit) == rest;
  return FALSE;
}

static gboolean
is_dotted (const char *text, gsize letters, gsize length)
{
  if (letters == 0 || letters + 1 >= length || text[letters] != '.')
    return FALSE;
  const char *number = text + letters + 1;
  gsize bytes = length - letters - 1;
  gsize digits = count (number, bytes, chn_symbol_is_digit);
  return digits == bytes || is_range (number, bytes) || chn_roman_parse (number, bytes) > 0 ||
         (digits > 0 && digits + 1 == bytes && g_ascii_isalpha (number[digits]));
}

static ChnPartClass
classify (const char *text, gsize length, gsize letters)
{
  if (count (text, length, chn_symbol_is_digit) == length)
    return CHN_PART_NUMBER;
  if (is_range (text, length))
    return CHN_PART_RANGE;
  if (letters == length)
    return CHN_PART_WORD;
  if (is_dotted (text, letters, length))
    return CHN_PART_DOTTED;
  return is_special_session (text, letters, length) ? CHN_PART_SESSION : CHN_PART_OTHER;
}

/* Leading zeros say nothing: A/HRC/RES/07/15. */
static gsize
skip_zeros (const char *text, gsize length)
{
  gsize n = 0;
  while (n + 1 < length && text[n] == '0' && g_ascii_isdigit (text[n + 1]))
    n++;
  return n;
}

static void
spell_head (ChnPart *part, const char *text, gsize length)
{
  gsize letters = count (text, length, chn_symbol_is_letter);
  part->class = classify (text, length, letters);
  part->word = letters > 0 && (letters == length || text[letters] == '.') ? chn_word_find (text, letters) : NULL;
  gsize before = part->class == CHN_PART_DOTTED || part->class == CHN_PART_SESSION ? letters + 1 : 0;
  gsize zeros = part->class == CHN_PART_OTHER ? 0 : skip_zeros (text + before, length - before);
  char upper[CHN_SYMBOL_PART_LONGEST];
  for (gsize i = 0; i < length; i++)
    upper[i] = chn_ascii_to_upper (text[i]);
  if (part->word)
    memcpy (upper, part->word->name, letters);
  memcpy (part->head, upper, before);
  memcpy (part->head + before, upper + before + zeros, length - before - zeros);
  part->head[length - zeros] = '\0';
  if (part->class != CHN_PART_WORD && part->class != CHN_PART_OTHER)
    part->number = part->head + (part->class == CHN_PART_DOTTED ? before : 0);
}

static gboolean
read_head (Cursor *cursor, ChnPart *part, GError **error)
{
  const char *text = cursor->clean->text + cursor->at;
  gsize length = count (text, cursor->end - cursor->at, is_other);
  if (length == 0) {
    set_error (error, cursor, cursor->at, MIN (cursor->at + 1, cursor->end), "a part of a document symbol");
    return FALSE;
  }
  if (length >= CHN_SYMBOL_PART_LONGEST) {
    set_error (error, cursor, cursor->at, cursor->at + length, "a shorter part");
    return FALSE;
  }
  spell_head (part, text, length);
  cursor->at += length;
  return TRUE;
}

/* "A", "A-D"; the lettered part that "[A]" or " A" names. */
static gboolean
read_letters (ChnPart *part, const char *text, gsize length)
{
  gboolean single = length == 1 && g_ascii_isalpha (text[0]);
  gboolean several = length == 3 && g_ascii_isalpha (text[0]) && text[1] == '-' && g_ascii_isalpha (text[2]);
  if ((!single && !several) || part->letters[0])
    return FALSE;
  for (gsize i = 0; i < length; i++)
    part->letters[i] = g_ascii_toupper (text[i]);
  return TRUE;
}

static gboolean
read_year (ChnPart *part, const char *text, gsize length)
{
  if (part->year != 0 || length != 4 || count (text, length, chn_symbol_is_digit) != 4)
    return FALSE;
  part->year = (int) g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gboolean
read_roman (ChnPart *part, const char *text, gsize length)
{
  gsize dash = count (text, length, chn_symbol_is_letter);
  gboolean special = dash < length && text[dash] == '-' && (dash == 1 || dash == 2) &&
                     g_ascii_toupper (text[dash - 1]) == 'S' && (dash == 1 || g_ascii_toupper (text[0]) == 'E');
  gsize before = special ? dash + 1 : 0;
  int session = chn_roman_parse (text + before, length - before);
  if (session == 0 || length >= sizeof part->roman || part->roman[0])
    return FALSE;
  for (gsize i = 0; i < length; i++)
    part->roman[i] = g_ascii_toupper (text[i]);
  part->roman[length] = '\0';
  g_snprintf (part->session, sizeof part->session, "%.*s%d", (int) before, part->roman, session);
  return TRUE;
}

static gboolean
read_supplement (ChnPart *part, const char *text, gsize length)
{
  static const char *const spellings[] = { "SUPP", "SUPP.", "SUPPL", "SUPPL." };
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strlen (spellings[i]) == length && g_ascii_strncasecmp (text, spellings[i], length) == 0)
      return part->supplement = TRUE;
  return FALSE;
}

static gboolean
read_note (ChnPart *part, const char *text, gsize length)
{
  static const char *const notes[] = { "Resumption", "Part", "Vol.", "Sect.", "Prog." };
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++) {
    gsize letters = count (notes[i], strlen (notes[i]), chn_symbol_is_letter);
    if (length < letters || g_ascii_strncasecmp (text, notes[i], letters) != 0)
      continue;
    gsize at = letters;
    while (at < length && (text[at] == '.' || text[at] == ' '))
      at++;
    const char *number = text + at;
    gsize bytes = length - at;
    if (part->note[0] || bytes > 8 ||
        (bytes > 0 && count (number, bytes, chn_symbol_is_digit) != bytes && chn_roman_parse (number, bytes) == 0))
      return FALSE;
    g_autofree char *upper = g_ascii_strup (number, (gssize) bytes);
    g_snprintf (part->note, sizeof part->note, "%s%s%s", notes[i], bytes > 0 ? " " : "", upper);
    return TRUE;
  }
  return FALSE;
}

typedef gboolean (*QualifierReader) (ChnPart *part, const char *text, gsize length);

static const QualifierReader round_readers[] = { read_year, read_roman, read_supplement, read_note };
static const QualifierReader square_readers[] = { read_letters, read_note };

static gboolean
read_bracket (Cursor *cursor, ChnPart *part, GError **error)
{
  const char *text = cursor->clean->text;
  gboolean is_round = text[cursor->at] == '(';
  const char *close = memchr (text + cursor->at, is_round ? ')' : ']', cursor->end - cursor->at);
  if (!close) {
    set_error (error, cursor, cursor->at, cursor->end, is_round ? "a closing \")\"" : "a closing \"]\"");
    return FALSE;
  }
  gsize start = cursor->at + 1, length = (gsize) (close - text) - start;
  const QualifierReader *readers = is_round ? round_readers : square_readers;
  for (gsize i = 0; i < (is_round ? G_N_ELEMENTS (round_readers) : G_N_ELEMENTS (square_readers)); i++)
    if (readers[i](part, text + start, length)) {
      cursor->at = start + length + 1;
      return TRUE;
    }
  set_error (error, cursor, cursor->at, start + length + 1,
             is_round ? "a year, a Roman session, \"(Resumption 1)\" or \"(Part I)\""
                      : "a lettered part such as [A]");
  return FALSE;
}

static gboolean
read_qualifier (Cursor *cursor, ChnPart *part, GError **error)
{
  const char *text = cursor->clean->text;
  gsize start = cursor->at;
  if (text[start] == ' ')
    cursor->at++;
  if (text[cursor->at] == '(' || text[cursor->at] == '[')
    return read_bracket (cursor, part, error);
  gsize length = count (text + cursor->at, cursor->end - cursor->at, is_other);
  if (text[start] == ' ' && read_letters (part, text + cursor->at, length)) {
    cursor->at += length;
    return TRUE;
  }
  set_error (error, cursor, cursor->at, cursor->end, "\"/\" or the end of the symbol");
  return FALSE;
}

static gboolean
read_part (Cursor *cursor, ChnPart *part, GError **error)
{
  *part = (ChnPart){ .offset = cursor->clean->from[cursor->at] };
  if (!read_head (cursor, part, error))
    return FALSE;
  while (cursor->at < cursor->end)
    if (!read_qualifier (cursor, part, error))
      return FALSE;
  part->length = cursor->clean->from[cursor->end - 1] + 1 - part->offset;
  return TRUE;
}

gboolean
chn_symbol_scan (const char *text, gsize length, ChnSymbolScan *scan, GError **error)
{
  ChnCleanSymbol clean;
  if (!chn_symbol_clean (text, length, &clean, error))
    return FALSE;
  scan->n_parts = 0;
  scan->reissued = clean.reissued;
  for (Cursor cursor = { &clean, 0, 0 };; cursor.at = cursor.end + 1) {
    const char *slash = memchr (clean.text + cursor.at, '/', clean.length - cursor.at);
    cursor.end = slash ? (gsize) (slash - clean.text) : clean.length;
    if (scan->n_parts == CHN_SYMBOL_PARTS) {
      chn_error_set_at (error, CHN_ERROR_LIMIT, clean.from[cursor.at], length - clean.from[cursor.at], NULL,
                        "found more than %d parts in a document symbol", CHN_SYMBOL_PARTS);
      return FALSE;
    }
    if (!read_part (&cursor, &scan->parts[scan->n_parts], error))
      return FALSE;
    scan->n_parts++;
    if (!slash)
      return TRUE;
  }
}

gboolean
chn_part_has_brackets (const ChnPart *part)
{
  return part->letters[0] || part->note[0] || part->supplement || part->year || part->roman[0];
}
