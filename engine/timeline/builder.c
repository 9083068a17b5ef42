/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The builder of a timeline: its origins with their headers, and where staged values stand in their files. */
#include "timeline/builder.h"

#include <string.h>

#include "base/report.h"
#include "timeline/handover.h"
#include "timeline/slug.h"
#include "timeline/spot.h"
#include "timeline/word-split.h"
#include "timeline/zone.h"

const ChnField chn_staged_fields[CHN_N_STAGED_FIELDS] = {
  CHN_FIELD_ID,    CHN_FIELD_DATE,   CHN_FIELD_ZONE,   CHN_FIELD_TITLE,   CHN_FIELD_SUMMARY,
  CHN_FIELD_PLACE, CHN_FIELD_SERIES, CHN_FIELD_REPEAT, CHN_FIELD_REVISED,
};

ChnTimelineBuilder *
chn_timeline_builder_new (ChnRegistry *registry, ChnReport *report, const ChnLimits *limits)
{
  g_return_val_if_fail (registry && report, NULL);
  ChnTimelineBuilder *builder = g_new0 (ChnTimelineBuilder, 1);
  builder->registry = chn_registry_ref (registry);
  builder->parcel = g_string_new (NULL);
  builder->report = report;
  builder->limits = limits ? *limits : *chn_limits_get_default ();
  builder->texts = chn_pool_new ();
  builder->prose = chn_pool_new ();
  builder->heads = g_array_new (FALSE, FALSE, sizeof (ChnRowHead));
  builder->units = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->spots = g_array_new (FALSE, FALSE, 1);
  builder->spot_end = g_array_new (FALSE, FALSE, sizeof (guint32));
  chn_draft_init (&builder->draft);
  builder->origins = g_array_new (FALSE, FALSE, sizeof (ChnStagedOrigin));
  builder->sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->queries = g_array_new (FALSE, FALSE, sizeof (ChnExtraCell));
  builder->header_extras = g_array_new (FALSE, FALSE, sizeof (ChnExtraCell));
  chn_lookup_init (&builder->lookup);
  builder->symbol_of = g_array_new (FALSE, TRUE, sizeof (guint32));
  builder->zone_state = g_array_new (FALSE, TRUE, sizeof (guint32));
  return builder;
}

void
chn_timeline_builder_free (ChnTimelineBuilder *builder)
{
  if (!builder)
    return;
  chn_handover_close (builder);
  g_string_free (builder->parcel, TRUE);
  chn_word_split_free (builder->split);
  chn_registry_unref (builder->registry);
  chn_registry_builder_free (builder->names);
  chn_pool_free (builder->texts);
  chn_pool_free (builder->prose);
  chn_draft_clear (&builder->draft);
  chn_lookup_clear (&builder->lookup);
  GArray **arrays[] = { &builder->heads,      &builder->units,        &builder->spots,   &builder->spot_end,
                        &builder->origins,    &builder->sources,      &builder->queries, &builder->symbol_of,
                        &builder->zone_state, &builder->header_extras };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_array_unref);
  g_free (builder);
}

void
chn_timeline_builder_set_excerpts (ChnTimelineBuilder *builder, gboolean excerpts)
{
  chn_handover_settle (builder);
  builder->excerpts = excerpts;
  builder->has_excerpts = builder->has_excerpts || excerpts;
}

void
chn_timeline_builder_set_indexed (ChnTimelineBuilder *builder)
{
  g_return_if_fail (builder->heads->len == 0);
  builder->is_compact = TRUE;
  if (!builder->split)
    builder->split = chn_word_split_new ();
}

void
chn_timeline_builder_set_keep_going (ChnTimelineBuilder *builder, gboolean keep_going)
{
  builder->keep_going = keep_going;
  chn_report_set_lenient (chn_timeline_builder_get_report (builder), keep_going);
}

ChnReport *
chn_timeline_builder_get_report (ChnTimelineBuilder *builder)
{
  return chn_handover_get_report (builder);
}

const ChnLimits *
chn_timeline_builder_get_limits (ChnTimelineBuilder *builder)
{
  return &builder->limits;
}

ChnRegistry *
chn_timeline_builder_get_registry (ChnTimelineBuilder *builder)
{
  return builder->registry;
}

ChnRegistryBuilder *
chn_timeline_builder_get_names (ChnTimelineBuilder *builder)
{
  if (!builder->names)
    builder->names = chn_registry_builder_new (builder->registry);
  return builder->names;
}

