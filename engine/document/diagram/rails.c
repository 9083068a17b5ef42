/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where the arrows of a trail run. */
#include "document/diagram/rails.h"

/* A rail that waits for its slot. */
typedef struct {
  guint first, last;
} Stretch;

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *one = a, *other = b;
  guint length = one->last - one->first, other_length = other->last - other->first;
  if (length != other_length)
    return length < other_length ? -1 : 1;
  return one->first < other->first ? -1 : one->first > other->first;
}

static GArray *
list_stretches (const ChnRail *rails, guint n)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (guint i = 0; i < n; i++) {
    const Stretch stretch = { i, rails[i].last };
    if (rails[i].last != CHN_NO_RAIL)
      g_array_append_val (stretches, stretch);
  }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

/* Slots are lists of the stretches in them. */
static gboolean
has_room (const GArray *slot, const Stretch *stretch)
{
  for (guint i = 0; i < slot->len; i++) {
    const Stretch *taken = &g_array_index (slot, Stretch, i);
    if (stretch->first <= taken->last && taken->first <= stretch->last)
      return FALSE;
  }
  return TRUE;
}

static guint
take_slot (GPtrArray *slots, const Stretch *stretch)
{
  guint i = 0;
  while (i < slots->len && !has_room (slots->pdata[i], stretch))
    i++;
  if (i == slots->len)
    g_ptr_array_add (slots, g_array_new (FALSE, FALSE, sizeof (Stretch)));
  g_array_append_vals (slots->pdata[i], stretch, 1);
  return i;
}

/* Arrows come in the order of their ends. */
static void
add_arrow (ChnRail *rails, const ChnTrailArrow *arrow, guint index)
{
  for (guint i = 0; i < arrow->n_from; i++) {
    ChnRail *rail = &rails[arrow->from[i]];
    rail->last = arrow->to;
    rail->last_arrow = index;
    rail->is_cited = rail->is_cited && arrow->is_citation;
  }
}

ChnRail *
chn_rails_find (const ChnTrailDiagram *trail, guint *n_slots)
{
  ChnRail *rails = g_new (ChnRail, trail->n_stops + 1);
  for (guint i = 0; i < trail->n_stops; i++)
    rails[i] = (ChnRail){ CHN_NO_RAIL, CHN_NO_RAIL, CHN_NO_RAIL, TRUE };
  for (guint i = 0; i < trail->n_arrows; i++)
    add_arrow (rails, &trail->arrow[i], i);
  g_autoptr (GArray) stretches = list_stretches (rails, trail->n_stops);
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < stretches->len; i++) {
    const Stretch *stretch = &g_array_index (stretches, Stretch, i);
    rails[stretch->first].slot = take_slot (slots, stretch);
  }
  *n_slots = slots->len;
  return rails;
}
