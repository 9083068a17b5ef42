/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The names of the database but for those with numbers, in the order of the alphabet. Lists its folder. */
GPtrArray *chn_zone_list_names (void);

/* "New_York" */
const char *chn_zone_get_last_part (const char *name);
