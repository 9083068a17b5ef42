/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/table.h"

/*
 * A text that a mapping makes of several cells of a row: "{HEADING} {HEADING|TRANSLATION}". Blank cells leave no gap;
 * "" where all are blank.
 */
char *chn_import_row_dup_text (const ChnImportTable *table, guint row, const char *pattern);
