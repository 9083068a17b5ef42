/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A sealed timeline: its life, its origins and headers, its sources, and who points at whom. */
#include "timeline/sealed.h"

#include <string.h>

#include "base/suggest.h"

static const char *const header_names[CHN_N_HEADER_FIELDS] = {
  [CHN_HEADER_TIMELINE] = "timeline", [CHN_HEADER_TITLE] = "title",   [CHN_HEADER_SUMMARY] = "summary",
  [CHN_HEADER_ZONE] = "zone",         [CHN_HEADER_DOMAIN] = "domain", [CHN_HEADER_LICENCE] = "licence",
  [CHN_HEADER_FILE] = "file",
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
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  for (guint i = 0; i < CHN_HEADER_FILE; i++) /* no key in a file sets the name of the file */
    if (strlen (header_names[i]) == bytes && memcmp (header_names[i], name, bytes) == 0)
      return (int) i;
  return -1;
}

ChnTimeline *
chn_timeline_new (ChnPool *texts, ChnRegistry *registry)
{
  ChnTimeline *timeline = g_new0 (ChnTimeline, 1);
  g_atomic_ref_count_init (&timeline->references);
  timeline->texts = texts;
  timeline->registry = chn_registry_ref (registry);
  timeline->blocks = g_ptr_array_new_with_free_func (g_free);
  timeline->columns.texts = texts;
  return timeline;
}

gpointer
chn_timeline_alloc (ChnTimeline *timeline, gsize n, gsize size)
{
  gpointer block = g_malloc0_n (MAX (n, 1), size);
  g_ptr_array_add (timeline->blocks, block);
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
  chn_pool_free (timeline->texts);
  chn_registry_unref (timeline->registry);
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

ChnRegistry *
chn_timeline_get_registry (const ChnTimeline *timeline)
{
  return timeline->registry;
}

gboolean
chn_timeline_find (const ChnTimeline *timeline, const char *id, guint *row)
{
  return chn_columns_find_row (&timeline->columns, id, row);
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
  return chn_columns_get_text (&timeline->columns, CHN_FIELD_ID, row);
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
  return timeline->columns.origin[row];
}

const char *
chn_timeline_get_header (const ChnTimeline *timeline, guint origin, ChnHeaderField field)
{
  const ChnColumns *columns = &timeline->columns;
  g_return_val_if_fail (origin < columns->n_origins && field < CHN_N_HEADER_FIELDS, NULL);
  return chn_pool_get (columns->texts, columns->header[(gsize) origin * CHN_N_HEADER_FIELDS + field]);
}

void
chn_timeline_unfold_queries (ChnTimeline *timeline)
{
  const ChnListColumn *list = &timeline->columns.queries;
  guint n = list->start ? list->start[timeline->columns.n_origins] : 0;
  const ChnExtraCell *cells = list->cells;
  timeline->queries = chn_timeline_alloc (timeline, n, sizeof (ChnSavedQuery));
  for (guint i = 0; i < n; i++) {
    timeline->queries[i].name = chn_pool_get (timeline->texts, cells[i].key);
    timeline->queries[i].text = chn_pool_get (timeline->texts, cells[i].value);
  }
}

const ChnSavedQuery *
chn_timeline_get_queries (const ChnTimeline *timeline, guint origin, guint *n_queries)
{
  const ChnListColumn *list = &timeline->columns.queries;
  g_return_val_if_fail (origin < timeline->columns.n_origins, NULL);
  *n_queries = list->start[origin + 1] - list->start[origin];
  return timeline->queries + list->start[origin];
}

void
chn_timeline_unfold_header_extras (ChnTimeline *timeline)
{
  const ChnListColumn *list = &timeline->columns.header_extras;
  guint n = list->start ? list->start[timeline->columns.n_origins] : 0;
  const ChnExtraCell *cells = list->cells;
  timeline->header_extras = chn_timeline_alloc (timeline, n, sizeof (ChnExtra));
  for (guint i = 0; i < n; i++) {
    timeline->header_extras[i].key = chn_pool_get (timeline->texts, cells[i].key);
    timeline->header_extras[i].value = chn_pool_get (timeline->texts, cells[i].value);
  }
}

const ChnExtra *
chn_timeline_get_header_extras (const ChnTimeline *timeline, guint origin, guint *n_extras)
{
  const ChnListColumn *list = &timeline->columns.header_extras;
  g_return_val_if_fail (origin < timeline->columns.n_origins, NULL);
  *n_extras = list->start ? list->start[origin + 1] - list->start[origin] : 0;
  return timeline->header_extras + (list->start ? list->start[origin] : 0);
}

void
chn_timeline_unfold_sources (ChnTimeline *timeline)
{
  guint n = chn_timeline_get_n_sources (timeline);
  const guint32 *number = timeline->columns.source_text;
  timeline->sources = chn_timeline_alloc (timeline, n, sizeof (ChnSource));
  for (guint i = 0; i < n; i++)
    for (guint field = 0; field < CHN_N_SOURCE_FIELDS; field++)
      timeline->sources[i].text[field] =
          chn_pool_get (timeline->texts, number[(gsize) i * CHN_N_SOURCE_FIELDS + field]);
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
  return &timeline->sources[index];
}

const ChnSource *
chn_timeline_find_source (const ChnTimeline *timeline, const char *key)
{
  guint32 code;
  return chn_columns_find_code (&timeline->columns, CHN_DICTIONARY_SOURCES, key, &code) ? &timeline->sources[code]
                                                                                        : NULL;
}

const ChnIncoming *
chn_timeline_get_incoming (const ChnTimeline *timeline, guint row, guint *n)
{
  g_return_val_if_fail (row < timeline->columns.n_rows, NULL);
  return chn_columns_get_incoming (&timeline->columns, row, n);
}
