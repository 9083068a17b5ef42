/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which items of a list, and which pairs of a mapping, become which: those that are the same, else that begin alike.
 */
#include "curate/edit/align.h"

#include <string.h>

/* How much it is worth to keep an item as it is, one that is of the same thing, and any other. */
enum { SAME = 1000, AKIN = 10, OTHER = 1 };

/* Comparisons beyond which items are only paired in their order. */
enum { MOST_COMPARED = 1 << 20 };

GArray *
chn_align_dup_units (const ChnTree *collection)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (ChnUnit));
  gboolean mapping = collection->kind == CHN_TREE_MAPPING;
  for (const ChnTree *child = collection->first; child; child = mapping ? child->next->next : child->next) {
    ChnUnit unit = { mapping ? child : NULL, mapping ? child->next : child };
    g_array_append_val (units, unit);
  }
  return units;
}

gsize
chn_unit_get_start (const ChnUnit *unit)
{
  return unit->key ? unit->key->start : unit->value->start;
}

static const ChnUnit *
get (const GArray *units, guint index)
{
  return &g_array_index (units, ChnUnit, index);
}

/* What an item is about: the actor of a role, the source that is cited. */
static const char *
get_subject (const ChnTree *item)
{
  const ChnTree *source = chn_tree_find (item, "source", NULL);
  if (source && source->next->kind == CHN_TREE_TEXT)
    return source->next->text;
  const ChnTree *head = item->kind == CHN_TREE_TEXT ? item : item->first;
  return head && head->kind == CHN_TREE_TEXT ? head->text : NULL;
}

static guint
compare (const ChnTree *a, const ChnTree *b)
{
  if (chn_tree_is_equal (a, b))
    return SAME;
  return g_strcmp0 (get_subject (a), get_subject (b)) == 0 ? AKIN : OTHER;
}

static void
add_step (GArray *steps, int old, int new)
{
  ChnStep step = { old, new };
  g_array_append_val (steps, step);
}

/* The middle of two lists, between what they have in common at both ends. */
typedef struct {
  const GArray *old, *new;
  guint first, n_old, n_new;
  guint *worth; /* of the best pairing of what follows, by row of the old and column of the new */
} Middle;

static guint *
at (const Middle *middle, guint i, guint j)
{
  return &middle->worth[(gsize) i * (middle->n_new + 1) + j];
}

static guint
compare_at (const Middle *middle, guint i, guint j)
{
  return compare (get (middle->old, middle->first + i)->value, get (middle->new, middle->first + j)->value);
}

static void
weigh (Middle *middle)
{
  for (guint i = middle->n_old; i-- > 0;)
    for (guint j = middle->n_new; j-- > 0;) {
      guint paired = *at (middle, i + 1, j + 1) + compare_at (middle, i, j);
      *at (middle, i, j) = MAX (paired, MAX (*at (middle, i + 1, j), *at (middle, i, j + 1)));
    }
}

static gboolean
contains (const GArray *units, const ChnTree *value)
{
  for (guint i = 0; i < units->len; i++)
    if (chn_tree_is_equal (get (units, i)->value, value))
      return TRUE;
  return FALSE;
}

/* One item becomes another, unless either only stands elsewhere. */
static void
pair (const Middle *middle, guint i, guint j, GArray *steps)
{
  const ChnTree *was = get (middle->old, i)->value, *is = get (middle->new, j)->value;
  gboolean moved = !chn_tree_is_equal (was, is) && (contains (middle->new, was) || contains (middle->old, is));
  add_step (steps, (int) i, moved ? -1 : (int) j);
  if (moved)
    add_step (steps, -1, (int) j);
}

static void
follow (const Middle *middle, GArray *steps)
{
  guint i = 0, j = 0;
  while (i < middle->n_old || j < middle->n_new) {
    gboolean both = i < middle->n_old && j < middle->n_new;
    if (both && *at (middle, i, j) == *at (middle, i + 1, j + 1) + compare_at (middle, i, j))
      pair (middle, middle->first + i++, middle->first + j++, steps);
    else if (i < middle->n_old && (!both || *at (middle, i, j) == *at (middle, i + 1, j)))
      add_step (steps, (int) (middle->first + i++), -1);
    else
      add_step (steps, -1, (int) (middle->first + j++));
  }
}

static void
pair_in_order (const Middle *middle, GArray *steps)
{
  for (guint i = 0; i < MAX (middle->n_old, middle->n_new); i++)
    add_step (steps, i < middle->n_old ? (int) (middle->first + i) : -1,
              i < middle->n_new ? (int) (middle->first + i) : -1);
}

static void
align_middle (Middle *middle, GArray *steps)
{
  guint64 size = ((guint64) middle->n_old + 1) * ((guint64) middle->n_new + 1);
  if (size > MOST_COMPARED) {
    pair_in_order (middle, steps);
    return;
  }
  middle->worth = g_new0 (guint, size);
  weigh (middle);
  follow (middle, steps);
  g_free (middle->worth);
}

static gboolean
are_same (const GArray *old, guint i, const GArray *new, guint j)
{
  return chn_tree_is_equal (get (old, i)->value, get (new, j)->value);
}

static void
align_items (const GArray *old, const GArray *new, GArray *steps)
{
  guint least = MIN (old->len, new->len), first = 0, last = 0;
  while (first < least && are_same (old, first, new, first))
    first++;
  while (last < least - first && are_same (old, old->len - 1 - last, new, new->len - 1 - last))
    last++;
  Middle middle = { old, new, first, old->len - first - last, new->len - first - last, NULL };
  for (guint i = 0; i < first; i++)
    add_step (steps, (int) i, (int) i);
  align_middle (&middle, steps);
  for (guint i = last; i > 0; i--)
    add_step (steps, (int) (old->len - i), (int) (new->len - i));
}

static int
find_key (const GArray *units, const ChnTree *key)
{
  for (guint i = 0; i < units->len; i++)
    if (strcmp (get (units, i)->key->text, key->text) == 0)
      return (int) i;
  return -1;
}

/* New pairs come behind the one that they follow. */
static void
add_followers (const GArray *old, const GArray *new, int from, GArray *steps)
{
  for (guint i = (guint) (from + 1); i < new->len &&find_key (old, get (new, i)->key) < 0; i++)
    add_step (steps, -1, (int) i);
}

static void
align_pairs (const GArray *old, const GArray *new, GArray *steps)
{
  add_followers (old, new, -1, steps);
  for (guint i = 0; i < old->len; i++) {
    int found = find_key (new, get (old, i)->key);
    add_step (steps, (int) i, found);
    if (found >= 0)
      add_followers (old, new, found, steps);
  }
}

GArray *
chn_align (const GArray *old, const GArray *new)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (ChnStep));
  gboolean pairs = (old->len > 0 && get (old, 0)->key) || (new->len > 0 && get (new, 0)->key);
  if (pairs)
    align_pairs (old, new, steps);
  else
    align_items (old, new, steps);
  return steps;
}
