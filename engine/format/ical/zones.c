/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The zones of one file, each looked up once, known or not. */
#include "format/ical/zones.h"

struct _ChnIcalZones {
  GHashTable *by_name; /* name -> ChnIcalZone or NULL */
};

static void
free_zone (gpointer zone)
{
  chn_ical_zone_free (zone);
}

ChnIcalZones *
chn_ical_zones_new (void)
{
  ChnIcalZones *zones = g_new (ChnIcalZones, 1);
  zones->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_zone);
  return zones;
}

void
chn_ical_zones_free (ChnIcalZones *zones)
{
  if (!zones)
    return;
  g_hash_table_unref (zones->by_name);
  g_free (zones);
}

ChnIcalZone *
chn_ical_zones_get (ChnIcalZones *zones, const char *name)
{
  gpointer zone = NULL;
  if (!name || g_hash_table_lookup_extended (zones->by_name, name, NULL, &zone))
    return zone;
  zone = chn_ical_zone_new (name);
  g_hash_table_insert (zones->by_name, g_strdup (name), zone);
  return zone;
}
