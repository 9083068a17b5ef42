/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/report.h>
#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * chn_repair:
 * @bytes: (array length=length): a timeline file
 * @length: its bytes
 * @name: its name, for messages
 * @names: a timeline with the names that the file may use, such as what was read of its header
 * @report: where each repair is noted, at its place: "UNSCR 2397 becomes S/RES/2397 (2017)"
 * @error: return location
 *
 * Repairs what can be meant in one way only, in place: document symbols in an informal spelling, other names than ids
 * of actors and forums, and dates that are near misses of EDTF.
 *
 * Errors: as chn_edits_run().
 *
 * Returns: (transfer full) (nullable): the file with the repairs
 */
CHN_API GBytes *chn_repair (const char *bytes, gsize length, const char *name, const ChnTimeline *names,
                            ChnReport *report, GError **error);

G_END_DECLS
