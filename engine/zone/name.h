/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Whether a text may be looked up in the database: nothing in it leads to another file, and no rule of POSIX is
 * taken for a name ("GMT+2", which counts westwards).
 */
gboolean chn_zone_is_name (const char *text);

/*
 * Whether the system's IANA time zone database has the zone. On a system without the database every name is taken
 * for known. Opens a file: whoever asks often keeps the answer.
 */
gboolean chn_zone_is_known (const char *name);

/* The folder of the database. */
const char *chn_zone_get_folder (void);

/* A zone of the database; NULL where it has none of that name. */
GTimeZone *chn_zone_load (const char *name);
