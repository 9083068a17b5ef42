/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Opens snapshots. The header is proved at once: magic, byte order, version, checksum, schema, length, and
 * the place of every section. All else is proved block by block, when it is first touched.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/error.h"
#include "store/snapshot.h"

/* What the judge of blocks goes by; lies in the memory of the timeline. */
typedef struct {
  const ChnImage *image;
  ChnSections sections;
  guint64 offset[CHN_MOST_SECTIONS];
  ChnAsides asides;
} Layout;

static const char again[] = "make it again from what it was made from";

static gboolean
refuse (GError **error, ChnError code, const char *message)
{
  chn_error_set (error, code, again, "%s", message);
  return FALSE;
}

static gboolean
check_header (const ChnImage *image, GError **error)
{
  ChnSnapshotHeader header;
  chn_image_load (image, 0, sizeof header);
  if (image->length < sizeof CHN_SNAPSHOT_MAGIC - 1 ||
      memcmp (image->bytes, CHN_SNAPSHOT_MAGIC, sizeof CHN_SNAPSHOT_MAGIC - 1) != 0)
    return refuse (error, CHN_ERROR_SYNTAX, "it is no snapshot: it begins otherwise");
  if (image->length < sizeof header)
    return refuse (error, CHN_ERROR_SYNTAX, "the snapshot is cut short inside its header");
  memcpy (&header, image->bytes, sizeof header);
  if (header.facts.order == GUINT32_SWAP_LE_BE (CHN_SNAPSHOT_ORDER))
    return refuse (error, CHN_ERROR_UNSUPPORTED, "the snapshot was made on a machine of the other byte order");
  if (chn_checksum (header.bytes, sizeof header - sizeof header.checksum) != header.checksum) {
    if (header.facts.version <= CHN_SNAPSHOT_VERSION)
      return refuse (error, CHN_ERROR_SYNTAX, "the header of the snapshot is damaged: its checksum is another");
  }
  if (header.facts.version != CHN_SNAPSHOT_VERSION) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, again,
                   "the snapshot is of version %u, this program reads version %u", header.facts.version,
                   CHN_SNAPSHOT_VERSION);
    return FALSE;
  }
  if (header.facts.schema != chn_sections_get_schema ())
    return refuse (error, CHN_ERROR_UNSUPPORTED, "the snapshot was made by a program of another version");
  return TRUE;
}

/* Sections lie one behind the other, inside the body and aligned. */
static gboolean
place_sections (Layout *layout, const ChnSnapshotFacts *facts)
{
  guint64 end = sizeof (ChnSnapshotHeader);
  for (guint i = 0; i < layout->sections.n; i++) {
    const ChnSection *section = &layout->sections.section[i];
    guint64 offset = facts->offset[i], most = facts->body;
    if (offset < end || offset % CHN_SNAPSHOT_ALIGNMENT != 0 || offset > most ||
        section->count > (most - offset) / section->size)
      return FALSE;
    for (guint k = 0; section->count > 0 && section->sense == CHN_SENSE_CELLS && k < CHN_MOST_LIMITS; k++)
      if (k < section->size / sizeof (guint32) && section->below[k] == 0)
        return FALSE;
    layout->offset[i] = offset;
    end = offset + section->count * section->size;
    *section->where = layout->image->bytes + offset;
  }
  return TRUE;
}

