/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of zones that stand in no list: each way of reading one is tried, from the likeliest on. */
#include "zone/guess-name.h"

#include <string.h>

#include "zone/foreign-name.h"
#include "zone/list-names.h"
#include "zone/windows-name.h"

struct _ChnZoneGuesses {
  ChnZones *zones;     /* borrowed */
  GHashTable *by_name; /* names of the database, and their last parts, in small letters, to the names; or NULL */
};

/* What people call clocks, which the database has no zone of that name for. */
static const struct {
  const char *text, *name;
} clocks[] = {
  { "PST", "America/Los_Angeles" },
  { "PDT", "America/Los_Angeles" },
  { "MDT", "America/Denver" },
  { "CST", "America/Chicago" },
  { "CDT", "America/Chicago" },
  { "EDT", "America/New_York" },
  { "AKST", "America/Anchorage" },
  { "AKDT", "America/Anchorage" },
  { "BST", "Europe/London" },
  { "CEST", "CET" },
  { "EEST", "EET" },
  { "WEST", "WET" },
  { "MSK", "Europe/Moscow" },
  { "JST", "Asia/Tokyo" },
  { "KST", "Asia/Seoul" },
  { "AEST", "Australia/Brisbane" },
  { "AEDT", "Australia/Sydney" },
  { "NZST", "Pacific/Auckland" },
  { "NZDT", "Pacific/Auckland" },
  { "GMT", "Etc/GMT" },
};

/* Offsets that are no whole hours, where clocks are not changed. */
static const struct {
  int minutes;
  const char *name;
} odd_offsets[] = {
  { 270, "Asia/Kabul" },      { 330, "Asia/Kolkata" },     { 345, "Asia/Kathmandu" },     { 390, "Asia/Yangon" },
  { 525, "Australia/Eucla" }, { 570, "Australia/Darwin" }, { -570, "Pacific/Marquesas" },
};

ChnZoneGuesses *
chn_zone_guesses_new (ChnZones *zones)
{
  ChnZoneGuesses *guesses = g_new0 (ChnZoneGuesses, 1);
  guesses->zones = zones;
  return guesses;
}

void
chn_zone_guesses_free (ChnZoneGuesses *guesses)
{
  if (!guesses)
    return;
  g_clear_pointer (&guesses->by_name, g_hash_table_unref);
  g_free (guesses);
}

/* Letters alone tell names apart: "US-Eastern", "us/eastern" and "US Eastern" are one. */
static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);
  for (; *text; text++)
    g_string_append_c (letters, strchr (" -_/", *text) ? '/' : g_ascii_tolower (*text));
  return g_string_free (letters, FALSE);
}

static void
note (ChnZoneGuesses *guesses, const char *text, const char *name)
{
  char *letters = dup_letters (text);
  if (g_hash_table_contains (guesses->by_name, letters))
    g_free (letters);
  else
    g_hash_table_insert (guesses->by_name, letters, g_strdup (name));
}

/* Whole names go before last parts: so "Eastern" is nobody's. */
static void
list_names (ChnZoneGuesses *guesses)
{
  g_autoptr (GPtrArray) names = chn_zone_list_names ();
  guesses->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < names->len; i++)
    note (guesses, names->pdata[i], names->pdata[i]);
  for (guint i = 0; i < names->len; i++)
    note (guesses, chn_zone_get_last_part (names->pdata[i]), names->pdata[i]);
}

static const ChnZone *
find_by_letters (ChnZoneGuesses *guesses, const char *text)
{
  g_autofree char *letters = dup_letters (text);
  if (!guesses->by_name)
    list_names (guesses);
  return chn_zones_get (guesses->zones, g_hash_table_lookup (guesses->by_name, letters));
}

static const ChnZone *
find_clock (ChnZoneGuesses *guesses, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    if (g_ascii_strcasecmp (text, clocks[i].text) == 0)
      return chn_zones_get (guesses->zones, clocks[i].name);
  return NULL;
}

/* "Eastern", "Eastern Time" and "Eastern Daylight Time" for "Eastern Standard Time". */
static const ChnZone *
find_windows (ChnZoneGuesses *guesses, const char *text)
{
  static const char *const endings[] = { " Daylight Time", " Summer Time", " Time", "" };
  gsize length = strlen (text);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize n = strlen (endings[i]);
    if (length <= n || g_ascii_strcasecmp (text + length - n, endings[i]) != 0)
      continue;
    g_autofree char *name = g_strdup_printf ("%.*s Standard Time", (int) (length - n), text);
    return chn_zones_get (guesses->zones, chn_zone_find_windows_name (name));
  }
  return NULL;
}

