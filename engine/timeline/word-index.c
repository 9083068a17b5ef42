/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the index of words: the texts of rows are split into words, rows in parts, and the words of all parts merged.
 */
#include "timeline/word-index.h"

#include <string.h>

#include "base/arena.h"
#include "base/parts.h"
#include "base/segment.h"
#include "timeline/sealed.h"

enum { ROWS_A_PART = 4096, VARINT_MAX = 10, LEAST_ROOM = 16 };

typedef struct {
  guint8 *bytes;
  gsize n_bytes, room;
} Stream;

/* A word in the making: its first row in the part, and what is written behind that. */
typedef struct {
  guint32 first, last; /* 1 + a row */
  guint64 position;
  Stream rows, positions;
} Word;

/* A word where it stands in a row: its number, and how far behind the word before it. */
typedef struct {
  guint32 number, step;
} Place;

typedef struct {
  const ChnColumns *columns;
  guint32 from, to; /* rows */
  ChnPool *texts;   /* of the words */
  GArray *words;    /* Word: word w has number w + 1 */
  ChnArena *arena;  /* of their streams */
  guint32 *order;   /* the numbers of the words, by their texts */
  guint32 merged;   /* so many of these are */

  /* Of the row at hand: */
  GArray *places;
  GString *folded, *marked;
  GArray *found;   /* ChnPoolText: the words of a text */
  GArray *numbers; /* guint32 */
} Part;

/* What a stream has outgrown stays in the arena until the end: a million words grow, and none is freed by itself. */
static void
grow (ChnArena *arena, Stream *stream)
{
  guint8 *bytes = chn_arena_alloc_bare (arena, stream->room = MAX (stream->room * 2, LEAST_ROOM));
  if (stream->n_bytes > 0)
    memcpy (bytes, stream->bytes, stream->n_bytes);
  stream->bytes = bytes;
}

static inline void
put_number (ChnArena *arena, Stream *stream, guint64 number)
{
  if (G_UNLIKELY (stream->n_bytes + VARINT_MAX > stream->room))
    grow (arena, stream);
  for (; number >= 0x80; number >>= 7)
    stream->bytes[stream->n_bytes++] = (guint8) (number | 0x80);
  stream->bytes[stream->n_bytes++] = (guint8) number;
}

static void
add_occurrence (ChnArena *arena, Word *word, guint32 row, guint64 position)
{
  gboolean begins_row = word->last != row + 1;
  if (word->first == 0)
    word->first = row + 1;
  else if (begins_row)
    put_number (arena, &word->rows, row - word->last);
  put_number (arena, &word->positions, begins_row ? position << 1 | 1 : (position - word->position) << 1);
  word->last = row + 1;
  word->position = position;
}

/* The words of a text, and in `places` how far each lies behind the one before. */
static void
find_words (Part *part, const char *text)
{
  const char *word;
  gsize length;
  chn_segment_fold (text, part->folded);
  g_array_set_size (part->found, 0);
  for (const char *at = part->folded->str, *end = at; chn_segment_next (&at, &word, &length); end = at) {
    guint gap = part->found->len == 0 ? CHN_WORD_GAP : 0;
    ChnPoolText found = { word, (guint32) MIN (length, CHN_WORD_MAX), 0 };
    Place place = { 0, chn_word_step (end, word) + gap };
    g_array_append_val (part->found, found);
    g_array_append_val (part->places, place);
  }
}

/* Puts each word behind the mark of those of symbols. */
static void
mark_words (Part *part)
{
  g_string_truncate (part->marked, 0);
  for (guint i = 0; i < part->found->len; i++) {
    ChnPoolText *found = &g_array_index (part->found, ChnPoolText, i);
    found->length = MIN (found->length, CHN_WORD_MAX - 1);
    g_string_append_c (part->marked, CHN_SYMBOL_MARK);
    g_string_append_len (part->marked, found->text, found->length);
  }
  const char *at = part->marked->str;
  for (guint i = 0; i < part->found->len; i++) {
    ChnPoolText *found = &g_array_index (part->found, ChnPoolText, i);
    found->text = at;
    at += ++found->length;
  }
}

