/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of the rows of a table. */
#include "curate/import/table.h"

#include "base/report.h"

void
chn_import_tell (const ChnImportTable *table, guint row, ChnSeverity severity, const char *code, const char *format,
                 ...)
{
  va_list arguments;
  if (!chn_report_would_keep (table->report, severity)) {
    chn_report_add (table->report, &(ChnFinding){ .severity = severity, .code = code, .message = "" });
    return;
  }
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  chn_report_add (table->report, &(ChnFinding){ .severity = severity,
                                                .code = code,
                                                .file = table->file,
                                                .line = chn_grid_get_row (table->grid, row)->line,
                                                .column = table->column + 1,
                                                .message = message });
}
