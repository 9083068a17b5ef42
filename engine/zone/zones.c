/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The zones that were asked for, each looked up once, known or not. */
#include "zone/zones.h"

/* The database has some six hundred names; of others, which files may bring without end, no more are remembered. */
enum { MOST_NAMES = 1000 };

struct _ChnZones {
  GMutex lock;
  GHashTable *by_name; /* name -> ChnZone or NULL; made for the first, since most queries ask for none */
};

static void
free_zone (gpointer zone)
{
  chn_zone_free (zone);
}

ChnZones *
chn_zones_new (void)
{
  ChnZones *zones = g_new0 (ChnZones, 1);
  g_mutex_init (&zones->lock);
  return zones;
}

void
chn_zones_free (ChnZones *zones)
{
  if (!zones)
    return;
  g_clear_pointer (&zones->by_name, g_hash_table_unref);
  g_mutex_clear (&zones->lock);
  g_free (zones);
}

static const ChnZone *
find_or_make (ChnZones *zones, const char *name)
{
  gpointer zone = NULL;
  if (!zones->by_name)
    zones->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_zone);
  if (g_hash_table_lookup_extended (zones->by_name, name, NULL, &zone))
    return zone;
  zone = chn_zone_new (name);
  if (zone || g_hash_table_size (zones->by_name) < MOST_NAMES)
    g_hash_table_insert (zones->by_name, g_strdup (name), zone);
  return zone;
}

const ChnZone *
chn_zones_get (ChnZones *zones, const char *name)
{
  if (!name)
    return NULL;
  g_mutex_lock (&zones->lock);
  const ChnZone *zone = find_or_make (zones, name);
  g_mutex_unlock (&zones->lock);
  return zone;
}
