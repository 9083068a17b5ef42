/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the index of words: rows in parts, each by a thread of its own, then one part behind the other. */
#include "timeline/word-index.h"

#include <string.h>

#include "base/arena.h"
#include "timeline/aside.h"
#include "timeline/sealed.h"
#include "timeline/word-split.h"

enum { MOST_PARTS = 4, VARINT_MAX = 10, LEAST_ROOM = 16 };

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

typedef struct {
  const ChnWordsSplit *split;
  const guint32 *event_of; /* of each row the event that was split */
  guint32 from, to;        /* rows */
  Word *words;             /* word w has number w + 1 */
  ChnArena *arena;         /* of their streams */
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

static inline void
foresee (const Stream *stream)
{
  if (stream->bytes)
    __builtin_prefetch (stream->bytes + stream->n_bytes);
}

/* Words lie far apart in memory: each step is taken for all of a row, so that it is waited for once. */
static void
add_row (Part *part, guint32 row)
{
  guint32 event = part->event_of[row];
  const ChnWordPlace *place = part->split->places + (event > 0 ? part->split->end[event - 1] : 0);
  const ChnWordPlace *end = part->split->places + part->split->end[event];
  guint64 position = 0;
  for (const ChnWordPlace *at = place; at < end; at++)
    __builtin_prefetch (&part->words[chn_word_place_get_number (*at) - 1]);
  for (const ChnWordPlace *at = place; at < end; at++) {
    const Word *word = &part->words[chn_word_place_get_number (*at) - 1];
    foresee (&word->rows);
    foresee (&word->positions);
  }
  for (const ChnWordPlace *at = place; at < end; at++) {
    position += chn_word_place_get_step (*at);
    add_occurrence (part->arena, &part->words[chn_word_place_get_number (*at) - 1], row, position);
  }
}

static gpointer
make_part (gpointer data)
{
  Part *part = data;
  part->words = g_new0 (Word, MAX (part->split->n_words, 1));
  part->arena = chn_arena_new ();
  for (guint32 row = part->from; row < part->to; row++)
    add_row (part, row);
  return NULL;
}

static void
clear_part (Part *part)
{
  g_free (part->words);
  chn_arena_free (part->arena);
}

static void
append (Stream *stream, const Stream *more)
{
  if (more->n_bytes > 0)
    memcpy (stream->bytes + stream->n_bytes, more->bytes, more->n_bytes);
  stream->n_bytes += more->n_bytes;
}

/* A word of all parts; what is written must not tell how many there were. */
static void
join_word (const Part *parts, guint n_parts, guint32 number, Stream *rows, Stream *positions)
{
  guint32 last = 0;
  for (guint i = 0; i < n_parts; i++) {
    const Word *word = &parts[i].words[number - 1];
    if (word->first == 0)
      continue;
    put_number (NULL, rows, word->first - 1 - last);
    append (rows, &word->rows);
    append (positions, &word->positions);
    last = word->last;
  }
}

/* There is room for all that words have in all parts. */
static Stream
make_stream (ChnTimeline *timeline, gsize room)
{
  return (Stream){ chn_timeline_alloc (timeline, room, 1), 0, room };
}

/* Puts the words and what belongs to them one behind the other, in order. */
static void
join_parts (ChnTimeline *timeline, const ChnWordsSplit *split, const Part *parts, guint n_parts)
{
  gsize n_bytes, n_rows = VARINT_MAX, n_positions = 0;
  chn_pool_get_bytes (split->texts, &n_bytes);
  for (guint i = 0; i < n_parts; i++)
    for (guint32 k = 0; k < split->n_words; k++) {
      n_rows += parts[i].words[k].rows.n_bytes + VARINT_MAX;
      n_positions += parts[i].words[k].positions.n_bytes;
    }
  guint64 *text = chn_timeline_alloc (timeline, (gsize) split->n_words + 1, sizeof *text);
  guint64 *start = chn_timeline_alloc (timeline, (gsize) split->n_words + 1, sizeof *start);
  guint64 *position_start = chn_timeline_alloc (timeline, (gsize) split->n_words + 1, sizeof *position_start);
  char *bytes = chn_timeline_alloc (timeline, n_bytes, 1);
  Stream rows = make_stream (timeline, n_rows), positions = make_stream (timeline, n_positions);
  for (guint32 n = 0; n < split->n_words; n++) {
    gsize length;
    const char *word = chn_pool_get_span (split->texts, split->order[n], &length);
    memcpy (bytes + text[n], word, length);
    join_word (parts, n_parts, split->order[n], &rows, &positions);
    text[n + 1] = text[n] + length;
    start[n + 1] = rows.n_bytes;
    position_start[n + 1] = positions.n_bytes;
  }
  timeline->columns.words =
      (ChnWordIndex){ split->n_words, text, start, position_start, bytes, rows.bytes, positions.bytes };
}

static void
make_index (ChnTimeline *timeline, const ChnWordsSplit *split, const guint32 *event_of)
{
  Part parts[MOST_PARTS];
  GThread *threads[MOST_PARTS] = { NULL };
  guint64 n = timeline->columns.n_rows;
  guint n_parts = (guint) CLAMP (n / CHN_ROWS_FOR_A_THREAD, 1, MIN (g_get_num_processors (), MOST_PARTS));
  for (guint i = 0; i < n_parts; i++) {
    parts[i] = (Part){ split, event_of, (guint32) (n * i / n_parts), (guint32) (n * (i + 1) / n_parts), NULL, NULL };
    if (i > 0)
      threads[i] = g_thread_new ("words", make_part, &parts[i]);
  }
  make_part (&parts[0]);
  for (guint i = 1; i < n_parts; i++)
    g_thread_join (threads[i]);
  join_parts (timeline, split, parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    clear_part (&parts[i]);
}

void
chn_timeline_index_words (const ChnTimeline *timeline)
{
  ChnTimeline *made = (ChnTimeline *) timeline;
  if (timeline->columns.words.text)
    return;
  g_return_if_fail (timeline->split);
  g_autoptr (ChnWordSplit) split = g_steal_pointer (&made->split);
  g_autofree guint32 *event_of = g_steal_pointer (&made->event_of);
  make_index (made, chn_word_split_finish (split), event_of);
}
