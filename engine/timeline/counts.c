/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The rows by the counts of their votes: how many were in favour, against, abstaining and not voting.
 * Votes of which a count is not known come first, as -1.
 */
#include "timeline/sealed.h"

typedef struct {
  gint32 count;
  guint32 row;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  if (x->count != y->count)
    return x->count < y->count ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static ChnCountIndex
make_index (ChnTimeline *timeline, GArray *entries)
{
  g_array_sort (entries, compare_entries);
  gint32 *counts = chn_timeline_alloc (timeline, entries->len, sizeof *counts);
  guint32 *rows = chn_timeline_alloc (timeline, entries->len, sizeof *rows);
  for (guint32 i = 0; i < entries->len; i++) {
    counts[i] = g_array_index (entries, Entry, i).count;
    rows[i] = g_array_index (entries, Entry, i).row;
  }
  return (ChnCountIndex){ entries->len, counts, rows };
}

static void
collect (const ChnColumns *columns, guint32 row, GArray *const *entries)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n);
  for (guint kind = 0; n > 0 && kind < CHN_N_BALLOT_KINDS; kind++) {
    Entry entry = { chn_vote_cell_get_count (vote, (ChnBallotKind) kind), row };
    if (entry.count >= 0 || vote->method != CHN_METHOD_CONSENSUS)
      g_array_append_val (entries[kind], entry);
  }
}

void
chn_timeline_index_counts (ChnTimeline *timeline)
{
  GArray *entries[CHN_N_BALLOT_KINDS];
  for (guint i = 0; i < CHN_N_BALLOT_KINDS; i++)
    entries[i] = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint32 row = 0; row < timeline->columns.n_rows; row++)
    collect (&timeline->columns, row, entries);
  for (guint i = 0; i < CHN_N_BALLOT_KINDS; i++) {
    timeline->columns.counts[i] = make_index (timeline, entries[i]);
    g_array_unref (entries[i]);
  }
}

/* The first entry whose count is not below one. */
static guint32
find_count (const ChnColumns *columns, const ChnCountIndex *index, gint64 count)
{
  guint32 low = 0, high = index->n;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    chn_columns_touch (columns, &index->counts[middle], sizeof *index->counts);
    if (index->counts[middle] < count)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const guint32 *
chn_columns_find_counts (const ChnColumns *columns, ChnBallotKind kind, gint64 low, gint64 high, guint *n)
{
  const ChnCountIndex *index = &columns->counts[kind];
  guint32 first = find_count (columns, index, low);
  guint32 end = high < G_MAXINT32 ? find_count (columns, index, high + 1) : index->n;
  *n = end > first ? end - first : 0;
  return &index->rows[first];
}
