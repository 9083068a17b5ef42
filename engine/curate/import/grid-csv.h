/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/report.h>

#include "curate/import/grid.h"
#include "curate/import/row-filter.h"

/*
 * The table of a text: cells between commas, semicolons, tabs or bars, in UTF-8, UTF-16 or, where it is neither,
 * Windows-1252, which is noted; with a filter, of the rows that it lets through. NULL with an error where it cannot
 * be read at all.
 */
ChnGrid *chn_grid_read_text (const char *bytes, gsize length, const char *name, ChnRowFilter *filter,
                             const ChnLimits *limits, ChnReport *report, GError **error);
