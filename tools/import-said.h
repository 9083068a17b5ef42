/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/import.h>

/* What an import says on standard error, and the list of columns that it prints. */

gboolean import_said_columns (GError **error);

/* A ChnImportProgress: a line that is written over. */
void import_said_progress (guint n_rows, gpointer unused);
void import_said_end_progress (void);

/* What was taken otherwise than it stands, some of each kind. */
void import_said_report (const ChnReport *report);

/* Names that nothing bears; they are in the file `declared`, where there is one. */
void import_said_unknown (const ChnImport *import, const char *declared);

void import_said_counts (const ChnImport *import, gboolean rejects_are_kept);
