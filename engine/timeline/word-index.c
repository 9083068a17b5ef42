/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the index of words: the rows in parts, each by a thread of its own, then the parts one behind the other. */
#include "timeline/word-index.h"

#include <string.h>

#include "base/arena.h"
#include "base/segment.h"
#include "timeline/sealed.h"

/* A part is worth a thread from so many rows on. */
enum { MOST_PARTS = 4, LEAST_ROWS = 4096, VARINT_MAX = 10, LEAST_ROOM = 16 };

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
  const ChnColumns *columns;
  guint32 from, to; /* rows */
  ChnPool *texts;   /* of the words; word w has number w + 1 */
  GArray *words;    /* of Word */
  ChnArena *arena;  /* of their streams */
  guint32 *order;   /* numbers of the words, by text */
  guint32 next;     /* in that order, when the parts are put together */
  guint64 position; /* in the row at hand */
  /* Of the text at hand: */
  GString *folded, *marked;
  gsize room;
  guint n_found;
  ChnPoolText *found; /* its words */
  guint8 *steps;      /* from the word before to each */
  guint32 *numbers;   /* theirs */
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

/* Words are no shorter than a letter, nor less than a blank apart. */
static void
make_room (Part *part)
{
  if (part->folded->len < part->room)
    return;
  part->room = part->folded->len + 1;
  part->found = g_renew (ChnPoolText, part->found, part->room);
  part->steps = g_renew (guint8, part->steps, part->room);
  part->numbers = g_renew (guint32, part->numbers, part->room);
}

/* The words of a text, with the steps that lie before them. */
static void
split (Part *part, const char *text)
{
  const char *word;
  gsize length;
  part->n_found = 0;
  chn_segment_fold (text, part->folded);
  make_room (part);
  for (const char *at = part->folded->str, *end = at; chn_segment_next (&at, &word, &length); end = at) {
    part->steps[part->n_found] = (guint8) chn_word_step (end, word);
    part->found[part->n_found++] = (ChnPoolText){ word, (guint32) MIN (length, CHN_WORD_MAX), 0 };
  }
}

static inline void
foresee (const Stream *stream)
{
  if (stream->bytes)
    __builtin_prefetch (stream->bytes + stream->n_bytes);
}

/* Words lie far apart in memory: each step is taken for all of them, so that it is waited for once. */
static void
add_words (Part *part, guint32 row)
{
  chn_pool_intern_all (part->texts, part->found, part->n_found, part->numbers);
  g_array_set_size (part->words, chn_pool_get_size (part->texts));
  Word *words = (Word *) (gpointer) part->words->data;
  for (guint i = 0; i < part->n_found; i++)
    __builtin_prefetch (&words[part->numbers[i] - 1]);
  for (guint i = 0; i < part->n_found; i++) {
    const Word *word = &words[part->numbers[i] - 1];
    foresee (&word->rows);
    foresee (&word->positions);
  }
  part->position += CHN_WORD_GAP;
  for (guint i = 0; i < part->n_found; i++) {
    part->position += part->steps[i];
    add_occurrence (part->arena, &words[part->numbers[i] - 1], row, part->position);
  }
}

static void
add_text (Part *part, guint32 row, const char *text)
{
  if (!text)
    return;
  split (part, text);
  add_words (part, row);
}

/* Its words are marked: the words lie in `marked`, each behind its mark. */
static void
add_symbol (Part *part, guint32 row, const char *symbol)
{
  split (part, symbol);
  g_string_truncate (part->marked, 0);
  for (guint i = 0; i < part->n_found; i++) {
    const ChnPoolText *found = &part->found[i];
    g_string_append_c (part->marked, CHN_SYMBOL_MARK);
    g_string_append_len (part->marked, found->text, MIN (found->length, CHN_WORD_MAX - 1));
  }
  const char *at = part->marked->str;
  for (guint i = 0; i < part->n_found; i++) {
    ChnPoolText *found = &part->found[i];
    *found = (ChnPoolText){ at, MIN (found->length, CHN_WORD_MAX - 1) + 1, 0 };
    at += found->length;
  }
  add_words (part, row);
}

static void
add_event (Part *part, guint32 row)
{
  static const ChnField fields[] = { CHN_FIELD_TITLE, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  const ChnColumns *columns = part->columns;
  guint n = 0;
  part->position = 0;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_text (part, row, chn_columns_get_text (columns, fields[i], row));
  const char *symbol = chn_columns_get_symbol_texts (columns, row, &n);
  for (guint i = 0; i < n; i++, symbol += strlen (symbol) + 1)
    add_symbol (part, row, symbol);
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    add_text (part, row, chn_pool_get (columns->texts, citations[i].quote));
    add_text (part, row, chn_pool_get (columns->texts, citations[i].note));
  }
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer texts)
{
  return strcmp (chn_pool_get (texts, *(const guint32 *) a), chn_pool_get (texts, *(const guint32 *) b));
}

