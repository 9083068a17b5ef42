/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/*
 * The index of words: for each word of title, summary, place, symbols, quotations and notes, the
 * rows that have it. Rows are written as differences, seven bits a byte, the lowest first. Words
 * are in bytewise order and cut after CHN_WORD_MAX bytes, so what is found is a superset.
 */
enum { CHN_WORD_MAX = 48 };

/* Makes the index unless it is there. Not to be called while other threads use the timeline. */
void chn_timeline_index_words (const ChnTimeline *timeline);

/*
 * Rows that may have all the words of a folded text, the last with an s or es behind, or with
 * anything when it is a beginning. FALSE when the index cannot tell: then there is none, or the
 * text has no word. The rows are to be freed.
 */
gboolean chn_columns_find_words (const ChnColumns *columns, const char *folded, gboolean is_beginning, guint32 **rows,
                                 guint *n);
