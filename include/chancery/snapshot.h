/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * chn_snapshot_is_at:
 * @path: a file
 *
 * Whether the file begins as a snapshot does.
 */
CHN_API gboolean chn_snapshot_is_at (const char *path);

/**
 * chn_snapshot_open:
 * @path: a snapshot, as the format "chn" writes it
 * @limits: (nullable): bounds on its bytes and events, %NULL for none
 * @error: return location
 *
 * Opens a snapshot. Nothing is parsed: its header is proved at once, everything else when it is
 * first read, so that opening takes as long for ten million events as for ten. See
 * chn_timeline_check().
 *
 * Errors: %CHN_ERROR_IO when it cannot be read, %CHN_ERROR_LIMIT when it is larger than it may be, %CHN_ERROR_SYNTAX when it is no snapshot, cut short
 * or damaged, %CHN_ERROR_UNSUPPORTED when another version or a machine of another byte order wrote
 * it.
 *
 * Returns: (transfer full): the timeline with its own registry, or %NULL on error
 */
CHN_API ChnTimeline *chn_snapshot_open (const char *path, const ChnLimits *limits, GError **error);

G_END_DECLS
