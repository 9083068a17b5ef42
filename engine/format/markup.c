/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Escaping for HTML (HTML Living Standard, 13.1.4) and XML (XML 1.0, 2.4). */
#include "format/markup.h"

#include "base/guard.h"

/* The two that join and part letters are part of how words of some languages are spelled. */
enum { ZERO_WIDTH_NON_JOINER = 0x200C, ZERO_WIDTH_JOINER = 0x200D };

static gboolean
is_plain (char c)
{
  return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

static gboolean
is_shown (gunichar c)
{
  gboolean is_character = (c & 0xFFFE) != 0xFFFE;
  return (is_character && !chn_guard_is_hazard (c)) || c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
}

/* A character of more than one byte; gives how many. */
static gsize
put_wide (ChnWriter *out, const char *at)
{
  gunichar c = g_utf8_get_char_validated (at, -1);
  if (c == (gunichar) -1 || c == (gunichar) -2) {
    chn_writer_puts (out, "\xEF\xBF\xBD"); /* U+FFFD */
    return 1;
  }
  gsize length = (gsize) g_utf8_skip[(guchar) *at];
  if (is_shown (c))
    chn_writer_put (out, at, length);
  else
    chn_writer_printf (out, "&lt;U+%04X&gt;", c);
  return length;
}

/* A character that is no plain one; gives its bytes. */
static gsize
put_special (ChnWriter *out, const char *at, gboolean is_quoted)
{
  if ((guchar) *at >= 0x80)
    return put_wide (out, at);
  switch (*at) {
  case '&':
    chn_writer_puts (out, "&amp;");
    break;
  case '<':
    chn_writer_puts (out, "&lt;");
    break;
  case '>':
    chn_writer_puts (out, "&gt;");
    break;
  case '"':
  case '\'':
    chn_writer_puts (out, !is_quoted ? (*at == '"' ? "\"" : "'") : *at == '"' ? "&quot;" : "&#39;");
    break;
  case '\t':
  case '\n':
    chn_writer_putc (out, ' ');
    break;
  default:
    chn_writer_printf (out, "&lt;U+%04X&gt;", (guint) (guchar) *at);
  }
  return 1;
}

static void
put (ChnWriter *out, const char *text, gboolean is_quoted)
{
  for (const char *at = text; *at;) {
    const char *start = at;
    while (is_plain (*at))
      at++;
    chn_writer_put (out, start, (gsize) (at - start));
    if (*at)
      at += put_special (out, at, is_quoted);
  }
}

void
chn_markup_put_text (ChnWriter *out, const char *text)
{
  put (out, text, FALSE);
}

void
chn_markup_put_attribute (ChnWriter *out, const char *text)
{
  put (out, text, TRUE);
}

void
chn_markup_put_address (ChnWriter *out, const char *address)
{
  g_autofree char *encoded = chn_address_dup_encoded (address);
  put (out, encoded, TRUE);
}

static void
put_run (ChnWriter *out, const ChnRun *run)
{
  gboolean is_link = run->target && chn_address_is_link (run->target);
  if (is_link) {
    chn_writer_puts (out, "<a href=\"");
    chn_markup_put_address (out, run->target);
    chn_writer_puts (out, "\">");
  }
  chn_markup_put_text (out, run->text);
  chn_writer_puts (out, is_link ? "</a>" : "");
}

void
chn_markup_put_runs (ChnWriter *out, const ChnDocument *document, ChnStretch runs)
{
  for (guint i = 0; i < runs.n; i++)
    put_run (out, &document->run[runs.first + i]);
}

void
chn_markup_put_plain (ChnWriter *out, const ChnDocument *document, ChnStretch runs)
{
  for (guint i = 0; i < runs.n; i++)
    chn_markup_put_text (out, document->run[runs.first + i].text);
}
