/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Whether text is one content line (RFC 5545, 3.1):
 *
 *   head  = name *( ";" name "=" value )
 *   value = *( char / DQUOTE *char DQUOTE )
 *
 * The scanner knows, but most lines have nothing that it might see otherwise, which takes less to tell than a
 * scanner.
 */
#include "format/ical/one-line.h"

#include <string.h>

#include "base/guard.h"
#include "format/ical/charset.h"
#include "format/ical/scan.h"

/* Bytes of a name, and of parameters all but those that separate or escape. */
static inline gboolean
is_named (char byte)
{
  return g_ascii_isalnum (byte) || byte == '-' || byte == '_';
}

static inline gboolean
is_mark (char byte)
{
  return byte == ';' || byte == ':' || byte == '"' || byte == '\\';
}

static const char *
skip_name (const char *at, const char *end)
{
  while (at < end && is_named (*at))
    at++;
  return at;
}

/* Past a value that is quoted as a whole, or not at all. */
static const char *
skip_value (const char *at, const char *end)
{
  const gboolean is_quoted = at < end && *at == '"';
  for (at += is_quoted; at < end && !is_mark (*at); at++)
    ;
  return is_quoted && at < end && *at == '"' ? at + 1 : at;
}

/* Past a parameter behind its semicolon; NULL where it may be encoded, or is none. */
static const char *
skip_parameter (const char *at, const char *end)
{
  enum { SHORTEST_ENCODED = 7 };
  const char *equals = skip_name (at, end);
  if (equals == at || equals == end || *equals != '=')
    return NULL;
  const char *stop = skip_value (equals + 1, end);
  const ChnSlice name = { at, (gsize) (equals - at) }, value = { equals + 1, (gsize) (stop - equals - 1) };
  return name.length >= SHORTEST_ENCODED && chn_charset_is_parameter (&name, &value) ? NULL : stop;
}

static gboolean
is_plain_head (const ChnSlice *head)
{
  const char *end = head->text + head->length, *at = skip_name (head->text, end);
  guint n_parameters = 0;
  if (at == head->text)
    return FALSE;
  while (at && at < end && *at == ';' && n_parameters++ < CHN_SCAN_MOST_PARAMETERS)
    at = skip_parameter (at + 1, end);
  return at == end;
}

static gboolean
is_fine (const ChnSlice *text)
{
  gsize offset = 0;
  return !memchr (text->text, '\r', text->length) && !memchr (text->text, '\n', text->length) &&
         chn_guard_check (text->text, text->length, &offset) == CHN_GUARD_FINE;
}

static gboolean
is_plain (const ChnSlice *head, const ChnSlice *value)
{
  return is_plain_head (head) && is_fine (head) && is_fine (value);
}

static gboolean
scan_one (const char *text, gsize length, ChnScanLine *line)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (text, length, chn_limits_get_default ());
  return chn_scanner_next (scanner, line, NULL) == CHN_SCAN_LINE && line->content.length == length;
}

gboolean
chn_ical_is_one_line (const char *key, const char *value)
{
  const ChnSlice head = { key, strlen (key) }, rest = { value, strlen (value) };
  ChnScanLine line;
  if (is_plain (&head, &rest))
    return TRUE;
  if (strpbrk (key, "\r\n") || strpbrk (value, "\r\n"))
    return FALSE;
  g_autofree char *text = g_strconcat (key, ":", value, NULL);
  return scan_one (text, strlen (text), &line) && line.value.length == rest.length;
}

gboolean
chn_ical_find_line_name (const char *text, gsize length, ChnIcalName *name)
{
  const char *colon = memchr (text, ':', length), *end = text + length;
  const ChnSlice head = { text, colon ? (gsize) (colon - text) : length };
  const ChnSlice value = { colon ? colon + 1 : end, colon ? (gsize) (end - colon - 1) : 0 };
  ChnScanLine line = { .name = { text, (gsize) (skip_name (text, end) - text) } };
  if (!(colon && is_plain (&head, &value)) && !scan_one (text, length, &line))
    return FALSE;
  *name = chn_ical_name_find (line.name.text, line.name.length);
  return TRUE;
}
