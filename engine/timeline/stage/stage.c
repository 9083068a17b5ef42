/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What readers have added: events as heads and records, sources, and where each was read. */
#include "timeline/stage/stage.h"

#include <string.h>

#include "model/terms.h"
#include "timeline/position.h"

void
chn_stage_init (ChnStage *stage, ChnReport *report, const ChnLimits *limits)
{
  *stage = (ChnStage){
    .report = report,
    .limits = *limits,
    .texts = chn_pool_new (),
    .prose = chn_pool_new (),
    .heads = g_array_new (FALSE, FALSE, sizeof (ChnRowHead)),
    .units = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .positions = g_array_new (FALSE, FALSE, 1),
    .position_end = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .origins = g_array_new (FALSE, FALSE, sizeof (ChnStagedOrigin)),
    .sources = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .queries = g_array_new (FALSE, FALSE, sizeof (ChnExtraCell)),
    .header_extras = g_array_new (FALSE, FALSE, sizeof (ChnExtraCell)),
    .feeds = g_array_new (FALSE, FALSE, sizeof (ChnStagedFeed)),
  };
  stage->words = chn_vocabulary_new ();
  chn_record_maker_init (&stage->record);
}

void
chn_stage_clear (ChnStage *stage)
{
  GArray **arrays[] = { &stage->heads,        &stage->units,         &stage->positions,
                        &stage->position_end, &stage->origins,       &stage->sources,
                        &stage->queries,      &stage->header_extras, &stage->feeds };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_array_unref);
  g_clear_pointer (&stage->texts, chn_pool_free);
  g_clear_pointer (&stage->prose, chn_pool_free);
  g_clear_pointer (&stage->words, chn_vocabulary_unref);
  chn_record_maker_clear (&stage->record);
}

void
chn_stage_begin_origin (ChnStage *stage, const char *file)
{
  ChnStagedOrigin origin = { .n_queries = stage->queries->len,
                             .n_extras = stage->header_extras->len,
                             .n_feeds = stage->feeds->len };
  origin.text[CHN_HEADER_FILE] = chn_pool_intern (stage->texts, file, -1);
  g_array_append_val (stage->origins, origin);
}

guint32
chn_stage_get_origin (ChnStage *stage)
{
  if (stage->origins->len == 0)
    chn_stage_begin_origin (stage, NULL);
  return stage->origins->len - 1;
}

const char *
chn_stage_get_file (const ChnStage *stage, guint32 origin)
{
  return chn_pool_get (stage->texts, chn_stage_get_staged_origin (stage, origin)->text[CHN_HEADER_FILE]);
}

guint32
chn_stage_get_number (const ChnStage *stage, guint index, guint bit)
{
  if (index == chn_stage_get_at_hand (stage))
    return stage->record.number[bit];
  return chn_record_get_number (chn_stage_get_record (stage, index), bit);
}

const char *
chn_stage_get_text (const ChnStage *stage, guint index, ChnField field)
{
  gsize length;
  return chn_stage_get_span (stage, chn_stage_get_number (stage, index, field), &length);
}

const char *
chn_stage_get_span (const ChnStage *stage, guint32 number, gsize *length)
{
  return number & CHN_STAGED_PROSE ? chn_pool_get_span (stage->prose, number & ~CHN_STAGED_PROSE, length)
                                   : chn_pool_get_span (stage->texts, number, length);
}

void
chn_stage_load_record (ChnStage *stage, guint index)
{
  chn_record_maker_load (&stage->record, chn_stage_get_record (stage, index));
}

void
chn_stage_store_record (ChnStage *stage, guint index)
{
  guint64 record = chn_record_maker_append (&stage->record, stage->units);
  chn_stage_get_head (stage, index)->record = record;
  stage->lists |= g_array_index (stage->units, guint32, record + CHN_RECORD_LISTS);
}

void
chn_stage_set_symbol_texts (ChnStage *stage)
{
  const GArray *symbols = stage->record.list[CHN_LIST_SYMBOLS];
  g_string_truncate (stage->record.texts, 0);
  for (guint i = 0; i < symbols->len; i++) {
    guint32 number = g_array_index (symbols, guint32, i);
    const char *text = number == CHN_MALFORMED ? NULL : chn_pool_get (stage->texts, number);
    text = text ? text : "";
    g_string_append_len (stage->record.texts, text, (gssize) strlen (text) + 1);
  }
}

