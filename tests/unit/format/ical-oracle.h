/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/*
 * A check of iCalendar files, byte by byte and by means of its own: what most clients let pass and
 * some stumble over. It shares no code with the engine.
 */

typedef struct {
  gboolean method;    /* METHOD is asked for */
  guint n_payloads;   /* of each VEVENT */
  GString *faults;    /* a line each */
  guint n_events;     /* found */
  guint n_cancelled;  /* of these */
  GHashTable *uids;   /* UID -> the number of times it was seen */
  GHashTable *zones;  /* TZID of VTIMEZONEs */
  GHashTable *counts; /* property -> how often the VEVENT at hand has it */
  GPtrArray *open;    /* names of the components around the line */
  char *start, *end;  /* values of DTSTART and DTEND of the VEVENT at hand */
} IcalOracle;

static inline void
oracle_fault (IcalOracle *oracle, const char *line, const char *what)
{
  if (oracle->faults->len < 4000)
    g_string_append_printf (oracle->faults, "%s: %.200s\n", what, line);
}

static inline gboolean
oracle_is_time (const char *value)
{
  static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gsize n = strlen (value), digits = strspn (value, "0123456789");
  if (digits != 8 || (n != 8 && n != 15 && n != 16))
    return FALSE;
  int whole = (int) strtol (value, NULL, 10), year = whole / 10000, month = whole / 100 % 100, day = whole % 100;
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  gboolean reform = whole >= 15821005 && whole <= 15821014;
  if (reform || year < 1000 || month < 1 || month > 12 || day < 1 || day > lengths[month - 1] ||
      (month == 2 && day == 29 && !leap))
    return FALSE;
  if (n == 8)
    return TRUE;
  int time = (int) strtol (value + 9, NULL, 10);
  return value[8] == 'T' && strspn (value + 9, "0123456789") == 6 && time / 10000 < 24 && time / 100 % 100 < 60 &&
         time % 100 < 60 && (n == 15 || value[15] == 'Z');
}

/* RFC 5545, 3.3.11: "," and ";" stand behind "\", which stands before itself, these and "n" only. */
static inline void
oracle_check_text (IcalOracle *oracle, const char *line, const char *value)
{
  for (const char *at = value; *at; at++) {
    if (*at == ',' || *at == ';')
      oracle_fault (oracle, line, "not escaped");
    if (*at == '\\' && (at[1] == '\0' || !strchr ("\\,;nN", *++at)))
      oracle_fault (oracle, line, "no such escape");
    if (*at == '\0')
      return;
  }
}

static inline guint
oracle_count (IcalOracle *oracle, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (oracle->counts, name));
}

static inline void
oracle_end_event (IcalOracle *oracle, const char *line)
{
  static const char *const once[] = { "UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "CLASS", "TRANSP" };
  static const char *const most_once[] = { "DTEND",    "DESCRIPTION",   "LOCATION",   "URL",
                                           "SEQUENCE", "LAST-MODIFIED", "RELATED-TO", "RRULE" };
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    if (oracle_count (oracle, once[i]) != 1)
      oracle_fault (oracle, once[i], "not exactly once");
  for (guint i = 0; i < G_N_ELEMENTS (most_once); i++)
    if (oracle_count (oracle, most_once[i]) > 1)
      oracle_fault (oracle, most_once[i], "more than once");
  if (oracle_count (oracle, "X-CHANCERY-EVENT") != oracle->n_payloads)
    oracle_fault (oracle, line, "payloads");
  if (oracle->end &&
      (!oracle->start || strlen (oracle->start) != strlen (oracle->end) || strcmp (oracle->start, oracle->end) >= 0))
    oracle_fault (oracle, oracle->end, "DTEND not after DTSTART");
  g_hash_table_remove_all (oracle->counts);
  g_clear_pointer (&oracle->start, g_free);
  g_clear_pointer (&oracle->end, g_free);
  oracle->n_events++;
}

static inline void
oracle_check_start (IcalOracle *oracle, const char *line, const char *parameters, const char *value,
                    gboolean is_start)
{
  gboolean day = strcmp (parameters, ";VALUE=DATE") == 0, zoned = g_str_has_prefix (parameters, ";TZID=");
  if (!oracle_is_time (value) || day != (strlen (value) == 8) || (zoned && strlen (value) != 15) ||
      (!day && !zoned && parameters[0]))
    oracle_fault (oracle, line, "no date or time");
  if (zoned && !g_hash_table_contains (oracle->zones, parameters + strlen (";TZID=")))
    oracle_fault (oracle, line, "TZID without VTIMEZONE before it");
  g_free (is_start ? oracle->start : oracle->end);
  *(is_start ? &oracle->start : &oracle->end) = g_strdup (value);
}

static inline void
oracle_event_line (IcalOracle *oracle, const char *line, const char *name, const char *parameters, const char *value)
{
  static const char *const texts[] = { "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "UID", "RELATED-TO" };
  g_hash_table_insert (oracle->counts, g_strdup (name), GUINT_TO_POINTER (oracle_count (oracle, name) + 1));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i], name) == 0)
      oracle_check_text (oracle, line, value);
  if (strcmp (name, "DTSTART") == 0 || strcmp (name, "DTEND") == 0)
    oracle_check_start (oracle, line, parameters, value, name[2] == 'S');
  else if (strcmp (name, "DTSTAMP") == 0 || strcmp (name, "LAST-MODIFIED") == 0) {
    if (strlen (value) != 16 || !oracle_is_time (value))
      oracle_fault (oracle, line, "no time of UTC");
  } else if (strcmp (name, "UID") == 0) {
    if (g_hash_table_contains (oracle->uids, value))
      oracle_fault (oracle, line, "UID twice");
    g_hash_table_add (oracle->uids, g_strdup (value));
  } else if (strcmp (name, "ATTENDEE") == 0 || strcmp (name, "ORGANIZER") == 0)
    oracle_fault (oracle, line, "asks people for answers");
  oracle->n_cancelled += strcmp (name, "STATUS") == 0 && strcmp (value, "CANCELLED") == 0;
}

