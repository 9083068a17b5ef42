/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/importing.h"

/* Describes a table's columns as a mapping. */
void chn_import_append_guess (GString *out, const ChnGrid *grid, const ChnImportColumns *columns,
                              const ChnImportMap *map, const ChnDateHabits *habits);
