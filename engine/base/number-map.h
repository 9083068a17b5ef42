/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A map from small numbers, such as those of texts in a pool, to numbers: an array that grows where it is asked. */
static inline GArray *
chn_number_map_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (guint32));
}

/* The entry of a number; 0 where nothing was set. Valid until the next call. */
static inline guint32 *
chn_number_map_at (GArray *map, guint32 number)
{
  if (number >= map->len)
    g_array_set_size (map, number + 1);
  return &g_array_index (map, guint32, number);
}
