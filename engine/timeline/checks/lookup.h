/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/stage/stage.h"

/*
 * Which staged event bears an id, and which source a key; both by the number of the text. Whether any does is
 * told by a bit. Which one it is, that is asked of few files, is looked up in tables that are made when it is.
 */
typedef struct {
  const ChnStage *stage;
  GArray *is_id, *is_key;       /* number map: 32 bits an entry, a bit for each number */
  GArray *event_of, *source_of; /* number map: 1 + the index of the event, or where the source begins; 0 for none */
  guint n_events, source_end;   /* up to here they are in the tables */
} ChnLookup;

void chn_lookup_init (ChnLookup *lookup, const ChnStage *stage);
void chn_lookup_clear (ChnLookup *lookup);

gboolean chn_lookup_has_event (const ChnLookup *lookup, guint32 id);
gboolean chn_lookup_has_source (const ChnLookup *lookup, guint32 key);
void chn_lookup_note_event (ChnLookup *lookup, guint32 id);
void chn_lookup_forget_event (ChnLookup *lookup, guint32 id);
/* Events have other indexes from now on. */
void chn_lookup_renumber (ChnLookup *lookup);
void chn_lookup_note_source (ChnLookup *lookup, guint32 key);

/* 1 + the index of the first that bears it, of those that are staged; 0 for none. */
guint32 chn_lookup_find_event (ChnLookup *lookup, guint32 id);

/* 1 + where the first begins; 0 for none. */
guint32 chn_lookup_find_source (ChnLookup *lookup, guint32 key);
