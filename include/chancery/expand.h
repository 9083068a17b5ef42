/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

G_BEGIN_DECLS

/**
 * chn_bound_query_expand:
 * @query: a query
 * @rows: (inout): rows that it has found; replaced by those of the new timeline
 * @n_not_followed: (out): how many of the rows recur by rules that are not followed, and stand there once
 * @error: return location
 *
 * Has what recurs (RFC 5545, 3.8.5) take place one by one: of each row every occurrence that the query asks for is an
 * event of its own, with the row's id and "-20140610" or "-20140610t090000" behind it. What does not recur stays as
 * it is; relations to events that are not among the rows become extras.
 *
 * Errors: %CHN_ERROR_RANGE where something recurs without end and the query asks for no end; %CHN_ERROR_LIMIT where
 * there are more than a million occurrences, or too many days had to be looked at
 *
 * Returns: (transfer full): a timeline of its own, of which all rows are the answer, or %NULL on error
 */
CHN_API ChnTimeline *chn_bound_query_expand (const ChnBoundQuery *query, ChnRows *rows, guint *n_not_followed,
                                             GError **error);

/**
 * ChnRecurrenceSummary:
 * @recurs: it takes place more than once, or its own date is left out
 * @is_followed: its rule is one that is followed
 * @is_endless: it goes on without end
 * @n: how many times it takes place, where it has an end; 0 where there are too many to be counted
 * @next: (nullable): the first time that is not over on the day asked about; free with chn_date_unref()
 *
 * How often an event takes place.
 */
typedef struct {
  gboolean recurs;
  gboolean is_followed;
  gboolean is_endless;
  guint64 n;
  ChnDate *next;
} ChnRecurrenceSummary;

/**
 * chn_timeline_summarize_recurrence:
 * @timeline: a timeline
 * @row: an event
 * @today: (nullable): the day from which on the next time is looked for; %NULL for the day of the local clock
 * @summary: (out): what there is to say
 */
CHN_API void chn_timeline_summarize_recurrence (const ChnTimeline *timeline, guint row, const ChnDate *today,
                                                ChnRecurrenceSummary *summary);

G_END_DECLS
