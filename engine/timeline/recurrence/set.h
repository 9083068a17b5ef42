/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/recurrence/recurrence.h"

/* What the files of a recurrence set share. */
struct _ChnRecurrence {
  ChnRecurrenceClock clock;
  ChnDateBounds first; /* of the row's own date */
  gint64 begin;        /* of the row's own date: clocks that are turned back may show a later time than at its end */
  gint64 days;         /* how long it lasts, each time: days of the calendar, */
  gint64 seconds;      /* and then seconds that pass */
  gint64 start;        /* what the rules count from: the row's own beginning, or that of what it is an instance of */
  GArray *rules;       /* ChnRecurRule */
  GArray *exclusions;  /* ChnRecurRule: EXRULE */
  GArray *dates;       /* ChnOccurrence, by `begin` */
  GArray *days_out;    /* gint64: days since 1970-01-01, ascending */
  GArray *times_out;   /* gint64: seconds of UTC, ascending */
  gint64 after, end;   /* of UTC: the rules count between these only, the ends not among them */
  gint64 shift;        /* by how much later an instance is than what it takes the place of */
  GError *fault;       /* why it is not followed, or NULL */
};

/* gather.c: of a kind that something can recur from. */
gboolean chn_recurrence_suits (const ChnDateBounds *first);

/* length.c: finds how long a row lasts, of its date where that is of times, and its DURATION where it came with one.
 */
void chn_recurrence_measure (ChnRecurrence *recurrence, const ChnDate *date, const char *duration);
/* Seconds of UTC. */
gint64 chn_recurrence_find_end (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence);

/* walk.c: whether an occurrence is left out, by a day or a time that names it. */
gboolean chn_recurrence_leaves_out (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence);

/* dates.c: reads values of RDATE, EXDATE or RECURRENCE-ID; `key` is the property with its parameters. */
void chn_recurrence_add_dates (ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones);
void chn_recurrence_add_exceptions (ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones);
/* The same of a RECURRENCE-ID, when the rules are known. */
void chn_recurrence_add_replaced (ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones);
/* The instant that a RECURRENCE-ID names; FALSE where it is none. */
gboolean chn_recurrence_read_id (const ChnRecurrence *recurrence, const char *key, const char *value, ChnZones *zones,
                                 gint64 *utc);
