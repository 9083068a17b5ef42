/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * YAML scalars as the canonical writer spells them (YAML 1.1, 5.7, 9.1 and 9.2; 1.2.2, 7.3 and 8.1).
 *
 *   plain   = safe first, no ": ", " #", line break, hazard; in flow no , [ ] { } : ?
 *   quoted  = '"' *( char / escape ) '"'          always on one line
 *   literal = "|-" *( newline indent line )       a line for each of the text
 *   folded  = ">-" *( newline indent sentence )   a line for each sentence
 */
#include "format/yaml/scalar.h"

#include <string.h>

#include "base/guard.h"

enum { LONGEST_KEY = 1000 }; /* characters; libyaml looks for the colon within 1,024 */

static gboolean
is_word (const char *text)
{
  static const char *const words[] = { "~", "null", "true", "false", "yes",  "no",   "on",    "off",
                                       "y", "n",    "=",    "<<",    ".nan", ".inf", "+.inf", "-.inf" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* Digits with anything that integers, floats, hexadecimals and sexagesimals are made of. */
static gboolean
is_number (const char *text)
{
  const char *at = text + strspn (text, "+-");
  if (!g_ascii_isdigit (at[0]) && !(at[0] == '.' && g_ascii_isdigit (at[1])))
    return FALSE;
  return at[strspn (at, "0123456789abcdefABCDEFxXoO_.,:+-")] == '\0';
}

static gboolean
is_timestamp (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  return digits == 4 && text[4] == '-' && g_ascii_isdigit (text[5]);
}

static gboolean
is_taken_otherwise (const char *text)
{
  return is_word (text) || is_number (text) || is_timestamp (text);
}

static gboolean
has_safe_ends (const char *text)
{
  gsize length = strlen (text);
  if (length == 0 || text[0] == ' ' || text[length - 1] == ' ' || text[length - 1] == ':')
    return FALSE;
  if (g_str_has_prefix (text, "---") || g_str_has_prefix (text, "...") || g_str_has_prefix (text, "- "))
    return FALSE;
  return (text[0] == '-' && text[1] != '\0') || !strchr ("-?:,[]{}#&*!|>'\"%@`", text[0]);
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static gboolean
has_hazard (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (chn_guard_is_hazard (c) || is_noncharacter (c))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_plain (const char *text, guint flags)
{
  if (!has_safe_ends (text) || has_hazard (text) || strstr (text, ": ") || strstr (text, " #"))
    return FALSE;
  if (flags & CHN_SCALAR_FLOW && text[strcspn (text, ",[]{}:?")] != '\0')
    return FALSE;
  return flags & CHN_SCALAR_VALUE || !is_taken_otherwise (text);
}

static void
append_escaped (GString *out, gunichar c)
{
  static const struct {
    gunichar c;
    const char *escape;
  } names[] = { { '"', "\\\"" }, { '\\', "\\\\" }, { '\n', "\\n" }, { '\t', "\\t" }, { '\r', "\\r" } };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].c == c) {
      g_string_append (out, names[i].escape);
      return;
    }
  if (!chn_guard_is_hazard (c) && !is_noncharacter (c))
    g_string_append_unichar (out, c);
  else
    g_string_append_printf (out, c < 0x100 ? "\\x%02X" : c < 0x10000 ? "\\u%04X" : "\\U%08X", c);
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    append_escaped (out, g_utf8_get_char (at));
  g_string_append_c (out, '"');
}

void
chn_scalar_append (GString *out, const char *text, guint flags)
{
  if (!(flags & CHN_SCALAR_QUOTED) && is_plain (text, flags))
    g_string_append (out, text);
  else
    append_quoted (out, text);
}

static void
append_blanks (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

void
chn_scalar_append_key (GString *out, const char *key, guint indent)
{
  gsize start = out->len;
  chn_scalar_append (out, key, CHN_SCALAR_TEXT);
  if (g_utf8_strlen (out->str + start, -1) > LONGEST_KEY) {
    g_string_insert (out, (gssize) start, "? ");
    g_string_append_c (out, '\n');
    append_blanks (out, indent);
  }
  g_string_append_c (out, ':');
}

/* Lines that a block can hold as they are: none with white space at an end, none at all before or behind. */
static gboolean
has_clean_lines (const char *text)
{
  for (const char *line = text;; line = strchr (line, '\n') + 1) {
    gsize length = strcspn (line, "\n");
    gboolean last = line[length] == '\0';
    if (length == 0 && (line == text || last))
      return FALSE;
    if (length > 0 && (g_ascii_isspace (line[0]) || g_ascii_isspace (line[length - 1])))
      return FALSE;
    if (last)
      return TRUE;
  }
}

/* Whether hazards other than line breaks keep a text out of a block. */
static gboolean
fits_block (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c != '\n' && (chn_guard_is_hazard (c) || is_noncharacter (c)))
      return FALSE;
  }
  return has_clean_lines (text);
}

/* The blank behind a sentence, or NULL: a stop after a small letter, digit or bracket, then a capital. */
static const char *
find_sentence_end (const char *text)
{
  for (const char *at = strchr (text, ' '); at; at = strchr (at + 1, ' ')) {
    if (at - text < 2 || !strchr (".!?", at[-1]))
      continue;
    gboolean stops = g_ascii_islower (at[-2]) || g_ascii_isdigit (at[-2]) || strchr (")]\"'", at[-2]);
    if (stops && g_unichar_isupper (g_utf8_get_char (at + 1)))
      return at;
  }
  return NULL;
}

static void
append_lines (GString *out, const char *text, guint indent, const char *(*find_end) (const char *) )
{
  const char *end = find_end (text);
  for (; end; text = end + 1, end = find_end (text)) {
    if (end > text)
      append_blanks (out, indent);
    g_string_append_len (out, text, end - text);
    g_string_append_c (out, '\n');
  }
  append_blanks (out, indent);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
}

static const char *
find_line_end (const char *text)
{
  return strchr (text, '\n');
}

void
chn_scalar_append_prose (GString *out, const char *text, guint indent)
{
  gboolean lines = strchr (text, '\n') != NULL;
  if (fits_block (text) && (lines || find_sentence_end (text))) {
    g_string_append (out, lines ? " |-\n" : " >-\n");
    append_lines (out, text, indent + 2, lines ? find_line_end : find_sentence_end);
  } else {
    g_string_append_c (out, ' ');
    chn_scalar_append (out, text, CHN_SCALAR_TEXT);
    g_string_append_c (out, '\n');
  }
}
