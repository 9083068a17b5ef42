/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/importing.h"

/*
 * Takes the event of a row: a new one, or one that an earlier import of the table made, which it changes where that
 * was not edited since. `stated` is the id that the table gives it, or NULL. Where the event is kept until all rows
 * are read, another takes its place.
 */
void chn_import_keep_track (ChnImport *import, const ChnImportTable *table, guint row, ChnEvent **event,
                            const char *stated);

/* The same of an event that stands in no table, of a file. */
void chn_import_keep_event (ChnImport *import, const char *file, ChnEvent **event, const char *stated);

/* Brings together with the events that there are what waits for it, once. */
void chn_import_settle_tracks (ChnImport *import);

void chn_import_track_init (ChnImportTrack *track, const ChnTimeline *known);
void chn_import_track_clear (ChnImportTrack *track);
