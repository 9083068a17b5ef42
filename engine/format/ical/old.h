/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/duration.h>
#include <chancery/limits.h>

#include "format/ical/line.h"
#include "zone/zones.h"

/*
 * A calendar that was written before, for what a new one says of its events: SEQUENCE, which never falls (RFC 5545,
 * 3.8.7.4), and what has left since. An event that nobody asked for any more stays as a tombstone: cancelled, with
 * the day in X-CHANCERY-GONE. Once it is old enough, and the calendar changes anyway, only its UID and number are
 * kept, in X-CHANCERY-GONE of the calendar. Reading makes no event of either.
 */
typedef struct _ChnOldCalendar ChnOldCalendar;

/* The bytes are borrowed. NULL with an error, and its line, when they are no calendar. */
ChnOldCalendar *chn_old_calendar_new (const char *bytes, gsize length, const ChnLimits *limits, GError **error);
void chn_old_calendar_free (ChnOldCalendar *old);

/* By which an event is known from calendar to calendar: its UID without escapes, and of an instance its
   RECURRENCE-ID, which is empty for others. */
char *chn_old_calendar_dup_key (const char *uid, const char *recurrence_id);

/* What is known of an event's revision: days since 1970-01-01, 0 where nothing is. */
typedef struct {
  gint64 revised;      /* when it was revised */
  gint64 today;        /* the day of writing */
  gint64 sequence;     /* the number that came with it */
  gboolean is_foreign; /* it came from somebody else's calendar */
} ChnOldRevision;

/*
 * The SEQUENCE of an event whose content, without UID, DTSTAMP, LAST-MODIFIED, SEQUENCE and alarms, has a digest: the
 * old one, where the content differs one more; and at least the day of its revision, or of writing where it is not
 * known and the content is new. Notes that the event has stayed.
 */
gint64 chn_old_calendar_revise (ChnOldCalendar *old, const char *key, guint64 digest, const ChnOldRevision *revision);

/*
 * When all events have been revised: what becomes of those that have left, on a day since 1970-01-01. Tombstones
 * older than the lifetime go, where anything else changes.
 */
void chn_old_calendar_settle (ChnOldCalendar *old, gint64 today, const ChnDuration *lifetime);

/* gone.c: writes what is remembered, a property of the calendar; and the tombstones. */
void chn_old_calendar_put_remembered (const ChnOldCalendar *old, ChnContentLine *line);
void chn_old_calendar_put_gone (const ChnOldCalendar *old, ChnZones *zones, ChnContentLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnOldCalendar, chn_old_calendar_free)
