/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

typedef struct _ChnTimelineBuilder ChnTimelineBuilder;

/*
 * Which staged event bears an id, and which source a key; both by the number of the text. Whether any does is
 * told by a bit. Which one it is, that is asked of few files, is looked up in tables that are made when it is.
 */
typedef struct {
  GArray *is_id, *is_key;       /* guint32: a bit for each number */
  GArray *event_of, *source_of; /* by number: 1 + the index of the event, or where the source begins; 0 for none */
  guint n_events, source_end;   /* up to here they are in the tables */
} ChnLookup;

void chn_lookup_init (ChnLookup *lookup);
void chn_lookup_clear (ChnLookup *lookup);

gboolean chn_builder_has_event (const ChnTimelineBuilder *builder, guint32 id);
gboolean chn_builder_has_source (const ChnTimelineBuilder *builder, guint32 key);
void chn_builder_note_event (ChnTimelineBuilder *builder, guint32 id);
void chn_builder_note_source (ChnTimelineBuilder *builder, guint32 key);

/* 1 + the index of the first that bears it, of those that are staged; 0 for none. */
guint32 chn_builder_find_event (ChnTimelineBuilder *builder, guint32 id);

/* 1 + where the first begins; 0 for none. */
guint32 chn_builder_find_source (ChnTimelineBuilder *builder, guint32 key);