/* The first section that does not end at or before an offset. */
static guint
find_section (const Layout *layout, gsize offset)
{
  guint low = 0, high = layout->sections.n;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const ChnSection *section = &layout->sections.section[middle];
    if (layout->offset[middle] + section->count * section->size <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
judge_block (gsize offset, gsize length, gconstpointer data)
{
  const Layout *layout = data;
  gsize end = offset + length;
  for (guint i = find_section (layout, offset); i < layout->sections.n && layout->offset[i] < end; i++) {
    const ChnSection *section = &layout->sections.section[i];
    gsize from = MAX (offset, layout->offset[i]) - layout->offset[i];
    gsize first = from / section->size;
    gsize last = MIN ((end - layout->offset[i] + section->size - 1) / section->size, section->count);
    if (last > first &&
        !chn_section_makes_sense (section, layout->image->bytes + layout->offset[i], first, last - first))
      return FALSE;
  }
  return TRUE;
}

static void
set_counts (ChnColumns *columns, const ChnCounts *counts)
{
  columns->n_rows = counts->n_rows;
  columns->has_own_names = (counts->traits & CHN_TRAIT_OWN_NAMES) != 0;
  columns->is_restricted = (counts->traits & CHN_TRAIT_RESTRICTED) != 0;
  columns->n_origins = counts->n_origins;
  columns->n_queries = counts->n_queries;
  columns->n_header_extras = counts->n_header_extras;
  columns->n_feeds = (guint32) counts->n_feeds;
  columns->n_id_slots = counts->n_id_slots;
  columns->n_units = counts->n_units;
  for (guint i = 0; i < CHN_N_BALLOT_KINDS; i++)
    columns->counts[i].n = counts->n_counts[i];
  columns->recurring.n = (guint32) counts->n_recurring;
  columns->n_voters = (guint32) counts->n_voters;
  columns->words.n_words = counts->n_words;
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++)
    columns->dictionary[i].n_codes = counts->n_codes[i];
}

/* Declared terms come with the registry, which is unpacked at once where there are such. */
static gboolean
find_vocabulary (ChnTimeline *timeline, const ChnCounts *counts)
{
  const struct {
    ChnVocabularyId id;
    guint32 n;
  } rows[] = {
    { CHN_VOCABULARY_KIND, counts->n_codes[CHN_DICTIONARY_KINDS] },
    { CHN_VOCABULARY_ROLE, counts->n_roles },
    { CHN_VOCABULARY_RELATION, counts->n_relations },
  };
  gboolean agrees = TRUE, any = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    any = any || rows[i].n != chn_vocabulary_count (NULL, rows[i].id);
  if (any)
    timeline->columns.vocabulary = chn_registry_get_vocabulary (chn_timeline_get_registry (timeline));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    agrees = agrees && rows[i].n == chn_vocabulary_count (timeline->columns.vocabulary, rows[i].id);
  return agrees;
}

static gboolean
lay_out (ChnTimeline *timeline, const ChnSnapshotFacts *facts, GError **error)
{
  const ChnCounts *counts = &facts->counts;
  if (!chn_counts_are_sane (counts))
    return refuse (error, CHN_ERROR_SYNTAX, "the header of the snapshot contradicts itself");
  Layout *layout = chn_timeline_alloc (timeline, 1, sizeof *layout);
  layout->image = timeline->image;
  set_counts (&timeline->columns, counts);
  chn_sections_list (&layout->sections, counts, &timeline->columns, &layout->asides);
  if (!place_sections (layout, facts))
    return refuse (error, CHN_ERROR_SYNTAX, "the sections of the snapshot do not fit into it");
  chn_image_set_judge (timeline->image, judge_block, layout);
  timeline->texts =
      chn_pool_new_of_image (timeline->image, layout->asides.bytes, layout->asides.offsets, counts->n_texts);
  timeline->columns.texts = timeline->texts;
  timeline->packed_registry = (ChnSpan){ layout->asides.registry, counts->n_registry };
  if (!find_vocabulary (timeline, counts))
    return refuse (error, CHN_ERROR_SYNTAX, "the snapshot does not declare the terms that it uses");
  chn_timeline_guard_records (timeline);
  return TRUE;
}

ChnTimeline *
chn_snapshot_open_image (ChnImage *image, GError **error)
{
  g_autoptr (ChnTimeline) timeline = chn_timeline_new_of_image (image);
  if (!check_header (image, error))
    return NULL;
  const ChnSnapshotFacts *facts = &((const ChnSnapshotHeader *) (gconstpointer) image->bytes)->facts;
  if (!chn_image_arm (image, facts->body, error) || !lay_out (timeline, facts, error))
    return NULL;
  return g_steal_pointer (&timeline);
}

static gboolean
check_limit (guint64 found, ChnLimit limit, const ChnLimits *limits, GError **error)
{
  if (!limits || found <= limits->value[limit])
    return TRUE;
  g_autofree char *hint = g_strdup_printf ("raise the bound with --max-%s=N", chn_limit_get_name (limit));
  chn_error_set (error, CHN_ERROR_LIMIT, hint,
                 "the snapshot has %" G_GUINT64_FORMAT " %s, more than the bound of %" G_GUINT64_FORMAT, found,
                 limit == CHN_LIMIT_FILE ? "bytes" : "events", limits->value[limit]);
  return FALSE;
}

static ChnTimeline *
open_within (ChnImage *image, const ChnLimits *limits, GError **error)
{
  if (!check_limit (image->length, CHN_LIMIT_FILE, limits, error)) {
    chn_image_free (image);
    return NULL;
  }
  g_autoptr (ChnTimeline) timeline = chn_snapshot_open_image (image, error);
  if (!timeline || !check_limit (chn_timeline_get_n_events (timeline), CHN_LIMIT_EVENTS, limits, error))
    return NULL;
  return g_steal_pointer (&timeline);
}

ChnTimeline *
chn_snapshot_open (const char *path, const ChnLimits *limits, GError **error)
{
  ChnImage *image = chn_image_open (path, error);
  ChnTimeline *timeline = image ? open_within (image, limits, error) : NULL;
  if (image && !timeline)
    g_prefix_error (error, "%s: ", path);
  return timeline;
}

gboolean
chn_snapshot_is_at (const char *path)
{
  char start[sizeof CHN_SNAPSHOT_MAGIC - 1];
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) /* whoever writes into a pipe is not disturbed */
    return FALSE;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  ssize_t n = fd >= 0 ? pread (fd, start, sizeof start, 0) : -1;
  if (fd >= 0)
    close (fd);
  return n == sizeof start && memcmp (start, CHN_SNAPSHOT_MAGIC, sizeof start) == 0;
}
