/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/report.h>

#include "curate/import/map.h"

/*
 * The tables of a file (ChnGrid), whatever it is: text, a spreadsheet, a text document or a web page, packed or not;
 * with a mapping, the objects of JSON, too, and of text the rows that its filter lets through. NULL with an error.
 */
GPtrArray *chn_grid_read_file (GBytes *file, const char *name, const ChnImportMap *map, const ChnLimits *limits,
                               ChnReport *report, GError **error);
