/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/context.h"
#include "format/description.h"
#include "format/ical/category.h"
#include "format/ical/foreign.h"
#include "format/ical/old.h"
#include "format/ical/payload.h"
#include "format/ical/when.h"

/* When an event was revised: most events of a file share theirs. */
typedef struct {
  char *text; /* EDTF; empty where nothing is stated, NULL before the first */
  char stamp[24];
  gint64 day; /* since 1970-01-01 */
} ChnIcalRevision;

/* What it takes to write events one after the other: kept from event to event, and used by one thread at a time. */
typedef struct {
  const ChnWriteOptions *options;
  ChnContentLine line;
  ChnDescriber *describer;
  ChnZones *zones; /* the registry's */
  ChnCategories *categories;
  ChnPayload *payload; /* NULL: events go without */
  ChnOldCalendar *old; /* or NULL; borrowed */
  const char *stamp;   /* DTSTAMP of what says no revision, or NULL; borrowed */
  GString *uid;        /* the last one that was made */
  ChnIcalRevision revision;
  gboolean
      is_guessing; /* what is asked is only how an event that was just read would look: nothing is loaded for it */

  /* The event at hand, borrowed. */
  const ChnEvent *event;
  ChnContext context;
  ChnIcalForeign foreign;
  ChnWhen when;
} ChnIcalWriter;

/* Its line goes nowhere yet. Options and registry are borrowed. */
ChnIcalWriter *chn_ical_writer_new (const ChnWriteOptions *options, ChnRegistry *registry);
void chn_ical_writer_free (ChnIcalWriter *writer);

/*
 * Has the writer stand at an event of which no foreign line stands yet. FALSE where no calendar can hold its date:
 * writer->when says why.
 */
gboolean chn_ical_writer_open (ChnIcalWriter *writer, const ChnEvent *event, const ChnContext *context);

/* How a date becomes calendar time under the options: anniversaries are days, and what recurs does so by its clocks.
 */
void chn_ical_writer_init_when (const ChnIcalWriter *writer, const ChnEvent *event, const char *zone, ChnWhen *when);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnIcalWriter, chn_ical_writer_free)
