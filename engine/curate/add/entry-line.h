/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/timeline.h>

/*
 * Reads "DATE [FORUM[, FORUM]] [KIND]: TITLE" or "DATE TITLE" into an event. FALSE with an error at its place in the
 * line; the event is of no use then.
 */
gboolean chn_entry_line_read (const char *line, const ChnTimeline *timeline, ChnEvent *event, GError **error);

/* A date as EDTF or as people write it: NULL with the error of EDTF where it is neither. */
ChnDate *chn_entry_read_date (const char *text, gsize length, GError **error);
