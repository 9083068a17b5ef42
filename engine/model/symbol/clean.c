/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Cleans document symbols of what printers, text extractors and file systems did to them. */
#include "model/symbol/clean.h"

#include <string.h>

#include "base/error.h"

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

/* A blank says nothing beside a slash, after a dot or another blank, and before a bracket's content. */
static gboolean
drops_blank (const ChnCleanSymbol *clean)
{
  return clean->length == 0 || strchr ("/. ([", clean->text[clean->length - 1]);
}

static void
drop_blank_at_end (ChnCleanSymbol *clean)
{
  if (clean->length > 0 && clean->text[clean->length - 1] == ' ')
    clean->length--;
}

static void
put (ChnCleanSymbol *clean, char c, gsize from)
{
  if (strchr ("/)]*.", c))
    drop_blank_at_end (clean);
  clean->text[clean->length] = c;
  clean->from[clean->length++] = from;
}

static gboolean
put_character (ChnCleanSymbol *clean, gunichar c, gsize from, gsize bytes, GError **error)
{
  if (is_blank (c)) {
    if (!drops_blank (clean))
      put (clean, ' ', from);
    return TRUE;
  }
  if (c == 0x2010 || c == 0x2011)
    c = '-';
  if (c > ' ' && c < 0x7F) {
    put (clean, (char) c, from);
    return TRUE;
  }
  chn_error_set_at (error, CHN_ERROR_SYNTAX, from, bytes, NULL,
                    "found U+%04X in a document symbol, expected letters, digits, \"/\", \".\" and \"-\"", c);
  return FALSE;
}

/* A_RES_69_188-EN.pdf */
static void
clean_file_name (ChnCleanSymbol *clean)
{
  static const char *const extensions[] = { ".pdf", ".docx", ".doc", ".txt", ".html" };
  if (memchr (clean->text, '/', clean->length) || !memchr (clean->text, '_', clean->length))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++) {
    gsize bytes = strlen (extensions[i]);
    if (clean->length > bytes &&
        g_ascii_strncasecmp (clean->text + clean->length - bytes, extensions[i], bytes) == 0) {
      clean->length -= bytes;
      break;
    }
  }
  if (clean->length > 3 && clean->text[clean->length - 3] == '-' &&
      g_ascii_isalpha (clean->text[clean->length - 2]) && g_ascii_isalpha (clean->text[clean->length - 1]))
    clean->length -= 3;
  for (gsize i = 0; i < clean->length; i++)
    if (clean->text[i] == '_')
      clean->text[i] = i + 1 < clean->length && strchr ("([", clean->text[i + 1]) ? ' ' : '/';
}

gboolean
chn_symbol_clean (const char *text, gsize length, ChnCleanSymbol *clean, GError **error)
{
  if (length > CHN_SYMBOL_LONGEST) {
    chn_error_set_at (error, CHN_ERROR_LIMIT, CHN_SYMBOL_LONGEST, length - CHN_SYMBOL_LONGEST, NULL,
                      "found a document symbol of %" G_GSIZE_FORMAT " bytes, expected at most %d", length,
                      CHN_SYMBOL_LONGEST);
    return FALSE;
  }
  clean->length = 0;
  for (gsize at = 0; at < length;) {
    gboolean is_ascii = (guchar) text[at] < 0x80;
    gunichar c = is_ascii ? (guchar) text[at] : g_utf8_get_char_validated (text + at, (gssize) (length - at));
    if (c >= 0x110000 || c == 0) {
      chn_error_set_at (error, CHN_ERROR_SYNTAX, at, 1, NULL, "found byte 0x%02X, expected UTF-8 text",
                        (guchar) text[at]);
      return FALSE;
    }
    gsize bytes = is_ascii ? 1 : (gsize) g_unichar_to_utf8 (c, NULL);
    if (!put_character (clean, c, at, bytes, error))
      return FALSE;
    at += bytes;
  }
  drop_blank_at_end (clean);
  clean->reissued = FALSE;
  for (; clean->length > 0 && clean->text[clean->length - 1] == '*'; clean->length--)
    clean->reissued = TRUE;
  clean_file_name (clean);
  clean->text[clean->length] = '\0';
  clean->from[clean->length] = length;
  return TRUE;
}
