/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Where a text may be two symbols joined by a hyphen or dash, "A/47/277-S/24111": the end of the first and the
 * beginning of the second. `from` is where to look, in bytes; FALSE where no such place follows.
 */
gboolean chn_pair_find_seam (const char *text, gsize length, gsize from, gsize *end, gsize *start);

/* What a text may name: all of it, and at each seam what stands before it and behind it; texts to be freed. */
GPtrArray *chn_pair_list_readings (const char *text);
