/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From ids to staged events and from keys to sources: bits, and tables once somebody asks for more than a bit. */
#include "timeline/lookup.h"

#include "timeline/builder.h"

static gboolean
has (const GArray *bits, guint32 number)
{
  return number / 32 < bits->len && g_array_index (bits, guint32, number / 32) >> number % 32 & 1;
}

static void
note (GArray *bits, guint32 number)
{
  *chn_number_map_at (bits, number / 32) |= (guint32) 1 << number % 32;
}

void
chn_lookup_init (ChnLookup *lookup)
{
  GArray **arrays[] = { &lookup->is_id, &lookup->is_key, &lookup->event_of, &lookup->source_of };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, TRUE, sizeof (guint32));
  lookup->n_events = lookup->source_end = 0;
}

void
chn_lookup_clear (ChnLookup *lookup)
{
  GArray **arrays[] = { &lookup->is_id, &lookup->is_key, &lookup->event_of, &lookup->source_of };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_array_unref);
}

gboolean
chn_builder_has_event (const ChnTimelineBuilder *builder, guint32 id)
{
  return has (builder->lookup.is_id, id);
}

gboolean
chn_builder_has_source (const ChnTimelineBuilder *builder, guint32 key)
{
  return has (builder->lookup.is_key, key);
}

void
chn_builder_note_event (ChnTimelineBuilder *builder, guint32 id)
{
  note (builder->lookup.is_id, id);
}

void
chn_builder_note_source (ChnTimelineBuilder *builder, guint32 key)
{
  note (builder->lookup.is_key, key);
}

/* The first that bears it counts. */
static void
enter (GArray *table, guint32 number, guint32 bearer)
{
  guint32 *entry = chn_number_map_at (table, number);
  if (*entry == 0)
    *entry = bearer;
}

guint32
chn_builder_find_event (ChnTimelineBuilder *builder, guint32 id)
{
  ChnLookup *lookup = &builder->lookup;
  if (!chn_builder_has_event (builder, id))
    return 0;
  for (; lookup->n_events < builder->heads->len; lookup->n_events++)
    enter (lookup->event_of, chn_builder_get_number (builder, lookup->n_events, CHN_FIELD_ID), lookup->n_events + 1);
  return *chn_number_map_at (lookup->event_of, id);
}

guint32
chn_builder_find_source (ChnTimelineBuilder *builder, guint32 key)
{
  ChnLookup *lookup = &builder->lookup;
  if (!chn_builder_has_source (builder, key))
    return 0;
  while (lookup->source_end < builder->sources->len) {
    ChnStagedSource source;
    guint at = lookup->source_end;
    lookup->source_end = chn_builder_load_source (builder, at, &source);
    enter (lookup->source_of, source.text[CHN_SOURCE_KEY], at + 1);
  }
  return *chn_number_map_at (lookup->source_of, key);
}
