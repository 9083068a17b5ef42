/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "base/arena.h"

/*
 * The inside of an event, for the timeline that fills one from columns without copying its text.
 * Pointers lead into the event's arena, or to text that lives as long as the timeline.
 */
struct _ChnEvent {
  ChnArena *arena;
  const char *text[CHN_N_FIELDS];  /* of shapes TEXT and DATE */
  guint number[CHN_N_FIELDS];      /* of shapes TERM and NUMBER */
  const ChnVocabulary *vocabulary; /* what its terms beyond the known ones are: its timeline's, or */
  ChnVocabulary *words;            /* the event's own; NULL while it had none */
  ChnDate *date[2];                /* DATE and REVISED; NULL until asked for */
  ChnDateBounds bounds;
  ChnVote vote;
  GArray *list[CHN_N_FIELDS]; /* const char *; of shape LIST, else NULL */
  GArray *actors;
  GArray *relations;
  GArray *citations;
  GArray *extras;
  ChnPosition *position; /* there are more of these than of all the others */
  guint n_positions, position_room;
};

/* Of an event that a timeline fills: its terms are those of the timeline, which outlives it. */
static inline void
chn_event_borrow_vocabulary (ChnEvent *event, const ChnVocabulary *vocabulary)
{
  event->vocabulary = vocabulary;
}

/* Adds where a value stands. */
static inline void
chn_event_append_position (ChnEvent *event, const ChnPosition *position)
{
  if (G_UNLIKELY (event->n_positions == event->position_room)) {
    event->position_room = MAX (event->position_room * 2, 16);
    event->position = g_renew (ChnPosition, event->position, event->position_room);
  }
  event->position[event->n_positions++] = *position;
}

/* The list of strings of a field of shape LIST, for appending borrowed text. */
GArray *chn_event_get_list (ChnEvent *event, ChnField field);

/* Forgets the items of a field of shape LIST. */
void chn_event_clear_items (ChnEvent *event, ChnField field);

/* Sets text that outlives the event's next clear. */
void chn_event_borrow_text (ChnEvent *event, ChnField field, const char *text);

/*
 * Sets a date by its text, which is copied, and by what it denotes; it is parsed only when it is asked for. Bounds
 * are kept of CHN_FIELD_DATE alone, and may be NULL for another.
 */
void chn_event_hold_date (ChnEvent *event, ChnField field, const char *text, const ChnDateBounds *bounds);

/* Adds an extra of texts that need not end in NUL. */
void chn_event_keep_extra (ChnEvent *event, const char *key, gsize key_length, const char *value, gsize value_length);
