/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From what is staged to heads and records: every value to its row. */
#include "timeline/seal/columns.h"
#include "timeline/seal/voters.h"

#include <string.h>

/* How many rows ahead an event is fetched, and its record. */
enum { HEADS_AHEAD = 16, RECORDS_AHEAD = 8 };

/* The units of a list's cell that are texts: a bit for each. */
static const guint8 text_units[CHN_N_RECORD_LISTS] = {
  [CHN_LIST_CITATIONS] = 0x0E, /* at, quote, note */
  [CHN_LIST_CLAIMS] = 0x04,    /* value */
  [CHN_LIST_EXTRAS] = 0x03,    /* key, value */
};

typedef struct {
  const ChnStage *stage;
  const guint32 *order; /* of each row the index of its event */
  ChnTexts *texts;
  ChnVoters *voters;     /* where rolls are packed */
  guint64 n_units, room; /* of the records up to here */
  guint32 *records;
} Sealing;

/* Rows have their events anywhere, which are fetched while others are copied. */
static void
prefetch_row (const Sealing *sealing, guint row)
{
  const ChnStage *stage = sealing->stage;
  guint n = stage->heads->len;
  if (row + HEADS_AHEAD < n)
    __builtin_prefetch (chn_stage_get_head (stage, sealing->order[row + HEADS_AHEAD]));
  if (row + RECORDS_AHEAD < n)
    __builtin_prefetch (chn_stage_get_record (stage, sealing->order[row + RECORDS_AHEAD]));
}

/* The bytes of the texts that go into the record. */
static gsize
measure_own (const Sealing *sealing, const guint32 *record)
{
  gsize length, all = 0;
  for (guint32 bits = record[CHN_RECORD_NUMBERS] & sealing->texts->own; bits != 0; bits &= bits - 1) {
    chn_stage_get_span (sealing->stage, chn_record_get_number (record, (guint) __builtin_ctz (bits)), &length);
    all += length + 1;
  }
  return all;
}

/* Room for one record more, at the end of those there are. */
static guint32 *
add_record (Sealing *sealing, gsize n)
{
  if (sealing->n_units + n > sealing->room) {
    sealing->room = MAX (sealing->room * 2, sealing->n_units + n);
    sealing->records = g_renew (guint32, sealing->records, sealing->room);
  }
  guint32 *record = sealing->records + sealing->n_units;
  sealing->n_units += n;
  record[n - 1] = 0; /* texts may not fill it */
  return record;
}

/* Texts that are the row's own are put at `at`; the others get the number that they have in the timeline. */
static void
renumber (const Sealing *sealing, guint32 *record, char *at)
{
  guint32 *number = record + CHN_RECORD_FIXED;
  for (guint32 bits = record[CHN_RECORD_NUMBERS]; bits != 0; bits &= bits - 1, number++) {
    guint bit = (guint) __builtin_ctz (bits);
    if (CHN_RECORD_PLAIN >> bit & 1)
      continue;
    if (!(sealing->texts->own >> bit & 1)) {
      *number = chn_texts_take (sealing->texts, *number);
      continue;
    }
    gsize length;
    const char *text = chn_stage_get_span (sealing->stage, *number, &length);
    *number = CHN_OWN_TEXT | (guint32) (at - (char *) record);
    memcpy (at, text, length + 1);
    at += length + 1;
  }
}

static void
renumber_lists (const Sealing *sealing, guint32 *record)
{
  for (guint list = 0; list < CHN_N_RECORD_LISTS; list++) {
    guint n, width = chn_record_lists[list].units;
    guint32 *cells = text_units[list] ? (gpointer) chn_record_get_list (record, (ChnListId) list, &n) : NULL;
    for (guint k = 0; cells && text_units[list] >> k != 0; k++)
      for (guint i = 0; text_units[list] >> k & 1 && i < n; i++)
        cells[i * width + k] = chn_texts_take (sealing->texts, cells[i * width + k]);
  }
}

static void
seal_row (Sealing *sealing, guint row, ChnRowHead *head)
{
  guint index = sealing->order[row];
  const guint32 *staged = chn_voters_pack (sealing->voters, chn_stage_get_record (sealing->stage, index));
  gsize before = (gsize) (chn_record_get_texts (staged) - (const char *) staged);
  gsize symbols = chn_record_measure_symbols (staged);
  gsize n_bytes = before + symbols + measure_own (sealing, staged);
  *head = *chn_stage_get_head (sealing->stage, index);
  head->record = sealing->n_units;
  head->staged = 0;
  guint32 *record = add_record (sealing, (n_bytes + sizeof *record - 1) / sizeof *record);
  memcpy (record, staged, before + symbols);
  renumber (sealing, record, (char *) record + before + symbols);
  renumber_lists (sealing, record);
}

/* Records in the order of their rows, with the rows' own texts. */
static void
copy_records (Sealing *sealing, ChnTimeline *timeline, ChnRowHead *heads)
{
  g_auto (ChnVoters) voters;
  chn_voters_init (&voters, timeline, sealing->stage);
  sealing->voters = &voters;
  for (guint row = 0; row < sealing->stage->heads->len; row++) {
    prefetch_row (sealing, row);
    seal_row (sealing, row, &heads[row]);
  }
  sealing->records = g_renew (guint32, sealing->records, MAX (sealing->n_units, 1));
}

/* Records as they were staged; only their heads go to their rows. */
static void
adopt_records (Sealing *sealing, ChnStage *stage, ChnRowHead *heads)
{
  for (guint row = 0; row < stage->heads->len; row++) {
    heads[row] = *chn_stage_get_head (stage, sealing->order[row]);
    heads[row].staged = 0;
  }
  sealing->n_units = stage->units->len;
  sealing->records = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&stage->units), FALSE);
}