void
chn_timeline_builder_begin (ChnTimelineBuilder *builder, const char *file)
{
  chn_handover_settle (builder);
  ChnStagedOrigin origin = { .n_queries = builder->queries->len, .n_extras = builder->header_extras->len };
  origin.text[CHN_HEADER_FILE] = chn_pool_intern (builder->texts, file, -1);
  g_array_append_val (builder->origins, origin);
}

/* What comes before the first begin is of an origin without a name. */
guint32
chn_builder_get_origin (ChnTimelineBuilder *builder)
{
  if (builder->origins->len == 0)
    chn_timeline_builder_begin (builder, NULL);
  return builder->origins->len - 1;
}

static ChnStagedOrigin *
get_current (ChnTimelineBuilder *builder)
{
  return &g_array_index (builder->origins, ChnStagedOrigin, chn_builder_get_origin (builder));
}

void
chn_timeline_builder_set_header (ChnTimelineBuilder *builder, ChnHeaderField field, const char *text)
{
  g_return_if_fail (field < CHN_N_HEADER_FIELDS);
  chn_handover_settle (builder);
  get_current (builder)->text[field] = chn_pool_intern (builder->texts, text, -1);
}

void
chn_timeline_builder_spot_header (ChnTimelineBuilder *builder, ChnHeaderField field, guint line, guint column)
{
  g_return_if_fail (field < CHN_N_HEADER_FIELDS);
  chn_handover_settle (builder);
  get_current (builder)->line[field] = line;
  get_current (builder)->column[field] = column;
}

void
chn_timeline_builder_add_query (ChnTimelineBuilder *builder, const char *name, const char *text)
{
  g_return_if_fail (name && text);
  chn_handover_settle (builder);
  ChnExtraCell query = { chn_pool_intern (builder->texts, name, -1), chn_pool_intern (builder->texts, text, -1) };
  g_array_append_val (builder->queries, query);
  get_current (builder)->n_queries = builder->queries->len;
}

void
chn_timeline_builder_add_header_extra (ChnTimelineBuilder *builder, const char *key, const char *value)
{
  g_return_if_fail (key && value);
  chn_handover_settle (builder);
  ChnExtraCell extra = { chn_pool_intern (builder->texts, key, -1), chn_pool_intern (builder->texts, value, -1) };
  ChnStagedOrigin *origin = get_current (builder);
  g_array_append_val (builder->header_extras, extra);
  origin->n_extras = builder->header_extras->len;
}

guint32 *
chn_number_map_at (GArray *map, guint32 number)
{
  if (number >= map->len)
    g_array_set_size (map, number + 1);
  return &g_array_index (map, guint32, number);
}

guint32
chn_builder_get_number (const ChnTimelineBuilder *builder, guint index, guint bit)
{
  if (index == chn_builder_get_at_hand (builder))
    return builder->draft.number[bit];
  return chn_record_get_number (chn_builder_get_record (builder, index), bit);
}

const char *
chn_builder_get_text (const ChnTimelineBuilder *builder, guint index, ChnField field)
{
  gsize length;
  return chn_builder_get_span (builder, chn_builder_get_number (builder, index, field), &length);
}

const char *
chn_builder_get_span (const ChnTimelineBuilder *builder, guint32 number, gsize *length)
{
  return number & CHN_STAGED_PROSE ? chn_pool_get_span (builder->prose, number & ~CHN_STAGED_PROSE, length)
                                   : chn_pool_get_span (builder->texts, number, length);
}

void
chn_builder_load_draft (ChnTimelineBuilder *builder, guint index)
{
  chn_draft_load (&builder->draft, chn_builder_get_record (builder, index));
}

void
chn_builder_store_draft (ChnTimelineBuilder *builder, guint index)
{
  guint64 record = chn_draft_append (&builder->draft, builder->units);
  chn_builder_get_head (builder, index)->record = record;
  builder->lists |= g_array_index (builder->units, guint32, record + CHN_RECORD_LISTS);
}

void
chn_builder_set_symbol_texts (ChnTimelineBuilder *builder)
{
  const GArray *symbols = builder->draft.list[CHN_LIST_SYMBOLS];
  g_string_truncate (builder->draft.texts, 0);
  for (guint i = 0; i < symbols->len; i++) {
    gsize length;
    const char *text = chn_pool_get_span (builder->texts, g_array_index (symbols, guint32, i), &length);
    g_string_append_len (builder->draft.texts, text ? text : "", (gssize) length + 1);
  }
}

