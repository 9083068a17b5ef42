/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The time zones that a calendar has to define (RFC 5545, 3.6.5): those of our own times, and those that lines name
 * which came with events whose file did not define them.
 */
#include "format/ical/put-zones.h"

#include <string.h>

#include "base/number-map.h"
#include "format/ical/rule.h"
#include "format/ical/vtimezone.h"
#include "timeline/columns.h"
#include "zone/foreign-name.h"
#include "zone/guess-name.h"
#include "zone/local-time.h"

/* A zone by a name that is somebody else's. */
typedef struct {
  char *tzid;
  const ChnZone *zone;
  ChnZoneNeeds *needs;
} Named;

typedef struct {
  const ChnWriteJob *job;
  ChnIcalWriter *writer;
  ChnZoneNeeds *needs; /* of zones by their names in the database */
  GArray *named;       /* Named */
  GArray *of_key;      /* number map: of a key of an extra, 1 + the index of its zone, or NONE */
  ChnZoneGuesses *guesses;
} Search;

#define NONE G_MAXUINT32

static void
clear_named (gpointer data)
{
  Named *named = data;
  g_free (named->tzid);
  chn_zone_needs_free (named->needs);
}

/* "W. Europe Standard Time" of "DTSTART;TZID=\"W. Europe Standard Time\"", NULL where there is none. */
static char *
dup_tzid (const char *key)
{
  static const char parameter[] = ";TZID=";
  const char *at = strchr (key, ';');
  for (; at && g_ascii_strncasecmp (at, parameter, strlen (parameter)) != 0; at = strchr (at + 1, ';'))
    ;
  if (!at)
    return NULL;
  at += strlen (parameter);
  return *at == '"' ? g_strndup (at + 1, strcspn (at + 1, "\"")) : g_strndup (at, strcspn (at, ";"));
}

static const ChnZone *
find_zone (Search *search, const char *tzid)
{
  ChnZones *zones = search->writer->zones;
  const ChnZone *zone = chn_zones_get (zones, chn_zone_find_foreign_name (zones, tzid));
  return zone ? zone : chn_zone_guesses_find (search->guesses, tzid);
}

/* 1 + the index of the zone that a key names and no file defines, or NONE. */
static guint32
name_zone (Search *search, const char *key)
{
  g_autofree char *tzid = dup_tzid (key);
  const ChnZone *zone = tzid ? find_zone (search, tzid) : NULL;
  if (!zone || chn_ical_foreign_has_zone (search->job->timeline, tzid))
    return NONE;
  for (guint i = 0; i < search->named->len; i++)
    if (strcmp (g_array_index (search->named, Named, i).tzid, tzid) == 0)
      return i + 1;
  Named named = { g_steal_pointer (&tzid), zone, chn_zone_needs_new () };
  g_array_append_val (search->named, named);
  return search->named->len;
}

/* A zone under its own name is defined once, for our times too. */
static void
need_named (Search *search, guint32 index, guint row, gboolean onwards)
{
  const ChnColumns *columns = chn_timeline_get_columns (search->job->timeline);
  const Named *named = &g_array_index (search->named, Named, index - 1);
  gboolean is_own = strcmp (named->tzid, chn_zone_get_name (named->zone)) == 0;
  chn_zone_needs_add (is_own ? search->needs : named->needs, named->zone,
                      chn_zone_to_utc (named->zone, chn_columns_get_earliest (columns, row)), onwards);
}

static void
add_foreign (Search *search, guint row, gboolean onwards)
{
  const ChnColumns *columns = chn_timeline_get_columns (search->job->timeline);
  guint n = 0;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    guint32 *index = chn_number_map_at (search->of_key, cells[i].key);
    if (*index == 0) {
      guint32 found = name_zone (search, chn_pool_get (columns->texts, cells[i].key));
      *(index = chn_number_map_at (search->of_key, cells[i].key)) = found;
    }
    if (*index != NONE)
      need_named (search, *index, row, onwards);
  }
}

static void
add_own (Search *search, guint row, ChnEvent *event)
{
  const ChnTimeline *timeline = search->job->timeline;
  g_auto (ChnWhen) when = { 0 };
  chn_timeline_load (timeline, row, event);
  chn_ical_writer_init_when (search->writer, event, chn_context_of_row (timeline, row).zone, &when);
  if (when.kind == CHN_WHEN_ZONED && !chn_ical_foreign_has_zone (timeline, chn_zone_get_name (when.zone)))
    chn_zone_needs_add (search->needs, when.zone, when.utc, chn_ical_repeats (event));
}

/* Few events have times of their own by a zone, so that few are looked at whole. */
static void
search_rows (Search *search)
{
  const ChnColumns *columns = chn_timeline_get_columns (search->job->timeline);
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < search->job->rows->n; i++) {
    guint row = search->job->rows->row[i];
    gboolean repeats = chn_columns_get_text (columns, CHN_FIELD_REPEAT, row) != NULL;
    if (!(chn_columns_get_date_flags (columns, row) & CHN_DATE_TIMED))
      continue;
    if (search->job->options->local_times || repeats)
      add_own (search, row, event);
    add_foreign (search, row, repeats);
  }
}

void
chn_ical_put_zones (const ChnWriteJob *job, ChnIcalWriter *writer)
{
  g_autoptr (ChnZoneNeeds) needs = chn_zone_needs_new ();
  g_autoptr (ChnZoneGuesses) guesses = chn_zone_guesses_new (writer->zones);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  g_autoptr (GArray) of_key = chn_number_map_new ();
  Search search = {
    .job = job, .writer = writer, .needs = needs, .named = named, .of_key = of_key, .guesses = guesses
  };
  g_array_set_clear_func (named, clear_named);
  search_rows (&search);
  chn_vtimezone_put (needs, NULL, &writer->line);
  for (guint i = 0; i < named->len; i++)
    chn_vtimezone_put (g_array_index (named, Named, i).needs, g_array_index (named, Named, i).tzid, &writer->line);
}
