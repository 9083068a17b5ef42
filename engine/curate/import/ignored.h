/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/table.h"

/* Says in one line which columns a mapping leaves out although something stands in them. */
void chn_import_tell_ignored (ChnImportTable *table);
