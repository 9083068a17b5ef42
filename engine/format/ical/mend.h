/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/slice.h"

/*
 * A line that breaks the grammar, or is encoded, as a line that does not: in UTF-8 without controls, its parameters
 * each with a name and quoted where they must be, its value decoded. FALSE where it has no name, or no colon behind
 * it.
 */
gboolean chn_ical_mend_line (GString *out, const ChnSlice *content);
