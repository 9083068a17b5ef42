/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/old.h"

/* What the files about an older calendar share. */

typedef struct {
  char *key; /* NULL: without UID, or one that an event before has */
  guint64 digest;
  gint64 sequence;
  gint64 gone; /* of a tombstone, the day since 1970-01-01 on which it became one; 0 for others */
  gboolean is_cancelled;
  gboolean stays;   /* the new calendar has it */
  gboolean expires; /* it is only remembered from now on */
} ChnOldEvent;

struct _ChnOldCalendar {
  const char *bytes;
  gsize length;
  const ChnLimits *limits;
  GArray *events;         /* ChnOldEvent, in the order of the file */
  GHashTable *by_key;     /* key -> index + 1; keys are those of the events */
  GHashTable *remembered; /* key -> sequence, GINT_TO_POINTER */
  GHashTable *returned;   /* keys of `remembered` that the new calendar has */
  gint64 today;           /* once it is settled */
  gboolean changes;       /* something of the new calendar is new or other than before */
};

static inline ChnOldEvent *
chn_old_calendar_get_event (const ChnOldCalendar *old, guint index)
{
  return &g_array_index (old->events, ChnOldEvent, index);
}

static inline gboolean
chn_old_event_is_gone (const ChnOldEvent *event)
{
  return event->key && !event->stays;
}

/* remembered.c: a list of keys and their numbers as it is written, and read. */
void chn_old_calendar_read_remembered (ChnOldCalendar *old, const char *text, gsize length);
char *chn_old_calendar_dup_remembered (const ChnOldCalendar *old);
