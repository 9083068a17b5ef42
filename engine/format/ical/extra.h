/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "format/ical/category.h"
#include "format/ical/line.h"
#include "format/ical/name.h"

/*
 * What an event brought along from somebody else's calendar: extras whose key is a property's name in
 * upper case with its parameters, "ATTENDEE;CN=Kim", and whose value is the property's as written; or
 * "BEGIN:VALARM" with the lines of the component. Other extras are none of a calendar's business.
 */
typedef struct {
  const ChnEvent *event;
  guint64 stands;   /* properties that are written as they came, in place of our own */
  gboolean foreign; /* the event has a UID of its own */
} ChnIcalExtras;

void chn_ical_extras_init (ChnIcalExtras *extras, const ChnTimeline *timeline, guint row, ChnCategories *categories,
                           const ChnEvent *event);

/* Whether the property was written by somebody else and still says what the event says. */
static inline gboolean
chn_ical_extras_stand (const ChnIcalExtras *extras, ChnIcalName name)
{
  return (extras->stands & CHN_ICAL_BIT (name)) != 0;
}

/* Those that tell of the event's revision and not of its content. */
#define CHN_ICAL_REVISION_NAMES                                                                                      \
  (CHN_ICAL_BIT (CHN_ICAL_UID) | CHN_ICAL_BIT (CHN_ICAL_DTSTAMP) | CHN_ICAL_BIT (CHN_ICAL_LAST_MODIFIED) |           \
   CHN_ICAL_BIT (CHN_ICAL_SEQUENCE))

/* Writes the properties of these names, and the components. */
void chn_ical_extras_put_properties (const ChnIcalExtras *extras, guint64 names, ChnContentLine *line);
void chn_ical_extras_put_parts (const ChnIcalExtras *extras, ChnContentLine *line);

/* The UID that a row has of its own, as it is written, or NULL. */
const char *chn_ical_find_own_uid (const ChnTimeline *timeline, guint row);

/* Whether some file brought a VTIMEZONE of this TZID. */
gboolean chn_ical_brought_zone (const ChnTimeline *timeline, const char *tzid);

/* What the file of an origin said of itself: properties, and components. */
void chn_ical_put_header_properties (const ChnTimeline *timeline, guint origin, ChnContentLine *line);
void chn_ical_put_header_parts (const ChnTimeline *timeline, guint origin, ChnContentLine *line);
