/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/edits.h"
#include "curate/edit/merge.h"

/*
 * Makes a field of an event say what the edit has; where others of the edits take keys out, none comes behind these.
 * `is_sure` is set where it came in as lines of its own, of which there is no doubt what they say.
 */
gboolean chn_field_change (ChnMerge *merge, const ChnTree *event, const ChnFieldEdit *edit, const ChnEdits *edits,
                           const char *name, gboolean *is_sure, GError **error);

/* Whether the event says it. */
gboolean chn_field_says (const char *bytes, const ChnTree *event, const ChnFieldEdit *edit, ChnArena *arena);
