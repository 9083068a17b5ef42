/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The proof of a section's elements: no number in them leads out of bounds, no text is broken. */
#include "base/utf8.h"
#include "store/section.h"

static gboolean
are_heads (const ChnRowHead *heads, gsize n, const guint64 *below)
{
  gboolean fine = TRUE;
  for (gsize i = 0; i < n; i++)
    fine &= (heads[i].precision < below[0]) & (heads[i].kind < below[1]) & (heads[i].status < below[2]) &
            (heads[i].confidence < below[3]) & (heads[i].importance < below[4]);
  return fine;
}

static gboolean
are_numbers_below (const guint32 *numbers, gsize n, guint64 below)
{
  guint32 highest = 0;
  for (gsize i = 0; i < n; i++)
    highest = MAX (highest, numbers[i]);
  return n == 0 || highest < below;
}

/* One number of each cell after the other, so that what is looked at in one pass has one bound. */
static gboolean
are_cells_below (const guint32 *numbers, gsize n, guint width, const guint64 *below)
{
  for (guint k = 0; k < width; k++) {
    gboolean fine = TRUE;
    if (below[k] == CHN_ANY)
      continue;
    for (gsize i = 0; i < n; i++)
      fine &= numbers[i * width + k] < below[k];
    if (!fine)
      return FALSE;
  }
  return TRUE;
}

static gboolean
are_starts (const guint32 *starts, gsize n, guint64 most)
{
  gboolean rising = TRUE;
  for (gsize i = 0; i + 1 < n; i++)
    rising &= starts[i] <= starts[i + 1];
  return rising && (n == 0 || starts[n - 1] <= most);
}

static gboolean
are_offsets (const guint64 *offsets, gsize n, guint64 most)
{
  gboolean rising = TRUE;
  for (gsize i = 0; i + 1 < n; i++)
    rising &= offsets[i] <= offsets[i + 1];
  return rising && (n == 0 || offsets[n - 1] <= most);
}

/* Of n bytes; a character that begins in them may end in the `more` bytes behind, one that began before may end in
 * them. */
static gboolean
is_text (const char *bytes, gsize n, gsize more)
{
  gsize first = 0;
  while (first < n && first < 3 && ((guchar) bytes[first] & 0xC0) == 0x80)
    first++;
  return chn_utf8_is_whole (bytes + first, n - first, more);
}

gboolean
chn_section_makes_sense (const ChnSection *section, gconstpointer elements, gsize first, gsize n)
{
  const char *bytes = (const char *) elements + first * section->size;
  gconstpointer at = bytes;
  gsize rest = section->count - first - n;
  switch (section->sense) {
  case CHN_SENSE_HEADS:
    return are_heads (at, n, section->below);
  case CHN_SENSE_CELLS:
    if (section->size == sizeof (guint32))
      return are_numbers_below (at, n, section->below[0]);
    return are_cells_below (at, n, section->size / (guint) sizeof (guint32), section->below);
  case CHN_SENSE_STARTS:
    return are_starts (at, n + MIN (rest, 1), section->below[0]);
  case CHN_SENSE_OFFSETS:
    return are_offsets (at, n + MIN (rest, 1), section->below[0]);
  case CHN_SENSE_TEXT:
    return is_text (bytes, n, MIN (rest, 3));
  case CHN_SENSE_FREE:
  default:
    return TRUE;
  }
}
