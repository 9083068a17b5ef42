/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names that calendar programs give to time zones, as names of the IANA database. */
#include "zone/foreign-name.h"

#include <string.h>

#include "zone/windows-name.h"

/* Names of the database have no more parts: what stands before them is of the program that wrote them. */
enum { MOST_PARTS = 3 };

static const char *
find_last_parts (const char *text)
{
  const char *at = text + strlen (text);
  for (guint n = 0; at > text; at--)
    if (at[-1] == '/' && ++n == MOST_PARTS)
      return at;
  return text;
}

static const char *
find_next_part (const char *at)
{
  const char *slash = strchr (at, '/');
  return slash ? slash + 1 : NULL;
}

const char *
chn_zone_find_foreign_name (ChnZones *zones, const char *text)
{
  const char *windows = chn_zone_find_windows_name (text);
  if (windows)
    return windows;
  for (const char *at = find_last_parts (text); at; at = find_next_part (at)) {
    if (g_ascii_strcasecmp (at, "UTC") == 0)
      return "Etc/UTC";
    if (chn_zones_get (zones, at))
      return at;
  }
  return NULL;
}
