/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/entry-writing.h"

/* A row of day, forum and sentence, as terminals and plain tables have it. */
void chn_entry_put_table_row (const ChnEntryWriting *entry);

/* A cell for each of the document's columns that has something to say. */
void chn_entry_put_columns (const ChnEntryWriting *entry);