void
chn_seal_records (ChnTimeline *timeline, ChnStage *stage, const guint32 *order, ChnTexts *texts)
{
  guint n = stage->heads->len;
  Sealing sealing = { .stage = stage, .order = order, .texts = texts };
  ChnRowHead *heads = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof *heads);
  if (stage->is_compact)
    copy_records (&sealing, timeline, heads);
  else
    adopt_records (&sealing, stage, heads);
  heads[n].record = sealing.n_units;
  timeline->columns.heads = heads;
  timeline->columns.n_units = sealing.n_units;
  timeline->columns.is_restricted = stage->is_restricted;
  timeline->columns.records = chn_timeline_adopt (timeline, sealing.records);
}

void
chn_seal_positions (ChnTimeline *timeline, ChnStage *stage, const guint32 *order)
{
  guint n = stage->heads->len;
  if (stage->positions->len == 0 || stage->is_compact)
    return; /* a snapshot has none */
  guint32 *start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  char *positions = chn_timeline_alloc (timeline, stage->positions->len, 1);
  for (guint row = 0; row < n; row++) {
    guint first, end;
    chn_stage_get_position_range (stage, order[row], &first, &end);
    memcpy (positions + start[row], stage->positions->data + first, end - first);
    start[row + 1] = start[row] + (end - first);
  }
  timeline->columns.positions = (ChnListColumn){ start, positions };
  g_clear_pointer (&stage->positions, g_array_unref); /* they may be most of what is staged */
}

/* Cells of two texts that stand one behind the other already. */
static gpointer
copy_cells (ChnTimeline *timeline, const GArray *staged, ChnTexts *texts)
{
  ChnExtraCell *cells = chn_timeline_alloc (timeline, staged->len, sizeof (ChnExtraCell));
  for (guint i = 0; i < staged->len; i++) {
    const ChnExtraCell *cell = &g_array_index (staged, ChnExtraCell, i);
    cells[i] = (ChnExtraCell){ chn_texts_take (texts, cell->key), chn_texts_take (texts, cell->value) };
  }
  return cells;
}

static void
seal_feeds (ChnTimeline *timeline, const ChnStage *stage, const guint32 *start, ChnTexts *texts)
{
  guint n = stage->feeds->len;
  guint32 *text = chn_timeline_alloc (timeline, (gsize) n * CHN_N_FEED_FIELDS, sizeof (guint32));
  guint32 *places = chn_timeline_alloc (timeline, (gsize) n * 2, sizeof (guint32));
  for (guint i = 0; i < n; i++) {
    const ChnStagedFeed *feed = &g_array_index (stage->feeds, ChnStagedFeed, i);
    for (guint k = 0; k < CHN_N_FEED_FIELDS; k++)
      text[(gsize) i * CHN_N_FEED_FIELDS + k] = chn_texts_take (texts, feed->text[k]);
    places[2 * i] = feed->line;
    places[2 * i + 1] = feed->column;
  }
  timeline->columns.n_feeds = n;
  timeline->columns.feeds = (ChnListColumn){ start, text };
  timeline->columns.feed_places = places;
}

void
chn_seal_origins (ChnTimeline *timeline, const ChnStage *stage, ChnTexts *texts)
{
  guint n = stage->origins->len;
  guint32 *header = chn_timeline_alloc (timeline, (gsize) n * CHN_N_HEADER_FIELDS, sizeof (guint32));
  guint32 *query_start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  guint32 *extra_start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  guint32 *feed_start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  for (guint i = 0; i < n; i++) {
    const ChnStagedOrigin *origin = &g_array_index (stage->origins, ChnStagedOrigin, i);
    for (guint k = 0; k < CHN_N_HEADER_FIELDS; k++)
      header[(gsize) i * CHN_N_HEADER_FIELDS + k] = chn_texts_take (texts, origin->text[k]);
    query_start[i + 1] = origin->n_queries;
    extra_start[i + 1] = origin->n_extras;
    feed_start[i + 1] = origin->n_feeds;
  }
  timeline->columns.n_origins = n;
  timeline->columns.header = header;
  timeline->columns.n_queries = stage->queries->len;
  timeline->columns.n_header_extras = stage->header_extras->len;
  timeline->columns.queries = (ChnListColumn){ query_start, copy_cells (timeline, stage->queries, texts) };
  timeline->columns.header_extras =
      (ChnListColumn){ extra_start, copy_cells (timeline, stage->header_extras, texts) };
  seal_feeds (timeline, stage, feed_start, texts);
}

void
chn_seal_sources (ChnTimeline *timeline, const ChnStage *stage, ChnTexts *texts, const GArray *code_of)
{
  guint32 n_codes = timeline->columns.dictionary[CHN_DICTIONARY_SOURCES].n_codes;
  guint32 *text = chn_timeline_alloc (timeline, (gsize) n_codes * CHN_N_SOURCE_FIELDS, sizeof (guint32));
  ChnSourcePlace *places = chn_timeline_alloc (timeline, n_codes, sizeof *places);
  for (guint at = 0; at < stage->sources->len;) {
    ChnStagedSource source;
    at = chn_stage_load_source (stage, at, &source);
    guint32 code = g_array_index (code_of, guint32, source.text[CHN_SOURCE_KEY]);
    for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
      text[(gsize) code * CHN_N_SOURCE_FIELDS + i] = chn_texts_take (texts, source.text[i]);
    places[code] = (ChnSourcePlace){ source.origin, source.line, source.column };
  }
  timeline->columns.source_text = text;
  timeline->columns.source_places = places;
}
