/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/table.h"

typedef enum {
  CHN_IMPORT_ROW_TAKEN,
  CHN_IMPORT_ROW_PASSED, /* a heading among the rows */
  CHN_IMPORT_ROW_REFUSED,
} ChnImportRowResult;

/* Makes an event of a row, all but its id; or says why it is none. */
ChnImportRowResult chn_import_row_read (ChnImportTable *table, guint row, ChnEvent *event, char **reason);
