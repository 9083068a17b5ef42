/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words by which texts are compared: folded, and without the endings that one writer has and another has not. */
#include "curate/match/words.h"

#include <math.h>

#include "base/hash.h"
#include "base/segment.h"

/* Longest first. What remains has as many letters as are left to tell words apart. */
static const struct {
  const char *text;
  gsize length;
} endings[] = {
  { "ations", 6 }, { "ation", 5 }, { "ments", 5 }, { "ment", 4 }, { "ings", 4 },
  { "ions", 4 },   { "ing", 3 },   { "ion", 3 },   { "ies", 3 },  { "ed", 2 },
  { "es", 2 },     { "ly", 2 },    { "s", 1 },     { "y", 1 },    { "e", 1 },
};

/* A longer list is sorted otherwise than by putting each number in its place. */
enum { SHORTEST_STEM = 4, SHORT_LIST = 40 };

static gsize
measure_stem (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings) && length > SHORTEST_STEM; i++) {
    gsize n = endings[i].length;
    if (word[length - 1] == endings[i].text[n - 1] && length >= n + SHORTEST_STEM &&
        memcmp (word + length - n, endings[i].text, n) == 0)
      return length - n;
  }
  return length;
}

void
chn_trait_words (const char *text, GString *folded, GArray *numbers)
{
  const char *at, *word = NULL;
  gsize length = 0;
  if (!text || !*text)
    return;
  chn_segment_fold (text, folded);
  at = folded->str;
  while (chn_segment_next (&at, &word, &length)) {
    guint32 number = (guint32) (chn_hash_words (word, measure_stem (word, length)) >> 40) % CHN_N_TRAIT_WORDS;
    g_array_append_val (numbers, number);
  }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return x < y ? -1 : x > y;
}

static void
sort (guint32 *numbers, guint n)
{
  if (n > SHORT_LIST) {
    qsort (numbers, n, sizeof *numbers, compare);
    return;
  }
  for (guint i = 1; i < n; i++) {
    guint32 number = numbers[i];
    guint at = i;
    for (; at > 0 && numbers[at - 1] > number; at--)
      numbers[at] = numbers[at - 1];
    numbers[at] = number;
  }
}

void
chn_trait_sort (GArray *numbers, guint start)
{
  guint n = numbers->len - start, kept = 0;
  if (n < 2)
    return;
  guint32 *first = &g_array_index (numbers, guint32, start);
  sort (first, n);
  for (guint i = 0; i < n; i++)
    if (kept == 0 || first[kept - 1] != first[i])
      first[kept++] = first[i];
  g_array_set_size (numbers, start + kept);
}

double
chn_trait_weight (const ChnTraitNames *names, guint32 word, guint n_events)
{
  return log ((n_events + 1.0) / (names->n_events[word] + 1.0));
}
