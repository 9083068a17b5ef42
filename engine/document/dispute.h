/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

/* The disputes of an event in words. The event is the row as chn_timeline_load() gives it. All are plain text. */

/* The name of one value of a field: "date", "forum". */
const char *chn_prose_field (ChnField field);

/* "dates it 22 March 2013": what one source says of a field, behind its name. */
char *chn_prose_claim (const ChnTimeline *timeline, const ChnClaim *claim);

/* "Ben Willis dates it 22 March 2013" for a claim that disputes something; else NULL. */
char *chn_prose_dispute (const ChnTimeline *timeline, guint row, const ChnEvent *event, guint citation, guint claim);

/* "Ben Willis dates it 22 March 2013, corrected by The Conversation: a misprint" for a superseded claim; else NULL.
 */
char *chn_prose_superseded (const ChnTimeline *timeline, guint row, const ChnEvent *event, guint citation,
                            guint claim);

/*
 * "vote: recorded as 10-2, press-1 says 10-2-3, press-2 says 10-2-1" for a field that is disputed: what the record
 * has and which source says what; else NULL.
 */
char *chn_prose_disputed_field (const ChnTimeline *timeline, guint row, const ChnEvent *event, ChnField field);

/*
 * "The date is disputed: KCNA and Yonhap give 13 September 2014; the mission 15 September 2014." for a field that is
 * disputed: who says what of it, and the record where none says the same; else NULL.
 */
char *chn_prose_dispute_sentence (const ChnTimeline *timeline, guint row, const ChnEvent *event, ChnField field);