void
chn_stage_get_position_range (const ChnStage *stage, guint index, guint *first, guint *end)
{
  *first = index == 0 ? 0 : g_array_index (stage->position_end, guint32, index - 1);
  *end =
      index < stage->position_end->len ? g_array_index (stage->position_end, guint32, index) : stage->positions->len;
}

static gboolean
find_position (const ChnStage *stage, guint index, ChnField field, guint item, ChnPosition *position)
{
  guint first, end;
  chn_stage_get_position_range (stage, index, &first, &end);
  *position = (ChnPosition){ 0 };
  if (first == end)
    return FALSE;
  for (const char *at = stage->positions->data + first, *stop = stage->positions->data + end; at < stop;) {
    at = chn_position_next (at, position);
    if (position->field == field && position->index == item)
      return TRUE;
  }
  return FALSE;
}

gboolean
chn_stage_has_position (const ChnStage *stage, guint index, ChnField field)
{
  ChnPosition position;
  return find_position (stage, index, field, 0, &position);
}

ChnPlace
chn_stage_get_place (const ChnStage *stage, guint index, ChnField field, guint item)
{
  ChnPosition position;
  gboolean found = find_position (stage, index, field, item, &position) ||
                   (field == CHN_FIELD_SOURCES && find_position (stage, index, field, item & 0xffff, &position)) ||
                   find_position (stage, index, field, 0, &position) ||
                   find_position (stage, index, CHN_FIELD_ID, 0, &position);
  return (ChnPlace){
    .file = chn_stage_get_file (stage, chn_stage_get_number (stage, index, CHN_RECORD_ORIGIN)),
    .line = found ? position.line : 0,
    .column = found ? position.column : 0,
    .event = chn_stage_get_text (stage, index, CHN_FIELD_ID),
  };
}

/* A source in units: then come the numbers of its texts, the lowest field first. */
enum { ORIGIN, LINE, COLUMN, TEXTS, N_FIXED };

/* In TEXTS, a bit for each text, and above these a bit for each malformed one. */
enum { MALFORMED_SHIFT = 16, TEXT_BITS = (1 << MALFORMED_SHIFT) - 1 };
G_STATIC_ASSERT ((guint) CHN_N_SOURCE_FIELDS <= (guint) MALFORMED_SHIFT);

void
chn_stage_add_source (ChnStage *stage, const ChnStagedSource *source)
{
  guint32 unit[N_FIXED + CHN_N_SOURCE_FIELDS] = { source->origin, source->line, source->column,
                                                  source->malformed << MALFORMED_SHIFT };
  guint n = N_FIXED;
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    if (source->text[i] != 0) {
      unit[TEXTS] |= (guint32) 1 << i;
      unit[n++] = source->text[i];
    }
  g_array_append_vals (stage->sources, unit, n);
}

guint
chn_stage_load_source (const ChnStage *stage, guint at, ChnStagedSource *source)
{
  const guint32 *unit = &g_array_index (stage->sources, guint32, at), *number = unit + N_FIXED;
  *source = (ChnStagedSource){
    .origin = unit[ORIGIN], .line = unit[LINE], .column = unit[COLUMN], .malformed = unit[TEXTS] >> MALFORMED_SHIFT
  };
  for (guint32 bits = unit[TEXTS] & TEXT_BITS; bits != 0; bits &= bits - 1)
    source->text[__builtin_ctz (bits)] = *number++;
  return at + (guint) (number - unit);
}

void
chn_stage_mark_source (ChnStage *stage, guint at, ChnSourceField field)
{
  g_array_index (stage->sources, guint32, at + TEXTS) |= (guint32) 1 << (MALFORMED_SHIFT + field);
}

void
chn_stage_clear_malformed_texts (ChnStage *stage, guint at)
{
  guint32 *unit = &g_array_index (stage->sources, guint32, at), *number = unit + N_FIXED;
  guint32 malformed = unit[TEXTS] >> MALFORMED_SHIFT;
  for (guint32 bits = unit[TEXTS] & TEXT_BITS; bits != 0; bits &= bits - 1, number++)
    if (malformed >> __builtin_ctz (bits) & 1)
      *number = 0;
}