static inline void
oracle_calendar_line (IcalOracle *oracle, const char *line, const char *name)
{
  if (strcmp (name, "METHOD") == 0 && !oracle->method)
    oracle_fault (oracle, line, "METHOD");
  if (strcmp (name, "UID") == 0)
    oracle_fault (oracle, line, "UID of the calendar");
}

static inline void
oracle_edge (IcalOracle *oracle, const char *line, gboolean begins, const char *component)
{
  if (begins) {
    g_ptr_array_add (oracle->open, g_strdup (component));
    return;
  }
  const char *last = oracle->open->len > 0 ? oracle->open->pdata[oracle->open->len - 1] : "";
  if (strcmp (last, component) != 0)
    oracle_fault (oracle, line, "END without BEGIN");
  else
    g_ptr_array_set_size (oracle->open, (gint) oracle->open->len - 1);
  if (strcmp (component, "VEVENT") == 0)
    oracle_end_event (oracle, line);
}

static inline void
oracle_logical (IcalOracle *oracle, const char *line)
{
  gsize n_name = strspn (line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
  const char *colon = strchr (line + n_name, ':');
  if (n_name == 0 || !colon || (line[n_name] != ':' && line[n_name] != ';')) {
    oracle_fault (oracle, line, "no content line");
    return;
  }
  g_autofree char *name = g_strndup (line, n_name);
  g_autofree char *parameters = g_strndup (line + n_name, (gsize) (colon - line) - n_name);
  const char *inside = oracle->open->len > 0 ? oracle->open->pdata[oracle->open->len - 1] : "";
  if (strcmp (name, "BEGIN") == 0 || strcmp (name, "END") == 0)
    oracle_edge (oracle, line, name[0] == 'B', colon + 1);
  else if (strcmp (inside, "VEVENT") == 0)
    oracle_event_line (oracle, line, name, parameters, colon + 1);
  else if (strcmp (inside, "VTIMEZONE") == 0 && strcmp (name, "TZID") == 0)
    g_hash_table_add (oracle->zones, g_strdup (colon + 1));
  else if (strcmp (inside, "VCALENDAR") == 0)
    oracle_calendar_line (oracle, line, name);
  else if (inside[0] == '\0')
    oracle_fault (oracle, line, "outside of the calendar");
}

static inline void
oracle_physical (IcalOracle *oracle, const char *line)
{
  if (strlen (line) > 75)
    oracle_fault (oracle, line, "more than 75 octets");
  if (!g_utf8_validate (line, -1, NULL))
    oracle_fault (oracle, line, "no UTF-8");
  for (const char *at = line; *at; at++)
    if (((guchar) *at < 0x20 && *at != '\t') || *at == 0x7F || ((guchar) *at == 0xC2 && (guchar) at[1] < 0xA0))
      oracle_fault (oracle, line, "a control character");
}

static inline void
oracle_init (IcalOracle *oracle)
{
  *oracle = (IcalOracle){ .n_payloads = 1 };
  oracle->faults = g_string_new (NULL);
  oracle->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  oracle->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  oracle->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  oracle->open = g_ptr_array_new_with_free_func (g_free);
}

static inline void
oracle_clear (IcalOracle *oracle)
{
  g_string_free (oracle->faults, TRUE);
  g_hash_table_unref (oracle->uids);
  g_hash_table_unref (oracle->zones);
  g_hash_table_unref (oracle->counts);
  g_ptr_array_unref (oracle->open);
  g_free (oracle->start);
  g_free (oracle->end);
}

/* Whether a file has no fault; what is wrong is in `faults`. */
static inline gboolean
oracle_accepts (IcalOracle *oracle, const char *bytes)
{
  g_auto (GStrv) lines = g_strsplit (bytes, "\r\n", -1);
  g_autoptr (GString) logical = g_string_new (NULL);
  guint n = g_strv_length (lines);
  if (!g_str_has_suffix (bytes, "\r\nEND:VCALENDAR\r\n") || !g_str_has_prefix (bytes, "BEGIN:VCALENDAR\r\n"))
    oracle_fault (oracle, "", "not one calendar");
  for (guint i = 0; i + 1 < n; i++) {
    oracle_physical (oracle, lines[i]);
    g_string_append (logical, i > 0 && lines[i][0] == ' ' ? lines[i] + 1 : lines[i]);
    if (lines[i + 1][0] == ' ')
      continue;
    oracle_logical (oracle, logical->str);
    g_string_truncate (logical, 0);
  }
  if (oracle->open->len > 0)
    oracle_fault (oracle, "", "BEGIN without END");
  return oracle->faults->len == 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IcalOracle, oracle_clear)
