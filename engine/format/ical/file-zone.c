/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Time zones of a calendar file (RFC 5545, 3.6.5): a TZID is looked up in the IANA database, under its
 * own name, the end of a longer one, its name in Windows, or what X-LIC-LOCATION says; what no database
 * knows is computed from the file's VTIMEZONE.
 */
#include "format/ical/file-zone.h"

#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "format/ical/name.h"
#include "format/ical/observance.h"
#include "zone/foreign-name.h"
#include "zone/local-time.h"
#include "zone/zones.h"

/* Offsets are kept by week, where a week and its neighbouring days have but one. */
enum { N_WEEKS = 64, MOST_ONSETS = 1000 };

typedef struct {
  gint64 week;
  int offset;
  gboolean known;
} Week;

struct _ChnFileZone {
  const ChnZone *zone; /* of the IANA database, or NULL */
  GArray *observances; /* ChnObservance */
  Week weeks[N_WEEKS];
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
  for (guint i = 0; i < zone->observances->len; i++)
    chn_observance_clear (&g_array_index (zone->observances, ChnObservance, i));
  g_array_unref (zone->observances);
  g_free (zone);
}

static ChnFileZone *
zone_new (void)
{
  ChnFileZone *zone = g_new0 (ChnFileZone, 1);
  zone->observances = g_array_new (FALSE, FALSE, sizeof (ChnObservance));
  return zone;
}

static void
name_zone (ChnFileZones *zones, ChnFileZone *zone, const char *tzid)
{
  const char *name = zone->zone ? NULL : chn_zone_find_foreign_name (tzid);
  if (name)
    zone->zone = chn_zones_get (zones->database, name);
}

/* What is read of one VTIMEZONE. */
typedef struct {
  ChnFileZones *zones;
  const char *at; /* of the component, for faults */
  ChnFileZone *zone;
  char *tzid;
  char *location;
  ChnObservance observance;
  gboolean in_observance;
  GError *error; /* of the first rule that is none */
} Reading;

static void
read_onsets (Reading *reading, ChnSlice list)
{
  ChnSlice item;
  gboolean done = FALSE, loose = FALSE;
  while (reading->in_observance && chn_ical_next_text (&list, &done, &item) &&
         reading->observance.dates->len < MOST_ONSETS) {
    ChnIcalTime time;
    if (chn_ical_parse_time (&item, &time, &loose, NULL))
      g_array_append_val (reading->observance.dates, time.seconds);
  }
}

static void
read_rule (Reading *reading, const ChnSlice *rule)
{
  chn_observance_set_rule (&reading->observance, rule, reading->error ? NULL : &reading->error);
}

static void
read_offset (Reading *reading, const ChnSlice *value, int *offset)
{
  if (!chn_ical_parse_offset (value, offset) && !reading->error)
    chn_error_set (&reading->error, CHN_ERROR_SYNTAX, "write the hours and minutes east of UTC, as in +0530",
                   "an offset of a time zone, \"%.*s\"", chn_slice_show (value), value->text);
}

static void
read_property (Reading *reading, ChnIcalName name, const ChnSlice *value)
{
  ChnIcalTime time;
  gboolean loose = FALSE;
  switch (name) {
  case CHN_ICAL_TZID:
    g_free (reading->tzid);
    reading->tzid = g_strndup (value->text, value->length);
    break;
  case CHN_ICAL_X_LIC_LOCATION:
    g_free (reading->location);
    reading->location = g_strndup (value->text, value->length);
    break;
  case CHN_ICAL_DTSTART:
    if (chn_ical_parse_time (value, &time, &loose, NULL))
      reading->observance.start = time.seconds;
    break;
  case CHN_ICAL_TZOFFSETFROM:
    read_offset (reading, value, &reading->observance.from);
    break;
  case CHN_ICAL_TZOFFSETTO:
    read_offset (reading, value, &reading->observance.to);
    break;
  case CHN_ICAL_RDATE:
    read_onsets (reading, *value);
    break;
  default:
    break;
  }
}

static void
begin_observance (Reading *reading)
{
  chn_observance_clear (&reading->observance);
  chn_observance_init (&reading->observance);
  reading->in_observance = TRUE;
}

/* The rule is read last, for it leans on DTSTART and TZOFFSETFROM, which may stand behind it. */
static void
end_observance (Reading *reading, GString *rule)
{
  if (!reading->in_observance)
    return;
  reading->in_observance = FALSE;
  if (reading->observance.to == CHN_OFFSET_UNKNOWN)
    read_offset (reading, &(ChnSlice){ "", 0 }, &reading->observance.to);
  if (reading->observance.from == CHN_OFFSET_UNKNOWN)
    reading->observance.from = reading->observance.to;
  if (rule->len > 0)
    read_rule (reading, &(ChnSlice){ rule->str, rule->len });
  g_string_truncate (rule, 0);
  if (reading->zone->observances->len < MOST_ONSETS && reading->observance.start != G_MININT64) {
    g_array_append_val (reading->zone->observances, reading->observance);
    reading->observance.dates = NULL;
  }
}

