/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where values stand in their files, brought into few bytes. */
#include "timeline/position.h"

enum { HAS_INDEX = 0x40, HAS_COLUMN = 0x80 };

/* Bytes that a position takes at most. */
enum { LONGEST = 1 + 3 * 5 };

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

static char *
put_position (char *to, const ChnPosition *position, guint line_before)
{
  guint32 lines = position->line - line_before;
  *to++ =
      (char) (position->field | (position->index != 0 ? HAS_INDEX : 0) | (position->column != 1 ? HAS_COLUMN : 0));
  if (position->index != 0)
    to = put_number (to, position->index);
  if (position->column != 1)
    to = put_number (to, position->column);
  /* The sign goes to the lowest bit. */
  return put_number (to, lines >> 31 ? ~(lines << 1) : lines << 1);
}

void
chn_positions_append (GArray *bytes, const ChnPosition *positions, guint n)
{
  guint start = bytes->len;
  if (n == 0)
    return;
  g_array_set_size (bytes, start + n * LONGEST);
  char *to = bytes->data + start;
  for (guint i = 0; i < n; i++)
    to = put_position (to, &positions[i], i > 0 ? positions[i - 1].line : 0);
  g_array_set_size (bytes, (guint) (to - bytes->data));
}

const char *
chn_position_next (const char *at, ChnPosition *position)
{
  guchar first = (guchar) *at++;
  guint32 lines;
  position->field = (ChnField) (first & (HAS_INDEX - 1));
  position->index = 0;
  position->column = 1;
  if (first & HAS_INDEX)
    at = next_number (at, &position->index);
  if (first & HAS_COLUMN)
    at = next_number (at, &position->column);
  at = next_number (at, &lines);
  position->line += lines & 1 ? ~(lines >> 1) : lines >> 1;
  return at;
}
