/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks words up in the index: sets of rows, one bit a row, joined and cut down word by word. */
#include <string.h>

#include "base/segment.h"
#include "timeline/word-index.h"

enum { BITS = 64 };

typedef struct {
  const ChnColumns *columns;
  gsize n_cells;
  guint64 *rows;  /* that have all words so far */
  guint64 *found; /* that have the word at hand */
} Search;

static int
compare (const ChnWordIndex *words, const ChnColumns *columns, guint32 at, const char *word, gsize length)
{
  chn_columns_touch (columns, &words->text[at], 2 * sizeof *words->text);
  guint64 first = words->text[at], end = words->text[at + 1];
  gsize own = end > first ? end - first : 0;
  chn_columns_touch (columns, words->bytes + first, own);
  int order = memcmp (words->bytes + first, word, MIN (own, length));
  return order != 0 ? order : own < length ? -1 : own > length;
}

/* The first word that does not come before this one. */
static guint32
find_first (const ChnColumns *columns, const char *word, gsize length)
{
  guint32 low = 0, high = columns->words.n_words;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (compare (&columns->words, columns, middle, word, length) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
add_rows (Search *search, guint32 word)
{
  const ChnWordIndex *words = &search->columns->words;
  chn_columns_touch (search->columns, &words->start[word], 2 * sizeof *words->start);
  guint64 first = words->start[word], end = words->start[word + 1];
  if (end <= first)
    return;
  chn_columns_touch (search->columns, words->postings + first, end - first);
  guint64 row = 0;
  guint shift = 0;
  guint64 difference = 0;
  for (const guint8 *at = words->postings + first; at < words->postings + end; at++) {
    difference |= (guint64) (*at & 0x7f) << shift;
    shift = *at & 0x80 ? MIN (shift + 7, 56) : 0;
    if (*at & 0x80)
      continue;
    row += difference;
    difference = 0;
    if (row >= search->columns->n_rows)
      return;
    search->found[row / BITS] |= G_GUINT64_CONSTANT (1) << (row % BITS);
    row++;
  }
}

static void
add_word (Search *search, const char *word, gsize length)
{
  gsize kept = MIN (length, CHN_WORD_MAX);
  guint32 at = find_first (search->columns, word, kept);
  if (at < search->columns->words.n_words && compare (&search->columns->words, search->columns, at, word, kept) == 0)
    add_rows (search, at);
}

/* What the last word may end in. */
static void
add_endings (Search *search, const char *word, gsize length)
{
  static const char *const endings[] = { "s", "es" };
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *longer = g_strdup_printf ("%.*s%s", (int) length, word, endings[i]);
    add_word (search, longer, strlen (longer));
  }
}

static void
add_beginning (Search *search, const char *word, gsize length)
{
  const ChnWordIndex *words = &search->columns->words;
  gsize kept = MIN (length, CHN_WORD_MAX);
  for (guint32 at = find_first (search->columns, word, kept); at < words->n_words; at++) {
    chn_columns_touch (search->columns, &words->text[at], 2 * sizeof *words->text);
    guint64 first = words->text[at], end = words->text[at + 1];
    if (end < first + kept)
      return;
    chn_columns_touch (search->columns, words->bytes + first, kept);
    if (memcmp (words->bytes + first, word, kept) != 0)
      return;
    add_rows (search, at);
  }
}

static void
take_rows (Search *search, guint32 **rows, guint *n)
{
  gsize total = 0;
  for (gsize i = 0; i < search->n_cells; i++)
    total += (gsize) __builtin_popcountll (search->rows[i]);
  *n = 0;
  *rows = g_new (guint32, MAX (total, 1));
  for (gsize i = 0; i < search->n_cells; i++)
    for (guint64 rest = search->rows[i]; rest != 0; rest &= rest - 1)
      (*rows)[(*n)++] = (guint32) (i * BITS) + (guint32) __builtin_ctzll (rest);
}

/* Keeps the rows that have the word at hand too. */
static void
keep_common (Search *search)
{
  for (gsize i = 0; i < search->n_cells; i++) {
    search->rows[i] &= search->found[i];
    search->found[i] = 0;
  }
}

gboolean
chn_columns_find_words (const ChnColumns *columns, const char *folded, gboolean is_beginning, guint32 **rows,
                        guint *n)
{
  const char *at = folded, *word, *rest;
  gsize length, longer;
  if (!columns->words.text || !chn_segment_next (&at, &word, &length))
    return FALSE;
  gsize n_cells = columns->n_rows / BITS + 1;
  g_autofree guint64 *all = g_malloc (n_cells * sizeof *all), *found = g_new0 (guint64, n_cells);
  Search search = { columns, n_cells, all, found };
  memset (all, 0xff, n_cells * sizeof *all);
  for (gboolean more = TRUE; more;) {
    more = chn_segment_next (&at, &rest, &longer);
    gboolean ends = !more && *(word + length) == '\0';
    if (ends && is_beginning) {
      add_beginning (&search, word, length);
    } else {
      add_word (&search, word, length);
      if (ends)
        add_endings (&search, word, length);
    }
    keep_common (&search);
    word = rest;
    length = longer;
  }
  take_rows (&search, rows, n);
  return TRUE;
}
