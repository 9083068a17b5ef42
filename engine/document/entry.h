/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/group.h"
#include "document/notes.h"

/* Puts the event of a row, loaded, as an entry of its group. Returns when it was revised, 0 where nobody says. */
gint64 chn_compose_event (ChnComposer *composer, ChnNoteList *notes, const ChnTimeline *timeline,
                          const ChnProfile *profile, const ChnRowGroup *group, guint row, const ChnEvent *event);
