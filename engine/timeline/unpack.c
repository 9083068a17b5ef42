/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Goes through parcels, one by one, and has memory fetch what the next ones need. */
#include "timeline/handover.h"

/* Parcels between the steps in which what they need is fetched from memory. */
enum { AHEAD = 2 };

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

/* The texts that are looked for: the id and the date of an event, the key of a source. */
static void
foresee (const ChnTimelineBuilder *builder, const char *at, guint step)
{
  ChnParcel parcel = { at };
  gboolean is_event = chn_parcel_next (&parcel) == CHN_PARCEL_EVENT;
  gsize length;
  chn_parcel_next (&parcel);
  if (is_event)
    chn_parcel_next_text (&parcel, &length);
  chn_parcel_next_bytes (&parcel, is_event ? CHN_PARCEL_BEFORE_ID : CHN_PARCEL_BEFORE_KEY);
  for (guint i = 0; i < (is_event ? 2 : 1); i++) {
    const char *text = chn_parcel_next_text (&parcel, &length);
    chn_pool_foresee (builder->texts, text, length, step);
  }
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
  const char *end = bytes + length, *ahead[CHN_POOL_STEPS];
  for (guint step = 0; step < CHN_POOL_STEPS; step++) {
    ahead[step] = bytes;
    for (guint i = 0; i < AHEAD * (CHN_POOL_STEPS - step) && ahead[step] < end; i++)
      ahead[step] = skip (ahead[step]);
  }
  for (const char *at = bytes; at < end; at = skip (at)) {
    for (guint step = 0; step < CHN_POOL_STEPS && ahead[step] < end; step++) {
      foresee (builder, ahead[step], step);
      ahead[step] = skip (ahead[step]);
    }
    take_parcel (builder, at);
  }
}
