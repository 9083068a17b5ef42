/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "curate/match/names.h"
#include "curate/match/pools.h"

/* Where a list of numbers stands among all those of a timeline. */
typedef struct {
  guint start, n;
} ChnTraitRun;

/* A number of a list: ascending, each once. */
typedef enum {
  CHN_TRAIT_ORIGINS, /* "timeline/id": what it is, or came of */
  CHN_TRAIT_UIDS,    /* that calendars gave it */
  CHN_TRAIT_FORUMS,
  CHN_TRAIT_SYMBOLS, /* without the year of a resolution; either of two of one document */
  CHN_TRAIT_SERIES,  /* organ, kind and session of symbols */
  CHN_TRAIT_ACTORS,
  CHN_TRAIT_SOURCES, /* addresses and symbols of what it cites */
  CHN_TRAIT_TITLE,   /* words */
  CHN_TRAIT_TEXT,    /* words of title, label, summary and place */
  CHN_N_TRAIT_RUNS,
} ChnTraitRuns;

/* What of an event is compared. Numbers are those of names or words that two timelines share. */
typedef struct {
  ChnDateBounds bounds;
  ChnTraitRun run[CHN_N_TRAIT_RUNS];
  guint32 id, title; /* the last one folded */
  guint32 series, nth;
  guint kind; /* the nearest known one */
  guint32 kind_name;
  gint32 count[3];
  gboolean by_consensus, took_no_place;
  float busy;                                    /* events a day around its date */
  float title_weight, title_square, text_square; /* sums over its words, once these are weighed */
} ChnTraits;

typedef struct {
  const ChnTimeline *timeline;
  guint n;
  ChnTraits *row;  /* as in the timeline, so by when they begin */
  GArray *numbers; /* guint32, of all runs */
  GArray *n_of;    /* number of a name -> events of the timeline that have it */
} ChnTraitTable;

/* `other` says what the names of the timeline are in the one that it is compared with; NULL for the same. */
void chn_trait_table_init (ChnTraitTable *table, ChnTraitNames *names, const ChnTimeline *timeline,
                           const ChnOtherNames *other);
void chn_trait_table_clear (ChnTraitTable *table);

static inline const guint32 *
chn_traits_get (const ChnTraitTable *table, const ChnTraits *traits, ChnTraitRuns run)
{
  return &g_array_index (table->numbers, guint32, traits->run[run].start);
}

/* How many events of the timeline have a name. */
static inline guint
chn_trait_count (const ChnTraitTable *table, guint32 name)
{
  return name < table->n_of->len ? g_array_index (table->n_of, guint32, name) : 0;
}
