/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/importing.h"

/*
 * Takes the event of a row: a new one, or what it changes of one that an earlier import of the table made, where that
 * was not edited since. `stated` is the id that the table gives it, or NULL.
 */
void chn_import_keep_track (ChnImport *import, const ChnImportTable *table, guint row, ChnEvent *event,
                            const char *stated);
