/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Splits texts into numbered words, on a thread of its own. */
#include "timeline/word-split.h"

#include <string.h>

#include "base/relay.h"
#include "base/segment.h"

/* A batch is worth handing over; so many of them may wait, since whoever reads is sometimes ahead. */
enum { BATCH_BYTES = 1 << 18, BATCHES = 64, SOME = 1024 };

/* What stands before each text of a batch; an end of an event has no text. */
enum { TEXT = 't', SYMBOL = 's', END = 'e' };

struct _ChnWordSplit {
  ChnRelay *relay; /* NULL once the thread has ended */
  ChnWordsSplit result;

  /* Of the thread: */
  ChnPool *texts;
  GArray *end;    /* of guint64 */
  GArray *places; /* of ChnWordPlace */
  guint32 *order;
  GString *folded, *marked;
  gsize room; /* of these: */
  ChnPoolText *found;
  guint8 *steps;
  guint32 *numbers;
};

/* No word is shorter than a byte. */
static void
make_room (ChnWordSplit *split)
{
  if (split->folded->len < split->room)
    return;
  split->room = split->folded->len + 1;
  split->found = g_renew (ChnPoolText, split->found, split->room);
  split->steps = g_renew (guint8, split->steps, split->room);
  split->numbers = g_renew (guint32, split->numbers, split->room);
}

static guint
find_words (ChnWordSplit *split, const char *text)
{
  const char *word;
  gsize length;
  guint n = 0;
  chn_segment_fold (text, split->folded);
  make_room (split);
  for (const char *at = split->folded->str, *end = at; chn_segment_next (&at, &word, &length); end = at) {
    split->steps[n] = (guint8) (chn_word_step (end, word) + (n == 0 ? CHN_WORD_GAP : 0));
    split->found[n++] = (ChnPoolText){ word, (guint32) MIN (length, CHN_WORD_MAX), 0 };
  }
  return n;
}

/* Puts each word behind a mark. */
static void
mark_words (ChnWordSplit *split, guint n)
{
  g_string_truncate (split->marked, 0);
  for (guint i = 0; i < n; i++) {
    ChnPoolText *found = &split->found[i];
    found->length = MIN (found->length, CHN_WORD_MAX - 1);
    g_string_append_c (split->marked, CHN_SYMBOL_MARK);
    g_string_append_len (split->marked, found->text, found->length);
  }
  const char *at = split->marked->str;
  for (guint i = 0; i < n; i++) {
    split->found[i].text = at;
    at += ++split->found[i].length;
  }
}

static void
split_text (ChnWordSplit *split, const char *text, gboolean is_symbol)
{
  guint n = find_words (split, text);
  if (is_symbol)
    mark_words (split, n);
  chn_pool_intern_all (split->texts, split->found, n, split->numbers);
  guint first = split->places->len;
  g_array_set_size (split->places, first + n);
  for (guint i = 0; i < n; i++)
    g_array_index (split->places, ChnWordPlace, first + i) =
        split->numbers[i] << CHN_WORD_STEP_BITS | split->steps[i];
}

static void
split_batch (ChnWordSplit *split, const char *bytes, gsize length)
{
  for (const char *at = bytes, *end = at + length; at < end;) {
    char kind = *at++;
    guint64 n = split->places->len;
    if (kind == END) {
      g_array_append_val (split->end, n);
      continue;
    }
    split_text (split, at, kind == SYMBOL);
    at += strlen (at) + 1;
  }
}

static void
sort_words (ChnWordSplit *split)
{
  guint32 n = chn_pool_get_size (split->texts);
  split->order = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    split->order[i] = i + 1;
  chn_pool_sort (split->texts, split->order, n);
}

static void
take (const char *bytes, gsize length, gpointer data)
{
  ChnWordSplit *split = data;
  split_batch (split, bytes, length);
  if (length == 0)
    sort_words (split);
}

ChnWordSplit *
chn_word_split_new (void)
{
  ChnWordSplit *split = g_new0 (ChnWordSplit, 1);
  split->texts = chn_pool_new ();
  split->end = g_array_sized_new (FALSE, FALSE, sizeof (guint64), SOME);
  split->places = g_array_sized_new (FALSE, FALSE, sizeof (ChnWordPlace), SOME);
  split->folded = g_string_new (NULL);
  split->marked = g_string_new (NULL);
  split->relay = chn_relay_new ("words", BATCHES, BATCH_BYTES, take, split);
  return split;
}

void
chn_word_split_add (ChnWordSplit *split, const char *text, gboolean is_symbol)
{
  if (!text)
    return;
  GString *batch = chn_relay_get_batch (split->relay);
  g_string_append_c (batch, is_symbol ? SYMBOL : TEXT);
  g_string_append_len (batch, text, (gssize) strlen (text) + 1);
}

void
chn_word_split_end_event (ChnWordSplit *split)
{
  g_string_append_c (chn_relay_get_batch (split->relay), END);
  chn_relay_pass (split->relay);
}

void
chn_word_split_end (ChnWordSplit *split)
{
  chn_relay_end (split->relay);
}

const ChnWordsSplit *
chn_word_split_finish (ChnWordSplit *split)
{
  g_clear_pointer (&split->relay, chn_relay_free);
  split->result = (ChnWordsSplit){ split->end->len,
                                   (const guint64 *) (gpointer) split->end->data,
                                   (const ChnWordPlace *) (gpointer) split->places->data,
                                   split->texts,
                                   chn_pool_get_size (split->texts),
                                   split->order };
  return &split->result;
}

void
chn_word_split_free (ChnWordSplit *split)
{
  if (!split)
    return;
  chn_word_split_finish (split);
  chn_pool_free (split->texts);
  g_array_unref (split->end);
  g_array_unref (split->places);
  g_free (split->order);
  g_string_free (split->folded, TRUE);
  g_string_free (split->marked, TRUE);
  g_free (split->found);
  g_free (split->steps);
  g_free (split->numbers);
  g_free (split);
}
