/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Seals a builder: names first, then faults, then order and columns. */
#include "base/report.h"
#include "registry/dangling.h"
#include "timeline/aside.h"
#include "timeline/builder.h"
#include "timeline/dictionary.h"
#include "timeline/gather.h"
#include "timeline/handover.h"
#include "timeline/order.h"
#include "timeline/outside.h"
#include "timeline/prune.h"
#include "timeline/word-split.h"

static void
report_dangling (const ChnDangling *mention, gpointer data)
{
  ChnTimelineBuilder *builder = data;
  const char *file = builder->origins->len > 0 ? chn_builder_get_file (builder, 0) : NULL;
  ChnPlace place = { .file = mention->file ? mention->file : file, .line = mention->line, .column = mention->column };
  if (mention->is_forum)
    chn_fault_add (builder->report, CHN_FAULT_BAD_NAMES, &place, "declare the forum above it under forums",
                   "forum \"%s\" lies below \"%s\", which is no forum", mention->owner, mention->missing);
  else
    chn_fault_add (builder->report, CHN_FAULT_BAD_NAMES, &place, "declare it under actors",
                   "member \"%s\" of \"%s\" is no actor", mention->missing, mention->owner);
}

/* The registry with the timeline's own names on top; NULL where those do not hold together. */
static ChnRegistry *
seal_names (ChnTimelineBuilder *builder)
{
  if (!builder->names)
    return chn_registry_ref (builder->registry);
  chn_registry_builder_drop_dangling (builder->names, report_dangling, builder);
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_builder_seal (g_steal_pointer (&builder->names), &error);
  if (registry)
    return registry;
  ChnPlace place = { .file = builder->origins->len > 0 ? chn_builder_get_file (builder, 0) : NULL };
  chn_fault_add_error (builder->report, CHN_FAULT_BAD_NAMES, &place, NULL, error);
  return NULL;
}

/* What a second thread may do beside another part of the work. */
typedef struct {
  ChnTimeline *timeline;
  ChnTimelineBuilder *builder;
  ChnTexts *texts;
  guint32 *order;
  GArray *code_of_source;
} Sealing;

static gpointer
make_order (gpointer data)
{
  Sealing *sealing = data;
  sealing->order = chn_builder_order (sealing->builder);
  return NULL;
}

static void
gather_sources (const Sealing *sealing)
{
  chn_timeline_gather_sources (sealing->timeline, sealing->builder, sealing->texts, sealing->code_of_source);
  g_clear_pointer (&sealing->builder->sources, g_array_unref);
}

/* What the rows do not need. Where texts get other numbers, the sources' get theirs before. */
static gpointer
gather_sides (gpointer data)
{
  const Sealing *sealing = data;
  if (!sealing->builder->is_compact)
    gather_sources (sealing);
  chn_timeline_gather_spots (sealing->timeline, sealing->builder, sealing->order);
  return NULL;
}

/* What was split may have what is left out now. */
static void
split_again (ChnTimelineBuilder *builder)
{
  if (!builder->split)
    return;
  chn_word_split_free (builder->split);
  builder->split = chn_word_split_new ();
  for (guint i = 0; i < builder->heads->len; i++)
    chn_builder_split_words (builder, i);
}

static void
make_columns (Sealing *sealing)
{
  ChnTimeline *timeline = sealing->timeline;
  ChnTimelineBuilder *builder = sealing->builder;
  guint n = builder->heads->len;
  GThread *thread = chn_aside_begin ("order", make_order, sealing, n);
  sealing->code_of_source = chn_timeline_make_dictionaries (timeline, builder, sealing->texts);
  chn_aside_end (thread);
  if (builder->is_compact)
    gather_sources (sealing);
  timeline->columns.n_rows = n;
  thread = chn_aside_begin ("sides", gather_sides, sealing, n);
  chn_builder_point_at_rows (builder, sealing->order);
  chn_timeline_gather (timeline, builder, sealing->order, sealing->texts);
  chn_timeline_gather_origins (timeline, builder, sealing->texts);
  chn_aside_end (thread);
  g_array_unref (sealing->code_of_source);
  if (timeline->is_compact) /* of what was just read perhaps nobody asks for them */
    chn_timeline_need_indexes (timeline);
}

/* From here on no text is looked for, and nothing by its text: at scale that is a part of what is staged. */
static void
free_lookups (ChnTimelineBuilder *builder)
{
  chn_pool_end_interning (builder->texts);
  chn_lookup_clear (&builder->lookup);
  g_clear_pointer (&builder->symbol_of, g_array_unref);
  g_clear_pointer (&builder->zone_state, g_array_unref);
}

static ChnTimeline *
build (ChnTimelineBuilder *builder, ChnRegistry *registry)
{
  g_auto (ChnTexts) texts = { 0 };
  ChnTimeline *timeline = chn_timeline_new (chn_texts_init (&texts, builder), registry);
  Sealing sealing = { .timeline = timeline, .builder = builder, .texts = &texts };
  free_lookups (builder);
  timeline->is_compact = builder->is_compact;
  make_columns (&sealing);
  g_autofree guint32 *order = sealing.order;
  if (texts.to == texts.from)
    builder->texts = NULL; /* the timeline has it */
  if (builder->split) {
    timeline->split = g_steal_pointer (&builder->split);
    timeline->event_of = g_steal_pointer (&order);
  }
  return timeline;
}

ChnTimeline *
chn_timeline_builder_seal (ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (ChnTimelineBuilder) owned = builder;
  chn_handover_close (owned);
  g_autoptr (ChnRegistry) registry = seal_names (owned);
  if (!registry && owned->keep_going)
    registry = chn_registry_ref (owned->registry);
  chn_builder_examine_headers (owned);
  chn_builder_set_aside_outside (owned);
  chn_builder_resolve (owned, registry);
  if (owned->keep_going) {
    chn_builder_prune (owned, registry);
    split_again (owned);
  }
  if (owned->split)
    chn_word_split_end (owned->split);
  chn_report_set_lenient (owned->report, FALSE);
  chn_report_sort (owned->report);
  if (chn_report_to_error (owned->report, error))
    return NULL;
  return build (owned, registry);
}
