/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/facets.h"
#include "document/group.h"
#include "document/notes.h"

/* What all entries of a document have in common. */
typedef struct {
  ChnComposer *composer;
  ChnNoteList *notes;
  ChnFacetList *facets; /* NULL: it is not interactive */
  const ChnTimeline *timeline;
  const ChnProfile *profile;
} ChnEntryContext;

/* Puts the event of a row, loaded, as an entry of its group. Returns when it was revised, 0 where nobody says. */
gint64 chn_compose_event (const ChnEntryContext *context, const ChnRowGroup *group, guint row, const ChnEvent *event);
