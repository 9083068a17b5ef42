/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* JSON strings (RFC 8259, 7): escapes what JSON demands and whatever could change what a terminal shows. */
#include "base/json-write.h"

#include <string.h>

#include "base/guard.h"

/*
 * string  = %x22 *char %x22
 * char    = unescaped / "\" ( %x22 / "\" / "n" / "r" / "t" / "u" 4HEXDIG )
 *
 * Beyond RFC 8259 the hazards of base/guard.h are escaped (controls, bidi overrides, U+2028, U+2029, invisible
 * format characters), so that a line stays a line and printing it is harmless; they read back as they were.
 */

/* Lead bytes that a hazard may begin with: C1 controls and U+00AD, U+061C, U+2000 to U+2FFF, U+F000 up, plane 14. */
static gboolean
may_begin_hazard (guchar byte)
{
  return byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF || byte == 0xF3;
}

static gboolean
is_plain (guchar byte)
{
  return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F && !may_begin_hazard (byte);
}

static void
put_unit (ChnWriter *out, guint unit)
{
  static const char digits[] = "0123456789abcdef";
  const char text[] = {
    '\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]
  };
  chn_writer_put (out, text, sizeof text);
}

static void
put_escaped (ChnWriter *out, gunichar c)
{
  static const struct {
    char character;
    char letter;
  } shorts[] = { { '"', '"' }, { '\\', '\\' }, { '\n', 'n' }, { '\r', 'r' }, { '\t', 't' } };
  for (guint i = 0; i < G_N_ELEMENTS (shorts); i++)
    if (c == (guchar) shorts[i].character) {
      const char pair[] = { '\\', shorts[i].letter };
      chn_writer_put (out, pair, sizeof pair);
      return;
    }
  if (c >= 0x10000) {
    put_unit (out, 0xD800 + ((c - 0x10000) >> 10));
    put_unit (out, 0xDC00 + ((c - 0x10000) & 0x3FF));
  } else {
    put_unit (out, c);
  }
}

/* Writes one character that is not plain; the address behind it. */
static const char *
put_special (ChnWriter *out, const char *at)
{
  gunichar c = g_utf8_get_char_validated (at, -1);
  if (c == (gunichar) -1 || c == (gunichar) -2) {
    put_unit (out, 0xFFFD);
    return at + 1;
  }
  const char *next = g_utf8_next_char (at);
  if (c == '"' || c == '\\' || chn_guard_is_hazard (c))
    put_escaped (out, c);
  else
    chn_writer_put (out, at, (gsize) (next - at));
  return next;
}

void
chn_json_put_text (ChnWriter *out, const char *text)
{
  if (!text) {
    chn_writer_put (out, "null", 4);
    return;
  }
  chn_writer_putc (out, '"');
  for (const char *at = text; *at;) {
    const char *run = at;
    while (is_plain ((guchar) *at))
      at++;
    chn_writer_put (out, run, (gsize) (at - run));
    if (*at)
      at = put_special (out, at);
  }
  chn_writer_putc (out, '"');
}

void
chn_json_put_stated (ChnWriter *out, const char *text)
{
  chn_json_put_text (out, text && *text ? text : NULL);
}
