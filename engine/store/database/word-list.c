/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The words of a row for an index of words. Those of texts have places, so that a phrase is looked up, too: one word
 * stands a place behind another where nothing but a blank is between them, else further off.
 */
#include "store/database/word-list.h"

#include <string.h>

#include "base/segment.h"
#include "timeline/word-index.h"

/* Bytes of a word that are kept. A character may be cut: no word of such length is looked for by its letters. */
enum { LONGEST_WORD = 128 };

/* A tsvector has no places behind the last of these, and no more of them for one word (PostgreSQL, "Text Search
 * Limitations"). */
enum { LAST_PLACE = 16382, MOST_PLACES = 254 };

/* FTS5 counts words, so that something has to stand between those that do not follow each other: a letter that no
 * word is spelled with. */
#define NOTHING_BETWEEN "\u00FE"

/* A word in the making: its letters, and where it stands; 0 where that is not asked. */
typedef struct {
  gsize from, length;
  guint place;
} Word;

struct _ChnStoreWordList {
  ChnDatabaseKind kind;
  GArray *words;
  GString *letters; /* of these */
  GString *run;     /* words of texts one behind the other, for FTS5, which are not among these */
  guint place;      /* of the last of them */
  gboolean is_placed;
  GString *folded, *said;
};

ChnStoreWordList *
chn_store_word_list_new (ChnDatabaseKind kind)
{
  ChnStoreWordList *list = g_new0 (ChnStoreWordList, 1);
  list->kind = kind;
  list->words = g_array_new (FALSE, FALSE, sizeof (Word));
  list->letters = g_string_new (NULL);
  list->run = g_string_new (NULL);
  list->folded = g_string_new (NULL);
  list->said = g_string_new (NULL);
  list->is_placed = TRUE;
  return list;
}

void
chn_store_word_list_free (ChnStoreWordList *list)
{
  if (!list)
    return;
  g_array_unref (list->words);
  g_string_free (list->letters, TRUE);
  g_string_free (list->run, TRUE);
  g_string_free (list->folded, TRUE);
  g_string_free (list->said, TRUE);
  g_free (list);
}

void
chn_store_word_list_clear (ChnStoreWordList *list)
{
  g_array_set_size (list->words, 0);
  g_string_truncate (list->letters, 0);
  g_string_truncate (list->run, 0);
  list->place = 0;
  list->is_placed = TRUE;
}

/*
 * FTS5 has ideas of its own about what letters are, so bytes of others than plain ones are spelled there. A very long
 * word is cut: whoever looks one up cuts it, too.
 */
void
chn_store_append_word (GString *out, ChnDatabaseKind kind, ChnWordPlace place, const char *word, gsize length)
{
  static const char *const marks[CHN_N_WORD_PLACES] = { "", "zzsymbol", "zzsource" };
  g_string_append (out, marks[place]);
  for (gsize i = 0; i < MIN (length, LONGEST_WORD); i++)
    if (kind == CHN_DATABASE_POSTGRESQL || g_ascii_isalnum (word[i]))
      g_string_append_c (out, word[i]);
    else
      g_string_append_printf (out, "zz%02x", (guchar) word[i]);
}

static void
keep_word (ChnStoreWordList *list, ChnWordPlace where, const char *letters, gsize length, guint place)
{
  Word word = { list->letters->len, 0, place };
  chn_store_append_word (list->letters, list->kind, where, letters, length);
  word.length = list->letters->len - word.from;
  g_array_append_val (list->words, word);
}

static void
append_to_run (ChnStoreWordList *list, const char *letters, gsize length, guint step)
{
  if (list->run->len > 0)
    g_string_append (list->run, step > 1 ? " " NOTHING_BETWEEN " " : " ");
  chn_store_append_word (list->run, list->kind, CHN_WORDS_IN_TEXT, letters, length);
}

void
chn_store_word_list_add (ChnStoreWordList *list, const char *text, ChnWordPlace place)
{
  const char *word;
  gsize length;
  if (!text)
    return;
  chn_segment_fold (text, list->folded);
  guint gap = CHN_WORD_GAP; /* no phrase reaches from one text into the next */
  for (const char *at = list->folded->str, *end = at; chn_segment_next (&at, &word, &length); end = at, gap = 0) {
    guint step = chn_word_step (end, word) + gap;
    list->place += place == CHN_WORDS_IN_TEXT ? step : 0;
    if (place == CHN_WORDS_IN_TEXT && list->kind == CHN_DATABASE_SQLITE)
      append_to_run (list, word, length, step);
    else
      keep_word (list, place, word, length, place == CHN_WORDS_IN_TEXT ? list->place : 0);
  }
}

static gint
compare_letters (const GString *letters, const Word *left, const Word *right)
{
  int order = memcmp (letters->str + left->from, letters->str + right->from, MIN (left->length, right->length));
  return order != 0 ? order : left->length < right->length ? -1 : left->length > right->length;
}

/* In one order, so that the same event is the same row. */
static gint
compare_words (gconstpointer a, gconstpointer b, gpointer letters)
{
  const Word *left = a, *right = b;
  gint order = compare_letters (letters, left, right);
  return order != 0 ? order : left->place < right->place ? -1 : left->place > right->place;
}

static void
append_number (GString *out, guint number)
{
  char digits[10];
  gsize n = sizeof digits;
  do
    digits[--n] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

/* Where a word stands, which is `n` words of the list: ":3,17". */
static void
append_places (ChnStoreWordList *list, const Word *words, guint n)
{
  guint n_said = 0;
  for (guint i = 0; i < n; i++) {
    if (words[i].place == 0)
      continue;
    if (words[i].place > LAST_PLACE || n_said == MOST_PLACES) {
      list->is_placed = FALSE;
      return;
    }
    g_string_append_c (list->said, n_said++ == 0 ? ':' : ',');
    append_number (list->said, words[i].place);
  }
}

/* Lexemes in quotes for a tsvector, words with blanks between for FTS5; nothing is to be quoted in letters and
 * digits. */
static void
append_word (ChnStoreWordList *list, const Word *words, guint n)
{
  gboolean is_vector = list->kind == CHN_DATABASE_POSTGRESQL;
  if (list->said->len > 0)
    g_string_append_c (list->said, ' ');
  if (is_vector)
    g_string_append_c (list->said, '\'');
  g_string_append_len (list->said, list->letters->str + words->from, (gssize) words->length);
  if (is_vector)
    g_string_append_c (list->said, '\'');
  append_places (list, words, n);
}

const char *
chn_store_word_list_say (ChnStoreWordList *list)
{
  const Word *words = (const Word *) (gpointer) list->words->data;
  g_array_sort_with_data (list->words, compare_words, list->letters);
  g_string_assign (list->said, list->run->str);
  if (list->run->len > 0 && list->words->len > 0)
    g_string_append (list->said, " " NOTHING_BETWEEN);
  for (guint from = 0, to; from < list->words->len; from = to) {
    for (to = from + 1; to < list->words->len && compare_letters (list->letters, &words[from], &words[to]) == 0;)
      to++;
    append_word (list, &words[from], to - from);
  }
  return list->said->str;
}

gboolean
chn_store_word_list_is_placed (const ChnStoreWordList *list)
{
  return list->is_placed;
}
