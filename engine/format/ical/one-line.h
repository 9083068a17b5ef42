/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/name.h"

/*
 * Whether a key, which is a name with parameters, and a value are one line for the scanner, and not a line that it
 * mends: then they can be written as they stand.
 */
gboolean chn_ical_is_one_line (const char *key, const char *value);

/* The same of a line that is whole; then the name that it has. */
gboolean chn_ical_find_line_name (const char *text, gsize length, ChnIcalName *name);