void
chn_builder_get_spot_range (const ChnTimelineBuilder *builder, guint index, guint *first, guint *end)
{
  *first = index == 0 ? 0 : g_array_index (builder->spot_end, guint32, index - 1);
  *end = index < builder->spot_end->len ? g_array_index (builder->spot_end, guint32, index) : builder->spots->len;
}

static gboolean
find_spot (const ChnTimelineBuilder *builder, guint index, ChnField field, guint item, ChnSpot *spot)
{
  guint first, end;
  chn_builder_get_spot_range (builder, index, &first, &end);
  *spot = (ChnSpot){ 0 };
  if (first == end)
    return FALSE;
  for (const char *at = builder->spots->data + first, *stop = builder->spots->data + end; at < stop;) {
    at = chn_spot_next (at, spot);
    if (spot->field == field && spot->index == item)
      return TRUE;
  }
  return FALSE;
}

gboolean
chn_builder_has_spot (const ChnTimelineBuilder *builder, guint index, ChnField field)
{
  ChnSpot spot;
  return find_spot (builder, index, field, 0, &spot);
}

const char *
chn_builder_get_file (const ChnTimelineBuilder *builder, guint32 origin)
{
  return chn_pool_get (builder->texts,
                       g_array_index (builder->origins, ChnStagedOrigin, origin).text[CHN_HEADER_FILE]);
}

ChnPlace
chn_builder_get_place (const ChnTimelineBuilder *builder, guint index, ChnField field, guint item)
{
  ChnSpot spot;
  gboolean found = find_spot (builder, index, field, item, &spot) ||
                   (field == CHN_FIELD_SOURCES && find_spot (builder, index, field, item & 0xffff, &spot)) ||
                   find_spot (builder, index, field, 0, &spot) || find_spot (builder, index, CHN_FIELD_ID, 0, &spot);
  return (ChnPlace){
    .file = chn_builder_get_file (builder, chn_builder_get_number (builder, index, CHN_RECORD_ORIGIN)),
    .line = found ? spot.line : 0,
    .column = found ? spot.column : 0,
    .event = chn_builder_get_text (builder, index, CHN_FIELD_ID),
  };
}

static ChnPlace
get_header_place (const ChnTimelineBuilder *builder, guint32 origin, ChnHeaderField field)
{
  const ChnStagedOrigin *staged = &g_array_index (builder->origins, ChnStagedOrigin, origin);
  return (ChnPlace){ chn_builder_get_file (builder, origin), staged->line[field], staged->column[field], NULL };
}

void
chn_builder_examine_headers (ChnTimelineBuilder *builder)
{
  for (guint i = 0; i < builder->origins->len; i++) {
    const ChnStagedOrigin *origin = &g_array_index (builder->origins, ChnStagedOrigin, i);
    ChnPlace place = get_header_place (builder, i, CHN_HEADER_ZONE);
    chn_builder_examine_zone (builder, origin->text[CHN_HEADER_ZONE], &place);
    const char *id = chn_pool_get (builder->texts, origin->text[CHN_HEADER_TIMELINE]);
    gsize offset;
    if (!id || chn_slug_check (id, &offset))
      continue;
    place = get_header_place (builder, i, CHN_HEADER_TIMELINE);
    chn_fault_add (builder->report, CHN_FAULT_BAD_TIMELINE_ID, &place,
                   "write lower-case letters and digits, joined by hyphens or dots", "\"%s\" is no id of a timeline",
                   id);
  }
}

void
chn_builder_examine_zone (ChnTimelineBuilder *builder, guint32 zone, const ChnPlace *place)
{
  if (zone == 0)
    return;
  const char *name = chn_pool_get (builder->texts, zone);
  guint32 *state = chn_number_map_at (builder->zone_state, zone);
  if (*state == 0)
    *state = chn_zone_is_known (name) ? 1 : CHN_MALFORMED;
  if (*state == CHN_MALFORMED)
    chn_fault_add (builder->report, CHN_FAULT_BAD_ZONE, place,
                   "write a name of the IANA database, such as America/New_York", "\"%s\" is no time zone", name);
}
