/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/columns.h"

/*
 * Joins rows that a mapping says are of one event, since they are alike in some columns: the first stands for all,
 * and lists, sources and addresses have what the others add. `n_of` gets how many rows a row stands for: 0 for one
 * that was joined to another.
 */
void chn_grid_join_rows (ChnGrid *grid, const ChnImportColumns *columns, const ChnImportMap *map, guint *n_of);