static void
split_text (Part *part, const char *text, gboolean is_symbol)
{
  if (!text)
    return;
  guint first = part->places->len;
  find_words (part, text);
  if (is_symbol)
    mark_words (part);
  guint n = part->found->len;
  g_array_set_size (part->numbers, n);
  guint32 *numbers = (guint32 *) (gpointer) part->numbers->data;
  chn_pool_intern_all (part->texts, (ChnPoolText *) (gpointer) part->found->data, n, numbers);
  for (guint i = 0; i < n; i++)
    g_array_index (part->places, Place, first + i).number = numbers[i];
}

static void
split_row (Part *part, guint32 row)
{
  static const ChnField fields[] = { CHN_FIELD_TITLE, CHN_FIELD_LABEL, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  const ChnColumns *columns = part->columns;
  guint n;
  g_array_set_size (part->places, 0);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    split_text (part, chn_columns_get_text (columns, fields[i], row), FALSE);
  const char *symbol = chn_columns_get_symbol_texts (columns, row, &n);
  for (guint i = 0; i < n; i++, symbol += strlen (symbol) + 1)
    split_text (part, symbol, TRUE);
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    split_text (part, chn_pool_get (columns->texts, citations[i].quote), FALSE);
    split_text (part, chn_pool_get (columns->texts, citations[i].note), FALSE);
  }
}

static inline void
prefetch (const Stream *stream)
{
  if (stream->bytes)
    __builtin_prefetch (stream->bytes + stream->n_bytes);
}

/* Words lie far apart in memory: each step is taken for all of a row, so that it is waited for once. */
static void
add_row (Part *part, guint32 row)
{
  const Place *places = (const Place *) (gpointer) part->places->data;
  guint n = part->places->len;
  guint64 position = 0;
  g_array_set_size (part->words, chn_pool_get_size (part->texts));
  Word *words = (Word *) (gpointer) part->words->data;
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&words[places[i].number - 1]);
  for (guint i = 0; i < n; i++) {
    prefetch (&words[places[i].number - 1].rows);
    prefetch (&words[places[i].number - 1].positions);
  }
  for (guint i = 0; i < n; i++) {
    position += places[i].step;
    add_occurrence (part->arena, &words[places[i].number - 1], row, position);
  }
}

static void
sort_words (Part *part)
{
  part->order = g_new (guint32, MAX (part->words->len, 1));
  for (guint32 i = 0; i < part->words->len; i++)
    part->order[i] = i + 1;
  chn_pool_sort (part->texts, part->order, part->words->len);
}

static void
make_part (gpointer data)
{
  Part *part = data;
  part->texts = chn_pool_new ();
  part->words = g_array_new (FALSE, TRUE, sizeof (Word));
  part->arena = chn_arena_new ();
  part->places = g_array_new (FALSE, FALSE, sizeof (Place));
  part->folded = g_string_new (NULL);
  part->marked = g_string_new (NULL);
  part->found = g_array_new (FALSE, FALSE, sizeof (ChnPoolText));
  part->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = part->from; row < part->to; row++) {
    split_row (part, row);
    add_row (part, row);
  }
  sort_words (part);
}

static void
clear_part (Part *part)
{
  GArray *arrays[] = { part->words, part->places, part->found, part->numbers };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_string_free (part->folded, TRUE);
  g_string_free (part->marked, TRUE);
  g_free (part->order);
  chn_pool_free (part->texts);
  chn_arena_free (part->arena);
}

static void
append (Stream *stream, const Stream *more)
{
  if (more->n_bytes > 0)
    memcpy (stream->bytes + stream->n_bytes, more->bytes, more->n_bytes);
  stream->n_bytes += more->n_bytes;
}

/* The first word of a part that is not merged yet; NULL behind the last. */
static const char *
peek (const Part *part, gsize *length)
{
  if (part->merged == part->words->len)
    return NULL;
  return chn_pool_get_span (part->texts, part->order[part->merged], length);
}

