/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * What the other file says of itself otherwise than ours, as extras of the file: "label/title". Appends lines to
 * `out` that stand under "extra:", where ours has none of them yet.
 */
GPtrArray *chn_header_dup_differences (const ChnTimeline *ours, const ChnTimeline *theirs, const char *label);

/* The file with these lines in its section "extra". */
GBytes *chn_header_add_extras (GBytes *bytes, const GPtrArray *lines, GError **error);
