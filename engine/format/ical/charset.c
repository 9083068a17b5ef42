/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Encodings that RFC 5545 does not have and its predecessor had (vCalendar 1.0, 2.1.1; RFC 2045, 6.7):
 * quoted-printable with a CHARSET. And bytes of Windows, which nothing names.
 *
 *   value = *( octet / "=" 2HEXDIG / "=" break )
 */
#include "format/ical/charset.h"

#include <string.h>

/* 0x80 to 0x9F; 0 where there is no character. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

enum { REPLACEMENT = 0xFFFD };

static gunichar
get_windows_character (guchar byte)
{
  gunichar found = byte < 0x80 || byte >= 0xA0 ? byte : windows_1252[byte - 0x80];
  return found ? found : REPLACEMENT;
}

static gboolean
is_control (gunichar character)
{
  return (character < 0x20 && character != '\t') || (character >= 0x7F && character < 0xA0);
}

/* A carriage return within a line may have been a break of it for whoever wrote it. */
static gunichar
get_shown (gunichar character)
{
  if (character == '\r')
    return ' ';
  return is_control (character) ? REPLACEMENT : character;
}

static void
append_text (GString *out, const char *text, gsize length)
{
  for (const char *at = text, *end = text + length; at < end;) {
    const guchar byte = (guchar) *at;
    const gunichar found = byte < 0x80 ? byte : g_utf8_get_char_validated (at, end - at);
    const gboolean is_utf_8 = found < 0x110000;
    g_string_append_unichar (out, get_shown (is_utf_8 ? found : get_windows_character (byte)));
    at += is_utf_8 ? g_unichar_to_utf8 (found, NULL) : 1;
  }
}

/* The name and parameters of a line are in ASCII, so that its value begins at the first colon outside of quotes. */
static const char *
find_value (const char *at, const char *end)
{
  gboolean quoted = FALSE;
  for (; at < end && (quoted || *at != ':'); at++)
    quoted = quoted != (*at == '"');
  return at < end ? at + 1 : end;
}

/* Where ";NAME=" is in the head of a line, outside of quotes, and the end of what stands behind it; else NULL. */
static const char *
find_parameter (const char *head, const char *end, const char *name, const char **value, const char **stop)
{
  const gsize length = strlen (name);
  gboolean quoted = FALSE;
  for (const char *at = head; at + length < end; at++) {
    quoted = quoted != (*at == '"');
    if (quoted || *at != ';' || g_ascii_strncasecmp (at, name, length) != 0)
      continue;
    *value = at + length;
    for (*stop = *value; *stop < end && **stop != ';' && **stop != ':';)
      ++*stop;
    return at;
  }
  return NULL;
}

/* Where a whole parameter is, and its end. */
static const char *
find_whole (const char *head, const char *end, const char *parameter, const char **stop)
{
  const char *value = NULL;
  for (const char *at = head; (at = find_parameter (at, end, parameter, &value, stop)); at++)
    if (value == *stop)
      return at;
  return NULL;
}

static const char *
find_encoding (const char *head, const char *end, const char **stop)
{
  const char *named = find_whole (head, end, ";ENCODING=QUOTED-PRINTABLE", stop);
  return named ? named : find_whole (head, end, ";QUOTED-PRINTABLE", stop); /* as vCalendar has it */
}

gboolean
chn_charset_is_soft_break (const ChnSlice *line)
{
  enum { LONGEST_HEAD = 1000 };
  const char *end = line->text + line->length, *stop;
  const char *value = find_value (line->text, line->text + MIN (line->length, LONGEST_HEAD));
  return line->length > 0 && end[-1] == '=' && value < end && find_encoding (line->text, value, &stop);
}

static char *
find_charset (const char *head, const char *end)
{
  const char *value, *stop;
  if (!find_parameter (head, end, ";CHARSET=", &value, &stop))
    return NULL;
  while (stop > value && (stop[-1] == ' ' || stop[-1] == '"'))
    stop--;
  value += *value == '"';
  return g_strndup (value, (gsize) MAX (stop - value, 0));
}