/* The least of the words that are not merged yet; NULL once all are. */
static const char *
find_least (const Part *parts, guint n_parts, gsize *length)
{
  const char *least = NULL;
  for (guint i = 0; i < n_parts; i++) {
    gsize n;
    const char *word = peek (&parts[i], &n);
    int order = !word ? 1 : !least ? -1 : memcmp (word, least, MIN (n, *length));
    if (order < 0 || (order == 0 && n < *length)) {
      least = word;
      *length = n;
    }
  }
  return least;
}

/* Behind each other what the parts have of a word; what is written must not tell how many there were. */
static void
merge_word (Part *parts, guint n_parts, const char *text, gsize length, Stream *rows, Stream *positions)
{
  guint32 last = 0;
  for (guint i = 0; i < n_parts; i++) {
    gsize n;
    const char *own = peek (&parts[i], &n);
    if (!own || n != length || memcmp (own, text, n) != 0)
      continue;
    const Word *word = &g_array_index (parts[i].words, Word, parts[i].order[parts[i].merged++] - 1);
    put_number (NULL, rows, word->first - 1 - last);
    append (rows, &word->rows);
    append (positions, &word->positions);
    last = word->last;
  }
}

/* Room for all that parts have, and to spare: a word of several is kept once. */
static Stream
make_stream (ChnTimeline *timeline, gsize room)
{
  return (Stream){ chn_timeline_alloc (timeline, room, 1), 0, room };
}

/* Puts the words and what belongs to them one behind the other, in order. */
static void
merge_parts (ChnTimeline *timeline, Part *parts, guint n_parts)
{
  gsize n_bytes = 0, n_words = 0, n_rows = VARINT_MAX, n_positions = 0, length;
  for (guint i = 0; i < n_parts; i++) {
    gsize n;
    chn_pool_get_bytes (parts[i].texts, &n);
    n_bytes += n;
    n_words += parts[i].words->len;
    for (guint32 k = 0; k < parts[i].words->len; k++) {
      n_rows += g_array_index (parts[i].words, Word, k).rows.n_bytes + VARINT_MAX;
      n_positions += g_array_index (parts[i].words, Word, k).positions.n_bytes;
    }
  }
  guint64 *text = chn_timeline_alloc (timeline, n_words + 1, sizeof *text);
  guint64 *start = chn_timeline_alloc (timeline, n_words + 1, sizeof *start);
  guint64 *position_start = chn_timeline_alloc (timeline, n_words + 1, sizeof *position_start);
  char *bytes = chn_timeline_alloc (timeline, n_bytes, 1);
  Stream rows = make_stream (timeline, n_rows), positions = make_stream (timeline, n_positions);
  guint32 n = 0;
  for (const char *word = find_least (parts, n_parts, &length); word; word = find_least (parts, n_parts, &length)) {
    memcpy (bytes + text[n], word, length);
    merge_word (parts, n_parts, word, length, &rows, &positions);
    text[n + 1] = text[n] + length;
    start[n + 1] = rows.n_bytes;
    position_start[++n] = positions.n_bytes;
  }
  timeline->columns.words = (ChnWordIndex){ n, text, start, position_start, bytes, rows.bytes, positions.bytes };
}

void
chn_timeline_index_words (const ChnTimeline *timeline)
{
  if (timeline->columns.words.text)
    return;
  g_return_if_fail (timeline->is_compact && !timeline->image);
  guint64 n = timeline->columns.n_rows;
  guint n_parts = chn_parts_count (n, ROWS_A_PART);
  g_autofree Part *parts = g_new0 (Part, n_parts);
  for (guint i = 0; i < n_parts; i++)
    parts[i] = (Part){ .columns = &timeline->columns,
                       .from = (guint32) (n * i / n_parts),
                       .to = (guint32) (n * (i + 1) / n_parts) };
  chn_parts_run (parts, n_parts, sizeof *parts, make_part);
  merge_parts ((ChnTimeline *) timeline, parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    clear_part (&parts[i]);
}
