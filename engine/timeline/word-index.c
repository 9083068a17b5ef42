/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the index of words: each row's texts are folded and parted, each word gets the row once. */
#include "timeline/word-index.h"

#include <string.h>

#include "base/segment.h"
#include "timeline/sealed.h"

/* A word in the making: its rows so far, as they will be written. */
typedef struct {
  guint32 last; /* 1 + the last row */
  guint32 n_bytes, room;
  guint8 *bytes;
} Word;

typedef struct {
  ChnTimeline *timeline;
  ChnPool *texts; /* of the words; word w has number w + 1 */
  GArray *words;
  GString *folded;
} Maker;

static void
put_byte (Word *word, guint8 byte)
{
  if (word->n_bytes == word->room) {
    word->room = MAX (word->room * 2, 4);
    word->bytes = g_realloc (word->bytes, word->room);
  }
  word->bytes[word->n_bytes++] = byte;
}

static void
add_row (Word *word, guint32 row)
{
  guint32 difference = row + 1 - word->last;
  if (difference == 0)
    return;
  for (difference--; difference >= 0x80; difference >>= 7)
    put_byte (word, (guint8) (difference | 0x80));
  put_byte (word, (guint8) difference);
  word->last = row + 1;
}

static void
add_text (Maker *maker, guint32 row, const char *text)
{
  const char *word;
  gsize length;
  if (!text)
    return;
  chn_segment_fold (text, maker->folded);
  for (const char *at = maker->folded->str; chn_segment_next (&at, &word, &length);) {
    guint32 number = chn_pool_intern (maker->texts, word, (gssize) MIN (length, CHN_WORD_MAX));
    if (number > maker->words->len)
      g_array_set_size (maker->words, number);
    add_row (&g_array_index (maker->words, Word, number - 1), row);
  }
}

static void
add_event (Maker *maker, guint32 row)
{
  static const ChnField fields[] = { CHN_FIELD_TITLE, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  const ChnColumns *columns = &maker->timeline->columns;
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_text (maker, row, chn_columns_get_text (columns, fields[i], row));
  const guint32 *symbols = chn_columns_get_symbols (columns, row, &n);
  for (guint i = 0; i < n; i++)
    add_text (maker, row, chn_columns_get_code_text (columns, CHN_DICTIONARY_SYMBOLS, symbols[i]));
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    add_text (maker, row, chn_pool_get (columns->texts, citations[i].quote));
    add_text (maker, row, chn_pool_get (columns->texts, citations[i].note));
  }
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer texts)
{
  return strcmp (chn_pool_get (texts, *(const guint32 *) a), chn_pool_get (texts, *(const guint32 *) b));
}

static guint32 *
sort_words (const Maker *maker)
{
  guint32 n = maker->words->len, *numbers = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    numbers[i] = i + 1;
  g_qsort_with_data (numbers, (int) n, sizeof *numbers, compare_words, maker->texts);
  return numbers;
}

/* Puts the words and their rows one behind the other, in order. */
static void
lay_out (Maker *maker)
{
  guint32 n = maker->words->len;
  g_autofree guint32 *numbers = sort_words (maker);
  guint64 *text = chn_timeline_alloc (maker->timeline, (gsize) n + 1, sizeof *text);
  guint64 *start = chn_timeline_alloc (maker->timeline, (gsize) n + 1, sizeof *start);
  for (guint32 i = 0; i < n; i++) {
    text[i + 1] = text[i] + strlen (chn_pool_get (maker->texts, numbers[i]));
    start[i + 1] = start[i] + g_array_index (maker->words, Word, numbers[i] - 1).n_bytes;
  }
  char *bytes = chn_timeline_alloc (maker->timeline, text[n], 1);
  guint8 *postings = chn_timeline_alloc (maker->timeline, start[n], 1);
  for (guint32 i = 0; i < n; i++) {
    memcpy (bytes + text[i], chn_pool_get (maker->texts, numbers[i]), text[i + 1] - text[i]);
    memcpy (postings + start[i], g_array_index (maker->words, Word, numbers[i] - 1).bytes, start[i + 1] - start[i]);
  }
  maker->timeline->columns.words = (ChnWordIndex){ n, text, start, bytes, postings };
}

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->bytes);
}

void
chn_timeline_index_words (const ChnTimeline *timeline)
{
  if (timeline->columns.words.text)
    return;
  g_autoptr (ChnPool) texts = chn_pool_new ();
  Maker maker = { (ChnTimeline *) timeline, texts, g_array_new (FALSE, TRUE, sizeof (Word)), g_string_new (NULL) };
  g_array_set_clear_func (maker.words, clear_word);
  for (guint32 row = 0; row < timeline->columns.n_rows; row++)
    add_event (&maker, row);
  lay_out (&maker);
  g_string_free (maker.folded, TRUE);
  g_array_unref (maker.words);
}
