/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Comma-separated values as a format: a flat table for spreadsheets that brings every event back whole. */
#include "format/csv/csv.h"

static const char *const extensions[] = { ".csv", NULL };

const ChnFormat chn_format_csv = {
  .name = "csv",
  .note = "comma-separated values for spreadsheets, a row an event; read back whole",
  .extensions = extensions,
  .read = chn_csv_read,
  .is_flat = TRUE,
  .write = chn_csv_write,
  .shows_since = TRUE,
};
