/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/format.h>

G_BEGIN_DECLS

/**
 * ChnChangeKind:
 * @CHN_CHANGE_ADDED: only the new timeline has it
 * @CHN_CHANGE_REMOVED: only the old one has it
 * @CHN_CHANGE_CHANGED: both have it, and it says something else
 */
typedef enum {
  CHN_CHANGE_ADDED,
  CHN_CHANGE_REMOVED,
  CHN_CHANGE_CHANGED,
} ChnChangeKind;

/**
 * ChnValueChange:
 * @name: of the field, or of what is changed beside events
 * @field: the field, -1 beside events
 * @old_is_compound: @old_value is a list or a mapping, else text as it is
 * @new_is_compound: @new_value is
 * @old_value: (nullable): what was said, on one line as YAML has it; %NULL for nothing
 * @new_value: (nullable): what is said
 * @removed: (array zero-terminated=1) (nullable): of a list or a mapping, items that went
 * @added: (array zero-terminated=1) (nullable): items that came
 */
typedef struct {
  const char *name;
  int field;
  gboolean old_is_compound;
  gboolean new_is_compound;
  const char *old_value;
  const char *new_value;
  const char *const *removed;
  const char *const *added;
} ChnValueChange;

/**
 * ChnEventChange:
 * @kind: what became of it
 * @old_row: its row in the old timeline
 * @new_row: its row in the new one
 * @is_renamed: its id is another
 * @is_moved: its date is another
 * @n_values: length of @values
 * @values: (array length=n_values) (nullable): what else it says, in the order of #ChnField; its id is none of them
 */
typedef struct {
  ChnChangeKind kind;
  guint old_row;
  guint new_row;
  gboolean is_renamed;
  gboolean is_moved;
  guint n_values;
  const ChnValueChange *values;
} ChnEventChange;

/**
 * ChnDiff:
 *
 * How one timeline became another.
 */
typedef struct _ChnDiff ChnDiff;

/**
 * chn_diff_new:
 * @old_timeline: as it was; referenced
 * @new_timeline: as it is; referenced
 * @error: return location
 *
 * Compares events field by field. Which event is which is told by its id, where both are one timeline or the event
 * has the same date or title, else by its content, as chn_matches_new() has it, from %CHN_MATCH_SURE on. A relation
 * to an event that was renamed is the same relation.
 *
 * Errors: %CHN_ERROR_IO where a snapshot is damaged.
 *
 * Returns: (transfer full): the differences, or %NULL on error
 */
CHN_API ChnDiff *chn_diff_new (ChnTimeline *old_timeline, ChnTimeline *new_timeline, GError **error);
CHN_API void chn_diff_free (ChnDiff *diff);

/** chn_diff_get_events: (array length=n): by date, what was removed where it stood. */
CHN_API const ChnEventChange *chn_diff_get_events (const ChnDiff *diff, guint *n);

/** chn_diff_get_header: (array length=n): what is said beside events: "title", "sources willis-2017" … */
CHN_API const ChnValueChange *chn_diff_get_header (const ChnDiff *diff, guint *n);

/** chn_diff_count: how many events there are of a kind. */
CHN_API guint chn_diff_count (const ChnDiff *diff, ChnChangeKind kind);

/** chn_diff_get_old: (transfer none): the old timeline. */
CHN_API ChnTimeline *chn_diff_get_old (const ChnDiff *diff);
/** chn_diff_get_new: (transfer none): the new one. */
CHN_API ChnTimeline *chn_diff_get_new (const ChnDiff *diff);

/**
 * chn_diff_dup_text:
 * @diff: differences
 * @colour: whether to colour
 *
 * Returns: (transfer full): a line for each event, and one for each of its fields; "" where nothing differs
 */
CHN_API char *chn_diff_dup_text (const ChnDiff *diff, gboolean colour);

/** chn_diff_dup_json: (transfer full): an object with all of it, from which the new timeline can be made of the old.
 */
CHN_API char *chn_diff_dup_json (const ChnDiff *diff);

/**
 * chn_diff_write_brief:
 * @diff: differences
 * @format: a briefing: md, html or text
 * @since: (nullable): since when, in words: "3 March 2014"
 * @sink: takes the output
 * @data: for @sink
 * @error: return location
 *
 * The differences in words: what was added, what was removed, and of each event that changed what it said before and
 * says now.
 *
 * Errors: %CHN_ERROR_UNSUPPORTED for other formats, and what the sink says.
 */
CHN_API gboolean chn_diff_write_brief (const ChnDiff *diff, const ChnFormat *format, const char *since, ChnSink sink,
                                       gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnDiff, chn_diff_free)

G_END_DECLS
