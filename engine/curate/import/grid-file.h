/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/report.h>

#include "curate/import/grid.h"

/*
 * The tables of a file (ChnGrid), whatever it is: text, a spreadsheet, a text document or a web page, packed or not.
 * NULL with an error.
 */
GPtrArray *chn_grid_read_file (GBytes *file, const char *name, const ChnLimits *limits, ChnReport *report,
                               GError **error);
