/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnStanding:
 * @CHN_STANDING_DATED: dated within what was asked, beginning or ending there if it lasts; or no dates were asked
 * @CHN_STANDING_POSSIBLE: some moment of it may lie within what was asked
 * @CHN_STANDING_THROUGHOUT: it lasts throughout what was asked
 *
 * How an event stands to the dates that a query asks for.
 */
typedef enum {
  CHN_STANDING_DATED,
  CHN_STANDING_POSSIBLE,
  CHN_STANDING_THROUGHOUT,
  CHN_N_STANDINGS,
} ChnStanding;

/**
 * ChnRows:
 * @n: length of @row
 * @row: (array length=n): rows of a timeline, in the order asked for
 * @standing: (array length=n) (nullable): a #ChnStanding of each; %NULL where no dates were asked for
 *
 * What a query answers and a writer writes. Free with chn_rows_clear().
 */
typedef struct {
  guint n;
  guint *row;
  guint8 *standing;
} ChnRows;

/**
 * chn_rows_all:
 * @timeline: a timeline
 * @rows: (out): every row, in the timeline's order
 */
CHN_API void chn_rows_all (const ChnTimeline *timeline, ChnRows *rows);

/** chn_rows_clear: frees the rows; an empty or zeroed one is fine. */
CHN_API void chn_rows_clear (ChnRows *rows);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnRows, chn_rows_clear)

G_END_DECLS
