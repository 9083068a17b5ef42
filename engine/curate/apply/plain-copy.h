/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/format.h>

/*
 * What becomes of a timeline in a calendar without payloads, as some apps leave it: what is read back of that. NULL
 * for other formats, and where it cannot be made.
 */
ChnTimeline *chn_plain_copy_new (const ChnTimeline *timeline, const ChnFormat *format);

/*
 * A text that was edited in such a calendar, without what the calendar had put around it: "≈ Sep 2014: Outcome" is
 * "Outcome". `plain` is the text as it was there, `mine` as it is in the timeline.
 */
char *chn_plain_copy_dup_text (const char *edited, const char *plain, const char *mine);
