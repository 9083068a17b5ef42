/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Whether the system's IANA time zone database has the zone. */
gboolean chn_zone_is_known (const char *identifier);
