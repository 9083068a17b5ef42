/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Goes through parcels, one by one, and has memory fetch what the next ones need. */
#include "timeline/handover.h"

/* Parcels between the steps in which what they need is fetched from memory, and as many as lie between all. */
enum { AHEAD = 2, FARTHEST = AHEAD * CHN_POOL_STEPS };

/* What will be looked for in a parcel: the id and the date of an event, the key of a source. */
typedef struct {
  guint n;
  guint32 hash[2];
} Wanted;

static void
take_source (ChnTimelineBuilder *builder, ChnParcel *parcel)
{
  ChnSource source;
  guint line = chn_parcel_next (parcel), column = chn_parcel_next (parcel);
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++) {
    gsize length;
    const char *text = chn_parcel_next_text (parcel, &length);
    source.text[i] = length > 0 ? text : NULL;
  }
  chn_builder_take_source (builder, &source, line, column);
}

static void
take_parcel (ChnTimelineBuilder *builder, const char *at)
{
  ChnParcel parcel = { at };
  guint sort = chn_parcel_next (&parcel);
  chn_parcel_next (&parcel);
  if (sort == CHN_PARCEL_EVENT)
    chn_builder_take_event (builder, &parcel);
  else
    take_source (builder, &parcel);
}

static void
look (const char *at, Wanted *wanted)
{
  ChnParcel parcel = { at };
  gboolean is_event = chn_parcel_next (&parcel) == CHN_PARCEL_EVENT;
  gsize length;
  chn_parcel_next (&parcel);
  if (is_event)
    chn_parcel_next_text (&parcel, &length);
  chn_parcel_next_bytes (&parcel, is_event ? CHN_PARCEL_BEFORE_ID : CHN_PARCEL_BEFORE_KEY);
  wanted->n = is_event ? 2 : 1;
  for (guint i = 0; i < wanted->n; i++) {
    const char *text = chn_parcel_next_text (&parcel, &length);
    wanted->hash[i] = chn_pool_hash (text, length);
  }
}

static void
foresee (const ChnTimelineBuilder *builder, const Wanted *wanted, guint step)
{
  for (guint i = 0; i < wanted->n; i++)
    chn_pool_foresee (builder->texts, wanted->hash[i], step);
}

static const char *
skip (const char *at)
{
  ChnParcel parcel = { at };
  chn_parcel_next (&parcel);
  return at + chn_parcel_next (&parcel);
}

void
chn_builder_take (ChnTimelineBuilder *builder, const char *bytes, gsize length)
{
  const char *end = bytes + length, *far = bytes;
  Wanted wanted[FARTHEST + 1]; /* of the parcel at hand and those ahead, in a ring */
  guint n_far = 0;
  for (guint i = 0; bytes < end; i++, bytes = skip (bytes)) {
    for (; far < end && n_far <= i + FARTHEST; n_far++, far = skip (far)) {
      look (far, &wanted[n_far % G_N_ELEMENTS (wanted)]);
      foresee (builder, &wanted[n_far % G_N_ELEMENTS (wanted)], 0);
    }
    for (guint step = 1; step < CHN_POOL_STEPS; step++) {
      guint ahead = i + FARTHEST - AHEAD * step;
      if (ahead < n_far)
        foresee (builder, &wanted[ahead % G_N_ELEMENTS (wanted)], step);
    }
    take_parcel (builder, bytes);
  }
}
