/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of time zones: which texts may be one, and whether the database has it. */
#include "zone/name.h"

#include <string.h>
#include <unistd.h>

/* No name of the database is half as long. */
enum { LONGEST_NAME = 80 };

/* The name becomes a path under the database's folder, so nothing that could lead elsewhere is let through. */
static gboolean
is_well_formed (const char *identifier)
{
  if (!g_ascii_isalpha (identifier[0]) || strnlen (identifier, LONGEST_NAME + 1) > LONGEST_NAME)
    return FALSE;
  for (const char *c = identifier; *c; c++)
    if (!g_ascii_isalnum (*c) && !(*c == '/' && c[1] != '/' && c[1]) && *c != '_' && *c != '-' && *c != '+')
      return FALSE;
  return TRUE;
}

/* "Z", and "GMT+2", which POSIX takes for a rule and counts westwards; two names of the database look like it. */
static gboolean
is_rule (const char *identifier)
{
  const char *sign = strpbrk (identifier, "+-");
  if (strcmp (identifier, "Z") == 0)
    return TRUE;
  return !strchr (identifier, '/') && sign && g_ascii_isdigit (sign[1]) && strcmp (identifier, "GMT+0") != 0 &&
         strcmp (identifier, "GMT-0") != 0;
}

gboolean
chn_zone_is_name (const char *text)
{
  return is_well_formed (text) && !is_rule (text);
}

/* Where GLib looks. */
const char *
chn_zone_get_folder (void)
{
  const char *folder = g_getenv ("TZDIR");
  return folder ? folder : "/usr/share/zoneinfo";
}

/* Of names that files bring without end nothing more is asked than whether there is such a file. */
static gboolean
is_missing (const char *name)
{
  g_autofree char *path = g_build_filename (chn_zone_get_folder (), name, NULL);
  return access (path, F_OK) != 0 && access (chn_zone_get_folder (), F_OK) == 0;
}

GTimeZone *
chn_zone_load (const char *name)
{
  if (!chn_zone_is_name (name) || is_missing (name))
    return NULL;
  GTimeZone *zone = g_time_zone_new_identifier (name);
  /* What is there and cannot be read has met with a passing want of the system, and is no wrong name. */
  return zone ? zone : g_time_zone_new_identifier (name);
}

gboolean
chn_zone_is_known (const char *name)
{
  if (!chn_zone_is_name (name))
    return FALSE;
  g_autoptr (GTimeZone) zone = chn_zone_load (name);
  /* A system without the database knows no zone at all: then any well-formed name must do. */
  return zone || access (chn_zone_get_folder (), F_OK) != 0;
}
