/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables of votes as a format: read, and written as what they become. */
#include <string.h>

#include "format/rolls/read.h"

/* A first line that names the columns of one. */
static gboolean
begins (const char *text, gsize length)
{
  const char *end = text + length;
  guint64 columns = 0;
  for (const char *at = text; at < end && *at != '\n' && *at != '\r';) {
    const char *cell = at;
    while (at < end && !strchr (",;\t\r\n", *at))
      at++;
    gsize quotes = at > cell + 1 && *cell == '"' && at[-1] == '"' ? 1 : 0;
    int column = chn_roll_column_find (cell + quotes, (gsize) (at - cell) - 2 * quotes);
    columns |= column >= 0 ? (guint64) 1 << column : 0;
    at += at < end && *at != '\n' && *at != '\r';
  }
  return chn_roll_columns_suffice (columns);
}

static const char *const extensions[] = { NULL };

const ChnFormat chn_format_rolls = {
  .name = "roll-calls",
  .note =
      "roll calls of the United Nations: Voeten's tables of the General Assembly, the Digital Library's of it and "
      "of the Security Council",
  .extensions = extensions,
  .read = chn_rolls_read,
  .reads_in_windows = TRUE,
  .pieces = &chn_rolls_pieces,
  .begins = begins,
  .is_told_inside = TRUE,
};
