/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From an id to its row: a table of a snapshot, and else made when it is first asked. */
#include "base/hash.h"
#include "timeline/former-ids.h"

/* Part of what a snapshot holds, so it must not change. */
static guint32
hash_id (const char *id)
{
  guint64 hash = chn_hash_fnv (CHN_FNV_START, id, strlen (id));
  return (guint32) (hash ^ (hash >> 32));
}

void
chn_timeline_index_ids (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  guint32 n_slots = 16;
  while (n_slots / 2 < columns->n_rows)
    n_slots *= 2;
  guint32 *slot = chn_timeline_alloc (timeline, n_slots, sizeof (guint32));
  for (guint32 row = 0; row < columns->n_rows; row++) {
    guint32 at = hash_id (chn_columns_get_text (columns, CHN_FIELD_ID, row)) & (n_slots - 1);
    while (slot[at] != 0)
      at = (at + 1) & (n_slots - 1);
    slot[at] = row + 1;
  }
  columns->n_id_slots = n_slots;
  g_atomic_pointer_set (&columns->id_slot, slot); /* behind their number */
}

static gpointer
make_slots (ChnTimeline *timeline)
{
  chn_timeline_index_ids (timeline);
  return (gpointer) timeline->columns.id_slot;
}

gboolean
chn_timeline_find_present (const ChnTimeline *timeline, const char *id, guint *row)
{
  const ChnColumns *columns = &timeline->columns;
  const guint32 *slots = chn_timeline_get_made (timeline, (gpointer *) &columns->id_slot, make_slots);
  guint32 mask = columns->n_id_slots - 1, at = hash_id (id) & mask;
  for (guint32 tried = 0; tried < columns->n_id_slots; tried++, at = (at + 1) & mask) {
    chn_columns_touch (columns, &slots[at], sizeof *slots);
    guint32 slot = slots[at];
    if (slot == 0)
      return FALSE;
    if (g_strcmp0 (chn_columns_get_text (columns, CHN_FIELD_ID, slot - 1), id) != 0)
      continue;
    *row = slot - 1;
    return TRUE;
  }
  return FALSE;
}

gboolean
chn_timeline_find (const ChnTimeline *timeline, const char *id, guint *row)
{
  return chn_timeline_find_present (timeline, id, row) || chn_timeline_find_former (timeline, id, row);
}
