/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes a timeline as a snapshot, in one pass: header, sections, and the checksums of all blocks behind them. */
#include <string.h>

#include "base/checksum.h"
#include "registry/pack.h"
#include "store/snapshot.h"
#include "timeline/word-index.h"

/* Passes bytes on and sums them up, block by block. */
typedef struct {
  ChnWriter *out;
  GArray *sums; /* guint64 */
  guint64 written;
  char block[CHN_IMAGE_BLOCK];
} Emitter;

static void
add_sum (Emitter *emitter, const char *block)
{
  guint64 sum = chn_checksum (block, CHN_IMAGE_BLOCK);
  g_array_append_val (emitter->sums, sum);
}

/* Blocks that lie whole in the bytes are summed up where they are; others are put together. */
static void
emit (Emitter *emitter, const char *bytes, gsize length)
{
  chn_writer_put (emitter->out, bytes, length);
  while (length > 0) {
    gsize used = emitter->written % CHN_IMAGE_BLOCK, piece = MIN (length, CHN_IMAGE_BLOCK - used);
    if (piece < CHN_IMAGE_BLOCK)
      memcpy (emitter->block + used, bytes, piece);
    emitter->written += piece;
    if (emitter->written % CHN_IMAGE_BLOCK == 0)
      add_sum (emitter, piece < CHN_IMAGE_BLOCK ? emitter->block : bytes);
    bytes += piece;
    length -= piece;
  }
}

static guint64
align (guint64 offset, guint64 alignment)
{
  return (offset + alignment - 1) / alignment * alignment;
}

static void
emit_padding (Emitter *emitter, guint64 until)
{
  static const char zeros[CHN_IMAGE_BLOCK];
  while (emitter->written < until)
    emit (emitter, zeros, (gsize) MIN (until - emitter->written, sizeof zeros));
}

static guint32
get_last (const ChnColumns *columns, const guint32 *start, gsize n)
{
  if (!start)
    return 0;
  chn_columns_touch (columns, &start[n], sizeof *start);
  return start[n];
}

static guint64
get_end (const ChnColumns *columns, const guint64 *offsets, gsize n)
{
  chn_columns_touch (columns, &offsets[n], sizeof *offsets);
  return offsets[n];
}

static void
count (const ChnTimeline *timeline, ChnCounts *counts, ChnAsides *asides, GBytes *registry)
{
  const ChnColumns *columns = &timeline->columns;
  gsize n_bytes, n_registry;
  asides->bytes = chn_pool_get_bytes (timeline->texts, &n_bytes);
  asides->offsets = chn_pool_get_offsets (timeline->texts);
  asides->registry = g_bytes_get_data (registry, &n_registry);
  *counts = (ChnCounts){ .n_rows = columns->n_rows,
                         .n_origins = columns->n_origins,
                         .traits = (columns->has_own_names ? CHN_TRAIT_OWN_NAMES : 0u) |
                                   (columns->is_restricted ? CHN_TRAIT_RESTRICTED : 0u),
                         .n_roles = chn_vocabulary_count (columns->vocabulary, CHN_VOCABULARY_ROLE),
                         .n_relations = chn_vocabulary_count (columns->vocabulary, CHN_VOCABULARY_RELATION),
                         .n_queries = columns->n_queries,
                         .n_header_extras = columns->n_header_extras,
                         .n_feeds = columns->n_feeds,
                         .n_texts = chn_pool_get_size (timeline->texts),
                         .n_id_slots = columns->n_id_slots,
                         .n_words = columns->words.n_words,
                         .n_word_bytes = get_end (columns, columns->words.text, columns->words.n_words),
                         .n_word_rows = get_end (columns, columns->words.start, columns->words.n_words),
                         .n_word_positions = get_end (columns, columns->words.position_start, columns->words.n_words),
                         .n_units = columns->n_units,
                         .n_bytes = n_bytes,
                         .n_registry = n_registry };
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++) {
    counts->n_codes[i] = columns->dictionary[i].n_codes;
    counts->n_postings[i] = get_last (columns, columns->dictionary[i].start, counts->n_codes[i]);
  }
  for (guint i = 0; i < CHN_N_BALLOT_KINDS; i++)
    counts->n_counts[i] = columns->counts[i].n;
  counts->n_recurring = columns->recurring.n;
  counts->n_voters = columns->n_voters;
}

static void
make_header (ChnSnapshotHeader *header, const ChnCounts *counts, const ChnSections *sections)
{
  memset (header, 0, sizeof *header);
  memcpy (header->facts.magic, CHN_SNAPSHOT_MAGIC, sizeof header->facts.magic);
  header->facts.order = CHN_SNAPSHOT_ORDER;
  header->facts.version = CHN_SNAPSHOT_VERSION;
  header->facts.schema = chn_sections_get_schema ();
  header->facts.counts = *counts;
  guint64 end = sizeof *header;
  for (guint i = 0; i < sections->n; i++) {
    header->facts.offset[i] = align (end, CHN_SNAPSHOT_ALIGNMENT);
    end = header->facts.offset[i] + sections->section[i].count * sections->section[i].size;
  }
  header->facts.body = align (end, CHN_IMAGE_BLOCK);
  header->checksum = chn_checksum (header->bytes, sizeof *header - sizeof header->checksum);
}

static void
write_timeline (const ChnTimeline *timeline, ChnWriter *out)
{
  chn_timeline_index_words (timeline);
  g_autoptr (GBytes) registry = chn_registry_pack (chn_timeline_get_registry (timeline));
  ChnColumns columns = timeline->columns;
  ChnSnapshotHeader header;
  ChnSections sections;
  ChnCounts counts;
  ChnAsides asides;
  count (timeline, &counts, &asides, registry);
  chn_sections_list (&sections, &counts, &columns, &asides);
  make_header (&header, &counts, &sections);
  Emitter emitter = { out, g_array_new (FALSE, FALSE, sizeof (guint64)), 0, { 0 } };
  emit (&emitter, header.bytes, sizeof header);
  for (guint i = 0; i < sections.n; i++) {
    const ChnSection *section = &sections.section[i];
    if (section->count == 0)
      continue;
    emit_padding (&emitter, header.facts.offset[i]);
    if (section->where != (gconstpointer *) &asides.registry)
      chn_columns_touch (&columns, *section->where, section->count * section->size);
    emit (&emitter, *section->where, section->count * section->size);
  }
  emit_padding (&emitter, header.facts.body);
  chn_writer_put (out, emitter.sums->data, emitter.sums->len * sizeof (guint64));
  g_array_unref (emitter.sums);
}

/* Whether the rows are all, in whatever order: a snapshot keeps the timeline's own. */
static gboolean
are_all (const ChnTimeline *timeline, const ChnRows *rows)
{
  guint n = chn_timeline_get_n_events (timeline);
  if (rows->n != n)
    return FALSE;
  g_autofree guint8 *seen = g_malloc0 (MAX (n, 1));
  for (guint i = 0; i < n; i++) {
    if (seen[rows->row[i]])
      return FALSE;
    seen[rows->row[i]] = 1;
  }
  return TRUE;
}

gboolean
chn_snapshot_write (const ChnWriteJob *job, GError **error)
{
  if (job->timeline->is_compact && are_all (job->timeline, job->rows)) {
    write_timeline (job->timeline, job->out);
    return TRUE;
  }
  g_autoptr (ChnTimeline) some = chn_snapshot_select (job->timeline, job->rows, job->report, error);
  if (some)
    write_timeline (some, job->out);
  return some != NULL;
}
