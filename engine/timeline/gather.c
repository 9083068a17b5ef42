/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From staged records to columns: every value to its row. */
#include "timeline/gather.h"

#include <string.h>

/* Makes an array of one member of the staged record, in timeline order. */
#define GATHER(Type, member)                                                                                         \
  static const Type *gather_##member (ChnTimeline *timeline, const ChnTimelineBuilder *builder,                      \
                                      const guint32 *order)                                                          \
  {                                                                                                                  \
    Type *column = chn_timeline_alloc (timeline, builder->events->len, sizeof (Type));                               \
    for (guint row = 0; row < builder->events->len; row++)                                                           \
      column[row] = chn_builder_get_event (builder, order[row])->member;                                             \
    return column;                                                                                                   \
  }

GATHER (gint64, earliest)
GATHER (gint64, latest)
GATHER (guint16, date_flags)
GATHER (guint8, precision)
GATHER (guint8, kind)
GATHER (guint8, status)
GATHER (guint8, confidence)
GATHER (guint8, importance)
GATHER (guint32, nth)
GATHER (guint32, origin)

/* NULL where no event has a text of this field, since most events lack most of them. */
static const guint32 *
gather_text (ChnTimeline *timeline, const ChnTimelineBuilder *builder, const guint32 *order, guint field)
{
  guint n = builder->events->len, used = 0;
  while (used < n && chn_builder_get_event (builder, used)->text[field] == 0)
    used++;
  if (used == n)
    return NULL;
  guint32 *column = chn_timeline_alloc (timeline, n, sizeof (guint32));
  for (guint row = 0; row < n; row++)
    column[row] = chn_builder_get_event (builder, order[row])->text[field];
  return column;
}

/* What was staged goes at once: at scale it would double what is held. */
static void
gather_list (ChnTimeline *timeline, ChnTimelineBuilder *builder, const guint32 *order, ChnListId list)
{
  g_autoptr (GArray) staged = g_steal_pointer (&builder->list[list]);
  if (staged->len == 0)
    return;
  gsize size = chn_list_get_cell_size (list);
  guint32 *start = chn_timeline_alloc (timeline, (gsize) builder->events->len + 1, sizeof (guint32));
  char *cells = chn_timeline_alloc (timeline, staged->len, size);
  for (guint row = 0; row < builder->events->len; row++) {
    guint first, end;
    chn_builder_get_range (builder, order[row], list, &first, &end);
    memcpy (cells + size * start[row], staged->data + size * first, size * (end - first));
    start[row + 1] = start[row] + (end - first);
  }
  timeline->columns.list[list].start = start;
  timeline->columns.list[list].cells = cells;
}

/* Targets are indices in the order of reading; they become rows. */
static void
number_targets (ChnTimeline *timeline, const guint32 *order)
{
  const ChnListColumn *list = &timeline->columns.list[CHN_LIST_RELATIONS];
  guint32 n_rows = timeline->columns.n_rows;
  if (!list->start)
    return;
  g_autofree guint32 *row_of = g_new (guint32, MAX (n_rows, 1));
  for (guint32 row = 0; row < n_rows; row++)
    row_of[order[row]] = row;
  ChnRelationCell *cells = (ChnRelationCell *) list->cells;
  for (guint32 i = 0; i < list->start[n_rows]; i++)
    cells[i].target = row_of[cells[i].target];
}

void
chn_timeline_gather (ChnTimeline *timeline, ChnTimelineBuilder *builder, const guint32 *order)
{
  ChnColumns *columns = &timeline->columns;
  columns->n_rows = builder->events->len;
  columns->earliest = gather_earliest (timeline, builder, order);
  columns->latest = gather_latest (timeline, builder, order);
  columns->date_flags = gather_date_flags (timeline, builder, order);
  columns->precision = gather_precision (timeline, builder, order);
  columns->kind = gather_kind (timeline, builder, order);
  columns->status = gather_status (timeline, builder, order);
  columns->confidence = gather_confidence (timeline, builder, order);
  columns->importance = gather_importance (timeline, builder, order);
  columns->nth = gather_nth (timeline, builder, order);
  columns->origin = gather_origin (timeline, builder, order);
  for (guint i = 0; i < CHN_N_STAGED_FIELDS; i++)
    columns->text[chn_staged_fields[i]] = gather_text (timeline, builder, order, i);
  for (guint i = 0; i < CHN_N_LISTS; i++)
    gather_list (timeline, builder, order, (ChnListId) i);
  number_targets (timeline, order);
}

/* Cells that stand one behind the other already. */
static gpointer
copy_cells (ChnTimeline *timeline, const GArray *staged)
{
  ChnExtraCell *cells = chn_timeline_alloc (timeline, staged->len, sizeof (ChnExtraCell));
  if (staged->len > 0)
    memcpy (cells, staged->data, staged->len * sizeof (ChnExtraCell));
  return cells;
}

void
chn_timeline_gather_origins (ChnTimeline *timeline, const ChnTimelineBuilder *builder)
{
  guint n = builder->origins->len;
  guint32 *header = chn_timeline_alloc (timeline, (gsize) n * CHN_N_HEADER_FIELDS, sizeof (guint32));
  guint32 *query_start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  guint32 *extra_start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  for (guint i = 0; i < n; i++) {
    const ChnStagedOrigin *origin = &g_array_index (builder->origins, ChnStagedOrigin, i);
    memcpy (header + (gsize) i * CHN_N_HEADER_FIELDS, origin->text, sizeof origin->text);
    query_start[i + 1] = origin->n_queries;
    extra_start[i + 1] = origin->n_extras;
  }
  timeline->columns.n_origins = n;
  timeline->columns.header = header;
  timeline->columns.n_queries = builder->queries->len;
  timeline->columns.n_header_extras = builder->header_extras->len;
  timeline->columns.queries = (ChnListColumn){ query_start, copy_cells (timeline, builder->queries) };
  timeline->columns.header_extras = (ChnListColumn){ extra_start, copy_cells (timeline, builder->header_extras) };
}

void
chn_timeline_gather_sources (ChnTimeline *timeline, const ChnTimelineBuilder *builder)
{
  const ChnDictionary *keys = &timeline->columns.dictionary[CHN_DICTIONARY_SOURCES];
  guint32 *text = chn_timeline_alloc (timeline, (gsize) keys->n_codes * CHN_N_SOURCE_FIELDS, sizeof (guint32));
  for (guint32 code = 0; code < keys->n_codes; code++) {
    guint32 index = g_array_index (builder->source_of_key, guint32, keys->text[code]) - 1;
    const ChnStagedSource *source = &g_array_index (builder->sources, ChnStagedSource, index);
    memcpy (text + (gsize) code * CHN_N_SOURCE_FIELDS, source->text, sizeof source->text);
  }
  timeline->columns.source_text = text;
}
