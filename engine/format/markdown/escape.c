/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Escaping for Markdown (CommonMark 0.30, 2.4 and 6.5). */
#include "format/markdown/escape.h"

#include <string.h>

#include "base/guard.h"
#include "format/address.h"

/* Characters that may begin markup inside a line or, after it has been broken elsewhere, at its start. */
static const char special[] = "\\`*_{}[]<>()#+-!|~&^$:@\"'=";

/* Of these, the ones that are harmless between letters and would only disfigure the text. */
static const char harmless_inside[] = "()-:'\"+!=@$^.";

static gboolean
needs_escape (const char *at, gboolean at_start)
{
  if (!strchr (special, *at))
    return FALSE;
  if (!strchr (harmless_inside, *at))
    return TRUE;
  /* "://" and "@" make bare links in some dialects; "- " and "+ " make lists at the start of a line. */
  return at_start || (*at == ':' && at[1] == '/') || *at == '@' || (*at == '!' && at[1] == '[');
}

static void
put_text (ChnWriter *out, const char *text, gboolean starts_line)
{
  g_autofree char *shown = chn_guard_dup_visible (text, -1, TRUE);
  gboolean only_digits = starts_line;
  for (const char *at = shown; *at; at++) {
    if (*at == '\n' || *at == '\t') {
      chn_writer_putc (out, ' ');
      continue;
    }
    /* "1. " at the start of a line makes a list. */
    gboolean list_mark = only_digits && (*at == '.' || *at == ')');
    if (!g_ascii_isdigit (*at))
      only_digits = FALSE;
    if (list_mark || needs_escape (at, starts_line && at == shown))
      chn_writer_putc (out, '\\');
    chn_writer_putc (out, *at);
  }
}

void
chn_markdown_put (ChnWriter *out, const char *text)
{
  put_text (out, text, TRUE);
}

void
chn_markdown_put_inside (ChnWriter *out, const char *text)
{
  put_text (out, text, FALSE);
}

/* Between brackets, which may hold anything that an encoded address has. */
static void
put_address (ChnWriter *out, const char *address)
{
  g_autofree char *encoded = chn_address_dup_encoded (address);
  chn_writer_putc (out, '<');
  chn_writer_puts (out, encoded);
  chn_writer_putc (out, '>');
}

void
chn_markdown_put_link (ChnWriter *out, const char *address)
{
  if (chn_address_is_link (address))
    put_address (out, address);
  else
    chn_markdown_put (out, address);
}

void
chn_markdown_put_named_link (ChnWriter *out, const char *text, const char *address)
{
  gboolean is_link = chn_address_is_link (address);
  chn_writer_puts (out, is_link ? "[" : "");
  chn_markdown_put_inside (out, text);
  chn_writer_puts (out, is_link ? "](" : "");
  if (is_link)
    put_address (out, address);
  chn_writer_puts (out, is_link ? ")" : "");
}
