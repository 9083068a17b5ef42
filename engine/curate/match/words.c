/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words by which texts are compared: folded, and without the endings that one writer has and another has not. */
#include "curate/match/words.h"

#include <math.h>

#include "base/hash.h"
#include "base/segment.h"

/* Longest first. What remains has as many letters as are left to tell words apart. */
static const char *const endings[] = { "ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion",
                                       "ies",    "ed",    "es",    "ly",   "s",    "y",    "e" };

enum { SHORTEST_STEM = 4 };

static gsize
measure_stem (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize ending = strlen (endings[i]);
    if (length >= ending + SHORTEST_STEM && memcmp (word + length - ending, endings[i], ending) == 0)
      return length - ending;
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

void
chn_trait_sort (GArray *numbers, guint start)
{
  guint n = numbers->len - start, kept = 0;
  if (n < 2)
    return;
  guint32 *first = &g_array_index (numbers, guint32, start);
  qsort (first, n, sizeof *first, compare);
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
