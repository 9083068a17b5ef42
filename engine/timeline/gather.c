/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From what is staged to heads and records: every value to its row. */
#include "timeline/gather.h"

#include <string.h>

/* How many rows ahead an event is fetched, and what its lists hold. */
enum { EVENTS_AHEAD = 16, CELLS_AHEAD = 8 };

typedef struct {
  const ChnTimelineBuilder *builder;
  const guint32 *order;   /* of each row the index of its event */
  guint32 *row_of;        /* of each event its row */
  ChnListColumn incoming; /* of each row */
  const ChnColumns *columns;
  ChnTexts *texts;
  guint64 n_units, room; /* of the records up to here */
  guint32 *records;
} Gathering;

/* The units of a list's cell that are texts: a bit for each. */
static const guint8 text_units[CHN_N_RECORD_LISTS] = {
  [CHN_LIST_CITATIONS] = 0x0E, /* at, quote, note */
  [CHN_LIST_CLAIMS] = 0x04,    /* value */
  [CHN_LIST_EXTRAS] = 0x03,    /* key, value */
};

/* What a record consists of. Numbers and lists are those of the builder. */
typedef struct {
  guint32 number[CHN_RECORD_ORIGIN + 1]; /* by bit */
  guint32 numbers, lists;                /* bits */
  gconstpointer cells[CHN_N_RECORD_LISTS];
  guint n[CHN_N_RECORD_LISTS];
  guint n_units;      /* before the texts */
  gsize n_text_bytes; /* of the texts */
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
  return *n > 0 ? gathering->builder->list[list]->data + first * chn_list_get_cell_size (list) : NULL;
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
take_numbers (const Gathering *gathering, const ChnStagedEvent *event, Shape *shape)
{
  shape->numbers = 0;
  for (guint i = 0; i < CHN_N_STAGED_FIELDS; i++) {
    gsize length = 0;
    set_number (shape, chn_staged_fields[i], event->text[i]);
    if (gathering->texts->own >> chn_staged_fields[i] & 1 &&
        chn_builder_get_span (gathering->builder, event->text[i], &length))
      shape->n_text_bytes += length + 1;
  }
  set_number (shape, CHN_FIELD_NTH, event->nth);
  set_number (shape, CHN_RECORD_ORIGIN, event->origin);
}

static void
take_lists (const Gathering *gathering, guint row, Shape *shape)
{
  shape->lists = 0;
  for (guint list = 0; list < CHN_N_RECORD_LISTS; list++) {
    shape->cells[list] = get_cells (gathering, row, (ChnListId) list, &shape->n[list]);
    if (shape->n[list] == 0)
      continue;
    shape->lists |= (guint32) 1 << list;
    shape->n_units += 1 + shape->n[list] * chn_list_cell_units[list];
  }
}

static const char *
get_symbol (const Gathering *gathering, const Shape *shape, guint i, gsize *length)
{
  const ChnDictionary *symbols = &gathering->columns->dictionary[CHN_DICTIONARY_SYMBOLS];
  guint32 code = ((const guint32 *) shape->cells[CHN_LIST_SYMBOLS])[i];
  return chn_pool_get_span (gathering->columns->texts, symbols->text[code], length);
}

static void
take_shape (const Gathering *gathering, guint row, Shape *shape)
{
  shape->n_units = CHN_RECORD_FIXED;
  shape->n_text_bytes = 0;
  take_numbers (gathering, chn_builder_get_event (gathering->builder, gathering->order[row]), shape);
  take_lists (gathering, row, shape);
  for (guint i = 0; i < shape->n[CHN_LIST_SYMBOLS]; i++) {
    gsize length;
    get_symbol (gathering, shape, i, &length);
    shape->n_text_bytes += length + 1;
  }
}

static char *
write_text (char *at, const char *text, gsize length)
{
  memcpy (at, text, length + 1);
  return at + length + 1;
}

/* Behind the cells: the symbols, then what is the row's own. */
static void
write_texts (const Gathering *gathering, const Shape *shape, guint32 *record)
{
  char *at = (char *) (record + shape->n_units);
  guint32 *number = record + CHN_RECORD_FIXED;
  gsize length;
  for (guint i = 0; i < shape->n[CHN_LIST_SYMBOLS]; i++) {
    const char *text = get_symbol (gathering, shape, i, &length);
    at = write_text (at, text, length);
  }
  for (guint32 bits = shape->numbers; bits != 0; bits &= bits - 1, number++) {
    guint bit = (guint) __builtin_ctz (bits);
    if (!(gathering->texts->own >> bit & 1))
      continue;
    const char *text = chn_builder_get_span (gathering->builder, shape->number[bit], &length);
    *number = CHN_OWN_TEXT | (guint32) (at - (char *) record);
    at = write_text (at, text, length);
  }
}

static void
write_numbers (const Gathering *gathering, const Shape *shape, guint32 *record)
{
  guint32 *number = record + CHN_RECORD_FIXED;
  for (guint32 bits = shape->numbers; bits != 0; bits &= bits - 1, number++) {
    guint bit = (guint) __builtin_ctz (bits);
    if (bit == CHN_FIELD_NTH || bit == CHN_RECORD_ORIGIN)
      *number = shape->number[bit];
    else if (!(gathering->texts->own >> bit & 1))
      *number = chn_texts_take (gathering->texts, shape->number[bit]);
  }
}

/* What the cells of a list refer to, as it is called in the timeline. */
static void
renumber_cells (const Gathering *gathering, ChnListId list, guint32 *cells, guint n)
{
  guint width = chn_list_cell_units[list];
  for (guint i = 0; list == CHN_LIST_RELATIONS && i < n; i++)
    cells[i * width] = gathering->row_of[cells[i * width]];
  for (guint k = 0; text_units[list] >> k != 0; k++)
    for (guint i = 0; text_units[list] >> k & 1 && i < n; i++)
      cells[i * width + k] = chn_texts_take (gathering->texts, cells[i * width + k]);
}

static void
write_lists (const Gathering *gathering, const Shape *shape, guint32 *record)
{
  guint32 *end = record + CHN_RECORD_FIXED + __builtin_popcount (shape->numbers);
  guint32 *at = end + __builtin_popcount (shape->lists);
  for (guint32 bits = shape->lists; bits != 0; bits &= bits - 1) {
    ChnListId list = (ChnListId) __builtin_ctz (bits);
    memcpy (at, shape->cells[list], shape->n[list] * chn_list_get_cell_size (list));
    renumber_cells (gathering, list, at, shape->n[list]);
    at += shape->n[list] * chn_list_cell_units[list];
    *end++ = (guint32) (at - record);
  }
}

/* Room for one record more, at the end of those there are. */
static guint32 *
add_record (Gathering *gathering, const Shape *shape)
{
  guint64 n = shape->n_units + (shape->n_text_bytes + sizeof (guint32) - 1) / sizeof (guint32);
  if (gathering->n_units + n > gathering->room) {
    gathering->room = MAX (gathering->room * 2, gathering->n_units + n);
    gathering->records = g_renew (guint32, gathering->records, gathering->room);
  }
  guint32 *record = gathering->records + gathering->n_units;
  gathering->n_units += n;
  record[n - 1] = 0; /* texts may not fill it */
  return record;
}

static void
gather_row (Gathering *gathering, guint row, ChnRowHead *head)
{
  const ChnStagedEvent *event = chn_builder_get_event (gathering->builder, gathering->order[row]);
  Shape shape;
  *head = (ChnRowHead){ event->earliest, event->latest, gathering->n_units, event->date_flags, event->precision,
                        event->kind,     event->status, event->confidence,  event->importance, 0 };
  take_shape (gathering, row, &shape);
  guint32 *record = add_record (gathering, &shape);
  record[CHN_RECORD_NUMBERS] = shape.numbers;
  record[CHN_RECORD_LISTS] = shape.lists;
  write_numbers (gathering, &shape, record);
  write_lists (gathering, &shape, record);
  write_texts (gathering, &shape, record);
}

/* The events of rows lie anywhere, and are fetched while others are gathered: their cells once they are there. */
static void
foresee_row (const Gathering *gathering, guint row)
{
  const ChnTimelineBuilder *builder = gathering->builder;
  guint n = builder->events->len;
  if (row + EVENTS_AHEAD < n)
    chn_builder_foresee_event (builder, gathering->order[row + EVENTS_AHEAD]);
  if (row + CELLS_AHEAD < n)
    chn_builder_foresee_cells (builder, gathering->order[row + CELLS_AHEAD]);
}

static void
gather_rows (ChnTimeline *timeline, Gathering *gathering)
{
  guint n = timeline->columns.n_rows;
  ChnRowHead *heads = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof *heads);
  for (guint row = 0; row < n; row++) {
    foresee_row (gathering, row);
    gather_row (gathering, row, &heads[row]);
  }
  heads[n].record = gathering->n_units;
  timeline->columns.heads = heads;
  timeline->columns.n_units = gathering->n_units;
  timeline->columns.records =
      chn_timeline_adopt (timeline, g_renew (guint32, gathering->records, MAX (gathering->n_units, 1)));
}

