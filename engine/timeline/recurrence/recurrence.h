/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/duration.h>

#include "date/recur/walk.h"
#include "timeline/recurrence/clock.h"

/*
 * The recurrence set of a row (RFC 5545, 3.8.5): when it takes place. The one place that knows of RRULE, RDATE,
 * EXRULE and EXDATE, and of instances that have a RECURRENCE-ID, which are rows of their own and take the place of
 * what they name: of an occurrence, or with RANGE=THISANDFUTURE of all from one on, which then are moved as the
 * instance is. DTSTART counts as the first, whether or not the rules give it (3.8.5.3).
 *
 *   rules        the field `repeat`, and the extras RRULE and EXRULE
 *   dates        the extras RDATE: days, times and periods
 *   exceptions   the extras EXDATE, and rows that are related to this one and have the extra RECURRENCE-ID
 *
 * A value in another zone or in UTC names the same instant; one that is a day, all of that day.
 */
typedef struct _ChnRecurrence ChnRecurrence;

/* When a row takes place once. */
typedef struct {
  gint64 begin;  /* as the event's clocks show it: civil seconds */
  gint64 utc;    /* the same instant, as far as the clocks are known */
  gint64 length; /* seconds, of a period that says so itself; else -1, as long as the first */
} ChnOccurrence;

/*
 * NULL for a row that does not recur. Columns and zones are borrowed. Where the rule cannot be followed, or the date
 * is one that nothing recurs from, the set has the row's own date alone: chn_recurrence_check() says why.
 */
ChnRecurrence *chn_recurrence_new (const ChnColumns *columns, guint row, ChnZones *zones);
void chn_recurrence_free (ChnRecurrence *recurrence);

/* Whether a row is an instance of what recurs at another row, and so may lie at any distance from it. */
gboolean chn_recurrence_is_instance (const ChnColumns *columns, guint row, guint series);

/* FALSE with an error where it is not followed. */
gboolean chn_recurrence_check (const ChnRecurrence *recurrence, GError **error);

/* Whether the row's own date belongs to the set, in which no exception and no instance has taken its place. */
gboolean chn_recurrence_has_first (const ChnRecurrence *recurrence);

/* Whether its rules give its own date, which counts in any case (RFC 5545, 3.8.5.3). */
gboolean chn_recurrence_is_synchronized (const ChnRecurrence *recurrence);

/* The zone by whose clocks it recurs; NULL where none is known, and of days. */
const char *chn_recurrence_get_zone (const ChnRecurrence *recurrence);

/* Whether it goes on without end. */
gboolean chn_recurrence_is_endless (const ChnRecurrence *recurrence);

/* What may be looked at for one question: so many days and times. */
enum { CHN_RECURRENCE_BUDGET = 100000000 };

/*
 * The occurrences that share a moment with a range of civil seconds, both inclusive, in their order. The budget is
 * taken from; where nothing is left of it, the walk has ended early.
 */
typedef struct _ChnRecurrenceWalk ChnRecurrenceWalk;
ChnRecurrenceWalk *chn_recurrence_walk_new (const ChnRecurrence *recurrence, gint64 from, gint64 to, guint64 *budget);
gboolean chn_recurrence_walk_next (ChnRecurrenceWalk *walk, ChnOccurrence *occurrence);
void chn_recurrence_walk_free (ChnRecurrenceWalk *walk);

/* occurrence.c: the bounds of an occurrence, and its date as EDTF. */
ChnDateBounds chn_recurrence_get_bounds (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence);
ChnDate *chn_recurrence_make_date (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence);
/* The same moment in words that no other occurrence has: "20140610" or "20140610t090000". */
char *chn_recurrence_dup_mark (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnRecurrence, chn_recurrence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnRecurrenceWalk, chn_recurrence_walk_free)
