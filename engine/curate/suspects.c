/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which rows of large timelines are worth holding against each other, as one event in two places. */
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

/* By what an entry is found. */
typedef enum { BY_SYMBOL, BY_DATE, BY_TITLE } Means;

typedef struct {
  guint64 key;
  guint32 row;
  guint16 side, means;
} Entry;

typedef struct {
  const ChnColumns *columns[2];
  guint n_sides;
  GArray *entries;    /* Entry */
  guint8 *suspect[2]; /* by row */
} Search;

static guint64
hash_text (guint64 before, const char *text)
{
  return chn_hash_fnv (before, text, strlen (text));
}

static void
add_entry (const Search *search, guint side, guint row, Means means, guint64 hash)
{
  Entry entry = { hash ^ (guint64) means << 61, row, (guint16) side, (guint16) means };
  g_array_append_val (search->entries, entry);
}

/* Under its date with each forum. */
static void
add_dates (const Search *search, guint side, guint row)
{
  guint n = 0;
  const ChnColumns *columns = search->columns[side];
  const ChnRowHead *head = chn_columns_get_head (columns, row);
  const gint64 bounds[] = { head->earliest, head->latest };
  guint64 date = chn_hash_fnv (CHN_FNV_START, (const char *) bounds, sizeof bounds);
  const guint32 *forums = chn_record_get_list (chn_columns_get_record (columns, row), CHN_LIST_FORUMS, &n);
  for (guint i = 0; i < n; i++)
    add_entry (search, side, row, BY_DATE,
               hash_text (date, chn_columns_get_code_text (columns, CHN_DICTIONARY_FORUMS, forums[i])));
  if (n == 0)
    add_entry (search, side, row, BY_DATE, date);
}

static void
add_row (const Search *search, guint side, guint row)
{
  guint n = 0;
  const ChnColumns *columns = search->columns[side];
  const char *title = search->n_sides > 1 ? chn_columns_get_text (columns, CHN_FIELD_TITLE, row) : NULL;
  const char *symbol = chn_columns_get_symbol_texts (columns, row, &n);
  for (guint i = 0; i < n; i++, symbol += strlen (symbol) + 1)
    add_entry (search, side, row, BY_SYMBOL, hash_text (CHN_FNV_START, symbol));
  add_dates (search, side, row);
  if (title)
    add_entry (search, side, row, BY_TITLE, hash_text (CHN_FNV_START, title));
}

/* Two entries, and the columns of their rows. */
typedef struct {
  const ChnColumns *of_a, *of_b;
  guint a, b;
} Pair;

static gboolean
overlap (const Pair *pair)
{
  const ChnRowHead *x = chn_columns_get_head (pair->of_a, pair->a), *y = chn_columns_get_head (pair->of_b, pair->b);
  return x->earliest <= y->latest && y->earliest <= x->latest;
}

static const ChnVoteCell *
get_vote (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const guint32 *cells = chn_record_get_list (chn_columns_get_record (columns, row), CHN_LIST_VOTE, &n);
  return n > 0 ? (const ChnVoteCell *) cells : NULL;
}

static gboolean
share_vote (const Pair *pair)
{
  const ChnVoteCell *x = get_vote (pair->of_a, pair->a), *y = get_vote (pair->of_b, pair->b);
  return x && y && x->yes >= 0 && x->yes == y->yes && x->no == y->no && x->abstain == y->abstain;
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
share_words (const Pair *pair)
{
  guint64 x[MOST_WORDS], y[MOST_WORDS];
  guint n_x = take_words (chn_columns_get_text (pair->of_a, CHN_FIELD_TITLE, pair->a), x), shared = 0;
  guint n_y = take_words (chn_columns_get_text (pair->of_b, CHN_FIELD_TITLE, pair->b), y);
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
  const Pair pair = { search->columns[a->side], search->columns[b->side], a->row, b->row };
  if (a->means != b->means || (search->n_sides > 1 ? a->side == b->side : a->row == b->row))
    return FALSE;
  if (a->means == BY_TITLE)
    return TRUE;
  return overlap (&pair) && (a->means == BY_SYMBOL || share_vote (&pair) || share_words (&pair));
}

static void
mark (const Search *search, const Entry *entries, guint n)
{
  for (guint i = 0; i < n && n <= MOST_ROWS; i++)
    for (guint k = i + 1; k < n; k++)
      if (are_alike (search, &entries[i], &entries[k]))
        search->suspect[entries[i].side][entries[i].row] = search->suspect[entries[k].side][entries[k].row] = 1;
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

static void
take_rows (const Search *search, guint side, GArray *rows)
{
  for (guint row = 0; row < search->columns[side]->n_rows; row++)
    if (search->suspect[side][row])
      g_array_append_val (rows, row);
}

void
chn_suspects_find (ChnSuspects *sides, guint n_sides)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Search search = { .entries = entries, .n_sides = n_sides };
  for (guint side = 0; side < n_sides; side++) {
    search.columns[side] = chn_timeline_get_columns (sides[side].timeline);
    search.suspect[side] = g_new0 (guint8, search.columns[side]->n_rows + 1);
    for (guint row = 0; row < search.columns[side]->n_rows; row++)
      if (!sides[side].left_out || !sides[side].left_out[row])
        add_row (&search, side, row);
  }
  mark_all (&search);
  for (guint side = 0; side < n_sides; side++) {
    sides[side].rows = g_array_new (FALSE, FALSE, sizeof (guint));
    take_rows (&search, side, sides[side].rows);
    g_free (search.suspect[side]);
  }
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
chn_suspects_extract (const ChnSuspects *side)
{
  const ChnTimeline *timeline = side->timeline;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnTimelineBuilder *builder = chn_rebuild_start (timeline, report);
  chn_timeline_builder_begin (builder, NULL);
  for (guint i = 0; i < side->rows->len; i++) {
    chn_timeline_load (timeline, g_array_index (side->rows, guint, i), event);
    g_array_set_size (event->relations, 0);
    add_sources (timeline, event, builder);
    chn_timeline_builder_add_event (builder, event);
  }
  return chn_rebuild_end (builder, timeline, NULL);
}
