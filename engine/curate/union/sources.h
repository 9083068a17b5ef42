/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>

#include "base/arena.h"
#include "curate/union/translation.h"

/* How the key of a source begins that is made for what another chronology says of itself. */
#define CHN_CHRONOLOGY_KEY "chronology-"

/* The sources of two timelines, those that are one united: by symbol, address, DOI, or title with author. */
typedef struct {
  const ChnTimeline *ours;
  ChnArena *arena;
  GHashTable *by_key;      /* key here -> ChnSource: all of them, as they will be */
  GHashTable *by_mark;     /* what tells a source -> its key */
  GHashTable *changed;     /* keys of those that are new, or say more now */
  GHashTable *withdrawing; /* ChnSource: those that withdraw others */
  guint n_united;
} ChnUnionSources;

void chn_union_sources_init (ChnUnionSources *sources, const ChnTimeline *ours);
void chn_union_sources_clear (ChnUnionSources *sources);

/* Takes in all sources of another timeline, whose label tells keys apart; what its keys are here goes to the
 * translation. */
void chn_union_sources_add_all (ChnUnionSources *sources, const ChnTimeline *theirs, const char *label,
                                ChnTranslation *translation);

/* The key of the source that is made for a chronology, which is declared from then on. */
const char *chn_union_sources_need_chronology (ChnUnionSources *sources, const char *label, const char *title);

const ChnSource *chn_union_sources_get (const ChnUnionSources *sources, const char *key);

/* What is new or has changed. */
void chn_union_sources_edit (const ChnUnionSources *sources, ChnEdits *edits);
