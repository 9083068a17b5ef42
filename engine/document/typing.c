/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Measures the texts of a picture: words once each, and sums of them. */
#include "document/typing.h"

#include <string.h>

#include "base/arena.h"
#include "base/guard.h"

#define ELLIPSIS "…"

struct _ChnTyping {
  const ChnPicturePlugin *plugin;
  ChnTypesetter *typesetter;
  ChnArena *arena;
  GString *word;         /* that is looked up */
  GHashTable *widths[2]; /* of regular and bold words: word -> double *, in heights of the font */
};

ChnTyping *
chn_typing_new (const ChnPicturePlugin *plugin, const char *font)
{
  ChnTyping *typing = g_new0 (ChnTyping, 1);
  typing->plugin = plugin;
  typing->typesetter = plugin->open (font);
  typing->arena = chn_arena_new ();
  typing->word = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typing->widths); i++)
    typing->widths[i] = g_hash_table_new (g_str_hash, g_str_equal);
  return typing;
}

void
chn_typing_free (ChnTyping *typing)
{
  if (!typing)
    return;
  typing->plugin->close (typing->typesetter);
  for (guint i = 0; i < G_N_ELEMENTS (typing->widths); i++)
    g_hash_table_unref (typing->widths[i]);
  g_string_free (typing->word, TRUE);
  chn_arena_free (typing->arena);
  g_free (typing);
}

/* The two that join and part letters are part of how words of some languages are spelled. */
static gboolean
joins_letters (gunichar c)
{
  return c == 0x200C || c == 0x200D;
}

static void
append_visible (GString *out, gunichar c)
{
  if (g_unichar_isspace (c) && c != 0xA0)
    g_string_append (out, out->len > 0 && out->str[out->len - 1] != ' ' ? " " : "");
  else if (chn_guard_is_hazard (c) && !joins_letters (c))
    g_string_append_printf (out, "<U+%04X>", c);
  else
    g_string_append_unichar (out, c);
}

/* Bytes of a text beyond which no picture shows it. */
enum { MOST_BYTES = 1500 };

const char *
chn_typing_guard (ChnTyping *typing, const char *text)
{
  gsize length = strlen (text), fit = (gsize) chn_guard_fit (text, length, MOST_BYTES);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) fit);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    append_visible (out, g_utf8_get_char (at));
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append (out, fit < length ? ELLIPSIS : "");
  return chn_arena_strndup (typing->arena, out->str, (gssize) out->len);
}

/* In heights of the font. */
static double
measure_word (ChnTyping *typing, const char *word, gsize length, gboolean is_bold)
{
  GHashTable *widths = typing->widths[is_bold ? 1 : 0];
  g_string_truncate (typing->word, 0);
  g_string_append_len (typing->word, word, (gssize) length);
  const double *known = g_hash_table_lookup (widths, typing->word->str);
  if (known)
    return *known;
  double *width = chn_arena_alloc (typing->arena, sizeof *width);
  *width = typing->plugin->measure (typing->typesetter, word, length, is_bold);
  g_hash_table_insert (widths, chn_arena_strndup (typing->arena, word, (gssize) length), width);
  return *width;
}

/* How wide a text is, blanks between words included. */
static double
measure (ChnTyping *typing, const char *text, gsize length, const ChnType *type)
{
  double width = 0, blank = measure_word (typing, " ", 1, type->is_bold);
  for (const char *at = text, *end = text + length; at < end;) {
    const char *stop = memchr (at, ' ', (gsize) (end - at));
    width += measure_word (typing, at, (gsize) ((stop ? stop : end) - at), type->is_bold) + (stop ? blank : 0);
    at = stop ? stop + 1 : end;
  }
  return width * type->size;
}

/* Scripts that run from right to left, of Unicode's blocks. */
static gboolean
is_leftward (gunichar c)
{
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

static gboolean
runs_leftward (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (g_unichar_isalpha (c))
      return is_leftward (c);
  }
  return FALSE;
}

ChnTyped
chn_type (ChnTyping *typing, const char *guarded, const ChnType *type)
{
  return (ChnTyped){ guarded, measure (typing, guarded, strlen (guarded), type), runs_leftward (guarded) };
}

