/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Display width and line breaking for terminals. */
#include "format/text/wrap.h"

static guint
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
chn_wrap_get_width (const char *text)
{
  guint width = 0;
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    width += character_width (g_utf8_get_char (at));
  return width;
}

/* The end of the longest line that fits: after a word, before a wide character, or anywhere. */
static const char *
find_break (const char *line, guint width, const char **next)
{
  const char *good = NULL, *at = line;
  guint used = 0;
  for (; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c == ' ' || (at > line && g_unichar_iswide (c)))
      good = at;
    used += character_width (c);
    if (used > width && c != ' ')
      break;
  }
  const char *end = *at == '\0' ? at : (good && good > line ? good : at);
  if (end == line && *line) /* one character wider than the line */
    end = g_utf8_next_char (line);
  *next = end;
  while (**next == ' ')
    (*next)++;
  return end;
}

char **
chn_wrap_text (const char *text, guint width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const char *line = text;
  do {
    const char *next = NULL;
    const char *end = find_break (line, MAX (width, 1), &next);
    while (end > line && end[-1] == ' ')
      end--;
    g_autofree char *piece = g_strndup (line, (gsize) (end - line));
    g_strv_builder_add (lines, piece);
    line = next;
  } while (*line);
  return g_strv_builder_end (lines);
}
