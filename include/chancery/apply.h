/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>
#include <chancery/format.h>
#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnDifferenceKind:
 * @CHN_DIFFERENCE_CHANGED: a field says something else
 * @CHN_DIFFERENCE_ADDED: an event that only the edited timeline has
 * @CHN_DIFFERENCE_LACKING_FIELD: a field that the edited event does not have
 * @CHN_DIFFERENCE_LACKING_EVENT: an event that the edited timeline does not have
 * @CHN_DIFFERENCE_SOURCE: a source that only the edited timeline has, or whose particulars differ
 */
typedef enum {
  CHN_DIFFERENCE_CHANGED,
  CHN_DIFFERENCE_ADDED,
  CHN_DIFFERENCE_LACKING_FIELD,
  CHN_DIFFERENCE_LACKING_EVENT,
  CHN_DIFFERENCE_SOURCE,
} ChnDifferenceKind;

/**
 * ChnDifference:
 * @kind: what it is
 * @id: of the event, or key of the source
 * @field: of what changed or is lacking
 * @mine: (nullable): what the timeline says there, on one line
 * @edited: (nullable): what the edited one says
 * @file: (nullable): the file that it concerns, %NULL where that is for the caller to say
 */
typedef struct {
  ChnDifferenceKind kind;
  const char *id;
  ChnField field;
  const char *mine;
  const char *edited;
  const char *file;
} ChnDifference;

/**
 * ChnComparison:
 *
 * How an edited timeline differs from the one that it was exported from.
 */
typedef struct _ChnComparison ChnComparison;

/**
 * chn_comparison_new:
 * @mine: the timeline as it is; referenced
 * @edited: what came back; referenced
 * @format: (nullable): the format that it came back in
 * @error: return location
 *
 * Compares event by event, by their ids, and field by field. What @edited could not have, since it is not public or
 * did not take place, is no difference; nor is what calendar apps note for themselves, and what becomes of an event
 * in a calendar whose payload was lost.
 *
 * Returns: (transfer full): the comparison, or %NULL on error
 */
CHN_API ChnComparison *chn_comparison_new (ChnTimeline *mine, ChnTimeline *edited, const ChnFormat *format,
                                           GError **error);
CHN_API void chn_comparison_free (ChnComparison *comparison);

/** chn_comparison_get: (array length=n): the differences, by the events of @mine, then those that were added. */
CHN_API const ChnDifference *chn_comparison_get (const ChnComparison *comparison, guint *n);

/**
 * chn_comparison_edit:
 * @comparison: a comparison
 * @file: a file of @mine
 * @is_default: whether what is new, or of no file, goes there
 * @deletes: whether what is lacking goes
 * @edits: where the changes of the file go
 */
CHN_API void chn_comparison_edit (const ChnComparison *comparison, const char *file, gboolean is_default,
                                  gboolean deletes, ChnEdits *edits);

/**
 * chn_edited_table_read:
 * @path: a table that was exported as CSV and saved by a spreadsheet, in whatever form: other separators, another
 *   encoding, .xlsx, .ods; "-" is standard input
 * @limits: (nullable): bounds
 * @builder: where its events go; faults go to its report
 * @error: return location
 *
 * Errors: %CHN_ERROR_SYNTAX where no sheet has the columns of an export, %CHN_ERROR_LIMIT, %CHN_ERROR_IO.
 */
CHN_API gboolean chn_edited_table_read (const char *path, const ChnLimits *limits, ChnTimelineBuilder *builder,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnComparison, chn_comparison_free)

G_END_DECLS
