/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/table.h"

/* The date of a row, from one column or several, as EDTF; NULL with the reason where it has none that can be read. */
char *chn_import_row_dup_date (ChnImportTable *table, guint row, char **reason);
