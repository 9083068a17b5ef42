/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Steps along relations: which ones lead up, down and aside, and what they reach. */
#include "query/links.h"

enum { BITS = 64 };

/* The types of an order, a bit each. */
static guint64
find_types (const ChnColumns *columns, ChnOrder order)
{
  guint n = chn_vocabulary_count (columns->vocabulary, CHN_VOCABULARY_RELATION);
  guint64 types = 0;
  for (guint i = 0; i < n; i++)
    if (chn_columns_get_term (columns, CHN_VOCABULARY_RELATION, i)->order == order)
      types |= G_GUINT64_CONSTANT (1) << i;
  return types;
}

ChnLinks
chn_links_get_up (const ChnColumns *columns)
{
  return (ChnLinks){ find_types (columns, CHN_ORDER_TARGET_EARLIER), find_types (columns, CHN_ORDER_TARGET_LATER) };
}

ChnLinks
chn_links_get_down (const ChnColumns *columns)
{
  return (ChnLinks){ find_types (columns, CHN_ORDER_TARGET_LATER), find_types (columns, CHN_ORDER_TARGET_EARLIER) };
}

ChnLinks
chn_links_get_beside (const ChnColumns *columns)
{
  guint64 types = find_types (columns, CHN_ORDER_NONE) | find_types (columns, CHN_ORDER_TARGET_AROUND);
  return (ChnLinks){ types, types };
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const ChnLink *left = a, *right = b;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->type != right->type)
    return left->type < right->type ? -1 : 1;
  return right->stated - left->stated;
}

void
chn_links_append (const ChnLinks *links, const ChnColumns *columns, guint32 row, GArray *found)
{
  guint n_stated = 0, n_received = 0;
  const ChnRelationCell *stated = chn_columns_get_relations (columns, row, &n_stated);
  const ChnBacklink *received = chn_columns_get_backlinks (columns, row, &n_received);
  for (guint i = 0; i < n_stated; i++) {
    ChnLink link = { stated[i].target, stated[i].type, TRUE };
    if (links->stated >> link.type & 1)
      g_array_append_val (found, link);
  }
  for (guint i = 0; i < n_received; i++) {
    ChnLink link = { received[i].row, received[i].type, FALSE };
    if (links->received >> link.type & 1)
      g_array_append_val (found, link);
  }
  g_array_sort (found, compare_links);
}

/* Sets the bit of a row; whether it was not set before. */
static gboolean
mark (guint64 *bits, guint32 row)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (row % BITS);
  gboolean is_new = (bits[row / BITS] & bit) == 0;
  bits[row / BITS] |= bit;
  return is_new;
}

gboolean
chn_links_reach (const ChnLinks *links, const ChnColumns *columns, const guint32 *from, guint n, gboolean transitive,
                 guint64 *steps, guint64 *reached)
{
  guint n_words = columns->n_rows / BITS + 1;
  g_autofree guint64 *seen = g_new0 (guint64, n_words);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ChnLink));
  g_array_append_vals (queue, from, n);
  for (guint next = 0; next < queue->len; next++) {
    g_array_set_size (found, 0);
    chn_links_append (links, columns, g_array_index (queue, guint32, next), found);
    *steps += 1 + found->len;
    if (*steps > CHN_LINKS_STEPS_MAX)
      return FALSE;
    for (guint i = 0; i < found->len; i++) {
      guint32 row = g_array_index (found, ChnLink, i).row;
      if (mark (seen, row) && transitive)
        g_array_append_val (queue, row);
    }
  }
  for (guint i = 0; i < n_words; i++)
    reached[i] |= seen[i];
  return TRUE;
}