static void
read_lines (Reading *reading, const char *bytes, gsize length)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (bytes, length, reading->zones->limits);
  g_autoptr (GString) rule = g_string_new (NULL);
  ChnScanLine line;
  for (;;) {
    ChnScanResult result = chn_scanner_next (scanner, &line, NULL);
    if (result == CHN_SCAN_END)
      return;
    if (result == CHN_SCAN_FAULT)
      continue; /* reported where the whole file is read */
    ChnIcalName name = chn_ical_name_find (line.name.text, line.name.length);
    ChnSlice value = chn_slice_trim (line.value);
    if (name == CHN_ICAL_BEGIN && (chn_slice_is_name (&value, "STANDARD") || chn_slice_is_name (&value, "DAYLIGHT")))
      begin_observance (reading);
    else if (name == CHN_ICAL_END)
      end_observance (reading, rule);
    else if (name == CHN_ICAL_RRULE)
      g_string_assign (rule, ""), g_string_append_len (rule, value.text, (gssize) value.length);
    else
      read_property (reading, name, &value);
  }
}

static void
read_zone (ChnFileZones *zones, const char *bytes, gsize length)
{
  Reading reading = { .zones = zones, .at = bytes, .zone = zone_new () };
  read_lines (&reading, bytes, length);
  if (reading.tzid)
    name_zone (zones, reading.zone, reading.tzid);
  if (reading.location)
    name_zone (zones, reading.zone, reading.location);
  /* A zone that the database knows needs no rules; without them it would show wrong times. */
  if (!reading.zone->zone && reading.error)
    zones->fault (reading.at, reading.error, zones->data);
  gboolean usable = reading.zone->zone || (reading.zone->observances->len > 0 && !reading.error);
  if (reading.tzid && usable && !g_hash_table_contains (zones->by_tzid, reading.tzid))
    g_hash_table_insert (zones->by_tzid, g_steal_pointer (&reading.tzid), reading.zone);
  else
    free_zone (reading.zone);
  chn_observance_clear (&reading.observance);
  g_clear_error (&reading.error);
  g_free (reading.tzid);
  g_free (reading.location);
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

ChnFileZone *
chn_file_zones_find (ChnFileZones *zones, const ChnSlice *tzid)
{
  const ChnSlice name = chn_slice_trim (*tzid);
  if (zones->tzid->len == name.length && memcmp (zones->tzid->str, name.text, name.length) == 0)
    return zones->last;
  g_string_truncate (zones->tzid, 0);
  g_string_append_len (zones->tzid, name.text, (gssize) name.length);
  gpointer found = NULL;
  const char *bytes = g_steal_pointer (&zones->bytes);
  if (bytes)
    read_zones (zones, bytes, zones->length);
  if (!g_hash_table_lookup_extended (zones->by_tzid, zones->tzid->str, NULL, &found)) {
    ChnFileZone *zone = zone_new ();
    name_zone (zones, zone, zones->tzid->str);
    if (!zone->zone)
      g_clear_pointer (&zone, free_zone);
    found = zone;
    g_hash_table_insert (zones->by_tzid, g_strdup (zones->tzid->str), zone);
  }
  return zones->last = found;
}

const char *
chn_file_zone_get_name (const ChnFileZone *zone)
{
  return zone->zone ? chn_zone_get_name (zone->zone) : NULL;
}

static int
find_observed (const ChnFileZone *zone, gint64 civil)
{
  const ChnObservance *best = NULL, *earliest = NULL;
  gint64 best_onset = G_MININT64, onset;
  for (guint i = 0; i < zone->observances->len; i++) {
    const ChnObservance *observance = &g_array_index (zone->observances, ChnObservance, i);
    if (!earliest || observance->start < earliest->start)
      earliest = observance;
    if (!chn_observance_find_onset (observance, civil, &onset) || (best && onset <= best_onset))
      continue;
    best = observance;
    best_onset = onset;
  }
  if (!best)
    return earliest->from;
  return civil < best_onset + (best->to - best->from) ? best->from : best->to;
}

static int
compute_offset (const ChnFileZone *zone, gint64 civil)
{
  return zone->zone ? (int) (civil - chn_zone_to_utc (zone->zone, civil)) : find_observed (zone, civil);
}

int
chn_file_zone_get_offset (ChnFileZone *zone, gint64 civil)
{
  const gint64 length = 7 * CHN_DAY_SECONDS;
  gint64 week = civil >= 0 ? civil / length : -((-civil + length - 1) / length);
  Week *slot = &zone->weeks[(guint64) week % N_WEEKS];
  if (slot->known && slot->week == week)
    return slot->offset;
  int before = compute_offset (zone, week * length - CHN_DAY_SECONDS);
  int after = compute_offset (zone, (week + 1) * length + CHN_DAY_SECONDS);
  if (before != after)
    return compute_offset (zone, civil);
  *slot = (Week){ week, before, TRUE };
  return before;
}

int
chn_file_zone_get_offset_at (ChnFileZone *zone, gint64 utc)
{
  if (zone->zone)
    return (int) (chn_zone_to_civil (zone->zone, utc) - utc);
  int guess = find_observed (zone, utc + find_observed (zone, utc));
  return find_observed (zone, utc + guess);
}
