/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looks words up in the index: which rows have them all, and then which have them one behind the other. */
#include <string.h>

#include "base/segment.h"
#include "timeline/word-index.h"

enum { BITS = 64, MOST_WORDS = 64 };

/* The words of the index that a word asked for stands for: first to end - 1, or the same cut and with an ending. */
typedef struct {
  guint32 first, end;
} Stretch;

typedef struct {
  guint step;           /* behind the word before */
  Stretch stretches[3]; /* the word itself, or all with a beginning; and with the endings of a plural */
} Asked;

/* Occurrences of the words so far: a row above, the position of the last word below. */
typedef GArray Occurrences;

typedef struct {
  const ChnColumns *columns;
  gsize n_cells;
  guint64 *rows; /* that have all words, one bit a row */
} Search;

static int
compare (const ChnColumns *columns, guint32 at, const char *word, gsize length)
{
  const ChnWordIndex *words = &columns->words;
  chn_columns_touch (columns, &words->text[at], 2 * sizeof *words->text);
  guint64 first = words->text[at], end = words->text[at + 1];
  gsize own = end > first ? end - first : 0;
  chn_columns_touch (columns, words->bytes + first, own);
  int order = memcmp (words->bytes + first, word, MIN (own, length));
  return order != 0 ? order : own < length ? -1 : own > length;
}

/* Whether a word of the index begins so. */
static gboolean
begins (const ChnColumns *columns, guint32 at, const char *word, gsize length)
{
  const ChnWordIndex *words = &columns->words;
  chn_columns_touch (columns, &words->text[at], 2 * sizeof *words->text);
  guint64 first = words->text[at], end = words->text[at + 1];
  if (end < first + length)
    return FALSE;
  chn_columns_touch (columns, words->bytes + first, length);
  return memcmp (words->bytes + first, word, length) == 0;
}

