/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Comma-separated values as a format: a flat table for spreadsheets that brings every event back whole. */
#include "format/csv/csv.h"

#include <string.h>

#include "format/csv/columns.h"

/* Behind rows that are blank, a line that names two columns, in whatever order; that other signs stand between them
 * is the reader's to say. */
static gboolean
begins (const char *text, gsize length)
{
  const char *end = text + length;
  while (text < end && strchr (", ;\t\r\n", *text))
    text++;
  guint n_known = 0;
  for (const char *at = text; at < end && *at != '\n' && *at != '\r';) {
    const char *cell = at;
    while (at < end && !strchr (",;\t\r\n", *at))
      at++;
    gsize quotes = at > cell + 1 && *cell == '"' && at[-1] == '"' ? 1 : 0;
    n_known += chn_csv_column_find (cell + quotes, (gsize) (at - cell) - 2 * quotes) >= 0;
    at += at < end && *at != '\n' && *at != '\r';
  }
  return n_known >= 2;
}

static const char *const extensions[] = { ".csv", NULL };

const ChnFormat chn_format_csv = {
  .name = "csv",
  .carries_all = TRUE,
  .note = "comma-separated values for spreadsheets, a row an event; read back whole",
  .extensions = extensions,
  .read = chn_csv_read,
  .reads_in_windows = TRUE,
  .begins = begins,
  .is_flat = TRUE,
  .kept_header = 1 << CHN_HEADER_TIMELINE,
  .write = chn_csv_write,
  .shows_since = TRUE,
};
