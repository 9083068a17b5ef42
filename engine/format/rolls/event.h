/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/rolls/book.h"

/* Makes events of roll calls, one after the other. */
typedef struct {
  ChnRollBook *book;
  ChnTimelineBuilder *builder;
  const ChnRegistry *registry;
  ChnEvent *event;
  GArray *ballots[CHN_BALLOT_NOT_VOTING + 1]; /* ChnBallot: of the event at hand, by kind */
  GArray *seen; /* guint32: by seat, 1 + the number of the roll call in which it voted last */
  guint cited;  /* a bit for each source (cite.h) */
} ChnRollEvents;

/* Numbers of the ballots of a roll call. */
typedef struct {
  const guint32 *ballots;
  guint n;
} ChnRollLines;

void chn_roll_events_init (ChnRollEvents *events, ChnRollBook *book, ChnTimelineBuilder *builder,
                           const ChnRegistry *registry);
void chn_roll_events_clear (ChnRollEvents *events);

/* Whether a vote was on a paragraph or an amendment, so that the symbol is that of the whole. */
gboolean chn_roll_call_is_of_part (const ChnRollCall *call);

/* `is_alone`: no other vote on a whole text bears its symbol. `number` is above 0, and of this roll call alone. */
void chn_roll_event_add (ChnRollEvents *events, const ChnRollCall *call, const ChnRollLines *lines, gboolean is_alone,
                         guint32 number);

/* The sources that were cited. */
void chn_roll_events_add_sources (const ChnRollEvents *events);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnRollEvents, chn_roll_events_clear)
