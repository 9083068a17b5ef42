/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

/* An event in words: the phrases that the readable formats share. All are plain text, not escaped. */

/* "111 in favour, 19 against and 55 abstentions", "without a vote"; NULL where there is no vote. */
char *chn_prose_vote (const ChnVote *vote);

/* "30 votes to 6, with 11 abstentions", "40 votes to 77", "adoption without a vote": what a source gives. */
char *chn_prose_counts (const ChnVote *vote);

/*
 * How it was decided, as it follows a sentence: "by a recorded vote of 111 in favour to 19 against, with 55
 * abstentions", in a short briefing "by 111 votes to 19, with 55 abstentions", "unanimously", "without a vote"; NULL
 * where there is no vote, or where the sentence says it already.
 */
char *chn_prose_decision (const ChnVote *vote, const char *sentence, gboolean is_short);

/*
 * What came of the vote where no result is stated, and who vetoed what: "adopted (derived)", "not adopted: short of
 * the majority (derived)", "vetoed by Russia (derived)"; NULL where nothing follows from the counts.
 */
char *chn_prose_outcome (const ChnRegistry *registry, const ChnEvent *event);

/* Short name of the first forum; NULL where there is none. */
const char *chn_prose_forum (const ChnTimeline *timeline, const ChnEvent *event);

/* The date in English; with a year, " 2014" at its end is left out when that is the year. */
char *chn_prose_date (const ChnEvent *event, gint64 year);

/* The year that the event stands under; FALSE where its start is open or unknown. */
gboolean chn_prose_year (const ChnEvent *event, gint64 *year);

/* A year in words: "44 BC", "AD 50", "2014". */
char *chn_prose_year_name (gint64 year);

/* "Planned", "Cancelled", "Not held"; NULL when it occurred. */
const char *chn_prose_status (const ChnEvent *event);

/* What stands before an item of a list of n: nothing before the first, " and " before the last, else ", ". */
const char *chn_prose_get_joint (guint index, guint n);

/* Author, "title", publisher, date, symbol: a source in one line. */
char *chn_prose_source (const ChnSource *source);

/* Who a source is, in a few words: its author, else publisher, else title in quotation marks. */
char *chn_prose_source_name (const ChnSource *source);

/* A date of EDTF in English; any other text as it is. */
char *chn_prose_edtf (const char *edtf);
