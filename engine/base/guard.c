/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Guards on text: what is refused on the way in, and made visible on the way out. */
#include "base/guard.h"

#include "base/ascii.h"

static gboolean
is_refused_control (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

/* What is wrong with the character at hand, and its bytes. Nearly all text never comes here. */
static ChnGuard
check_char (const char *at, const char *end, gsize *length)
{
  gunichar c = *at == '\0' ? 0 : g_utf8_get_char_validated (at, end - at);
  *length = (gsize) g_utf8_skip[(guchar) *at];
  if (*at == '\0')
    return CHN_GUARD_NUL;
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return CHN_GUARD_UTF8;
  return is_refused_control (c) ? CHN_GUARD_CONTROL : CHN_GUARD_FINE;
}

ChnGuard
chn_guard_check (const char *bytes, gsize length, gsize *offset)
{
  const char *end = bytes + length;
  for (const char *at = chn_ascii_skip_shown (bytes, end); at < end; at = chn_ascii_skip_shown (at, end)) {
    gsize n;
    ChnGuard guard = check_char (at, end, &n);
    if (guard != CHN_GUARD_FINE) {
      *offset = (gsize) (at - bytes);
      return guard;
    }
    at += n;
  }
  *offset = length;
  return CHN_GUARD_FINE;
}

const char *
chn_guard_get_name (ChnGuard guard)
{
  static const char *const names[] = { "nothing wrong", "a NUL byte", "a byte that is not UTF-8",
                                       "a control character" };
  g_return_val_if_fail ((guint) guard < G_N_ELEMENTS (names), NULL);
  return names[guard];
}

gboolean
chn_guard_is_hazard (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

char *
chn_guard_dup_visible (const char *text, gssize length, gboolean keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GString *out = g_string_sized_new (strlen (valid) + 1);
  for (const char *at = valid; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    gboolean kept = keep_lines && (c == '\n' || c == '\t');
    if (chn_guard_is_hazard (c) && !kept)
      g_string_append_printf (out, "<U+%04X>", c);
    else
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

int
chn_guard_fit (const char *text, gsize length, gsize most)
{
  gsize fit = MIN (length, most);
  while (fit > 0 && fit < length && ((guchar) text[fit] & 0xC0) == 0x80)
    fit--;
  return (int) fit;
}

void
chn_guard_locate (const char *bytes, gsize length, gsize offset, guint *line, guint *column)
{
  gsize end = MIN (offset, length);
  guint at_line = 1, at_column = 1;
  for (gsize i = 0; i < end; i++) {
    guchar byte = (guchar) bytes[i];
    if (byte == '\n' || (byte == '\r' && !(i + 1 < length && bytes[i + 1] == '\n'))) {
      at_line++;
      at_column = 1;
    } else if ((byte & 0xC0) != 0x80 && byte != '\r') {
      at_column++;
    }
  }
  *line = at_line;
  *column = at_column;
}
