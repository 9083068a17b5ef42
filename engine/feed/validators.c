/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Compares what a client says it has with what there is.
 *
 *   If-None-Match     := "*" | tag { "," tag }
 *   tag               := [ "W/" ] '"' { any but '"' } '"'
 *   If-Modified-Since := day "," date "GMT"
 */
#include "feed/validators.h"

#include <string.h>

#include "base/checksum.h"
#include "base/hash.h"

void
chn_feed_validators_set_etag (ChnFeedValidators *validators, GBytes *body)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (body, &length);
  g_snprintf (validators->etag, sizeof validators->etag, "\"%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x\"",
              length > 0 ? chn_checksum (bytes, length) : 0, chn_hash_words (bytes, length));
}

void
chn_feed_validators_set_coded (ChnFeedValidators *validators, const ChnFeedValidators *plain, const char *coding)
{
  *validators = (ChnFeedValidators){ .since = plain->since };
  if (*plain->etag)
    g_snprintf (validators->etag, sizeof validators->etag, "%.*s-%s\"", (int) strlen (plain->etag) - 1, plain->etag,
                coding);
}

/* Weakly: a proxy that compresses makes weak tags of strong ones. */
static gboolean
is_among (const char *etag, const char *list)
{
  gsize length = strlen (etag);
  for (const char *at = list; *at;) {
    at += strspn (at, " \t,");
    if (*at == '*')
      return TRUE;
    if (strncmp (at, "W/", 2) == 0)
      at += 2;
    if (*at != '"')
      return FALSE;
    const char *end = strchr (at + 1, '"');
    if (!end)
      return FALSE;
    if ((gsize) (end + 1 - at) == length && memcmp (at, etag, length) == 0)
      return TRUE;
    at = end + 1;
  }
  return FALSE;
}

gboolean
chn_feed_validators_match (const ChnFeedValidators *validators, const ChnHttpRequest *request)
{
  if (request->if_none_match)
    return is_among (validators->etag, request->if_none_match);
  if (!request->if_modified_since || validators->since == 0)
    return FALSE;
  return chn_feed_read_date (request->if_modified_since) >= validators->since;
}

/* In English whatever the language of the program. */
static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

char *
chn_feed_dup_date (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  return g_strdup_printf ("%s, %02d %s %04d %02d:%02d:%02d GMT", days[g_date_time_get_day_of_week (time) - 1],
                          g_date_time_get_day_of_month (time), months[g_date_time_get_month (time) - 1],
                          g_date_time_get_year (time), g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}

/* As many digits, which are moved behind; -1 where they are none. */
static int
read_digits (const char **at, guint n)
{
  int number = 0;
  for (guint i = 0; i < n; i++, (*at)++) {
    if (!g_ascii_isdigit (**at))
      return -1;
    number = number * 10 + g_ascii_digit_value (**at);
  }
  return number;
}

static gboolean
skip (const char **at, const char *text)
{
  gsize length = strlen (text);
  gboolean is_there = strncmp (*at, text, length) == 0;
  *at += is_there ? length : 0;
  return is_there;
}

static int
read_month (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (skip (at, months[i]))
      return (int) i + 1;
  return -1;
}

gint64
chn_feed_read_date (const char *text)
{
  const char *at = strchr (text, ',');
  if (!at || !skip (&at, ", "))
    return -1;
  int day = read_digits (&at, 2), month = skip (&at, " ") ? read_month (&at) : -1;
  int year = skip (&at, " ") ? read_digits (&at, 4) : -1, hour = skip (&at, " ") ? read_digits (&at, 2) : -1;
  int minute = skip (&at, ":") ? read_digits (&at, 2) : -1, second = skip (&at, ":") ? read_digits (&at, 2) : -1;
  if (day < 1 || month < 1 || year < 1 || hour < 0 || minute < 0 || second < 0 || strcmp (at, " GMT") != 0)
    return -1;
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, hour, minute, second);
  return time ? g_date_time_to_unix (time) : -1;
}
