/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "documents.h"

/* What the cells of a workbook refer to. */
typedef struct {
  GString *text;     /* of all shared strings, each ended by NUL */
  GArray *strings;   /* gsize: where each begins */
  GArray *are_dates; /* gboolean of each style of cells */
  gboolean is_1904;
  GPtrArray *names;   /* of sheets, in their order */
  GPtrArray *targets; /* their parts */
} XlsxWorkbook;

gboolean xlsx_workbook_read (XlsxWorkbook *workbook, const OfficeParts *parts, ChnOfficeFault *fault);
void xlsx_workbook_clear (XlsxWorkbook *workbook);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XlsxWorkbook, xlsx_workbook_clear)

/* Cells that are one from one row down to another; places count from 0, rows from 1. */
typedef struct {
  guint first_row, last_row, column;
  char *text; /* what it says, once it is known */
  char *link;
} XlsxMerge;

/* What stands behind the rows of a sheet: merged cells, in the order of their first rows, and links, by "B3". */
typedef struct {
  GArray *merges; /* XlsxMerge */
  GHashTable *links;
} XlsxExtras;

gboolean xlsx_extras_read (XlsxExtras *extras, const OfficeParts *parts, const char *part, GBytes *bytes,
                           ChnOfficeFault *fault);
void xlsx_extras_clear (XlsxExtras *extras);

/* Reads "B3" into a column from 0 and a row from 1; FALSE where it is none. */
gboolean xlsx_place_read (const char *text, guint *column, guint *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XlsxExtras, xlsx_extras_clear)
