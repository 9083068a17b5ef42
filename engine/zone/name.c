/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Names of time zones: which texts may be one, and whether the database has it. */
#include "zone/name.h"

#include <string.h>

/* The name becomes a path under the database's folder, so nothing that could lead elsewhere is let through. */
static gboolean
is_well_formed (const char *identifier)
{
  if (!g_ascii_isalpha (identifier[0]))
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

gboolean
chn_zone_is_known (const char *name)
{
  if (!chn_zone_is_name (name))
    return FALSE;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  if (zone)
    return TRUE;
  /* A system without the database knows no zone at all: then any well-formed name must do. */
  g_autoptr (GTimeZone) probe = g_time_zone_new_identifier ("Europe/London");
  return probe == NULL;
}