/* "+0200", "-5", "+05:30": minutes east of Greenwich. */
static gboolean
read_offset (const char *text, int *minutes)
{
  const int sign = *text == '-' ? -1 : 1;
  guint hours = 0, rest = 0;
  gsize n = 0;
  if (*text != '+' && *text != '-')
    return FALSE;
  for (text++; g_ascii_isdigit (text[n]) && n < 5;)
    n++;
  if (n == 4) {
    hours = (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
    rest = (guint) (text[2] - '0') * 10 + (guint) (text[3] - '0');
  } else if (n == 1 || n == 2) {
    hours = (guint) g_ascii_strtoull (text, NULL, 10);
    gboolean has_rest =
        (text[n] == ':' || text[n] == '.') && g_ascii_isdigit (text[n + 1]) && g_ascii_isdigit (text[n + 2]);
    rest = has_rest ? (guint) (text[n + 1] - '0') * 10 + (guint) (text[n + 2] - '0') : 0;
    n += has_rest ? 3 : 0;
  }
  *minutes = sign * (int) (hours * 60 + rest);
  return n > 0 && n != 3 && n < 6 && text[n] == '\0' && hours <= 14 && rest < 60;
}

static const ChnZone *
find_offset (ChnZoneGuesses *guesses, const char *text)
{
  static const char *const prefixes[] = { "GMT", "UTC", "" };
  int minutes = 0;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++) {
    gsize n = strlen (prefixes[i]);
    if (g_ascii_strncasecmp (text, prefixes[i], n) != 0 || !read_offset (text + n + strspn (text + n, " "), &minutes))
      continue;
    for (guint k = 0; k < G_N_ELEMENTS (odd_offsets); k++)
      if (odd_offsets[k].minutes == minutes)
        return chn_zones_get (guesses->zones, odd_offsets[k].name);
    /* The database counts westwards. */
    g_autofree char *name = minutes == 0 ? g_strdup ("Etc/UTC") : g_strdup_printf ("Etc/GMT%+d", -minutes / 60);
    return minutes % 60 == 0 ? chn_zones_get (guesses->zones, name) : NULL;
  }
  return NULL;
}

/* Whether clocks there ever show an offset in the years that calendars are of. */
static gboolean
has_offset (const ChnZone *zone, int minutes)
{
  guint n = 0;
  const ChnZonePeriod *periods = chn_zone_get_periods (zone, &n);
  for (guint i = 0; i < n; i++)
    if (periods[i].offset == minutes * 60)
      return TRUE;
  return FALSE;
}

/* Windows shows zones in the user's language: an offset, and towns. */
static const ChnZone *
find_town (ChnZoneGuesses *guesses, const char *text)
{
  const char *close = text[0] == '(' ? strchr (text, ')') : NULL;
  g_autofree char *offset = close ? g_strndup (text + 1, (gsize) (close - text - 1)) : NULL;
  int minutes = 0;
  if (!offset || !(g_str_has_prefix (offset, "UTC") || g_str_has_prefix (offset, "GMT")) ||
      (offset[3] && !read_offset (offset + 3, &minutes)))
    return NULL;
  g_auto (GStrv) towns = g_strsplit (close + 1, ",", -1);
  for (guint i = 0; towns[i]; i++) {
    const ChnZone *zone = find_by_letters (guesses, g_strstrip (towns[i]));
    if (zone && has_offset (zone, minutes))
      return zone;
  }
  return NULL;
}

/* Programs that have two definitions of one name count them. */
static const ChnZone *
find_numbered (ChnZoneGuesses *guesses, const char *text)
{
  const char *blank = strrchr (text, ' ');
  if (!blank || blank == text || !blank[1] || strspn (blank + 1, "0123456789") != strlen (blank + 1))
    return NULL;
  g_autofree char *name = g_strndup (text, (gsize) (blank - text));
  return chn_zones_get (guesses->zones, chn_zone_find_foreign_name (guesses->zones, name));
}

const ChnZone *
chn_zone_guesses_find (ChnZoneGuesses *guesses, const char *text)
{
  static const ChnZone *(*const ways[]) (ChnZoneGuesses * guesses, const char *text) = {
    find_clock, find_windows, find_offset, find_town, find_numbered,
  };
  g_autofree char *name = g_strdup (text);
  g_strstrip (name);
  const ChnZone *zone = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ways) && !zone; i++)
    zone = ways[i](guesses, name);
  /* Names of one part are too short to be meant as the end of another, but for those that are whole. */
  return zone || !strpbrk (name, "/- ") ? zone : find_by_letters (guesses, name);
}
