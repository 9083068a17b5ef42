/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which events are held against each other at all. */
#include "curate/match/candidates.h"

#include <stdlib.h>

/* Rows that share a key beyond these tell nothing by it; words by which an event is found; days of a date. */
enum { MOST_ROWS = 48, MOST_WORDS = 5, MOST_DAYS = 4, FIRST_BITS = 18, DAY = 24 * 60 * 60, YEAR = 31556952 };

typedef struct {
  guint64 key;
  guint32 row;
} Entry;

typedef enum { BY_ID, BY_NAME, BY_DAY, BY_WORD, BY_VOTE } KeyKind;

static void
add_key (GArray *keys, KeyKind kind, guint64 a, guint64 b)
{
  guint64 key = (guint64) kind + 1;
  key = (key ^ a) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  key = (key ^ key >> 32 ^ b) * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F);
  key ^= key >> 32;
  key *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  g_array_append_val (keys, key);
}

static gint64
divide (gint64 seconds, gint64 unit)
{
  gint64 whole = seconds / unit;
  return seconds % unit < 0 ? whole - 1 : whole;
}

static void
add_names (GArray *keys, const ChnTraitTable *table, const ChnTraits *traits)
{
  static const ChnTraitRuns runs[] = { CHN_TRAIT_ORIGINS, CHN_TRAIT_UIDS, CHN_TRAIT_SYMBOLS };
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    for (guint j = 0; j < traits->run[runs[i]].n; j++)
      add_key (keys, BY_NAME, chn_traits_get (table, traits, runs[i])[j], 0);
  if (traits->title != 0)
    add_key (keys, BY_NAME, traits->title, 0);
  add_key (keys, BY_ID, traits->id, 0);
}

/* The day with each forum, and by itself. What is looked for may be a day off. */
static void
add_days (GArray *keys, const ChnTraitTable *table, const ChnTraits *traits, gint64 around)
{
  const ChnDateBounds *bounds = &traits->bounds;
  gint64 first = divide (bounds->earliest, DAY), last = divide (bounds->latest, DAY);
  if (bounds->earliest == CHN_TIME_MIN || bounds->latest == CHN_TIME_MAX || last - first >= MOST_DAYS)
    return;
  for (gint64 day = first - around; day <= last + around; day++) {
    add_key (keys, BY_DAY, (guint64) day, 0);
    for (guint i = 0; i < traits->run[CHN_TRAIT_FORUMS].n; i++)
      add_key (keys, BY_DAY, (guint64) day, chn_traits_get (table, traits, CHN_TRAIT_FORUMS)[i]);
  }
}

/* The rarest words of a title, each with the years of the date. */
static void
add_words (GArray *keys, const ChnWeighing *weighing, const ChnTraitTable *table, const ChnTraits *traits)
{
  const guint32 *words = chn_traits_get (table, traits, CHN_TRAIT_TITLE);
  gint64 first = divide (traits->bounds.earliest, YEAR), last = divide (traits->bounds.latest, YEAR);
  guint32 rarest[MOST_WORDS] = { 0 };
  for (guint i = 0; i < traits->run[CHN_TRAIT_TITLE].n; i++) {
    guint32 word = words[i];
    for (guint j = 0; j < MOST_WORDS; j++)
      if (rarest[j] == 0 || weighing->word[word] > weighing->word[rarest[j]]) {
        guint32 other = rarest[j];
        rarest[j] = word;
        word = other;
        if (word == 0)
          break;
      }
  }
  for (guint j = 0; j < MOST_WORDS && rarest[j] != 0; j++) {
    add_key (keys, BY_WORD, rarest[j], (guint64) first);
    if (last != first)
      add_key (keys, BY_WORD, rarest[j], (guint64) last);
  }
}

static void
add_vote (GArray *keys, const ChnTraits *traits)
{
  const gint32 *count = traits->count;
  if (count[0] >= 0 && count[1] >= 0)
    add_key (keys, BY_VOTE, (guint64) count[0] << 32 | (guint32) count[1],
             (guint64) divide (traits->bounds.earliest, YEAR));
}

static void
list_keys (GArray *keys, const ChnWeighing *weighing, const ChnTraitTable *table, guint row, gint64 around)
{
  const ChnTraits *traits = &table->row[row];
  g_array_set_size (keys, 0);
  add_names (keys, table, traits);
  add_days (keys, table, traits, around);
  add_words (keys, weighing, table, traits);
  add_vote (keys, traits);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* Keys are hashes, so that their first bits tell nearly where they are. */
static void
index_entries (ChnCandidates *candidates)
{
  const GArray *entries = candidates->entries;
  guint32 at = 0;
  candidates->start = g_new (guint32, (1 << FIRST_BITS) + 1);
  candidates->seen = g_new0 (guint32, MAX (candidates->weighing->a->n, 1));
  for (guint bits = 0; bits <= 1 << FIRST_BITS; bits++) {
    while (at < entries->len && g_array_index (entries, Entry, at).key >> (64 - FIRST_BITS) < bits)
      at++;
    candidates->start[bits] = at;
  }
}

void
chn_candidates_init (ChnCandidates *candidates, const ChnWeighing *weighing)
{
  candidates->weighing = weighing;
  candidates->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  candidates->keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  candidates->found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < weighing->a->n; row++) {
    list_keys (candidates->keys, weighing, weighing->a, row, 0);
    for (guint i = 0; i < candidates->keys->len; i++) {
      const Entry entry = { g_array_index (candidates->keys, guint64, i), row };
      g_array_append_val (candidates->entries, entry);
    }
  }
  qsort (candidates->entries->data, candidates->entries->len, sizeof (Entry), compare_entries);
  index_entries (candidates);
}

void
chn_candidates_clear (ChnCandidates *candidates)
{
  g_array_unref (candidates->entries);
  g_array_unref (candidates->keys);
  g_array_unref (candidates->found);
  g_free (candidates->start);
  g_free (candidates->seen);
}

/* The first entry of a key, or where it would be. */
static guint
find_first (const ChnCandidates *candidates, guint64 key)
{
  const GArray *entries = candidates->entries;
  guint low = candidates->start[key >> (64 - FIRST_BITS)], high = candidates->start[(key >> (64 - FIRST_BITS)) + 1];
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (entries, Entry, middle).key < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
add_rows (const ChnCandidates *candidates, guint64 key, guint row_b)
{
  const GArray *entries = candidates->entries;
  guint first = find_first (candidates, key), end = first;
  while (end < entries->len && g_array_index (entries, Entry, end).key == key && end - first <= MOST_ROWS)
    end++;
  for (guint i = first; i < end && end - first <= MOST_ROWS; i++) {
    guint row = g_array_index (entries, Entry, i).row;
    if (candidates->seen[row] != row_b + 1)
      g_array_append_val (candidates->found, row);
    candidates->seen[row] = row_b + 1;
  }
}

const guint *
chn_candidates_find (ChnCandidates *candidates, guint row_b, guint *n)
{
  g_array_set_size (candidates->found, 0);
  list_keys (candidates->keys, candidates->weighing, candidates->weighing->b, row_b, 1);
  for (guint i = 0; i < candidates->keys->len; i++)
    add_rows (candidates, g_array_index (candidates->keys, guint64, i), row_b);
  *n = candidates->found->len;
  return (const guint *) (gpointer) candidates->found->data;
}
