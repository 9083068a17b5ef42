/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Time zones of a calendar file (RFC 5545, 3.6.5): a TZID is looked up in the IANA database, under its
 * own name, the end of a longer one, its name in Windows, or what X-LIC-LOCATION says; what no database
 * knows is computed from the file's VTIMEZONE, and what that does not define is guessed.
 */
#include "format/ical/file-zone.h"

#include "base/append.h"
#include "format/ical/read-vtimezone.h"
#include "zone/foreign-name.h"
#include "zone/guess-name.h"

struct _ChnFileZones {
  ChnZones *database;
  ChnZoneGuesses *guesses;
  GHashTable *by_tzid; /* to ChnClocks; NULL where nothing is known */
  GString *tzid;       /* of the last look-up, */
  ChnClocks *last;     /* and what it found */
  const ChnLimits *limits;
  ChnFileZoneFault fault;
  gpointer data;
  const ChnWindow *file;
  ChnScanner *scanner; /* of its lines, as far as it was looked through for zones; NULL before that */
  ChnIcalNesting nesting;
};

static void
free_clocks (gpointer clocks)
{
  chn_clocks_free (clocks);
}

/* Of what a zone is called, the first name that the database knows: its TZID, or where it is said to lie. */
static const ChnZone *
find_in_database (ChnFileZones *zones, const char *tzid, const char *location)
{
  const ChnZone *zone =
      tzid ? chn_zones_get (zones->database, chn_zone_find_foreign_name (zones->database, tzid)) : NULL;
  if (zone || !location)
    return zone;
  return chn_zones_get (zones->database, chn_zone_find_foreign_name (zones->database, location));
}

static gboolean
has_rules (const ChnVtimezone *vtimezone)
{
  return !vtimezone->error && chn_zone_rules_get_n (vtimezone->rules) > 0;
}

/* Of two zones of one TZID the first is meant. One that the database knows needs no rules. */
static void
take_zone (ChnFileZones *zones, ChnVtimezone *read)
{
  const ChnZone *zone = find_in_database (zones, read->tzid, read->location);
  if (!zone && read->error)
    zones->fault (read->line, read->error, zones->data);
  if (!read->tzid || (!zone && !has_rules (read)) || g_hash_table_contains (zones->by_tzid, read->tzid))
    return;
  ChnClocks *made = chn_clocks_new (zone, zone ? NULL : g_steal_pointer (&read->rules));
  g_hash_table_insert (zones->by_tzid, g_steal_pointer (&read->tzid), made);
}

/* Reads the next zone that the file defines; FALSE where there is none. */
static gboolean
read_next (ChnFileZones *zones)
{
  g_auto (ChnVtimezone) read = { 0 };
  if (!chn_vtimezone_read_next (&read, zones->scanner, &zones->nesting))
    return FALSE;
  take_zone (zones, &read);
  return TRUE;
}

/* Zones may stand behind the events that name them: if need be the whole file is looked through. */
static gboolean
find_in_file (ChnFileZones *zones, const char *tzid, gpointer *found)
{
  if (!zones->scanner)
    zones->scanner = chn_scanner_new_again (zones->file, zones->limits);
  do
    if (g_hash_table_lookup_extended (zones->by_tzid, tzid, NULL, found))
      return TRUE;
  while (read_next (zones));
  return FALSE;
}

ChnFileZones *
chn_file_zones_new (const ChnWindow *window, ChnZones *database, const ChnLimits *limits, ChnFileZoneFault fault,
                    gpointer data)
{
  ChnFileZones *zones = g_new0 (ChnFileZones, 1);
  zones->database = database;
  zones->guesses = chn_zone_guesses_new (database);
  zones->by_tzid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_clocks);
  zones->tzid = g_string_new (NULL);
  zones->limits = limits;
  zones->fault = fault;
  zones->data = data;
  zones->file = window;
  return zones;
}

void
chn_file_zones_free (ChnFileZones *zones)
{
  if (!zones)
    return;
  g_hash_table_unref (zones->by_tzid);
  chn_zone_guesses_free (zones->guesses);
  g_string_free (zones->tzid, TRUE);
  chn_scanner_free (zones->scanner);
  g_free (zones);
}

/* Some programs escape a TZID in parameters, too, where only its VTIMEZONE has text with escapes. */
static ChnClocks *
look_up (ChnFileZones *zones, const ChnSlice *tzid)
{
  gpointer found = NULL;
  g_autofree char *name = chn_ical_dup_text (tzid);
  const ChnZone *zone = find_in_database (zones, name, NULL);
  if (g_hash_table_lookup_extended (zones->by_tzid, name, NULL, &found) ||
      (!zone && find_in_file (zones, name, &found)))
    return found;
  ChnClocks *made = chn_clocks_new (zone ? zone : chn_zone_guesses_find (zones->guesses, name), NULL);
  g_hash_table_insert (zones->by_tzid, g_steal_pointer (&name), made);
  return made;
}

ChnClocks *
chn_file_zones_find (ChnFileZones *zones, const ChnSlice *tzid)
{
  const ChnSlice name = chn_slice_trim (*tzid);
  if (chn_slice_equal (&name, &(ChnSlice){ zones->tzid->str, zones->tzid->len }))
    return zones->last;
  chn_assign_bytes (zones->tzid, name.text, name.length);
  return zones->last = look_up (zones, &name);
}
