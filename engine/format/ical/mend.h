/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/slice.h"

/*
 * A line that breaks the grammar, or is encoded, as a line that does not: in UTF-8 without controls, its parameters
 * each with a name and quoted where they must be, its value decoded. FALSE where it has no name, or no colon behind
 * it.
 */
gboolean chn_ical_mend_line (GString *out, const ChnSlice *content);

/*
 * Whether a zone goes on behind a colon: "tzone://Microsoft/Utc", "GMT+02:00". No date begins with slashes, or has
 * two digits alone in front of a colon.
 */
static inline gboolean
chn_ical_is_within_zone (const char *colon, const char *end)
{
  return end - colon > 3 && colon[0] == ':' &&
         ((colon[1] == '/' && colon[2] == '/') ||
          (g_ascii_isdigit (colon[1]) && g_ascii_isdigit (colon[2]) && (colon[3] == ':' || colon[3] == ';')));
}
