/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Content lines that break the grammar (RFC 5545, 3.1), as the programs that wrote them meant them:
 *
 *   line  = name *( ";" [ param ] ) ":" value
 *   param = name [ "=" *( char / "\" char / DQUOTE *char DQUOTE ) ]
 *
 * with blanks around the separators. Where that leads to no colon, backslashes and quotation marks are but
 * characters.
 */
#include "format/ical/mend.h"

#include <string.h>

#include "base/ascii.h"
#include "format/ical/charset.h"

/* How a value of a parameter is read. */
typedef struct {
  gboolean quotes;  /* between which separators are text */
  gboolean escapes; /* behind which a separator is text */
} Reading;

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;
  return at;
}

static const char *
skip_name (const char *at, const char *end)
{
  while (at < end && (g_ascii_isalnum (*at) || *at == '-' || *at == '_'))
    at++;
  return at;
}

/* The ; or : behind a value, or the end. */
static const char *
skip_value (const char *at, const char *end, Reading reading)
{
  gboolean quoted = FALSE;
  for (; at < end; at++) {
    if (reading.escapes && *at == '\\' && at + 1 < end)
      at++;
    else if (reading.quotes && *at == '"')
      quoted = !quoted;
    else if (!quoted && (*at == ';' || *at == ':'))
      return at;
  }
  return end;
}

/* Past the offset in front of what Windows shows of a zone: "=(UTC-05:00)". */
static const char *
skip_shown_zone (const char *at, const char *end)
{
  static const char *const starts[] = { "=(UTC", "=(GMT" };
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    const gsize length = strlen (starts[i]);
    const char *close = (gsize) (end - at) > length && g_ascii_strncasecmp (at, starts[i], length) == 0
                            ? memchr (at, ')', (gsize) (end - at))
                            : NULL;
    if (close)
      return close;
  }
  return at;
}

/* Past a value, which a zone's may go on behind a colon. */
static const char *
skip_value_of (const ChnSlice *name, const char *at, const char *end, Reading reading)
{
  const char *stop = skip_value (skip_shown_zone (at, end), end, reading);
  if (chn_ical_is_within_zone (stop, end) && chn_slice_is_name (name, "TZID"))
    return skip_value (stop + 1, end, reading);
  return stop;
}

/* A list of values of which each is quoted as a whole, or not at all. */
static gboolean
is_well_quoted (const char *at, const char *end)
{
  while (at < end) {
    const char *close = *at == '"' ? memchr (at + 1, '"', (gsize) (end - at - 1)) : NULL;
    if (*at == '"' && (!close || (close + 1 < end && close[1] != ',')))
      return FALSE;
    const char *stop = close ? close + 1 : at;
    while (!close && stop < end && !strchr (",\";:", *stop))
      stop++;
    if (stop < end && *stop != ',')
      return FALSE;
    at = stop + 1;
  }
  return TRUE;
}

static gboolean
has_escape (const char *at, const char *end)
{
  for (; at + 1 < end; at++)
    if (*at == '\\' && strchr (";:,\\", at[1]))
      return TRUE;
  return FALSE;
}

/* Without quotation marks and escapes, and quoted where it then has to be. */
static void
append_value (GString *out, const char *at, const char *end, Reading reading)
{
  const gboolean ends_in_escape = at < end && end[-1] == '\\';
  if (is_well_quoted (at, end) && !ends_in_escape && !(reading.escapes && has_escape (at, end))) {
    g_string_append_len (out, at, end - at);
    return;
  }
  g_autoptr (GString) text = g_string_new (NULL);
  for (; at < end; at++) {
    if (*at == '"')
      continue;
    at += reading.escapes && *at == '\\' && at + 1 < end && strchr (";:,\\", at[1]);
    g_string_append_c (text, *at);
  }
  const char *quote = ends_in_escape || strpbrk (text->str, ";:,") ? "\"" : "";
  g_string_append_printf (out, "%s%s%s", quote, text->str, quote);
}

/* Old programs write the value of ENCODING alone (vCalendar 1.0, 2.1.1). */
static void
append_bare (GString *out, const char *name, gsize length)
{
  static const char *const encodings[] = { "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT" };
  const ChnSlice bare = { name, length };
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (chn_slice_is_name (&bare, encodings[i])) {
      g_string_append_printf (out, ";ENCODING=%s", encodings[i]);
      return;
    }
  g_string_append_printf (out, ";%.*s=", (int) length, name);
}

/* One parameter; gives back where it ends. A value without a name says nothing. */
static const char *
append_parameter (GString *out, const char *at, const char *end, Reading reading)
{
  const char *name = at, *name_end = skip_name (at, end);
  const char *mark = skip_blanks (name_end, end),
             *stop = skip_value_of (&(ChnSlice){ name, (gsize) (name_end - name) }, mark, end, reading);
  if (name_end == name)
    return stop;
  if (mark == end || *mark != '=') {
    append_bare (out, name, (gsize) (name_end - name));
    return stop;
  }
  g_string_append_printf (out, ";%.*s=", (int) (name_end - name), name);
  append_value (out, skip_blanks (mark + 1, stop), stop, reading);
  return stop;
}

/* "DTSTART VALUE=DATE:20141118" */
static gboolean
lacks_semicolon (const char *at, const char *end)
{
  const char *name_end = skip_name (at, end);
  return name_end > at && name_end < end && *name_end == '=';
}

static gboolean
mend_head (GString *out, const ChnSlice *content, Reading reading)
{
  const char *at = content->text, *end = at + content->length, *name_end = skip_name (at, end);
  g_string_truncate (out, 0);
  g_string_append_len (out, at, name_end - at);
  if (name_end == at)
    return FALSE;
  at = skip_blanks (name_end, end);
  if (at > name_end && lacks_semicolon (at, end))
    at = append_parameter (out, at, end, reading);
  for (; at < end && *at == ';'; at = skip_blanks (at, end))
    at = append_parameter (out, skip_blanks (at + 1, end), end, reading);
  if (at == end || *at != ':')
    return FALSE;
  g_string_append_len (out, at, end - at);
  return TRUE;
}

static gboolean
mend_parameters (GString *out, const ChnSlice *content)
{
  static const Reading readings[] = { { TRUE, TRUE }, { TRUE, FALSE }, { FALSE, TRUE }, { FALSE, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (mend_head (out, content, readings[i]))
      return TRUE;
  return FALSE;
}

gboolean
chn_ical_mend_line (GString *out, const ChnSlice *content)
{
  g_autoptr (GString) text = g_string_sized_new (content->length + 1);
  chn_charset_append_line (text, content);
  if (!mend_parameters (out, &(ChnSlice){ text->str, text->len }))
    return FALSE;
  chn_charset_decode_value (out);
  return TRUE;
}
