/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A sealed timeline: its life, its origins and headers, its sources, and who points at whom. */
#include "timeline/sealed.h"

#include <string.h>

#include "base/error.h"
#include "base/slice.h"
#include "base/suggest.h"
#include "registry/pack.h"

static const char *const header_names[CHN_N_HEADER_FIELDS] = {
  [CHN_HEADER_TIMELINE] = "timeline", [CHN_HEADER_TITLE] = "title",   [CHN_HEADER_SUMMARY] = "summary",
  [CHN_HEADER_ZONE] = "zone",         [CHN_HEADER_DOMAIN] = "domain", [CHN_HEADER_LICENCE] = "licence",
  [CHN_HEADER_REVISED] = "revised",   [CHN_HEADER_FILE] = "file",
};

const char *
chn_header_field_get_name (ChnHeaderField field)
{
  g_return_val_if_fail (field < CHN_N_HEADER_FIELDS, NULL);
  return header_names[field];
}

int
chn_header_field_find (const char *name, gssize length)
{
  const ChnSlice slice = { name, length < 0 ? strlen (name) : (gsize) length };
  for (guint i = 0; i < CHN_HEADER_FILE; i++) /* no key in a file sets the name of the file */
    if (chn_slice_is (&slice, header_names[i]))
      return (int) i;
  return -1;
}

ChnTimeline *
chn_timeline_new (ChnPool *texts, ChnRegistry *registry)
{
  ChnTimeline *timeline = g_new0 (ChnTimeline, 1);
  g_atomic_ref_count_init (&timeline->references);
  timeline->texts = texts;
  timeline->registry = registry ? chn_registry_ref (registry) : NULL;
  g_mutex_init (&timeline->making);
  g_mutex_init (&timeline->keeping);
  timeline->blocks = g_ptr_array_new_with_free_func (g_free);
  timeline->columns.texts = texts;
  timeline->columns.has_own_names = registry && chn_registry_get_base (registry);
  timeline->columns.vocabulary = registry ? chn_registry_get_vocabulary (registry) : NULL;
  return timeline;
}

ChnTimeline *
chn_timeline_new_of_image (ChnImage *image)
{
  ChnTimeline *timeline = chn_timeline_new (NULL, NULL);
  timeline->image = image;
  timeline->columns.image = image;
  timeline->is_compact = TRUE;
  return timeline;
}

gpointer
chn_timeline_alloc (ChnTimeline *timeline, gsize n, gsize size)
{
  return chn_timeline_adopt (timeline, g_malloc0_n (MAX (n, 1), size));
}

gpointer
chn_timeline_adopt (ChnTimeline *timeline, gpointer block)
{
  g_mutex_lock (&timeline->keeping);
  g_ptr_array_add (timeline->blocks, block);
  g_mutex_unlock (&timeline->keeping);
  return block;
}

ChnTimeline *
chn_timeline_ref (ChnTimeline *timeline)
{
  g_atomic_ref_count_inc (&timeline->references);
  return timeline;
}

void
chn_timeline_unref (ChnTimeline *timeline)
{
  if (!timeline || !g_atomic_ref_count_dec (&timeline->references))
    return;
  g_ptr_array_unref (timeline->blocks);
  g_free (timeline->voices);
  g_clear_pointer (&timeline->former, g_hash_table_unref);
  chn_pool_free (timeline->texts);
  chn_registry_unref (timeline->registry);
  chn_image_free (timeline->image);
  g_mutex_clear (&timeline->making);
  g_mutex_clear (&timeline->keeping);
  g_free (timeline);
}

const ChnColumns *
chn_timeline_get_columns (const ChnTimeline *timeline)
{
  return &timeline->columns;
}

guint
chn_timeline_get_n_events (const ChnTimeline *timeline)
{
  return timeline->columns.n_rows;
}

guint
chn_timeline_count_whole (const ChnTimeline *timeline)
{
  guint n = 0;
  for (guint i = 0; i < CHN_N_VISIBILITIES; i++)
    n += timeline->whole[i];
  return MAX (n, timeline->columns.n_rows);
}

gboolean
chn_timeline_is_whole (const ChnTimeline *timeline, guint n)
{
  return !timeline->is_some && n == chn_timeline_count_whole (timeline);
}

gpointer
chn_timeline_get_made (const ChnTimeline *timeline, gpointer *made, ChnTimelineMaker make)
{
  gpointer thing = g_atomic_pointer_get (made);
  if (thing)
    return thing;
  ChnTimeline *shared = (ChnTimeline *) timeline;
  g_mutex_lock (&shared->making);
  if (!*made)
    g_atomic_pointer_set (made, make (shared));
  g_mutex_unlock (&shared->making);
  return *made;
}

