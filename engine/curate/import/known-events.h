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
  GHashTable *by_uid;    /* UID -> rows */
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

/*
 * The UID that an event keeps from a calendar or a column so called, as calendars read it, with its RECURRENCE-ID:
 * no two may have the same. `item` is where it stands among the extras. NULL for none; to be freed.
 */
char *chn_event_dup_uid (const ChnEvent *event, guint *item);

/* The event that has a UID, or is written under it for want of its own; it may have been found already. */
gboolean chn_known_events_find_uid (const ChnKnownEvents *known, const char *uid, guint *row);

/* Finds an event that is known by its row; FALSE where it was found before. */
gboolean chn_known_events_take (ChnKnownEvents *known, guint row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnKnownEvents, chn_known_events_clear)
