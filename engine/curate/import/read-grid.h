/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/importing.h"

/* Takes the rows of a table. */
gboolean chn_import_read_grid (ChnImport *import, ChnGrid *grid, const char *file, GError **error);

/* Whether a table's columns, or a mapping, tell when and what. */
gboolean chn_import_has_events (const ChnImportColumns *columns, const ChnImportMap *map);
