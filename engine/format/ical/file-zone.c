/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Time zones of a calendar file (RFC 5545, 3.6.5): a TZID is looked up in the IANA database, under its
 * own name, the end of a longer one, its name in Windows, or what X-LIC-LOCATION says; what no database
 * knows is computed from the file's VTIMEZONE.
 */
#include "format/ical/file-zone.h"

#include <string.h>

#include "base/civil.h"
#include "format/ical/read-vtimezone.h"
#include "zone/foreign-name.h"
#include "zone/local-time.h"
#include "zone/zones.h"

/* Offsets by rules are kept by week, where a week and its neighbouring days have but one. */
enum { N_WEEKS = 64 };

typedef struct {
  gint64 week;
  int offset;
  gboolean known;
} Week;

struct _ChnFileZone {
  const ChnZone *zone; /* of the IANA database, or NULL: */
  ChnZoneRules *rules; /* the file's own */
  Week weeks[N_WEEKS]; /* of the rules */
};

struct _ChnFileZones {
  ChnZones *database;
  GHashTable *by_tzid; /* to ChnFileZone; NULL where nothing is known */
  GString *tzid;       /* of the last look-up, */
  ChnFileZone *last;   /* and what it found */
  const ChnLimits *limits;
  ChnFileZoneFault fault;
  gpointer data;
  const char *bytes; /* not read yet; then NULL */
  gsize length;
};

static void
free_zone (gpointer data)
{
  ChnFileZone *zone = data;
  if (!zone)
    return;
  chn_zone_rules_free (zone->rules);
  g_free (zone);
}

/* Of what a zone is called, the first name that the database knows: its TZID, or where it is said to lie. */
static const ChnZone *
find_in_database (ChnFileZones *zones, const char *tzid, const char *location)
{
  const ChnZone *zone = tzid ? chn_zones_get (zones->database, chn_zone_find_foreign_name (tzid)) : NULL;
  if (zone || !location)
    return zone;
  return chn_zones_get (zones->database, chn_zone_find_foreign_name (location));
}

/* NULL where neither the database nor rules can say its offsets. */
static ChnFileZone *
zone_new (const ChnZone *zone, ChnZoneRules *rules)
{
  if (!zone && !rules)
    return NULL;
  ChnFileZone *made = g_new0 (ChnFileZone, 1);
  made->zone = zone;
  made->rules = rules;
  return made;
}

static gboolean
has_rules (const ChnVtimezone *vtimezone)
{
  return !vtimezone->error && chn_zone_rules_get_n (vtimezone->rules) > 0;
}

/* Of two zones of one TZID the first is meant. One that the database knows needs no rules. */
static void
read_zone (ChnFileZones *zones, const char *bytes, gsize length)
{
  g_auto (ChnVtimezone) read = { 0 };
  chn_vtimezone_read (&read, bytes, length, zones->limits);
  const ChnZone *zone = find_in_database (zones, read.tzid, read.location);
  if (!zone && read.error)
    zones->fault (bytes, read.error, zones->data);
  if (!read.tzid || (!zone && !has_rules (&read)) || g_hash_table_contains (zones->by_tzid, read.tzid))
    return;
  ChnFileZone *made = zone_new (zone, zone ? NULL : g_steal_pointer (&read.rules));
  g_hash_table_insert (zones->by_tzid, g_steal_pointer (&read.tzid), made);
}

static const char *
find_text (const char *at, const char *end, const char *text)
{
  return memmem (at, (gsize) (end - at), text, strlen (text));
}

/* Zones may stand behind the events that name them, so the whole file is looked through. It has one case. */
static void
read_zones (ChnFileZones *zones, const char *bytes, gsize length)
{
  const char *end = bytes + length;
  gboolean upper = length < 5 || memcmp (bytes, "begin", 5) != 0;
  for (const char *at = bytes; at < end;) {
    const char *begin = find_text (at, end, upper ? "BEGIN:VTIMEZONE" : "begin:vtimezone");
    if (!begin)
      return;
    const char *stop = find_text (begin, end, upper ? "END:VTIMEZONE" : "end:vtimezone");
    read_zone (zones, begin, (gsize) ((stop ? stop : end) - begin));
    at = stop ? stop : end;
  }
}

ChnFileZones *
chn_file_zones_new (const char *bytes, gsize length, const ChnLimits *limits, ChnFileZoneFault fault, gpointer data)
{
  ChnFileZones *zones = g_new0 (ChnFileZones, 1);
  zones->database = chn_zones_new ();
  zones->by_tzid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_zone);
  zones->tzid = g_string_new (NULL);
  zones->limits = limits;
  zones->fault = fault;
  zones->data = data;
  zones->bytes = bytes;
  zones->length = length;
  return zones;
}

void
chn_file_zones_free (ChnFileZones *zones)
{
  if (!zones)
    return;
  g_hash_table_unref (zones->by_tzid);
  chn_zones_free (zones->database);
  g_string_free (zones->tzid, TRUE);
  g_free (zones);
}

/* Some programs escape a TZID in parameters, too, where only its VTIMEZONE has text with escapes. */
static ChnFileZone *
look_up (ChnFileZones *zones, const ChnSlice *tzid)
{
  gpointer found = NULL;
  g_autofree char *name = g_malloc (tzid->length + 1);
  *chn_ical_put_text (name, tzid->text, tzid->length) = '\0';
  if (g_hash_table_lookup_extended (zones->by_tzid, name, NULL, &found))
    return found;
  ChnFileZone *made = zone_new (find_in_database (zones, name, NULL), NULL);
  g_hash_table_insert (zones->by_tzid, g_steal_pointer (&name), made);
  return made;
}

ChnFileZone *
chn_file_zones_find (ChnFileZones *zones, const ChnSlice *tzid)
{
  const ChnSlice name = chn_slice_trim (*tzid);
  if (chn_slice_equal (&name, &(ChnSlice){ zones->tzid->str, zones->tzid->len }))
    return zones->last;
  g_string_truncate (zones->tzid, 0);
  g_string_append_len (zones->tzid, name.text, (gssize) name.length);
  const char *bytes = g_steal_pointer (&zones->bytes);
  if (bytes)
    read_zones (zones, bytes, zones->length);
  return zones->last = look_up (zones, &name);
}

const char *
chn_file_zone_get_name (const ChnFileZone *zone)
{
  return zone->zone ? chn_zone_get_name (zone->zone) : NULL;
}

static int
find_offset_by_rules (ChnFileZone *zone, gint64 civil)
{
  const gint64 length = 7 * CHN_DAY_SECONDS;
  gint64 week = civil >= 0 ? civil / length : -((-civil + length - 1) / length);
  Week *slot = &zone->weeks[(guint64) week % N_WEEKS];
  if (slot->known && slot->week == week)
    return slot->offset;
  int before = chn_zone_rules_find_offset (zone->rules, week * length - CHN_DAY_SECONDS);
  int after = chn_zone_rules_find_offset (zone->rules, (week + 1) * length + CHN_DAY_SECONDS);
  if (before != after)
    return chn_zone_rules_find_offset (zone->rules, civil);
  *slot = (Week){ week, before, TRUE };
  return before;
}

int
chn_file_zone_get_offset (ChnFileZone *zone, gint64 civil)
{
  return zone->zone ? chn_zone_find_local (zone->zone, civil).before : find_offset_by_rules (zone, civil);
}

int
chn_file_zone_get_offset_at (ChnFileZone *zone, gint64 utc)
{
  return zone->zone ? chn_zone_get_offset (zone->zone, utc) : chn_zone_rules_find_offset_at (zone->rules, utc);
}
