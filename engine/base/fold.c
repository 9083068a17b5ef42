/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Folding: what counts as the same text in a search, and as the same name in a registry. */
#include "base/fold.h"
#include "base/ascii.h"

#include <string.h>

static gunichar
fold_punctuation (gunichar c)
{
  switch (c) {
  case 0x2018:
  case 0x2019:
  case 0x201B:
  case 0x02BC:
  case 0x02B9:
  case 0x00B4:
  case 0x0060:
  case 0x2032:
    return '\'';
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x00AB:
  case 0x00BB:
    return '"';
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
    return '-';
  default:
    return c;
  }
}

/* Letters that do not decompose, as those write them who lack them. */
static const struct {
  gunichar letter;
  const char *plain;
} letters[] = {
  { 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" }, { 0x00FE, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0138, "q" }, { 0x0142, "l" },  { 0x014B, "n" },
  { 0x0153, "oe" }, { 0x0167, "t" }, { 0x0180, "b" }, { 0x0192, "f" },  { 0x0199, "k" },
  { 0x01B4, "y" },  { 0x0253, "b" }, { 0x0256, "d" }, { 0x0257, "d" },  { 0x0268, "i" },
};

static const char *
find_plain (gunichar c)
{
  gboolean may_be = c >= letters[0].letter && c <= letters[G_N_ELEMENTS (letters) - 1].letter;
  for (gsize i = 0; may_be && i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      return letters[i].plain;
  return NULL;
}

/* Whether a text that was decomposed after its case was folded has case again: "№" is "No", "ℌ" is "H". */
static gboolean
has_case (const char *plain)
{
  for (const char *at = plain; *at; at = g_utf8_next_char (at)) {
    gunichar c = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char (at);
    if (c == 0x0345 || c == 0x03C2 || (c <= 0x03FF && g_unichar_isupper (c)))
      return TRUE;
  }
  return FALSE;
}

/* Decomposed and case-folded, marks still in place. */
static char *
decompose (const char *text, gsize length)
{
  if (chn_ascii_is_all (text, length))
    return g_ascii_strdown (text, (gssize) length);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  if (!has_case (plain))
    return g_steal_pointer (&plain);
  g_autofree char *again = g_utf8_casefold (plain, -1);
  return g_utf8_normalize (again, -1, G_NORMALIZE_ALL);
}

/* How far folding has come: whether a blank is owed before the next character. */
typedef struct {
  GString *out;
  gsize first; /* length of `out` before the text */
  gboolean blank;
} Folding;

static void
put (Folding *folding, const char *bytes, gsize n)
{
  if (folding->blank)
    g_string_append_c (folding->out, ' ');
  folding->blank = FALSE;
  g_string_append_len (folding->out, bytes, (gssize) n);
}

static void
owe_blank (Folding *folding)
{
  folding->blank = folding->out->len > folding->first;
}

/* Characters of one byte, up to the first of more. */
static const char *
fold_ascii (Folding *folding, const char *at, const char *end)
{
  char piece[256];
  gsize n = 0;
  for (; at < end && (guchar) *at < 0x80 && *at && n < sizeof piece; at++) {
    char c = *at >= 'A' && *at <= 'Z' ? (char) (*at | 0x20) : *at == '`' ? '\'' : *at;
    if (!g_ascii_isspace (c)) {
      piece[n++] = c;
      continue;
    }
    if (n > 0)
      put (folding, piece, n);
    n = 0;
    owe_blank (folding);
  }
  if (n > 0)
    put (folding, piece, n);
  return at;
}

/* Decomposing takes nothing from the characters around, so runs of other characters are folded by themselves. */
static void
fold_others (Folding *folding, const char *text, gsize length)
{
  g_autofree char *plain = decompose (text, length);
  for (const char *at = plain; *at; at = g_utf8_next_char (at)) {
    gunichar c = fold_punctuation (g_utf8_get_char (at));
    const char *letter = find_plain (c);
    char bytes[6];
    if (letter)
      put (folding, letter, strlen (letter));
    else if (g_unichar_isspace (c))
      owe_blank (folding);
    else if (!g_unichar_ismark (c))
      put (folding, bytes, (gsize) g_unichar_to_utf8 (c, bytes));
  }
}

void
chn_fold_append (GString *out, const char *text, gssize length)
{
  const char *at = text, *end = text + (length < 0 ? strlen (text) : (gsize) length);
  Folding folding = { out, out->len, FALSE };
  while (at < end && *at) {
    at = fold_ascii (&folding, at, end);
    const char *other = at;
    while (at < end && (guchar) *at >= 0x80)
      at++;
    if (at > other)
      fold_others (&folding, other, (gsize) (at - other));
  }
}

char *
chn_fold_text (const char *text, gssize length)
{
  GString *out = g_string_sized_new ((length < 0 ? strlen (text) : (gsize) length) + 1);
  chn_fold_append (out, text, length);
  return g_string_free (out, FALSE);
}

static char *
fold_ascii_name (const char *text, gsize length)
{
  char *name = g_malloc (length + 1), *to = name;
  for (gsize i = 0; i < length && text[i]; i++)
    if (g_ascii_isalnum (text[i]))
      *to++ = g_ascii_tolower (text[i]);
  *to = '\0';
  return name;
}

char *
chn_fold_name (const char *text, gssize length)
{
  const gsize n = length < 0 ? strlen (text) : (gsize) length;
  if (chn_ascii_is_all (text, n))
    return fold_ascii_name (text, n);
  g_autofree char *plain = decompose (text, n);
  char *name = g_malloc (strlen (plain) + 1), *to = name; /* no letter becomes longer */
  for (const char *at = plain, *next; *at; at = next) {
    next = g_utf8_next_char (at);
    gunichar c = g_utf8_get_char (at);
    const char *letter = find_plain (c);
    if (letter)
      to = g_stpcpy (to, letter);
    else if (g_unichar_isalnum (c))
      to = (char *) memcpy (to, at, (gsize) (next - at)) + (next - at);
  }
  *to = '\0';
  return name;
}
