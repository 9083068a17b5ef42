/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Content lines of iCalendar on the way out (RFC 5545, 3.1):
 *
 *   contentline = name *(";" param) ":" value CRLF
 *
 * Lines of more than 75 octets are folded by CRLF and a blank, between characters, because half
 * of the clients corrupt a character that is folded in its middle.
 */
#include "format/ical-line.h"

#include <string.h>

enum { FOLD_AT = 75 };

/* Bytes that may still go into the physical line, cut back to the start of a character. */
static gsize
fitting_length (const char *bytes, gsize length, gsize room)
{
  if (length <= room)
    return length;
  gsize fits = room;
  while (fits > 0 && ((guchar) bytes[fits] & 0xC0) == 0x80)
    fits--;
  return fits;
}

void
chn_line_put_raw (ChnContentLine *line, const char *bytes, gsize length)
{
  while (length > 0) {
    gsize piece = fitting_length (bytes, length, FOLD_AT - line->used);
    chn_writer_put (line->out, bytes, piece);
    line->used += (guint) piece;
    bytes += piece;
    length -= piece;
    if (length > 0) {
      chn_writer_put (line->out, "\r\n ", 3);
      line->used = 1;
    }
  }
}

void
chn_line_begin (ChnContentLine *line, const char *name)
{
  line->used = 0;
  chn_line_put_raw (line, name, strlen (name));
  chn_line_put_raw (line, ":", 1);
}

void
chn_line_end (ChnContentLine *line)
{
  chn_writer_put (line->out, "\r\n", 2);
  line->used = 0;
}

/* A control character of the second range, U+0080 to U+009F, is two bytes. */
static gboolean
is_c1 (const char *at)
{
  return (guchar) at[0] == 0xC2 && (guchar) at[1] >= 0x80 && (guchar) at[1] < 0xA0;
}

/* What stands for one byte of TEXT, or for both of a control character; NULL when it stands for itself. */
static const char *
escape_byte (const char *at)
{
  switch (*at) {
  case '\\':
    return "\\\\";
  case ';':
    return "\\;";
  case ',':
    return "\\,";
  case '\n':
    return "\\n";
  case '\r':
    return at[1] == '\n' ? "" : "\\n";
  case '\t':
    return NULL;
  default:
    return (guchar) *at < 0x20 || *at == 0x7F || is_c1 (at) ? "\xEF\xBF\xBD" : NULL;
  }
}

void
chn_line_put_text (ChnContentLine *line, const char *text)
{
  const char *run = text;
  for (const char *at = text;; at++) {
    const char *instead = *at ? escape_byte (at) : "";
    if (!instead)
      continue;
    chn_line_put_raw (line, run, (gsize) (at - run));
    if (!*at)
      return;
    chn_line_put_raw (line, instead, strlen (instead));
    at += is_c1 (at);
    run = at + 1;
  }
}

void
chn_line_put_property (ChnContentLine *line, const char *name, const char *value)
{
  chn_line_begin (line, name);
  chn_line_put_raw (line, value, strlen (value));
  chn_line_end (line);
}

void
chn_line_put_text_property (ChnContentLine *line, const char *name, const char *text)
{
  if (!text || !text[0])
    return;
  chn_line_begin (line, name);
  chn_line_put_text (line, text);
  chn_line_end (line);
}

void
chn_line_put_uri_property (ChnContentLine *line, const char *name, const char *uri)
{
  chn_line_begin (line, name);
  for (const char *at = uri; *at; at++) {
    char encoded[4] = { *at, '\0' };
    if ((guchar) *at <= ' ' || (guchar) *at >= 0x7F || strchr ("\"<>\\^`{|}", *at))
      g_snprintf (encoded, sizeof encoded, "%%%02X", (guchar) *at);
    chn_line_put_raw (line, encoded, strlen (encoded));
  }
  chn_line_end (line);
}