/* Text of a charset as UTF-8; NULL where it is not of that charset, or UTF-8 anyway. */
static char *
dup_converted (const char *text, gsize length, const char *charset, gsize *converted)
{
  if (!charset || g_ascii_strcasecmp (charset, "UTF-8") == 0 || g_utf8_validate_len (text, length, NULL))
    return NULL;
  return g_convert (text, (gssize) length, "UTF-8", charset, NULL, converted, NULL);
}

static void
append_of_charset (GString *out, const char *text, gsize length, const char *charset)
{
  gsize n = 0;
  g_autofree char *converted = dup_converted (text, length, charset, &n);
  append_text (out, converted ? converted : text, converted ? n : length);
}

void
chn_charset_append_line (GString *out, const ChnSlice *content)
{
  const char *end = content->text + content->length, *value = find_value (content->text, end);
  g_autofree char *charset = find_charset (content->text, value);
  /* Controls behind the text belong to no value. */
  while (end > value && (guchar) end[-1] < 0x20 && end[-1] != '\t')
    end--;
  append_of_charset (out, content->text, (gsize) (value - content->text), charset);
  append_of_charset (out, value, (gsize) (end - value), charset);
}

gboolean
chn_charset_is_parameter (const ChnSlice *name, const ChnSlice *value)
{
  const char first = name->length > 0 ? name->text[0] | 0x20 : '\0';
  if (first != 'c' && first != 'e') /* as few of those that are asked about begin */
    return FALSE;
  return chn_slice_is_name (name, "CHARSET") ||
         (chn_slice_is_name (name, "ENCODING") && chn_slice_is_name (value, "QUOTED-PRINTABLE"));
}

/* Octets of quoted-printable; what is malformed stands for itself. */
static GString *
decode_octets (const char *at, const char *end)
{
  GString *octets = g_string_sized_new ((gsize) (end - at) + 1);
  for (; at < end; at++) {
    gboolean is_code = *at == '=' && end - at > 2 && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]);
    if (*at == '=' && end - at == 1)
      break;
    g_string_append_c (octets,
                       is_code ? (char) (g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2])) : *at);
    at += is_code ? 2 : 0;
  }
  return octets;
}

/* Breaks as TEXT has them. */
static void
escape_breaks (GString *text)
{
  g_string_replace (text, "\r\n", "\\n", 0);
  g_string_replace (text, "\n", "\\n", 0);
  g_string_replace (text, "\r", "\\n", 0);
}

static GString *
decode (const char *at, const char *end, const char *charset)
{
  g_autoptr (GString) octets = decode_octets (at, end);
  GString *text = g_string_new (NULL);
  gsize n = 0;
  g_autofree char *converted = dup_converted (octets->str, octets->len, charset, &n);
  g_autoptr (GString) unbroken =
      g_string_new_len (converted ? converted : octets->str, (gssize) (converted ? n : octets->len));
  escape_breaks (unbroken);
  append_text (text, unbroken->str, unbroken->len);
  return text;
}

/* Takes a part out of a line's head. */
static void
drop (GString *line, gsize *head, const char *at, const char *stop)
{
  const gsize length = (gsize) (stop - at);
  g_string_erase (line, at - line->str, (gssize) length);
  *head -= length;
}

/* Whether there was one, that said how the value is encoded. */
static gboolean
drop_encodings (GString *line, gsize *head)
{
  const char *stop;
  gboolean any = FALSE;
  for (const char *at; (at = find_encoding (line->str, line->str + *head, &stop)); any = TRUE)
    drop (line, head, at, stop);
  return any;
}

void
chn_charset_decode_value (GString *line)
{
  const char *value, *stop;
  gsize head = (gsize) (find_value (line->str, line->str + line->len) - line->str);
  g_autofree char *charset = find_charset (line->str, line->str + head);
  if (drop_encodings (line, &head)) {
    g_autoptr (GString) text = decode (line->str + head, line->str + line->len, charset);
    g_string_truncate (line, head);
    g_string_append_len (line, text->str, (gssize) text->len);
  }
  for (const char *at; (at = find_parameter (line->str, line->str + head, ";CHARSET=", &value, &stop));)
    drop (line, &head, at, stop);
}
