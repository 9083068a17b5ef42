/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From what is staged to heads and records: every value to its row. */
#include "timeline/gather.h"

#include <string.h>

typedef struct {
  const ChnTimelineBuilder *builder;
  const guint32 *order;   /* of each row the index of its event */
  guint32 *row_of;        /* of each event its row */
  ChnListColumn incoming; /* of each row */
  guint64 n_units;        /* of the records up to here */
} Gathering;

/* What a record consists of. */
typedef struct {
  guint32 number[CHN_RECORD_ORIGIN + 1]; /* by bit */
  guint32 numbers, lists;                /* bits */
  gconstpointer cells[CHN_N_RECORD_LISTS];
  guint n[CHN_N_RECORD_LISTS];
  guint n_units;
} Shape;

static gconstpointer
get_cells (const Gathering *gathering, guint row, ChnListId list, guint *n)
{
  guint first, end;
  if (list == CHN_LIST_INCOMING) {
    const guint32 *start = gathering->incoming.start;
    *n = start ? start[row + 1] - start[row] : 0;
    return start ? (const ChnIncoming *) gathering->incoming.cells + start[row] : NULL;
  }
  chn_builder_get_range (gathering->builder, gathering->order[row], list, &first, &end);
  *n = end - first;
  return gathering->builder->list[list]->data + first * chn_list_get_cell_size (list);
}

static void
set_number (Shape *shape, guint bit, guint32 number)
{
  if (number == 0)
    return;
  shape->number[bit] = number;
  shape->numbers |= (guint32) 1 << bit;
  shape->n_units++;
}

static void
take_shape (const Gathering *gathering, guint row, Shape *shape)
{
  const ChnStagedEvent *event = chn_builder_get_event (gathering->builder, gathering->order[row]);
  shape->numbers = shape->lists = 0;
  shape->n_units = CHN_RECORD_FIXED;
  for (guint i = 0; i < CHN_N_STAGED_FIELDS; i++)
    set_number (shape, chn_staged_fields[i], event->text[i]);
  set_number (shape, CHN_FIELD_NTH, event->nth);
  set_number (shape, CHN_RECORD_ORIGIN, event->origin);
  for (guint list = 0; list < CHN_N_RECORD_LISTS; list++) {
    shape->cells[list] = get_cells (gathering, row, (ChnListId) list, &shape->n[list]);
    if (shape->n[list] == 0)
      continue;
    shape->lists |= (guint32) 1 << list;
    shape->n_units += 1 + shape->n[list] * chn_list_cell_units[list];
  }
}

static void
write_record (const Shape *shape, guint32 *record)
{
  guint32 *at = record + CHN_RECORD_FIXED;
  record[CHN_RECORD_NUMBERS] = shape->numbers;
  record[CHN_RECORD_LISTS] = shape->lists;
  for (guint32 bits = shape->numbers; bits != 0; bits &= bits - 1)
    *at++ = shape->number[__builtin_ctz (bits)];
  guint32 *end = at;
  at += __builtin_popcount (shape->lists);
  for (guint32 bits = shape->lists; bits != 0; bits &= bits - 1) {
    guint list = (guint) __builtin_ctz (bits);
    memcpy (at, shape->cells[list], shape->n[list] * chn_list_get_cell_size ((ChnListId) list));
    at += shape->n[list] * chn_list_cell_units[list];
    *end++ = (guint32) (at - record);
  }
}

/* Targets are indices in the order of reading; they become rows. */
static void
number_targets (const Gathering *gathering, guint32 *record)
{
  guint n;
  ChnRelationCell *relations = (ChnRelationCell *) chn_record_get_list (record, CHN_LIST_RELATIONS, &n);
  for (guint i = 0; i < n; i++)
    relations[i].target = gathering->row_of[relations[i].target];
}

static void
gather_records (ChnTimeline *timeline, const Gathering *gathering, const ChnRowHead *heads)
{
  guint32 *records = chn_timeline_alloc (timeline, gathering->n_units, sizeof (guint32));
  Shape shape;
  for (guint row = 0; row < timeline->columns.n_rows; row++) {
    take_shape (gathering, row, &shape);
    write_record (&shape, records + heads[row].record);
    number_targets (gathering, records + heads[row].record);
  }
  timeline->columns.records = records;
  timeline->columns.n_units = gathering->n_units;
}

static ChnRowHead
make_head (Gathering *gathering, guint row)
{
  const ChnStagedEvent *event = chn_builder_get_event (gathering->builder, gathering->order[row]);
  ChnRowHead head = { event->earliest, event->latest, gathering->n_units, event->date_flags, event->precision,
                      event->kind,     event->status, event->confidence,  event->importance, 0 };
  Shape shape;
  take_shape (gathering, row, &shape);
  gathering->n_units += shape.n_units;
  return head;
}

static const ChnRowHead *
gather_heads (ChnTimeline *timeline, Gathering *gathering)
{
  guint n = timeline->columns.n_rows;
  ChnRowHead *heads = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof *heads);
  for (guint row = 0; row < n; row++)
    heads[row] = make_head (gathering, row);
  heads[n].record = gathering->n_units;
  timeline->columns.heads = heads;
  return heads;
}

static void
gather_spots (ChnTimeline *timeline, const ChnTimelineBuilder *builder, const guint32 *order)
{
  guint n = builder->events->len;
  if (builder->list[CHN_LIST_SPOTS]->len == 0)
    return;
  guint32 *start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  ChnSpotCell *spots = chn_timeline_alloc (timeline, builder->list[CHN_LIST_SPOTS]->len, sizeof *spots);
  for (guint row = 0; row < n; row++) {
    guint first, end;
    chn_builder_get_range (builder, order[row], CHN_LIST_SPOTS, &first, &end);
    memcpy (spots + start[row], &g_array_index (builder->list[CHN_LIST_SPOTS], ChnSpotCell, first),
            (end - first) * sizeof *spots);
    start[row + 1] = start[row] + (end - first);
  }
  timeline->columns.spots = (ChnListColumn){ start, spots };
}

void
chn_timeline_gather (ChnTimeline *timeline, ChnTimelineBuilder *builder, const guint32 *order)
{
  guint n = builder->events->len;
  g_autofree guint32 *row_of = g_new (guint32, MAX (n, 1));
  for (guint row = 0; row < n; row++)
    row_of[order[row]] = row;
  Gathering gathering = { builder, order, row_of, chn_builder_list_incoming (builder, order, row_of), 0 };
  timeline->columns.n_rows = n;
  gather_records (timeline, &gathering, gather_heads (timeline, &gathering));
  gather_spots (timeline, builder, order);
  g_free ((gpointer) gathering.incoming.start);
  g_free ((gpointer) gathering.incoming.cells);
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
