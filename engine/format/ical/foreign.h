/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "format/ical/line.h"
#include "format/ical/name.h"

/*
 * What an event brought along from somebody else's calendar, kept as extras: the lines that our own writing would not
 * give back. The key is a property's name in upper case with its parameters, "ATTENDEE;CN=Kim", and the value the
 * property's as written; or "BEGIN:VALARM" with the lines of the component. Other extras are none of a calendar's
 * business.
 */
typedef struct {
  const ChnEvent *event;
  gboolean is_foreign; /* it has a UID of its own; the extras of any other event are of other formats */
  guint64 found;       /* names of its properties that are whole lines */
  guint64 stands;      /* those that are written as they came, in place of our own */
} ChnIcalForeign;

/* Nothing stands yet. */
void chn_ical_foreign_init (ChnIcalForeign *foreign, const ChnEvent *event);

/* Those that tell of the event's revision and not of its content. */
#define CHN_ICAL_REVISION_NAMES                                                                                      \
  (CHN_ICAL_BIT (CHN_ICAL_UID) | CHN_ICAL_BIT (CHN_ICAL_DTSTAMP) | CHN_ICAL_BIT (CHN_ICAL_LAST_MODIFIED) |           \
   CHN_ICAL_BIT (CHN_ICAL_SEQUENCE))

/* Writes the properties of these names that stand; and the components. */
void chn_ical_foreign_put_properties (const ChnIcalForeign *foreign, guint64 names, ChnContentLine *line);
void chn_ical_foreign_put_parts (const ChnIcalForeign *foreign, ChnContentLine *line);

/* The name of an extra; the value of the first one of a name, empty where there is none. */
ChnIcalName chn_ical_foreign_name (const ChnExtra *extra);
ChnSlice chn_ical_foreign_find (const ChnEvent *event, ChnIcalName name);

/* The UID that a row has of its own, as it is written, or NULL. */
const char *chn_ical_foreign_find_uid (const ChnTimeline *timeline, guint row);

/* Whether an extra is a UID under which its event can be written. */
gboolean chn_ical_foreign_is_uid (const ChnExtra *extra);

/* Whether some file brought a VTIMEZONE of this TZID. */
gboolean chn_ical_foreign_has_zone (const ChnTimeline *timeline, const char *tzid);

/* What the file of an origin said of itself: properties, and components. */
void chn_ical_foreign_put_header (const ChnTimeline *timeline, guint origin, ChnContentLine *line);
void chn_ical_foreign_put_header_parts (const ChnTimeline *timeline, guint origin, ChnContentLine *line);