/* A word that belongs to the one behind it. */
static gboolean
ends_badly (const char *text, gsize length)
{
  static const char *const words[] = { " a",   " an", " and", " at", " by",  " for", " from", " in",
                                       " its", " of", " on",  " or", " the", " to",  " with" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize n = strlen (words[i]);
    if (n < length && memcmp (text + length - n, words[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Where the word that begins here ends: at a blank, or where a wide character begins or ends, as in Chinese. */
static const char *
find_word_end (const char *text)
{
  const char *at = text;
  gboolean was_wide = TRUE;
  while (*at && *at != ' ') {
    gboolean is_wide = g_unichar_iswide (g_utf8_get_char (at));
    if (at > text && (is_wide || was_wide) && !g_unichar_ispunct (g_utf8_get_char (at)))
      break;
    was_wide = is_wide;
    at = g_utf8_next_char (at);
  }
  return at;
}

/* Bytes of the longest beginning of a text that is no wider than that with an ellipsis; 0 where there is none. */
static gsize
find_cut (ChnTyping *typing, const char *text, const ChnType *type, double width)
{
  gsize cut = 0;
  double sum = measure (typing, ELLIPSIS, strlen (ELLIPSIS), type), blank = measure (typing, " ", 1, type);
  for (const char *at = text; *at;) {
    const char *stop = find_word_end (at);
    sum += measure (typing, at, (gsize) (stop - at), type);
    if (sum > width)
      break;
    gsize length = (gsize) (stop - text);
    cut = ends_badly (text, length) ? cut : length;
    sum += *stop == ' ' ? blank : 0;
    at = *stop == ' ' ? stop + 1 : stop;
  }
  return cut;
}

ChnTyped
chn_type_cut (ChnTyping *typing, const char *guarded, const ChnType *type, double width, double least)
{
  ChnTyped whole = chn_type (typing, guarded, type);
  if (whole.width <= width)
    return whole;
  gsize cut = find_cut (typing, guarded, type, width);
  while (cut > 0 && strchr (",;:-", guarded[cut - 1]))
    cut--;
  if (cut == 0 || measure (typing, guarded, cut, type) < least * whole.width)
    return (ChnTyped){ NULL, 0, FALSE };
  g_autofree char *kept = g_strdup_printf ("%.*s" ELLIPSIS, (int) cut, guarded);
  return chn_type (typing, chn_arena_strndup (typing->arena, kept, -1), type);
}

/* The end of what fits of a word that is wider than a line: a character at least, and no mark cut from its letter. */
static const char *
find_break (ChnTyping *typing, const char *word, const char *end, const ChnType *type, double width)
{
  const char *fits = word;
  for (const char *at = g_utf8_next_char (word);; at = g_utf8_next_char (at)) {
    if (at < end && g_unichar_ismark (g_utf8_get_char (at)))
      continue;
    if (fits > word && measure (typing, word, (gsize) (at - word), type) > width)
      return fits;
    fits = at;
    if (at >= end)
      return end;
  }
}

/* The end of a line that begins here: as many words as fit, or a part of one. */
static const char *
find_line_end (ChnTyping *typing, const char *text, const ChnType *type, double width)
{
  const char *end = text;
  for (const char *at = text; *at;) {
    const char *stop = find_word_end (at);
    if (measure (typing, text, (gsize) (stop - text), type) > width)
      return end > text ? end : find_break (typing, text, stop, type, width);
    end = stop;
    at = *stop == ' ' ? stop + 1 : stop;
  }
  return end;
}

/* A last line, which ends in an ellipsis. */
static ChnTyped
type_rest (ChnTyping *typing, const char *text, const ChnType *type, double width)
{
  ChnTyped rest = chn_type_cut (typing, text, type, width, 0);
  if (rest.text)
    return rest;
  double dots = measure (typing, ELLIPSIS, strlen (ELLIPSIS), type);
  const char *end = find_break (typing, text, text + strlen (text), type, width - dots);
  g_autofree char *kept = g_strdup_printf ("%.*s" ELLIPSIS, (int) (end - text), text);
  return chn_type (typing, chn_arena_strndup (typing->arena, kept, -1), type);
}

GArray *
chn_type_lines (ChnTyping *typing, const char *guarded, const ChnType *type, double width, guint most)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ChnTyped));
  for (const char *at = guarded; *at;) {
    const char *end = find_line_end (typing, at, type, width);
    gboolean is_cut = *end && lines->len + 1 == most;
    ChnTyped line = is_cut ? type_rest (typing, at, type, width)
                           : chn_type (typing, chn_arena_strndup (typing->arena, at, end - at), type);
    g_array_append_val (lines, line);
    if (is_cut)
      break;
    at = *end == ' ' ? end + 1 : end;
  }
  return lines;
}
