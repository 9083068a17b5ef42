/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/edit/merge.h"
#include "curate/edit/outline.h"

/* The lines of an event as they stand, at the first column. NULL with an error where it does not begin a line. */
char *chn_place_dup_lines (const ChnLines *lines, const ChnOutline *outline, const ChnPlace *place, GError **error);

/* Whether each event begins a line of its own. */
gboolean chn_place_begins_lines (const ChnLines *lines, const ChnOutline *outline);

/* The lines of an event of such a file, with what was changed in them and put in behind them. */
void chn_place_append_changed (const ChnMerge *merge, const ChnPlace *place, GString *out);

/* Puts lines that begin at the first column in the place of an event's; NULL takes it out. */
gboolean chn_place_replace (ChnMerge *merge, const ChnOutline *outline, const ChnPlace *place, const char *text,
                            GError **error);

/* Puts events, an array of ChnEventEdit, at their places by date. */
gboolean chn_place_add_all (ChnMerge *merge, const ChnOutline *outline, const GArray *events, const char *name,
                            GError **error);