/* The first word that does not come before this one. */
static guint32
find_first (const ChnColumns *columns, const char *word, gsize length)
{
  guint32 low = 0, high = columns->words.n_words;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (compare (columns, middle, word, length) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static Stretch
find_word (const ChnColumns *columns, const char *word, gsize length)
{
  gsize kept = MIN (length, CHN_WORD_MAX);
  guint32 at = find_first (columns, word, kept);
  return (Stretch){ at, at + (at < columns->words.n_words && compare (columns, at, word, kept) == 0) };
}

static Stretch
find_beginning (const ChnColumns *columns, const char *word, gsize length)
{
  gsize kept = MIN (length, CHN_WORD_MAX);
  guint32 at = find_first (columns, word, kept), end = at;
  while (end < columns->words.n_words && begins (columns, end, word, kept))
    end++;
  return (Stretch){ at, end };
}

static void
look_up (const ChnColumns *columns, const char *word, gsize length, gboolean is_last, gboolean is_beginning,
         Asked *asked)
{
  static const char *const endings[] = { "s", "es" };
  if (is_last && is_beginning) {
    asked->stretches[0] = find_beginning (columns, word, length);
    return;
  }
  asked->stretches[0] = find_word (columns, word, length);
  for (guint i = 0; is_last && i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *longer = g_strdup_printf ("%.*s%s", (int) length, word, endings[i]);
    asked->stretches[1 + i] = find_word (columns, longer, strlen (longer));
  }
}

static void
ask_word (const ChnColumns *columns, const ChnWordsAsked *words, const char *word, gsize length, gboolean is_last,
          Asked *asked)
{
  if (!words->in_symbols) {
    look_up (columns, word, length, is_last, words->is_beginning, asked);
    return;
  }
  g_autofree char *marked = g_strdup_printf ("%c%.*s", CHN_SYMBOL_MARK, (int) length, word);
  look_up (columns, marked, length + 1, is_last, words->is_beginning, asked);
}

/* Of very long phrases the first words are enough for a superset. */
static guint
ask_words (const ChnColumns *columns, const ChnWordsAsked *words, Asked *asked)
{
  guint n = 0;
  const char *word;
  gsize length;
  for (const char *at = words->folded, *end = at; n < MOST_WORDS && chn_segment_next (&at, &word, &length);
       end = at) {
    asked[n] = (Asked){ .step = chn_word_step (end, word) };
    ask_word (columns, words, word, length, *at == '\0', &asked[n++]);
  }
  return n;
}

/*
 * Whether the index says all that there is to say: plain words with a blank between them, none of
 * which may have been cut, with or without an ending; only behind letters there are such.
 */
static gboolean
is_exact (const ChnWordsAsked *words, guint n_words)
{
  const char *word;
  gsize length, longest = 0;
  gboolean plain = n_words < MOST_WORDS && g_str_is_ascii (words->folded);
  for (const char *at = words->folded, *end = NULL; plain && chn_segment_next (&at, &word, &length); end = at) {
    plain = end ? word == end + 1 && *end == ' ' : word == words->folded;
    longest = MAX (longest, length);
    if (*at == '\0')
      return plain && longest + sizeof "es" < CHN_WORD_MAX && (words->is_beginning || g_ascii_isalpha (at[-1]));
  }
  return FALSE;
}

/* Goes through numbers of the index. */
typedef struct {
  const guint8 *at, *end;
} Numbers;

static Numbers
read_numbers (const ChnColumns *columns, const guint64 *start, const guint8 *bytes, guint32 word)
{
  chn_columns_touch (columns, &start[word], 2 * sizeof *start);
  guint64 first = start[word], end = start[word + 1];
  if (end <= first)
    return (Numbers){ NULL, NULL };
  chn_columns_touch (columns, bytes + first, end - first);
  return (Numbers){ bytes + first, bytes + end };
}

/* Checksums hold here, so a number that goes on past the end or past 64 bits only ever ends a forged list. */
static inline gboolean
next_number (Numbers *numbers, guint64 *number)
{
  guint64 value = 0;
  for (guint shift = 0; numbers->at < numbers->end && shift < BITS; shift += 7) {
    guint8 byte = *numbers->at++;
    value |= (guint64) (byte & 0x7f) << shift;
    if (byte & 0x80)
      continue;
    *number = value;
    return TRUE;
  }
  return FALSE;
}

static gboolean
next_row (const ChnColumns *columns, Numbers *rows, guint64 *next, guint32 *row)
{
  guint64 difference;
  if (!next_number (rows, &difference) || difference >= columns->n_rows || *next + difference >= columns->n_rows)
    return FALSE;
  *row = (guint32) (*next + difference);
  *next = (guint64) *row + 1;
  return TRUE;
}

static void
mark (guint64 *bits, guint32 row)
{
  bits[row / BITS] |= G_GUINT64_CONSTANT (1) << (row % BITS);
}

static gboolean
is_marked (const guint64 *bits, guint32 row)
{
  return bits[row / BITS] >> (row % BITS) & 1;
}

static void
mark_rows_of_word (const ChnColumns *columns, guint32 word, guint64 *bits)
{
  Numbers rows = read_numbers (columns, columns->words.start, columns->words.rows, word);
  guint64 next = 0;
  for (guint32 row; next_row (columns, &rows, &next, &row);)
    mark (bits, row);
}

static void
mark_rows (const ChnColumns *columns, const Asked *asked, guint64 *bits)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked->stretches); i++)
    for (guint32 word = asked->stretches[i].first; word < asked->stretches[i].end; word++)
      mark_rows_of_word (columns, word, bits);
}

/* Keeps the rows that have one more word. */
static void
keep_common (Search *search, const Asked *asked)
{
  g_autofree guint64 *found = g_new0 (guint64, search->n_cells);
  mark_rows (search->columns, asked, found);
  for (gsize i = 0; i < search->n_cells; i++)
    search->rows[i] &= found[i];
}

/* What becomes of an occurrence of a word in a row that has all words. */
typedef struct {
  const Occurrences *before; /* of the words before, or NULL where it is the first */
  guint place;               /* in these */
  guint step;
  Occurrences *after;
} Follow;

