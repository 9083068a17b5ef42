/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where values stand in their files, brought into few bytes. */
#include "timeline/spot.h"

enum { HAS_INDEX = 0x40, HAS_COLUMN = 0x80 };

G_STATIC_ASSERT ((guint) CHN_N_FIELDS <= (guint) HAS_INDEX);

static char *
put_number (char *to, guint32 number)
{
  for (; number > 0x7F; number >>= 7)
    *to++ = (char) (number | 0x80);
  *to++ = (char) number;
  return to;
}

static const char *
next_number (const char *at, guint32 *number)
{
  guint shift = 0;
  *number = 0;
  do
    *number |= (guint32) (*at & 0x7F) << shift, shift += 7;
  while (*at++ & '\x80');
  return at;
}

void
chn_spot_append (GArray *spots, const ChnSpot *spot, guint line_before)
{
  char bytes[16], *to = bytes;
  guint32 lines = spot->line - line_before;
  *to++ = (char) (spot->field | (spot->index != 0 ? HAS_INDEX : 0) | (spot->column != 1 ? HAS_COLUMN : 0));
  if (spot->index != 0)
    to = put_number (to, spot->index);
  if (spot->column != 1)
    to = put_number (to, spot->column);
  /* The sign goes to the lowest bit. */
  to = put_number (to, lines >> 31 ? ~(lines << 1) : lines << 1);
  g_array_append_vals (spots, bytes, (guint) (to - bytes));
}

const char *
chn_spot_next (const char *at, ChnSpot *spot)
{
  guchar first = (guchar) *at++;
  guint32 lines;
  spot->field = (ChnField) (first & (HAS_INDEX - 1));
  spot->index = 0;
  spot->column = 1;
  if (first & HAS_INDEX)
    at = next_number (at, &spot->index);
  if (first & HAS_COLUMN)
    at = next_number (at, &spot->column);
  at = next_number (at, &lines);
  spot->line += lines & 1 ? ~(lines >> 1) : lines >> 1;
  return at;
}
