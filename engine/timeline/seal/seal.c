/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Seals what is staged: order and codes first, then rows, then what the rows do not need. */
#include "timeline/seal/seal.h"

#include "timeline/seal/columns.h"

/* A snapshot holds all indexes; of what was just read perhaps nobody asks for them. */
static void
make_columns (ChnTimeline *timeline, ChnStage *stage, ChnTexts *texts)
{
  g_autofree guint32 *order = chn_seal_order (stage);
  g_autoptr (GArray) code_of_source = chn_seal_codes (timeline, stage, texts);
  timeline->columns.n_rows = stage->heads->len;
  chn_seal_sources (timeline, stage, texts, code_of_source);
  g_clear_pointer (&stage->sources, g_array_unref); /* rows take up as much again */
  chn_seal_backlinks (stage, order);
  chn_seal_records (timeline, stage, order, texts);
  chn_seal_origins (timeline, stage, texts);
  chn_seal_positions (timeline, stage, order);
  if (timeline->is_compact)
    chn_timeline_need_indexes (timeline);
}

ChnTimeline *
chn_seal (ChnStage *stage, ChnRegistry *registry)
{
  g_auto (ChnTexts) texts = { 0 };
  ChnTimeline *timeline = chn_timeline_new (chn_texts_init (&texts, stage), registry);
  chn_pool_end_interning (stage->texts);
  timeline->is_compact = stage->is_compact;
  make_columns (timeline, stage, &texts);
  if (texts.to == texts.from)
    stage->texts = NULL; /* the timeline has it */
  return timeline;
}