/* The first place from one on whose occurrence is not below another: a rare word leaps over many of a common one. */
static guint
leap (const Occurrences *before, guint place, guint64 wanted)
{
  guint low = place, high = place;
  for (guint step = 1; high < before->len && g_array_index (before, guint64, high) < wanted; step *= 2) {
    low = high + 1;
    high = before->len - high > step ? high + step : before->len;
  }
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (before, guint64, middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
follow (Follow *follow, guint32 row, guint64 position)
{
  guint64 here = (guint64) row << 32 | (guint32) position, wanted = here - follow->step;
  if (follow->before) {
    follow->place = leap (follow->before, follow->place, wanted);
    if (follow->place == follow->before->len || g_array_index (follow->before, guint64, follow->place) != wanted)
      return;
  }
  g_array_append_val (follow->after, here);
}

static void
follow_word (const Search *search, guint32 word, Follow *step)
{
  const ChnColumns *columns = search->columns;
  const ChnWordIndex *words = &columns->words;
  Numbers rows = read_numbers (columns, words->start, words->rows, word);
  Numbers positions = read_numbers (columns, words->position_start, words->positions, word);
  guint64 next = 0, number, position = 0;
  guint32 row = 0;
  gboolean wanted = FALSE;
  while (next_number (&positions, &number)) {
    if (number & 1) {
      if (!next_row (columns, &rows, &next, &row))
        return;
      wanted = is_marked (search->rows, row);
      position = 0;
    }
    position += number >> 1;
    if (wanted)
      follow (step, row, position);
  }
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;
  return left < right ? -1 : left > right;
}

/* The occurrences of a word that follow those of the words before; ascending. */
static Occurrences *
follow_words (const Search *search, const Asked *asked, const Occurrences *before)
{
  Occurrences *after = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint n_words = 0;
  for (guint i = 0; i < G_N_ELEMENTS (asked->stretches); i++)
    for (guint32 word = asked->stretches[i].first; word < asked->stretches[i].end; word++, n_words++) {
      Follow step = { before, 0, asked->step, after };
      follow_word (search, word, &step);
    }
  if (n_words > 1)
    g_array_sort (after, compare_occurrences);
  return after;
}

/* The rows of occurrences, each once. */
static GArray *
list_rows (const Occurrences *occurrences)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < occurrences->len; i++) {
    guint32 row = (guint32) (g_array_index (occurrences, guint64, i) >> 32);
    if (rows->len == 0 || g_array_index (rows, guint32, rows->len - 1) != row)
      g_array_append_val (rows, row);
  }
  return rows;
}

/* The rows that have the words one behind the other. */
static GArray *
find_phrase (const ChnColumns *columns, const Asked *asked, guint n)
{
  gsize n_cells = columns->n_rows / BITS + 1;
  g_autofree guint64 *all = g_new0 (guint64, n_cells);
  Search search = { columns, n_cells, all };
  mark_rows (columns, &asked[0], all);
  for (guint i = 1; i < n; i++)
    keep_common (&search, &asked[i]);
  g_autoptr (GArray) before = follow_words (&search, &asked[0], NULL);
  for (guint i = 1; i < n; i++) {
    GArray *after = follow_words (&search, &asked[i], before);
    g_array_unref (before);
    before = after;
  }
  return list_rows (before);
}

static GArray *
find_one (const ChnColumns *columns, const Asked *asked)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_words = 0;
  for (guint i = 0; i < G_N_ELEMENTS (asked->stretches); i++)
    for (guint32 word = asked->stretches[i].first; word < asked->stretches[i].end; word++, n_words++) {
      Numbers numbers = read_numbers (columns, columns->words.start, columns->words.rows, word);
      guint64 next = 0;
      for (guint32 row; next_row (columns, &numbers, &next, &row);)
        g_array_append_val (rows, row);
    }
  if (n_words > 1)
    chn_sort_rows (rows);
  return rows;
}

gboolean
chn_columns_find_words (const ChnColumns *columns, const ChnWordsAsked *asked, ChnWordsFound *found)
{
  Asked words[MOST_WORDS];
  guint n = columns->words.text ? ask_words (columns, asked, words) : 0;
  if (n == 0)
    return FALSE;
  GArray *rows = n == 1 ? find_one (columns, &words[0]) : find_phrase (columns, words, n);
  *found = (ChnWordsFound){ .n = rows->len, .is_exact = is_exact (asked, n) };
  found->rows = (guint32 *) (gpointer) g_array_free (rows, FALSE);
  return TRUE;
}
