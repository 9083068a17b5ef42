/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/page.h"

/* What it takes to write events one after the other: kept from event to event, and used by one thread at a time. */
typedef struct {
  ChnEvent *event;
  ChnDescriber *describer;
  ChnZones *zones;
  ChnCategories *categories;
  ChnPayload *payload; /* or NULL */
  GString *uid;
} ChnIcalDesk;

ChnIcalDesk *chn_ical_desk_new (const ChnWriteJob *job);
void chn_ical_desk_free (ChnIcalDesk *desk);

/* A page of a job, on which nothing is written yet. */
ChnIcalPage chn_ical_desk_open_page (ChnIcalDesk *desk, const ChnWriteJob *job);

/* The page's event. */
void chn_ical_desk_load (ChnIcalDesk *desk, ChnIcalPage *page, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnIcalDesk, chn_ical_desk_free)