static gpointer
make_registry (ChnTimeline *timeline)
{
  const ChnSpan *packed = &timeline->packed_registry;
  chn_columns_touch (&timeline->columns, packed->bytes, packed->length);
  g_autoptr (GBytes) bytes = g_bytes_new (packed->bytes, packed->length); /* which may outlive the image */
  ChnRegistry *registry = chn_registry_unpack (bytes);
  if (!registry)
    g_atomic_int_set (&timeline->image->damaged, 1);
  return registry ? registry : chn_registry_builder_seal (chn_registry_builder_new (NULL), NULL);
}

const ChnVocabulary *
chn_timeline_get_vocabulary (const ChnTimeline *timeline)
{
  return timeline->columns.vocabulary;
}

ChnRegistry *
chn_timeline_get_registry (const ChnTimeline *timeline)
{
  return chn_timeline_get_made (timeline, (gpointer *) &timeline->registry, make_registry);
}

gboolean
chn_timeline_check (const ChnTimeline *timeline, GError **error)
{
  if (timeline->image && chn_image_is_changed (timeline->image)) {
    chn_error_set (error, CHN_ERROR_IO, "ask again when nobody writes to it",
                   "the snapshot was changed while it was read");
    return FALSE;
  }
  if (!timeline->image || !chn_image_is_damaged (timeline->image))
    return TRUE;
  chn_error_set (error, CHN_ERROR_IO, "make it again from what it was made from",
                 "the snapshot is damaged: what it holds does not match its checksums");
  return FALSE;
}

const char *
chn_timeline_suggest (const ChnTimeline *timeline, const char *id)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, id, -1);
  for (guint row = 0; row < timeline->columns.n_rows; row++)
    chn_suggestion_offer (&suggestion, chn_timeline_get_id (timeline, row));
  return chn_suggestion_get (&suggestion);
}

const char *
chn_timeline_get_id (const ChnTimeline *timeline, guint row)
{
  g_return_val_if_fail (row < timeline->columns.n_rows, NULL);
  const char *id = chn_columns_get_text (&timeline->columns, CHN_FIELD_ID, row);
  return id ? id : "";
}

guint
chn_timeline_get_n_origins (const ChnTimeline *timeline)
{
  return timeline->columns.n_origins;
}

guint
chn_timeline_get_origin (const ChnTimeline *timeline, guint row)
{
  g_return_val_if_fail (row < timeline->columns.n_rows, 0);
  return chn_columns_get_origin (&timeline->columns, row);
}

const char *
chn_timeline_get_header (const ChnTimeline *timeline, guint origin, ChnHeaderField field)
{
  const ChnColumns *columns = &timeline->columns;
  g_return_val_if_fail (origin < columns->n_origins && field < CHN_N_HEADER_FIELDS, NULL);
  const guint32 *number = &columns->header[(gsize) origin * CHN_N_HEADER_FIELDS + field];
  chn_columns_touch (columns, number, sizeof *number);
  return chn_pool_get (columns->texts, *number);
}

gboolean
chn_timeline_is_same_origin (const ChnTimeline *timeline, guint a, guint b)
{
  const char *one = chn_timeline_get_header (timeline, a, CHN_HEADER_TIMELINE),
             *other = chn_timeline_get_header (timeline, b, CHN_HEADER_TIMELINE),
             *file = chn_timeline_get_header (timeline, a, CHN_HEADER_FILE);
  if (one && other)
    return strcmp (one, other) == 0;
  return file && g_strcmp0 (file, chn_timeline_get_header (timeline, b, CHN_HEADER_FILE)) == 0;
}

guint
chn_timeline_find_same_origin (const ChnTimeline *timeline, guint origin)
{
  guint first = 0;
  while (first < origin && !chn_timeline_is_same_origin (timeline, first, origin))
    first++;
  return first;
}

static const char *
get_present (const ChnTimeline *timeline, guint32 number)
{
  const char *text = chn_pool_get (timeline->texts, number);
  return text ? text : "";
}

static gpointer
make_queries (ChnTimeline *timeline)
{
  const ChnColumns *columns = &timeline->columns;
  ChnSavedQuery *queries = chn_timeline_alloc (timeline, columns->n_queries, sizeof *queries);
  const ChnExtraCell *cells = columns->queries.cells;
  chn_columns_touch (columns, cells, columns->n_queries * sizeof *cells);
  for (guint i = 0; i < columns->n_queries; i++) {
    queries[i].name = get_present (timeline, cells[i].key);
    queries[i].text = get_present (timeline, cells[i].value);
  }
  return queries;
}

