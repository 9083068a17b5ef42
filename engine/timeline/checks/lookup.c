/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From ids to staged events and from keys to sources: bits, and tables once somebody asks for more than a bit. */
#include "timeline/checks/lookup.h"

#include "base/number-map.h"

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
chn_lookup_init (ChnLookup *lookup, const ChnStage *stage)
{
  *lookup = (ChnLookup){ .stage = stage,
                         .is_id = chn_number_map_new (),
                         .is_key = chn_number_map_new (),
                         .event_of = chn_number_map_new (),
                         .source_of = chn_number_map_new () };
}

void
chn_lookup_clear (ChnLookup *lookup)
{
  GArray **arrays[] = { &lookup->is_id, &lookup->is_key, &lookup->event_of, &lookup->source_of };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_array_unref);
}

gboolean
chn_lookup_has_event (const ChnLookup *lookup, guint32 id)
{
  return has (lookup->is_id, id);
}

gboolean
chn_lookup_has_source (const ChnLookup *lookup, guint32 key)
{
  return has (lookup->is_key, key);
}

void
chn_lookup_note_event (ChnLookup *lookup, guint32 id)
{
  note (lookup->is_id, id);
}

void
chn_lookup_forget_event (ChnLookup *lookup, guint32 id)
{
  *chn_number_map_at (lookup->is_id, id / 32) &= ~((guint32) 1 << id % 32);
  *chn_number_map_at (lookup->event_of, id) = 0;
}

void
chn_lookup_renumber (ChnLookup *lookup)
{
  g_array_set_size (lookup->event_of, 0);
  lookup->n_events = 0;
}

void
chn_lookup_note_source (ChnLookup *lookup, guint32 key)
{
  note (lookup->is_key, key);
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
chn_lookup_find_event (ChnLookup *lookup, guint32 id)
{
  const ChnStage *stage = lookup->stage;
  if (!chn_lookup_has_event (lookup, id))
    return 0;
  for (; lookup->n_events < stage->heads->len; lookup->n_events++)
    enter (lookup->event_of, chn_stage_get_number (stage, lookup->n_events, CHN_FIELD_ID), lookup->n_events + 1);
  return *chn_number_map_at (lookup->event_of, id);
}

guint32
chn_lookup_find_source (ChnLookup *lookup, guint32 key)
{
  if (!chn_lookup_has_source (lookup, key))
    return 0;
  while (lookup->source_end < lookup->stage->sources->len) {
    ChnStagedSource source;
    guint at = lookup->source_end;
    lookup->source_end = chn_stage_load_source (lookup->stage, at, &source);
    enter (lookup->source_of, source.text[CHN_SOURCE_KEY], at + 1);
  }
  return *chn_number_map_at (lookup->source_of, key);
}
