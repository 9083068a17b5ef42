/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnRows:
 * @n: length of @row
 * @row: (array length=n): rows of a timeline, in the order asked for
 *
 * What a query answers and a writer writes. Free with chn_rows_clear().
 */
typedef struct {
  guint n;
  guint *row;
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