const ChnSavedQuery *
chn_timeline_get_queries (const ChnTimeline *timeline, guint origin, guint *n_queries)
{
  const ChnColumns *columns = &timeline->columns;
  g_return_val_if_fail (origin < columns->n_origins, NULL);
  const ChnSavedQuery *queries = chn_timeline_get_made (timeline, (gpointer *) &timeline->queries, make_queries);
  return queries + chn_columns_get_stretch (columns, columns->queries.start, origin, n_queries);
}

static ChnFeed
load_feed (const ChnTimeline *timeline, guint index)
{
  ChnFeed feed = { .line = 0 };
  const ChnColumns *columns = &timeline->columns;
  const guint32 *cells = (const guint32 *) columns->feeds.cells + (gsize) index * CHN_N_FEED_FIELDS;
  chn_columns_touch (columns, cells, CHN_N_FEED_FIELDS * sizeof *cells);
  for (guint i = 0; i < CHN_N_FEED_FIELDS; i++)
    feed.text[i] = chn_pool_get (timeline->texts, cells[i]);
  feed.text[CHN_FEED_NAME] = get_present (timeline, cells[CHN_FEED_NAME]);
  if (columns->feed_places) {
    feed.line = columns->feed_places[2 * index];
    feed.column = columns->feed_places[2 * index + 1];
  }
  return feed;
}

static gpointer
make_feeds (ChnTimeline *timeline)
{
  guint n = timeline->columns.n_feeds;
  ChnFeed *feeds = chn_timeline_alloc (timeline, n, sizeof *feeds);
  for (guint i = 0; i < n; i++)
    feeds[i] = load_feed (timeline, i);
  return feeds;
}

const ChnFeed *
chn_timeline_get_feeds (const ChnTimeline *timeline, guint origin, guint *n_feeds)
{
  const ChnColumns *columns = &timeline->columns;
  g_return_val_if_fail (origin < columns->n_origins, NULL);
  const ChnFeed *feeds = chn_timeline_get_made (timeline, (gpointer *) &timeline->feeds, make_feeds);
  return feeds + chn_columns_get_stretch (columns, columns->feeds.start, origin, n_feeds);
}

static gpointer
make_header_extras (ChnTimeline *timeline)
{
  const ChnColumns *columns = &timeline->columns;
  ChnExtra *extras = chn_timeline_alloc (timeline, columns->n_header_extras, sizeof *extras);
  const ChnExtraCell *cells = columns->header_extras.cells;
  chn_columns_touch (columns, cells, columns->n_header_extras * sizeof *cells);
  for (guint i = 0; i < columns->n_header_extras; i++) {
    extras[i].key = get_present (timeline, cells[i].key);
    extras[i].value = get_present (timeline, cells[i].value);
  }
  return extras;
}

const ChnExtra *
chn_timeline_get_header_extras (const ChnTimeline *timeline, guint origin, guint *n_extras)
{
  const ChnColumns *columns = &timeline->columns;
  g_return_val_if_fail (origin < columns->n_origins, NULL);
  const ChnExtra *extras =
      chn_timeline_get_made (timeline, (gpointer *) &timeline->header_extras, make_header_extras);
  return extras + chn_columns_get_stretch (columns, columns->header_extras.start, origin, n_extras);
}

static gpointer
make_sources (ChnTimeline *timeline)
{
  guint n = chn_timeline_get_n_sources (timeline);
  ChnSource *sources = chn_timeline_alloc (timeline, n, sizeof (ChnSource));
  for (guint i = 0; i < n; i++)
    sources[i] = chn_columns_load_source (&timeline->columns, i);
  return sources;
}

static const ChnSource *
get_sources (const ChnTimeline *timeline)
{
  return chn_timeline_get_made (timeline, (gpointer *) &timeline->sources, make_sources);
}

guint
chn_timeline_get_n_sources (const ChnTimeline *timeline)
{
  return timeline->columns.dictionary[CHN_DICTIONARY_SOURCES].n_codes;
}

const ChnSource *
chn_timeline_get_source (const ChnTimeline *timeline, guint index)
{
  g_return_val_if_fail (index < chn_timeline_get_n_sources (timeline), NULL);
  return &get_sources (timeline)[index];
}

const ChnSource *
chn_timeline_find_source (const ChnTimeline *timeline, const char *key)
{
  guint32 code;
  gboolean known = chn_columns_find_code (&timeline->columns, CHN_DICTIONARY_SOURCES, key, &code);
  return known ? &get_sources (timeline)[code] : NULL;
}

const ChnBacklink *
chn_timeline_get_backlinks (const ChnTimeline *timeline, guint row, guint *n)
{
  g_return_val_if_fail (row < timeline->columns.n_rows, NULL);
  return chn_columns_get_backlinks (&timeline->columns, row, n);
}
