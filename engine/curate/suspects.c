/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which rows of a large timeline are worth holding against each other, as duplicates within it. */
#include "curate/suspects.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "model/event-storage.h"
#include "timeline/columns.h"
#include "timeline/rebuild.h"

/* Rows that share a key beyond these tell nothing by it; words of a title that are looked at; letters that one has.
 */
enum { MOST_ROWS = 32, MOST_WORDS = 16, FEWEST_LETTERS = 4 };

typedef struct {
  guint64 key;
  guint32 row;
  gboolean by_symbol;
} Entry;

typedef struct {
  const ChnColumns *columns;
  GArray *entries; /* Entry */
  guint8 *suspect; /* by row */
} Search;

static guint64
hash_numbers (const gint64 *numbers, guint n)
{
  return chn_hash_fnv (CHN_FNV_START, (const char *) numbers, n * sizeof *numbers);
}

static void
add_entry (const Search *search, guint row, const gint64 *numbers, guint n, gboolean by_symbol)
{
  Entry entry = { hash_numbers (numbers, n), row, by_symbol };
  g_array_append_val (search->entries, entry);
}

/* Under each symbol, and under its date with each forum. */
static void
add_row (const Search *search, guint row)
{
  guint n = 0;
  const guint32 *record = chn_columns_get_record (search->columns, row);
  const ChnRowHead *head = chn_columns_get_head (search->columns, row);
  const guint32 *symbols = chn_record_get_list (record, CHN_LIST_SYMBOLS, &n);
  for (guint i = 0; i < n; i++)
    add_entry (search, row, (const gint64[]){ symbols[i], -1 }, 2, TRUE);
  const guint32 *forums = chn_record_get_list (record, CHN_LIST_FORUMS, &n);
  for (guint i = 0; i < n; i++)
    add_entry (search, row, (const gint64[]){ head->earliest, head->latest, forums[i] }, 3, FALSE);
  if (n == 0)
    add_entry (search, row, (const gint64[]){ head->earliest, head->latest, -1 }, 3, FALSE);
}

static gboolean
overlap (const ChnColumns *columns, guint a, guint b)
{
  const ChnRowHead *x = chn_columns_get_head (columns, a), *y = chn_columns_get_head (columns, b);
  return x->earliest <= y->latest && y->earliest <= x->latest;
}

static gboolean
share_vote (const ChnColumns *columns, guint a, guint b)
{
  guint n_a = 0, n_b = 0;
  const ChnVoteCell *x =
      (const ChnVoteCell *) chn_record_get_list (chn_columns_get_record (columns, a), CHN_LIST_VOTE, &n_a);
  const ChnVoteCell *y =
      (const ChnVoteCell *) chn_record_get_list (chn_columns_get_record (columns, b), CHN_LIST_VOTE, &n_b);
  return n_a > 0 && n_b > 0 && x->yes >= 0 && x->yes == y->yes && x->no == y->no && x->abstain == y->abstain;
}

/* Hashes of the longer words of a title, in small letters as far as they are ASCII. */
static guint
take_words (const char *title, guint64 words[MOST_WORDS])
{
  guint n = 0;
  for (const char *at = title ? title : ""; *at && n < MOST_WORDS;) {
    gsize length = 0;
    guint64 hash = CHN_FNV_START;
    for (; g_ascii_isalnum (at[length]) || (guchar) at[length] >= 0x80; length++) {
      char letter = g_ascii_tolower (at[length]);
      hash = chn_hash_fnv (hash, &letter, 1);
    }
    if (length >= FEWEST_LETTERS)
      words[n++] = hash;
    at += MAX (length, 1);
  }
  return n;
}

/* At least half of the words of the shorter title. */
static gboolean
share_words (const ChnColumns *columns, guint a, guint b)
{
  guint64 x[MOST_WORDS], y[MOST_WORDS];
  guint n_x = take_words (chn_columns_get_text (columns, CHN_FIELD_TITLE, a), x), shared = 0;
  guint n_y = take_words (chn_columns_get_text (columns, CHN_FIELD_TITLE, b), y);
  for (guint i = 0; i < n_x; i++)
    for (guint k = 0; k < n_y; k++)
      if (x[i] == y[k]) {
        shared++;
        break;
      }
  return shared > 0 && 2 * shared >= MIN (n_x, n_y);
}

static gboolean
are_alike (const Search *search, const Entry *a, const Entry *b)
{
  if (a->row == b->row || a->by_symbol != b->by_symbol || !overlap (search->columns, a->row, b->row))
    return FALSE;
  return a->by_symbol || share_vote (search->columns, a->row, b->row) ||
         share_words (search->columns, a->row, b->row);
}

static void
mark (const Search *search, const Entry *entries, guint n)
{
  for (guint i = 0; i < n && n <= MOST_ROWS; i++)
    for (guint k = i + 1; k < n; k++)
      if (are_alike (search, &entries[i], &entries[k]))
        search->suspect[entries[i].row] = search->suspect[entries[k].row] = 1;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static void
mark_all (const Search *search)
{
  const Entry *entries = (const Entry *) (gpointer) search->entries->data;
  if (search->entries->len > 0)
    qsort (search->entries->data, search->entries->len, sizeof (Entry), compare_entries);
  for (guint first = 0, end = 0; first < search->entries->len; first = end) {
    while (end < search->entries->len && entries[end].key == entries[first].key)
      end++;
    mark (search, &entries[first], end - first);
  }
}

GArray *
chn_suspects_find (const ChnTimeline *timeline)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree guint8 *suspect = g_new0 (guint8, columns->n_rows + 1);
  const Search search = { columns, entries, suspect };
  for (guint row = 0; row < columns->n_rows; row++)
    add_row (&search, row);
  mark_all (&search);
  for (guint row = 0; row < columns->n_rows; row++)
    if (suspect[row])
      g_array_append_val (rows, row);
  return rows;
}

static void
add_sources (const ChnTimeline *timeline, const ChnEvent *event, ChnTimelineBuilder *builder)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnSource *cited = chn_timeline_find_source (timeline, citations[i].source);
    ChnSource source = cited ? *cited : (ChnSource){ { NULL } };
    source.text[CHN_SOURCE_CORRECTS] = source.text[CHN_SOURCE_WITHDRAWS] = source.text[CHN_SOURCE_REASON] = NULL;
    if (cited)
      chn_timeline_builder_add_source (builder, &source, 0, 0);
  }
}

ChnTimeline *
chn_suspects_extract (const ChnTimeline *timeline, const GArray *rows)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnTimelineBuilder *builder = chn_rebuild_start (timeline, report);
  chn_timeline_builder_begin (builder, NULL);
  for (guint i = 0; i < rows->len; i++) {
    chn_timeline_load (timeline, g_array_index (rows, guint, i), event);
    g_array_set_size (event->relations, 0);
    add_sources (timeline, event, builder);
    chn_timeline_builder_add_event (builder, event);
  }
  return chn_rebuild_end (builder, timeline, NULL);
}
