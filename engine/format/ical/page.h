/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"
#include "format/ical/description.h"
#include "format/ical/extra.h"
#include "format/ical/old.h"
#include "format/ical/payload.h"
#include "format/ical/vtimezone.h"
#include "format/ical/when.h"

/* What the parts of the iCalendar writer share while one file is written. */
typedef struct {
  const ChnWriteJob *job;
  ChnContentLine line;
  ChnPayload *payload; /* or NULL */
  ChnDescriber *describer;
  ChnZones *zones;
  ChnCategories *categories;
  ChnOldCalendar *old; /* or NULL */
  GString *uid;        /* of the event at hand, or what an event refers to */

  /* The last revision that was looked at: most events of a file share theirs. */
  const char *revised;
  char stamp[24];
  gint64 revision; /* in days since 1970-01-01 */

  /* The event at hand. */
  guint row;
  const ChnEvent *event;
  ChnIcalExtras extras; /* what it brought along */
  ChnWhen when;
} ChnIcalPage;

static inline const char *
chn_ical_page_get_header (const ChnIcalPage *page, ChnHeaderField field)
{
  return chn_timeline_get_header (page->job->timeline, chn_timeline_get_origin (page->job->timeline, page->row),
                                  field);
}
