/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "curate/import/grid.h"

/* Whether a text may be JSON: an object or an array. */
gboolean chn_grid_is_json (const char *bytes, gsize length);

/*
 * A table of the objects in a JSON text, or of one a line: a column for each member, of members of members
 * "start_date.year"; lists are joined by semicolons. `rows` names the members of the outermost object whose items, or
 * which themselves, are the rows; where it has none of these, it is a row itself. NULL with an error.
 */
ChnGrid *chn_grid_read_json (const char *bytes, gsize length, const char *name, const GPtrArray *rows,
                             const ChnLimits *limits, GError **error);
