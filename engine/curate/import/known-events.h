/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* The events of a timeline that rows are looked for among; each is found once. */
typedef struct {
  const ChnTimeline *timeline;
  GHashTable *by_mark;   /* mark -> rows (GArray of guint) */
  GHashTable *by_symbol; /* first symbol -> rows */
  GHashTable *by_title;  /* folded title -> rows */
  GHashTable *by_date;   /* EDTF -> rows */
  guint8 *is_found;      /* by row */
  guint8 *is_marked;     /* by row: an import has made it */
} ChnKnownEvents;

void chn_known_events_init (ChnKnownEvents *known, const ChnTimeline *timeline);
void chn_known_events_clear (ChnKnownEvents *known);

/* The event that an import made of just such a row, whatever became of it since. */
gboolean chn_known_events_find_marked (ChnKnownEvents *known, const char *mark, guint *row);

/*
 * The event that is this one as it was before: of the same symbol on the same day or by the same title, or by that
 * alone where an import made it; of the same day and title; by its title where it is the only one; nearly by its
 * title on the same day.
 */
gboolean chn_known_events_find (ChnKnownEvents *known, const ChnEvent *event, guint *row);

/* The event of an id. */
gboolean chn_known_events_find_id (ChnKnownEvents *known, const char *id, guint *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnKnownEvents, chn_known_events_clear)
