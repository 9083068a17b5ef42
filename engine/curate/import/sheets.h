/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/importing.h"

/*
 * Takes the tables of a file (ChnGrid) that are asked for: the sheet of that name or number, "all", or where none is
 * named the first in which columns are named; of a document or page, each. What is not taken is said.
 */
gboolean chn_import_read_sheets (ChnImport *import, const GPtrArray *grids, const char *file, GError **error);
