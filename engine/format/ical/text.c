/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Texts of events and of lines: taken out of their escapes, and compared as calendar apps change them. */
#include "format/ical/text.h"

#include <string.h>

#include "base/unescape.h"
#include "format/ical/value.h"

char *
chn_ical_take_text (ChnEvent *event, const ChnIcalLine *line, gsize *length)
{
  char *text = chn_arena_alloc_bare (event->arena, line->value.length + 1);
  char *end = chn_unescape_text (text, line->value.text, line->value.length);
  *end = '\0';
  *length = (gsize) (end - text);
  return text;
}

gboolean
chn_text_is_blank (const char *text)
{
  return text[strspn (text, " \t\n")] == '\0';
}

char *
chn_text_dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  for (const char *at = text ? text : ""; *at; at++)
    if (*at != '\r')
      g_string_append_c (plain, *at);
  return g_strstrip (g_string_free (plain, FALSE));
}

/* The next byte as it is compared, past the carriage returns before it; blanks are all alike. */
static char
next_byte (const char **at)
{
  while (**at == '\r')
    ++*at;
  char byte = **at;
  *at += byte != '\0';
  return byte == '\n' || byte == '\t' ? ' ' : byte;
}

/* Past blanks at the start. */
static const char *
skip_blanks (const char *text)
{
  return text ? text + strspn (text, " \t\n\r\v\f") : "";
}

gboolean
chn_text_is_same (const char *a, const char *b)
{
  const char *at_a = skip_blanks (a), *at_b = skip_blanks (b), *before_a, *before_b;
  char byte_a, byte_b;
  do {
    before_a = at_a;
    before_b = at_b;
    byte_a = next_byte (&at_a);
    byte_b = next_byte (&at_b);
  } while (byte_a == byte_b && byte_a != '\0');
  return *skip_blanks (before_a) == '\0' && *skip_blanks (before_b) == '\0';
}

gboolean
chn_ical_text_says (const ChnSlice *value, const ChnEvent *event, ChnField field)
{
  g_autofree char *stated = chn_ical_dup_text (value);
  const char *text = chn_event_get_text (event, field);
  return text ? strcmp (stated, text) == 0 : chn_text_is_blank (stated);
}