static gpointer
make_part (gpointer data)
{
  Part *part = data;
  for (guint32 row = part->from; row < part->to; row++)
    add_event (part, row);
  part->order = g_new (guint32, MAX (part->words->len, 1));
  for (guint32 i = 0; i < part->words->len; i++)
    part->order[i] = i + 1;
  g_qsort_with_data (part->order, (int) part->words->len, sizeof *part->order, compare_words, part->texts);
  return NULL;
}

static void
init_part (Part *part, const ChnColumns *columns, guint32 from, guint32 to)
{
  *part = (Part){ .columns = columns, .from = from, .to = to };
  part->texts = chn_pool_new ();
  part->words = g_array_new (FALSE, TRUE, sizeof (Word));
  part->arena = chn_arena_new ();
  part->folded = g_string_new (NULL);
  part->marked = g_string_new (NULL);
}

static void
clear_part (Part *part)
{
  chn_pool_free (part->texts);
  g_array_unref (part->words);
  chn_arena_free (part->arena);
  g_free (part->order);
  g_string_free (part->folded, TRUE);
  g_string_free (part->marked, TRUE);
  g_free (part->found);
  g_free (part->steps);
  g_free (part->numbers);
}

/* The text of the part's next word, or NULL when it has no more. */
static const char *
peek (const Part *part)
{
  return part->next < part->words->len ? chn_pool_get (part->texts, part->order[part->next]) : NULL;
}

/* The least word that a part still has, or NULL. */
static const char *
find_least (const Part *parts, guint n_parts)
{
  const char *least = NULL;
  for (guint i = 0; i < n_parts; i++) {
    const char *text = peek (&parts[i]);
    if (text && (!least || strcmp (text, least) < 0))
      least = text;
  }
  return least;
}

static void
append (Stream *stream, const Stream *more)
{
  if (more->n_bytes > 0)
    memcpy (stream->bytes + stream->n_bytes, more->bytes, more->n_bytes);
  stream->n_bytes += more->n_bytes;
}

/* Takes a word out of each part that has it; what is written must not tell how many parts there were. */
static void
join_word (Part *parts, guint n_parts, const char *text, Stream *rows, Stream *positions)
{
  guint32 last = 0;
  for (guint i = 0; i < n_parts; i++) {
    const char *own = peek (&parts[i]);
    if (!own || (own != text && strcmp (own, text) != 0))
      continue;
    Word *word = &g_array_index (parts[i].words, Word, parts[i].order[parts[i].next++] - 1);
    put_number (NULL, rows, word->first - 1 - last);
    append (rows, &word->rows);
    append (positions, &word->positions);
    last = word->last;
  }
}

/* Puts the words and what belongs to them one behind the other, in order; there is room for all of them. */
static void
join_parts (ChnTimeline *timeline, Part *parts, guint n_parts)
{
  gsize n_words = 0, n_bytes = 0, n_rows = VARINT_MAX, n_positions = 0;
  for (guint i = 0; i < n_parts; i++) {
    gsize bytes = 0;
    chn_pool_get_bytes (parts[i].texts, &bytes);
    n_bytes += bytes;
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
  Stream rows = { chn_timeline_alloc (timeline, n_rows, 1), 0, n_rows };
  Stream positions = { chn_timeline_alloc (timeline, n_positions, 1), 0, n_positions };
  guint32 n = 0;
  for (const char *least; (least = find_least (parts, n_parts)); n++) {
    text[n + 1] = text[n] + strlen (least);
    memcpy (bytes + text[n], least, text[n + 1] - text[n]);
    join_word (parts, n_parts, least, &rows, &positions);
    start[n + 1] = rows.n_bytes;
    position_start[n + 1] = positions.n_bytes;
  }
  timeline->columns.words = (ChnWordIndex){ n, text, start, position_start, bytes, rows.bytes, positions.bytes };
}

void
chn_timeline_index_words (const ChnTimeline *timeline)
{
  const ChnColumns *columns = &timeline->columns;
  if (columns->words.text)
    return;
  Part parts[MOST_PARTS];
  GThread *threads[MOST_PARTS] = { NULL };
  guint n_parts = CLAMP (columns->n_rows / LEAST_ROWS, 1, MIN (g_get_num_processors (), MOST_PARTS));
  for (guint i = 0; i < n_parts; i++) {
    guint64 n = columns->n_rows;
    init_part (&parts[i], columns, (guint32) (n * i / n_parts), (guint32) (n * (i + 1) / n_parts));
    if (i > 0)
      threads[i] = g_thread_new ("words", make_part, &parts[i]);
  }
  make_part (&parts[0]);
  for (guint i = 1; i < n_parts; i++)
    g_thread_join (threads[i]);
  join_parts ((ChnTimeline *) timeline, parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    clear_part (&parts[i]);
}
