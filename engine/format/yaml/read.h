/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* The reader and writer of timeline files. */
gboolean chn_yaml_read (const ChnReadJob *job, GError **error);
gboolean chn_yaml_write (const ChnWriteJob *job, GError **error);

/*
 * What is said of the whole timeline, for a format that carries it beside its events: but for title and summary,
 * which such a format shows, and for what the events bring along. Appends nothing where there is nothing.
 */
void chn_yaml_append_carried (GString *out, const ChnWriteJob *job);

/* A timeline file of all rows without events: what a format that has them otherwise puts before them. Sources that an
 * event cites come with the event. */
void chn_yaml_append_head (GString *out, const ChnWriteJob *job);

/*
 * Reads this into the origin at hand, as standing at a line of the job's file; faults go to a report of their own.
 * Returns the timeline's id, NULL where it has none.
 */
char *chn_yaml_read_carried (const ChnReadJob *job, const char *text, gsize length, guint line, ChnReport *report);
