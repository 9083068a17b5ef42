/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* The UID under which the writer's event is written, and that of another event of its timeline; until the next one.
 */
const char *chn_ical_make_own_uid (ChnIcalWriter *writer);
const char *chn_ical_make_target_uid (ChnIcalWriter *writer, const char *target);

/*
 * Of the events that have the UID of the one at hand, another of which stands at an earlier line and has the id, one
 * counts: where that is the one at hand, it takes the place of that other. Else reader->is_copy says that it is to be
 * left out.
 */
void chn_ical_settle_copy (ChnIcalReader *reader, const char *id, guint earlier);

/* The id of the event at a line that has claimed a UID; valid until the next is looked for. */
const char *chn_ical_find_claimant (ChnIcalReader *reader, const ChnSlice *uid, guint line);
