/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "format/ical/line.h"
#include "zone/zones.h"

/* The events of a calendar that was written before, for what a new one says of them (RFC 5545, 3.8.7.4). */
typedef struct _ChnOldCalendar ChnOldCalendar;

/* The bytes are borrowed. NULL with an error, and its line, when they are no calendar. */
ChnOldCalendar *chn_old_calendar_new (const char *bytes, gsize length, const ChnLimits *limits, GError **error);
void chn_old_calendar_free (ChnOldCalendar *old);

/*
 * The SEQUENCE of an event whose content, without UID, DTSTAMP, LAST-MODIFIED, SEQUENCE
 * and alarms, has a digest: the old one, one more where the content differs, or the fallback where the event is new.
 */
gint64 chn_old_calendar_revise (ChnOldCalendar *old, const char *uid, guint64 digest, gint64 fallback);

/* The events that nobody asked for since, cancelled; those that were so already are left out. */
void chn_old_calendar_put_gone (const ChnOldCalendar *old, ChnZones *zones, ChnContentLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnOldCalendar, chn_old_calendar_free)
