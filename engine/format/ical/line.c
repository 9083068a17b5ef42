/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Content lines of iCalendar on the way out (RFC 5545, 3.1):
 *
 *   contentline = name *(";" param) ":" value CRLF
 *
 * Lines of more than 75 octets are folded by CRLF and a blank, between characters, because half
 * of the clients corrupt a character that is folded in its middle.
 */
#include "format/ical/line.h"

#include <string.h>

#include "base/guard.h"
#include "base/hash.h"
#include "base/uri.h"

enum { FOLD_AT = 75 };

static void
put_folded (gpointer out, const char *content, gsize length)
{
  gsize room = FOLD_AT;
  while (length > room) {
    gsize piece = (gsize) chn_guard_fit (content, length, room);
    chn_writer_put (out, content, piece);
    chn_writer_put (out, "\r\n ", 3);
    content += piece;
    length -= piece;
    room = FOLD_AT - 1;
  }
  chn_writer_put (out, content, length);
  chn_writer_put (out, "\r\n", 2);
}

void
chn_line_init_func (ChnContentLine *line, ChnLineFunc take, gpointer data)
{
  *line = (ChnContentLine){ .content = g_string_sized_new (2048), .take = take, .data = data };
}

void
chn_line_init (ChnContentLine *line, ChnWriter *out)
{
  chn_line_init_func (line, put_folded, out);
}

void
chn_line_clear (ChnContentLine *line)
{
  if (line->content)
    g_string_free (line->content, TRUE);
  line->content = NULL;
}

void
chn_line_end (ChnContentLine *line)
{
  if (line->digesting)
    line->digest += chn_line_digest_content (line->content->str, line->content->len);
  line->take (line->data, line->content->str, line->content->len);
}

guint64
chn_line_digest_content (const char *content, gsize length)
{
  return chn_hash_words (content, length);
}

/*
 * Bytes that do not go out as they are: controls but TAB, what TEXT escapes, and 0xC2, which may begin one of the
 * controls U+0080 to U+009F.
 */
static const guint8 is_special[256] = {
  1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1,         1,         1,          1,          1,          1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [','] = 1, [';'] = 1, ['\\'] = 1, [0x7F] = 1, [0xC2] = 1,
};

/* Puts what stands for the special byte; how many bytes of the text that was. */
static gsize
put_special (ChnContentLine *line, const char *at)
{
  const char escaped[] = { '\\', *at };
  gboolean two_bytes = (guchar) *at == 0xC2 && at[1];
  if (*at == ',' || *at == ';' || *at == '\\')
    chn_line_put_raw (line, escaped, sizeof escaped);
  else if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
    chn_line_put_raw (line, "\\n", 2);
  else if (two_bytes && (guchar) at[1] >= 0xA0)
    chn_line_put_raw (line, at, 2);
  else if (*at != '\r')
    chn_line_put_raw (line, "\xEF\xBF\xBD", 3);
  return two_bytes ? 2 : 1;
}

void
chn_line_put_text (ChnContentLine *line, const char *text)
{
  if (line->is_unescaped) {
    chn_append (line->content, text);
    return;
  }
  for (const char *at = text; *at;) {
    const char *run = at;
    while (!is_special[(guchar) *at])
      at++;
    chn_line_put_raw (line, run, (gsize) (at - run));
    if (*at)
      at += put_special (line, at);
  }
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
chn_line_put_content (ChnContentLine *line, const char *content, gsize length)
{
  chn_assign_bytes (line->content, content, length);
  chn_line_end (line);
}

void
chn_line_put_uri_property (ChnContentLine *line, const char *name, const char *uri)
{
  chn_line_begin (line, name);
  chn_uri_append (line->content, uri);
  chn_line_end (line);
}
