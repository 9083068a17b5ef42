/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The width of text on a terminal, and where its lines are broken. */
#include <chancery/text.h>
#include <string.h>

enum { NO_BREAK_SPACE = 0xA0, ZERO_WIDTH_JOINER = 0x200D };

/* Signs of Arabic and Syriac that stand over or under numbers: format characters that are seen all the same. */
static gboolean
is_visible_format (gunichar c)
{
  return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 || c == 0x8E2;
}

/* Vowels and finals of decomposed Hangul are drawn into the block that a leading consonant began. */
static gboolean
is_joined_jamo (gunichar c)
{
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

static guint
get_character_width (gunichar c)
{
  if (is_visible_format (c))
    return 1;
  if (g_unichar_iszerowidth (c) || is_joined_jamo (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
chn_text_get_width (const char *text)
{
  guint width = 0;
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    width += get_character_width (g_utf8_get_char (at));
  return width;
}

/* Punctuation that no line begins with, such as the East Asian full stop. */
static gboolean
begins_no_line (gunichar c)
{
  switch (g_unichar_break_type (c)) {
  case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
  case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
  case G_UNICODE_BREAK_EXCLAMATION:
  case G_UNICODE_BREAK_INFIX_SEPARATOR:
  case G_UNICODE_BREAK_NON_STARTER:
  case G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Skin tones are part of the picture before them. */
static gboolean
is_part_of_previous (gunichar c)
{
  return get_character_width (c) == 0 || (c >= 0x1F3FB && c <= 0x1F3FF);
}

/* Between wide characters, where these are neither one picture nor a mark and what it belongs to. */
static gboolean
may_part (gunichar before, gunichar c)
{
  return (g_unichar_iswide (c) || g_unichar_iswide (before)) && before != ZERO_WIDTH_JOINER &&
         !is_part_of_previous (c) && !begins_no_line (c) &&
         g_unichar_break_type (before) != G_UNICODE_BREAK_OPEN_PUNCTUATION;
}

/* The end of the longest line that fits: after a word, between wide characters, at a no-break space, or anywhere. */
static const char *
find_break (const char *line, guint width, const char **next)
{
  const char *good = line, *poor = line, *whole = line, *at = line;
  gunichar before = 0;
  guint used = 0;
  for (; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c == ' ' || (at > line && may_part (before, c)))
      good = at;
    if (c == NO_BREAK_SPACE)
      poor = at;
    if (before != ZERO_WIDTH_JOINER && !is_part_of_previous (c))
      whole = at;
    used += get_character_width (c);
    if (used > width && c != ' ')
      break;
    before = c;
  }
  const char *end = *at == '\0' ? at : good > line ? good : poor > line ? poor : whole > line ? whole : at;
  if (end == line && *line) /* one character wider than the line */
    end = g_utf8_next_char (line);
  *next = end;
  while (**next == ' ' || g_utf8_get_char (*next) == NO_BREAK_SPACE)
    *next = g_utf8_next_char (*next);
  return end;
}

char **
chn_text_wrap (const char *text, guint width)
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

char *
chn_text_dup_unbroken (const char *date)
{
  g_auto (GStrv) words = g_strsplit (date, " ", -1);
  g_autoptr (GString) out = g_string_new (words[0]);
  for (guint i = 1; words[0] && words[i]; i++) {
    gboolean is_month = g_ascii_isupper (words[i - 1][0]) && !strstr (words[i - 1], "–");
    gboolean before_number = is_month && g_ascii_isdigit (words[i][0]);
    gboolean after_number = g_ascii_isdigit (words[i - 1][0]) && g_ascii_isupper (words[i][0]);
    gboolean stays = before_number || after_number || g_str_has_prefix (words[i], "–");
    g_string_append_printf (out, "%s%s", stays ? "\u00A0" : " ", words[i]);
  }
  return g_strdup (out->str);
}

char *
chn_text_dup_with_blanks (const char *text)
{
  g_autoptr (GString) out = g_string_new (text);
  g_string_replace (out, "\u00A0", " ", 0);
  return g_strdup (out->str);
}
