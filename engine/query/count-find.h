/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/count-values.h"

/* The functions of keys: each adds the values that the event at hand has of its key. */

/* count-time.c; the argument is a ChnCountUnit */
typedef enum { CHN_UNIT_DECADE, CHN_UNIT_YEAR, CHN_UNIT_QUARTER, CHN_UNIT_MONTH } ChnCountUnit;
void chn_count_find_time (ChnCounting *counting);

/* count-names.c */
void chn_count_find_forum (ChnCounting *counting);
/* the argument is a role of the vocabulary plus 1, or 0 for any */
void chn_count_find_actor (ChnCounting *counting);
/* the argument is a ChnListId of which each cell begins with a code */
void chn_count_find_code (ChnCounting *counting);
/* the argument is a ChnField */
void chn_count_find_text (ChnCounting *counting);

/* count-scales.c */
void chn_count_find_kind (ChnCounting *counting);
void chn_count_find_status (ChnCounting *counting);
void chn_count_find_confidence (ChnCounting *counting);
void chn_count_find_importance (ChnCounting *counting);
void chn_count_find_nth (ChnCounting *counting);
void chn_count_find_method (ChnCounting *counting);

/* count-ballots.c; the argument is a ChnBallotKind */
void chn_count_find_ballots (ChnCounting *counting);

/* count-voters.c; the key names whose ballots they are */
void chn_count_find_vote_of (ChnCounting *counting);

/* count-votes.c */
void chn_count_find_vote (ChnCounting *counting);
void chn_count_find_result (ChnCounting *counting);
