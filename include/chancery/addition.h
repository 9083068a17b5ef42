/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>
#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnAddition:
 *
 * One more event for a timeline file, from what a person types: a line such as
 * "2014-12-22 un.sc meeting: The Council met", and values field by field.
 */
typedef struct _ChnAddition ChnAddition;

/**
 * chn_addition_new:
 * @bytes: (array length=length): the timeline file, borrowed
 * @length: its bytes
 * @name: its name, for messages
 * @error: return location
 *
 * Errors: as chn_edits_run().
 *
 * Returns: (transfer full) (nullable): an addition to the file; chn_addition_set_timeline() comes next
 */
CHN_API ChnAddition *chn_addition_new (const char *bytes, gsize length, const char *name, GError **error);
CHN_API void chn_addition_free (ChnAddition *addition);

/**
 * chn_addition_get_header:
 * @addition: an addition
 *
 * Returns: (transfer none): the file without its events, which is soon read: its names and sources are what
 *   chn_addition_set_timeline() wants
 */
CHN_API GBytes *chn_addition_get_header (const ChnAddition *addition);

/** chn_addition_set_timeline: what was read of the header: names that events may have, sources that they may cite. */
CHN_API void chn_addition_set_timeline (ChnAddition *addition, ChnTimeline *timeline);

/**
 * chn_addition_take_line:
 * @addition: an addition
 * @line: "DATE [FORUM[, FORUM]] [KIND]: TITLE", or "DATE TITLE"; the date is EDTF, or as people write it
 * @error: return location
 *
 * Errors: %CHN_ERROR_SYNTAX, %CHN_ERROR_RANGE, %CHN_ERROR_UNKNOWN and %CHN_ERROR_AMBIGUOUS, at the place in the line;
 *   then nothing of it was taken.
 */
CHN_API gboolean chn_addition_take_line (ChnAddition *addition, const char *line, GError **error);

/**
 * chn_addition_take:
 * @addition: an addition
 * @name: name of a field of events, in the singular for those that have several values; "at", "quote" and "note" are
 *   of the source that was taken last
 * @value: one value of it, as people write it: "usa (sponsor)", "responds-to: coi-report", "10-2-3"; for sources a
 * key, a title or an address, of which a source is made when the file has none
 * @error: return location
 *
 * Errors: as chn_addition_take_line(), at the place in @value.
 */
CHN_API gboolean chn_addition_take (ChnAddition *addition, const char *name, const char *value, GError **error);

/** chn_addition_lacks: the name of a field that an event needs and that was not taken yet, or %NULL. */
CHN_API const char *chn_addition_lacks (const ChnAddition *addition);

/**
 * chn_addition_finish:
 * @addition: an addition that lacks nothing
 * @edits: where the event goes, and the sources that were made
 *
 * An event that was given no id gets one of its forum, year and title that the file does not have.
 *
 * Returns: (transfer full): the id of the event
 */
CHN_API char *chn_addition_finish (ChnAddition *addition, ChnEdits *edits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnAddition, chn_addition_free)

G_END_DECLS