void
chn_timeline_gather_spots (ChnTimeline *timeline, ChnTimelineBuilder *builder, const guint32 *order)
{
  guint n = builder->events->len;
  if (builder->list[CHN_LIST_SPOTS]->len == 0 || builder->is_compact)
    return; /* a snapshot has none */
  guint32 *start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  ChnSpotCell *spots = chn_timeline_alloc (timeline, builder->list[CHN_LIST_SPOTS]->len, sizeof *spots);
  for (guint row = 0; row < n; row++) {
    guint first, end;
    if (row + EVENTS_AHEAD < n)
      chn_builder_foresee_event (builder, order[row + EVENTS_AHEAD]);
    chn_builder_get_range (builder, order[row], CHN_LIST_SPOTS, &first, &end);
    memcpy (spots + start[row], &g_array_index (builder->list[CHN_LIST_SPOTS], ChnSpotCell, first),
            (end - first) * sizeof *spots);
    start[row + 1] = start[row] + (end - first);
  }
  timeline->columns.spots = (ChnListColumn){ start, spots };
  g_clear_pointer (&builder->list[CHN_LIST_SPOTS], g_array_unref); /* they may be most of what is staged */
}

void
chn_timeline_gather (ChnTimeline *timeline, ChnTimelineBuilder *builder, const guint32 *order, ChnTexts *texts)
{
  guint n = builder->events->len;
  g_autofree guint32 *row_of = g_new (guint32, MAX (n, 1));
  for (guint row = 0; row < n; row++)
    row_of[order[row]] = row;
  Gathering gathering = { .builder = builder,
                          .order = order,
                          .row_of = row_of,
                          .incoming = chn_builder_list_incoming (builder, order, row_of),
                          .columns = &timeline->columns,
                          .texts = texts };
  gather_rows (timeline, &gathering);
  g_free ((gpointer) gathering.incoming.start);
  g_free ((gpointer) gathering.incoming.cells);
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

void
chn_timeline_gather_origins (ChnTimeline *timeline, const ChnTimelineBuilder *builder, ChnTexts *texts)
{
  guint n = builder->origins->len;
  guint32 *header = chn_timeline_alloc (timeline, (gsize) n * CHN_N_HEADER_FIELDS, sizeof (guint32));
  guint32 *query_start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  guint32 *extra_start = chn_timeline_alloc (timeline, (gsize) n + 1, sizeof (guint32));
  for (guint i = 0; i < n; i++) {
    const ChnStagedOrigin *origin = &g_array_index (builder->origins, ChnStagedOrigin, i);
    for (guint k = 0; k < CHN_N_HEADER_FIELDS; k++)
      header[(gsize) i * CHN_N_HEADER_FIELDS + k] = chn_texts_take (texts, origin->text[k]);
    query_start[i + 1] = origin->n_queries;
    extra_start[i + 1] = origin->n_extras;
  }
  timeline->columns.n_origins = n;
  timeline->columns.header = header;
  timeline->columns.n_queries = builder->queries->len;
  timeline->columns.n_header_extras = builder->header_extras->len;
  timeline->columns.queries = (ChnListColumn){ query_start, copy_cells (timeline, builder->queries, texts) };
  timeline->columns.header_extras =
      (ChnListColumn){ extra_start, copy_cells (timeline, builder->header_extras, texts) };
}

void
chn_timeline_gather_sources (ChnTimeline *timeline, const ChnTimelineBuilder *builder, ChnTexts *texts,
                             const GArray *keys)
{
  guint32 *text = chn_timeline_alloc (timeline, (gsize) keys->len * CHN_N_SOURCE_FIELDS, sizeof (guint32));
  for (guint32 code = 0; code < keys->len; code++) {
    guint32 index = g_array_index (builder->source_of_key, guint32, g_array_index (keys, guint32, code)) - 1;
    const ChnStagedSource *source = &g_array_index (builder->sources, ChnStagedSource, index);
    for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
      text[(gsize) code * CHN_N_SOURCE_FIELDS + i] = chn_texts_take (texts, source->text[i]);
  }
  timeline->columns.source_text = text;
}
