/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sorts texts by numbers that their first bytes make, behind what all of them begin with. */
#include <string.h>

#include "base/intern.h"

enum { AHEAD = 16, SAMPLES = 64 };

typedef struct {
  guint64 beginning;
  guint32 number;
} Key;

static int
compare (gconstpointer a, gconstpointer b, gpointer pool)
{
  const Key *x = a, *y = b;
  if (x->beginning != y->beginning)
    return x->beginning < y->beginning ? -1 : 1;
  return strcmp (chn_pool_get (pool, x->number), chn_pool_get (pool, y->number));
}

/* Texts lie anywhere, and are fetched while others are looked at. */
static void
prefetch (const ChnPool *pool, const guint32 *numbers, guint n, guint at)
{
  gsize length;
  if (at < n)
    __builtin_prefetch (chn_pool_get_span (pool, numbers[at], &length));
}

/* How many bytes the first text has in common with others: with each, or with one of every few. */
static gsize
count_shared (const ChnPool *pool, const guint32 *numbers, guint n, guint step)
{
  gsize shared;
  const char *first = chn_pool_get_span (pool, numbers[0], &shared);
  for (guint i = 1; i < n && shared > 0; i += step) {
    gsize length, same = 0;
    const char *text = chn_pool_get_span (pool, numbers[i], &length);
    while (same < MIN (shared, length) && text[same] == first[same])
      same++;
    shared = same;
  }
  return shared;
}

/* FALSE when a text does not begin with what all should have in common. */
static gboolean
make_keys (const ChnPool *pool, const guint32 *numbers, guint n, gsize shared, Key *keys)
{
  gsize length;
  const char *first = chn_pool_get_span (pool, numbers[0], &length);
  for (guint i = 0; i < n; i++) {
    prefetch (pool, numbers, n, i + AHEAD);
    const char *text = chn_pool_get_span (pool, numbers[i], &length);
    if (length < shared || memcmp (text, first, shared) != 0)
      return FALSE;
    length -= shared;
    keys[i] = (Key){ 0, numbers[i] };
    memcpy (&keys[i].beginning, text + shared, MIN (length, sizeof keys[i].beginning));
    keys[i].beginning = GUINT64_FROM_BE (keys[i].beginning);
  }
  return TRUE;
}

void
chn_pool_sort (const ChnPool *pool, guint32 *numbers, guint n)
{
  if (n < 2)
    return;
  g_autofree Key *keys = g_new (Key, n);
  /* A few texts tell, mostly, what all begin with. */
  if (!make_keys (pool, numbers, n, count_shared (pool, numbers, n, n / SAMPLES + 1), keys))
    make_keys (pool, numbers, n, count_shared (pool, numbers, n, 1), keys);
  g_qsort_with_data (keys, (gint) n, sizeof *keys, compare, (gpointer) pool);
  for (guint i = 0; i < n; i++)
    numbers[i] = keys[i].number;
}
