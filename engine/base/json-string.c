/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The strings of JSON text (RFC 8259, 7):
 *
 *   string    = %x22 *char %x22
 *   char      = %x20-21 / %x23-5B / %x5D-10FFFF / "\" ( %x22 / "\" / "/" / "b" / "f" / "n" / "r" / "t" / "u" 4HEXDIG
 * )
 *
 * where the text itself is UTF-8 (RFC 3629, 4). One without escapes stays where it stands.
 */
#include "base/json.h"

#include <string.h>

#include "base/chunk.h"
#include "base/error.h"
#include "base/guard.h"

gboolean
chn_json_refuse (const ChnJsonScanner *scanner, const char *at, const char *expected, const char *hint,
                 GError **error)
{
  gsize offset = (gsize) (at - scanner->start), left = (gsize) (scanner->end - at);
  gunichar c = left > 0 ? g_utf8_get_char_validated (at, (gssize) left) : 0;
  if (left == 0)
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 0, hint, "found the end of the text, expected %s", expected);
  else if (c == (gunichar) -1 || c == (gunichar) -2)
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 1, hint, "found the byte 0x%02X, expected %s",
                      (guint) (guchar) *at, expected);
  else if (chn_guard_is_hazard (c))
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 1, hint, "found U+%04X, expected %s", c, expected);
  else
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 1, hint, "found '%.*s', expected %s",
                      (int) (g_utf8_next_char (at) - at), at, expected);
  return FALSE;
}

/* The first byte that is a quote, a backslash, a control or not ASCII, or the end. */
static inline const char *
skip_plain (const char *at, const char *end)
{
  for (; end - at >= CHN_CHUNK; at += CHN_CHUNK) {
    ChnChunk chunk = chn_chunk_load (at);
    guint n = chn_chunk_find ((ChnChunk) ((chunk == '"') | (chunk == '\\') | (chunk < 0x20) | (chunk >= 0x80)));
    if (n < CHN_CHUNK)
      return at + n;
  }
  while (at < end && (guchar) *at >= 0x20 && (guchar) *at < 0x80 && *at != '"' && *at != '\\')
    at++;
  return at;
}

static inline gboolean
is_tail (guchar byte)
{
  return (byte & 0xC0) == 0x80;
}

/* Bytes of the character that begins here, which is not ASCII; 0 when it is none. */
static inline guint
measure_character (const guchar *at, gsize left)
{
  guint n = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
  if (at[0] < 0xC2 || at[0] > 0xF4 || left < n || !is_tail (at[1]))
    return 0;
  if ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] >= 0xA0) || (at[0] == 0xF0 && at[1] < 0x90) ||
      (at[0] == 0xF4 && at[1] >= 0x90))
    return 0;
  for (guint i = 2; i < n; i++)
    if (!is_tail (at[i]))
      return 0;
  return n;
}

/* What stands behind the backslash, but for "\u". */
static char
decode_letter (char letter)
{
  static const char letters[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
  const char *found = letter ? strchr (letters, letter) : NULL;
  return found ? characters[found - letters] : '\0';
}

/* The four digits behind "\u"; -1 when they are none. */
static int
decode_unit (const char *at, const char *end)
{
  int unit = 0;
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++) {
    int digit = g_ascii_xdigit_value (at[i]);
    if (digit < 0)
      return -1;
    unit = unit << 4 | digit;
  }
  return unit;
}

/* "\uXXXX", or two of them that make a character; the bytes read, 0 with an error. */
static guint
decode_unicode (const ChnJsonScanner *scanner, const char *at, const char *end, gunichar *character, GError **error)
{
  gsize offset = (gsize) (at - scanner->start);
  int unit = decode_unit (at, end), low;
  if (unit < 0) {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 2, "write \\u and four digits, as in \\u00e9",
                      "found \\u without four hexadecimal digits");
    return 0;
  }
  *character = (gunichar) unit;
  if (unit == 0) {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 6, "remove it", "found \\u0000, which no text may hold");
    return 0;
  }
  if (unit < 0xD800 || unit > 0xDFFF)
    return 6;
  low = unit < 0xDC00 ? decode_unit (at + 6, end) : -1;
  *character = 0x10000 + (((gunichar) unit & 0x3FF) << 10) + ((gunichar) low & 0x3FF);
  if (low >= 0xDC00 && low <= 0xDFFF)
    return 12;
  chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 6, "write the character itself, or both halves",
                    "found \\u%04x, half a surrogate pair", (guint) unit);
  return 0;
}

/* One escape; the bytes read, 0 with an error. */
static guint
decode_escape (const ChnJsonScanner *scanner, const char *at, const char *end, char **out, GError **error)
{
  gunichar character = 0;
  char letter = at[1] == 'u' ? '\0' : decode_letter (at[1]);
  if (letter) {
    *(*out)++ = letter;
    return 2;
  }
  if (at[1] != 'u') {
    chn_json_refuse (scanner, at + 1, "one of \" \\ / b f n r t u behind a backslash", "write \\\\ for a backslash",
                     error);
    return 0;
  }
  guint read = decode_unicode (scanner, at, end, &character, error);
  if (read > 0)
    *out += g_unichar_to_utf8 (character, *out);
  return read;
}

/* What an escape stands for is never longer than the escape. */
static gboolean
decode (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  const char *at = token->text, *end = at + token->length;
  char *text = chn_arena_alloc_bare (scanner->arena, token->length + 1), *out = text;
  while (at < end) {
    const char *escape = memchr (at, '\\', (gsize) (end - at));
    gsize n_plain = (gsize) ((escape ? escape : end) - at);
    memcpy (out, at, n_plain);
    out += n_plain;
    at += n_plain;
    guint n_read = escape ? decode_escape (scanner, at, end, &out, error) : 0;
    if (escape && n_read == 0)
      return FALSE;
    at += n_read;
  }
  *out = '\0';
  token->text = text;
  token->length = (gsize) (out - text);
  token->is_escaped = TRUE;
  return TRUE;
}

/* Passes a byte that is neither plain nor a quote, with what belongs to it; NULL with an error. */
static inline const char *
skip_special (ChnJsonScanner *scanner, const char *at, GError **error)
{
  gsize left = (gsize) (scanner->end - at);
  if (left > 0 && *at == '\\')
    return at + MIN (left, 2);
  guint n = left > 0 && (guchar) *at >= 0x80 ? measure_character ((const guchar *) at, left) : 0;
  if (n > 0) {
    scanner->n_tails += n - 1;
    return at + n;
  }
  if (left > 0 && (guchar) *at >= 0x80)
    chn_json_refuse (scanner, at, "UTF-8 text", "save it as UTF-8 text", error);
  else
    chn_json_refuse (scanner, at, "a quote that ends the string", left > 0 ? "write it as an escape" : NULL, error);
  return NULL;
}

gboolean
chn_json_scan_string (ChnJsonScanner *scanner, ChnJsonToken *token, GError **error)
{
  const char *begin = scanner->at + 1, *at = begin;
  gboolean has_escapes = FALSE;
  for (at = skip_plain (at, scanner->end); at == scanner->end || *at != '"'; at = skip_plain (at, scanner->end)) {
    has_escapes |= at < scanner->end && *at == '\\';
    at = skip_special (scanner, at, error);
    if (!at)
      return FALSE;
  }
  token->text = begin;
  token->length = (gsize) (at - begin);
  scanner->at = at + 1;
  return !has_escapes || decode (scanner, token, error);
}
