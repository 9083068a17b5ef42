/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words in text: whole words, their plural and genitive too, in any case and with or without accents;
 * in scripts that do not part words by blanks, anywhere. */
#include "query/words.h"

#include <string.h>

#include "base/error.h"
#include "base/segment.h"
#include "timeline/word-index.h"

/* Bytes of a text that is folded without asking for memory. */
enum { LONGEST_PLAIN = 4096 };

char *
chn_words_fold (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 1);
  chn_segment_fold (text, out);
  return g_string_free (out, FALSE);
}

gboolean
chn_words_init (ChnWords *words, const ChnOperand *operand, ChnArena *arena, GError **error)
{
  gsize length = strlen (operand->text);
  gboolean is_beginning = length > 1 && operand->text[length - 1] == '*';
  g_autofree char *text = g_strndup (operand->text, is_beginning ? length - 1 : length);
  g_autofree char *folded = chn_words_fold (text);
  if (*folded == '\0') {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length, "write a word",
                      "\"%s\" has nothing to search for", operand->text);
    return FALSE;
  }
  words->folded = chn_arena_strndup (arena, folded, -1);
  words->is_plain = g_str_is_ascii (folded);
  words->is_beginning = is_beginning;
  return TRUE;
}

static gboolean
begins_word (const char *text, const char *at)
{
  return at == text || chn_segment_parts (g_utf8_get_char (g_utf8_prev_char (at)), g_utf8_get_char (at));
}

/* Whether the word that ends before `end` ends there, or after a plural's s or es. */
static gboolean
ends_word (const char *end)
{
  static const char *const endings[] = { "", "s", "es" };
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize length = strlen (endings[i]);
    if (length > 0 && !g_unichar_isalpha (last))
      return FALSE;
    if (strncmp (end, endings[i], length) != 0)
      continue;
    const char *after = end + length;
    if (*after == '\0' || chn_segment_parts (g_utf8_get_char (g_utf8_prev_char (after)), g_utf8_get_char (after)))
      return TRUE;
  }
  return FALSE;
}

gboolean
chn_words_occur_in_folded (const ChnWords *words, const char *folded)
{
  gsize length = strlen (words->folded);
  for (const char *at = folded; (at = strstr (at, words->folded)); at = g_utf8_next_char (at))
    if (begins_word (folded, at) && (words->is_beginning || ends_word (at + length)))
      return TRUE;
  return FALSE;
}

gboolean
chn_words_occur_in (const ChnWords *words, const char *text)
{
  char plain[LONGEST_PLAIN];
  if (!text)
    return FALSE;
  if (words->is_plain && chn_segment_fold_plain (text, plain, sizeof plain))
    return chn_words_occur_in_folded (words, plain);
  g_autofree char *folded = chn_words_fold (text);
  return chn_words_occur_in_folded (words, folded);
}

gboolean
chn_words_are_folded (const ChnWords *words, const char *folded)
{
  return words->is_beginning ? g_str_has_prefix (folded, words->folded) : strcmp (folded, words->folded) == 0;
}

gboolean
chn_words_find_rows (const ChnWords *words, gboolean in_symbols, const ChnColumns *columns, ChnArena *arena,
                     ChnPosting *posting, gboolean *is_exact)
{
  ChnWordsAsked asked = { words->folded, words->is_beginning, in_symbols };
  ChnWordsFound found;
  if (!chn_columns_find_words (columns, &asked, &found))
    return FALSE;
  posting->n = found.n;
  posting->rows = chn_arena_memdup (arena, found.rows, found.n * sizeof *found.rows);
  *is_exact = found.is_exact;
  g_free (found.rows);
  return TRUE;
}
